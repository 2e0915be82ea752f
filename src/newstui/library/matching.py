"""Tying articles to editions of their stories that nothing declares: by what survives translation.

Each article's fingerprint is taken once, compared once with those near it in time when all of them are here, and kept
for those that come later. What time does not suffice for waits for the next call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from threading import current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from newstui.errors import UsageError
from newstui.library.aside import match_aside
from newstui.library.tying import tie_languages
from newstui.model import Reason
from newstui.store import Store

if TYPE_CHECKING:
    from datetime import datetime

    from newstui.store.fingerprints import StoredFingerprint, Wording
    from newstui.text.matching import Fingerprint, Match, MatchIndex

Over = Callable[[], bool]

_TAKEN_AT_ONCE: Final = 25
_COMPARED_AT_ONCE: Final = 50
_COMPARED_WITH_ONE_INDEX: Final = 2000
_TAKING: Final = 0.75
"""The share of the time after which those are compared that can be, though others still wait."""


def match_waiting(store: Store, now: datetime, *, seconds: float, cancelled: Callable[[], bool]) -> int:
    """Tie what waits, in this process where its main thread asks, which then has nothing else to do, else aside."""
    store.fingerprints.sort_out()
    if not store.fingerprints.is_waiting() or not _begin(store, now):
        return 0
    if store.path is None or current_thread() is main_thread():
        return match_arrivals(store, seconds=seconds, cancelled=cancelled)
    return match_aside(store.path, seconds=seconds, cancelled=cancelled)


def _begin(store: Store, now: datetime) -> bool:
    from newstui.text.matching import FINGERPRINT_VERSION

    return store.fingerprints.begin(FINGERPRINT_VERSION, now)


def match_arrivals(store: Store, *, seconds: float, cancelled: Callable[[], bool]) -> int:
    """Take fingerprints of what waits and tie what they match, for about this many seconds; returns how many ties."""
    begun = monotonic()

    def after(share: float) -> Over:
        return lambda: cancelled() or monotonic() - begun >= share * seconds

    _take_fingerprints(store, after(_TAKING))
    return _match_taken(store, after(1.0))


def _take_fingerprints(store: Store, over: Over) -> None:
    while not over():
        wanted = store.fingerprints.list_wanted(_TAKEN_AT_ONCE)
        if not wanted:
            return
        store.fingerprints.save([take_fingerprint(wording) for wording in wanted])


def take_fingerprint(wording: Wording) -> tuple[str, int, bytes]:
    """The article's id, the length of its text, its features; none of a text that cannot be read."""
    from newstui.text.matching import fingerprint

    try:
        taken = fingerprint(
            wording.title,
            wording.summary,
            wording.document,
            language=wording.language,
            published=None,
            image=wording.image,
        )
    except Exception:  # noqa: BLE001  one text that the rules break down on must not keep all others waiting for ever
        return wording.id, 0, b""
    return wording.id, taken.length, taken.features


def _match_taken(store: Store, over: Over) -> int:
    ties = 0
    while not over():
        waiting = store.fingerprints.list_unmatched(_COMPARED_WITH_ONE_INDEX)
        if not waiting:
            break
        index = _make_index(store.fingerprints.list_near(waiting[-1].at, waiting[0].at), _find_desks(store))
        compared, matches = _compare([each.id for each in waiting], index, over)
        ties += tie_matches(store, matches)
        store.fingerprints.note_matched(compared)
    return ties


def _find_desks(store: Store) -> Mapping[str, str]:
    """The publication of each source that is one of its desks."""
    from newstui.text.desks import find_desks

    sources = store.list_sources(subscribed=None)
    return find_desks((each.key, each.url, each.language) for each in sources if each.url and each.language)


def _make_index(near: Iterable[StoredFingerprint], desks: Mapping[str, str]) -> MatchIndex:
    from newstui.text.matching import MatchIndex

    index = MatchIndex()
    for each in near:
        index.add(each.id, read_fingerprint(each), publication=desks.get(each.source or ""))
    return index


def read_fingerprint(stored: StoredFingerprint) -> Fingerprint:
    """A fingerprint as the index takes it."""
    from newstui.text.matching import Fingerprint

    return Fingerprint(stored.language, stored.at, stored.length, stored.features)


def _compare(ids: Sequence[str], index: MatchIndex, over: Over) -> tuple[Sequence[str], list[Match]]:
    """Compare at least some of these; returns those that were, and what they match."""
    matches: list[Match] = []
    done = 0
    while done < len(ids) and not (done and over()):
        matches += index.find_matches(ids[done : done + _COMPARED_AT_ONCE])
        done += _COMPARED_AT_ONCE
    return ids[:done], matches


def tie_matches(store: Store, matches: Iterable[Match]) -> int:
    """Tie the surest first: where a story has a language by then, the next article in it stays outside.

    What two editions do not show directly, a third may: so a story finds editions that were not matched with each other.
    """
    tied = 0
    for match in sorted(matches, key=lambda match: (-match.score, match.left, match.right)):
        with suppress(UsageError):  # one of them has been removed meanwhile
            tied += tie_languages(store, match.left, match.right, Reason.MATCHED)
    return tied
