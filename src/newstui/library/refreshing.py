"""A refresh with the user's settings, and what is done with what arrives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newstui.model import FulltextResult, RefreshResult, RefreshSummary

if TYPE_CHECKING:
    from newstui.config import Settings
    from newstui.fetch import FetchSettings
    from newstui.library.facade import Library
    from newstui.refresh import RefreshSettings
    from newstui.store import Store

_TIED_AT_ONCE: Final = 500
_MATCHING: Final = (0.1, 0.001, 0.3)
"""How many seconds a refresh spends on finding editions by content: at least, more for each arrival, at most.

What they do not suffice for waits until a reader is open and nobody waits.
"""


def ignore(*_: Any) -> None:
    """Take a callback's arguments and do nothing."""


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


def fetch_settings(settings: Settings) -> FetchSettings:
    """Return the network's limits as the user set them."""
    from newstui.fetch import FetchSettings, name_program

    return FetchSettings(
        user_agent=name_program(settings["refresh.contact"]),
        connections=settings["refresh.connections"],
        connections_per_host=settings["refresh.connections_per_host"],
        total_timeout=float(settings["refresh.timeout"]),
    )


def refresh_settings(library: Library) -> RefreshSettings:
    """Return how this library's refreshes go about their work."""
    from newstui.refresh import RefreshSettings

    return RefreshSettings(
        fetch=fetch_settings(library.settings),
        programs=library.settings["refresh.programs"],
        lock=library.paths.data_dir / "refresh.lock",
        lock_timeout=30.0,
    )


def refresh(
    library: Library,
    references: Sequence[str] | None,
    *,
    force: bool,
    on_start: Callable[[int], None],
    on_result: Callable[[RefreshResult], None],
    on_fulltext: Callable[[FulltextResult], None],
    cancelled: Callable[[], bool],
) -> RefreshSummary:
    """Refresh these sources, or with None what is due, and do what is done with arrivals; Library.refresh says more."""
    from newstui.library import unlooked
    from newstui.refresh import refresh_sources

    keys = None if references is None else [library.find_source(reference).key for reference in references]
    if not library.offline:
        unlooked.look_at_waiting(library, keys)
    arrivals = _Arrivals(library.store)

    def collect(result: RefreshResult) -> None:
        arrivals.add(*result.arrived)
        on_result(result)

    def collect_page(result: FulltextResult) -> None:
        if result.error is None:
            arrivals.add(result.article)
        on_fulltext(result)

    summary = refresh_sources(
        library.store,
        keys=keys,
        now=library.now,
        settings=refresh_settings(library),
        offline=library.offline,
        force=force,
        on_start=on_start,
        on_result=collect,
        on_fulltext=collect_page,
        cancelled=cancelled,
    )
    arrivals.tie()
    notices = library.rules.do_waiting(cancelled)
    library.keeping.clean_daily(cancelled)
    if arrivals.ids:
        least, more, most = _MATCHING
        library.match_waiting(seconds=min(least + more * len(arrivals.ids), most), cancelled=cancelled)
        library.images.keep_arrived(arrivals.ids, cancelled=cancelled)
    return replace(summary, notices=notices)


class _Arrivals:
    """What arrives, tied to its stories some hundreds at a time: while parsers are busy, this process has time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tied = 0
        self.ids: list[str] = []

    def add(self, *ids: str) -> None:
        """Take in what is stored."""
        self.ids += ids
        if len(self.ids) - self._tied >= _TIED_AT_ONCE:
            self.tie()

    def tie(self) -> None:
        """Tie what waits to the stories that it is an edition of."""
        from newstui.library.tying import tie_arrivals

        waiting, self._tied = self.ids[self._tied :], len(self.ids)
        tie_arrivals(self._store, waiting)
