"""Keeping: letting old articles go, what sources take, and giving the room back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from newstui.library.refreshing import ignore, never
from newstui.store.keeping import KeepLimits

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.model import Source, SourceSize

_MARK: Final = "keeping.cleaned"
_EVERY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning came to for one source, or would come to: so many articles of it."""

    source: Source
    dropped: int


class Keeping:
    """Retention in a library. All methods block; 1,000 articles take some 0.6 s, in steps that let others write."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def limits_of(self, source: Source) -> KeepLimits:
        """How long and how many of a source are kept: its own limits before those of the configuration."""
        settings = self._library.settings
        return KeepLimits(
            days=settings["keeping.days"] if source.keep_days is None else source.keep_days,
            articles=settings["keeping.articles"] if source.keep_articles is None else source.keep_articles,
            unread=settings["keeping.unread"],
        )

    def set_limits(self, reference: str, *, days: int | None, articles: int | None) -> Source:
        """Say how long and how many of a source are kept: 0 for all, None as for every source; raises UsageError."""
        source = self._library.find_source(reference)
        return self._library.store.update_source(source.key, keep_days=days, keep_articles=articles)

    def plan(self, references: Sequence[str] | None = None) -> list[Cleaned]:
        """What cleaning would let go of these sources, None: of all; those of which nothing goes are left out."""
        store, now = self._library.store.keeping, self._library.now()
        planned = (
            Cleaned(source, store.count_disposable(source.key, self.limits_of(source), now))
            for source in self._choose(references)
        )
        return [each for each in planned if each.dropped]

    def clean(
        self,
        references: Sequence[str] | None = None,
        *,
        on_progress: Callable[[Cleaned], None] = ignore,
        cancelled: Callable[[], bool] = never,
    ) -> list[Cleaned]:
        """Let go what need not be kept of these sources, None: of all, and make the file smaller.

        What is starred or tagged stays, and what was not read too unless the configuration says otherwise. It does not
        come back, although its source may still list it. `on_progress` is told of each source.
        """
        store, now = self._library.store.keeping, self._library.now()
        cleaned = []
        for source in self._choose(references):
            limits, dropped = self.limits_of(source), 0
            while limits and not cancelled() and (count := store.drop_batch(source.key, limits, now)):
                dropped += count
            if dropped:
                cleaned.append(Cleaned(source, dropped))
                on_progress(cleaned[-1])
        free = 0  # a file that was not made for it keeps its free pages
        while not cancelled() and (left := store.give_back_pages()) not in (0, free):
            free = left
        return cleaned

    def clean_daily(self, cancelled: Callable[[], bool] = never) -> None:
        """Clean, unless that was done within a day, or nothing has a limit."""
        library = self._library
        if not any(map(self.limits_of, library.list_sources())):
            return
        last = library.store.get_mark(_MARK)
        if last is None or library.now() - datetime.fromisoformat(last) >= _EVERY:
            self.clean(cancelled=cancelled)
            if not cancelled():
                library.store.set_mark(_MARK, library.now().isoformat())

    def measure(self, references: Sequence[str] | None = None) -> list[SourceSize]:
        """What these sources take, None: all, in their order; some 3 µs an article."""
        return self._library.store.keeping.measure([source.key for source in self._choose(references)])

    def _choose(self, references: Sequence[str] | None) -> list[Source]:
        if references is None:
            return self._library.list_sources()
        return [self._library.find_source(reference) for reference in references]
