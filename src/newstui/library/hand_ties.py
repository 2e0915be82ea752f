"""Ties by the reader's own hand: what is likely to be an edition of a story, making it one, setting one apart."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, UsageError
from newstui.library.matching import read_fingerprint, take_fingerprint
from newstui.library.undo import Undo
from newstui.store.fingerprints import StoredFingerprint

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.model import Headline
    from newstui.store.ties import TieChange

_MOST: Final = 3000
"""So many articles are compared with one, the nearest in time: some 0.3 s."""


class HandTies:
    """The reader's hand on a library's stories. All methods block."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def tie(self, article_id: str, other_id: str) -> UndoTie:
        """Make two articles editions of one story, with all that are tied to either; some 2 ms.

        Lasts whatever evidence says. Raises UsageError for one article twice and for an unknown id.
        """
        one, other = (self._library.get_article(each).id for each in (article_id, other_id))
        if one == other:
            raise UsageError(N_("{id}: an article is not tied to itself; name two"), id=one)
        return UndoTie(self._library, self._library.store.ties.tie_by_hand(one, other))

    def untie(self, article_id: str) -> UndoTie:
        """Set an article apart from all other editions of its story; nothing but the reader ties it to them again."""
        own = self._library.get_article(article_id).id
        return UndoTie(self._library, self._library.store.ties.untie(own))

    def list_candidates(self, article_id: str, words: str = "", limit: int = 30) -> list[Headline]:
        """Stories that an article may be an edition of: the likeliest by content, or those that `words` find.

        Its own story is not among them. Some 0.3 s by content, less by words; raises QueryError.
        """
        library = self._library
        own = library.store.editions.get_story(article_id)
        if words.strip():
            found = list(library.searching.list_stories(words, limit + 1, ranked=True, typing=True))
        else:
            found = self._list_likely(article_id, limit)
        return library.load_headlines([story for story in dict.fromkeys(found) if story != own][:limit])

    def _list_likely(self, article_id: str, limit: int) -> list[int]:
        """The stories of the articles that are most like this one, among those near it in time."""
        from newstui.text.matching import MatchIndex

        store = self._library.store
        article = store.articles.get(article_id)
        at = article.published or article.status.arrived_at or self._library.now()
        near = sorted(store.fingerprints.list_near(at, at), key=lambda each: abs(each.at - at))[:_MOST]
        prints = {each.id: read_fingerprint(each) for each in near} | {
            article_id: read_fingerprint(self._take(article_id))
        }
        stories = []
        for other, _score in MatchIndex(prints).rank(article_id, limit):
            with suppress(UsageError):  # it has been removed meanwhile
                stories.append(store.editions.get_story(other))
        return stories

    def _take(self, article_id: str) -> StoredFingerprint:
        """An article's fingerprint as its text is now: one that stood alone in its language has none stored."""
        wording = self._library.store.fingerprints.get_wording(article_id)
        _, length, features = take_fingerprint(wording)
        return StoredFingerprint(article_id, datetime.now(UTC), wording.language, length, features)


class UndoTie(Undo):
    """What takes a tie or an untie back. `count` is how many stories it concerned, 0 where nothing was changed."""

    def __init__(self, library: Library, change: TieChange) -> None:
        self._library = library
        self._change = change
        members = [member for _, ids in change.stories for member in ids]
        self.count = len(change.stories) if len(members) > 1 else 0

    def __call__(self) -> None:
        """Put everything back as it was."""
        self._library.store.ties.restore(self._change)
