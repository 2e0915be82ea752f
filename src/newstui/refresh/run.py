"""The run of a refresh: what is due, a result for each source as it comes, cancelled at any time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from newstui.errors import N_, NewstuiError, UsageError
from newstui.model import (
    FeedState,
    FulltextResult,
    RefreshResult,
    RefreshStatus,
    RefreshSummary,
    Source,
    SourceKind,
)
from newstui.refresh.decide import Decision, decide
from newstui.refresh.feeds import Outcome, conclude
from newstui.refresh.local import refresh_local
from newstui.refresh.lock import hold_lock
from newstui.refresh.pages import choose_pages, choose_wanted
from newstui.refresh.parsers import Parsers
from newstui.refresh.schedule import is_due
from newstui.refresh.settings import RefreshSettings

if TYPE_CHECKING:
    from newstui.refresh.network import Network
    from newstui.store import Store

_LOCAL: Final = frozenset({SourceKind.FILE, SourceKind.DIRECTORY})
_BLINK: Final = 0.1
"""How many seconds pass between two looks whether the refresh was cancelled."""
_PATIENCE: Final = 0.25
"""How many seconds an outcome waits for others to be stored together with."""

_WHOLE: Final = 8
_TOGETHER: Final = 100
"""So much is stored in one transaction of some 50 ms: an answer that says nothing new is one, a feed's articles eight."""


def _ignore(_: Any) -> None:
    """Do nothing with what is told."""


def refresh_sources(
    store: Store,
    *,
    keys: Sequence[str] | None,
    now: Callable[[], datetime],
    settings: RefreshSettings,
    offline: bool,
    force: bool = False,
    on_start: Callable[[int], None] = _ignore,
    on_result: Callable[[RefreshResult], None] = _ignore,
    on_fulltext: Callable[[FulltextResult], None] = _ignore,
    cancelled: Callable[[], bool] = lambda: False,
) -> RefreshSummary:
    """Refresh the sources with these `keys`, or with None those that are due, or all with `force`.

    Blocks, for as long as it takes; all callbacks run in the caller's thread, which is also the one that writes.
    `on_start` is told how many sources there are, `on_result` gets one result a source as it comes. When all
    have theirs, the pages are fetched whose full text the sources' rules ask for, and those that could not be had
    before and are due again; `on_fulltext` gets one result a page. A source or a page that fails is a result, never an exception; only the store's own failure (StoreError) ends a refresh. `cancelled` is
    asked several times a second. A server that asked to be left alone until a certain time is left alone, forced or
    not. `offline` reads files and directories only. While another refresh fetches, files are read all the same.
    """
    run = _Run(store, now=now, settings=settings, on_result=on_result, on_fulltext=on_fulltext, cancelled=cancelled)
    try:
        run.refresh(keys, offline=offline, force=force, on_start=on_start)
    finally:
        run.parsers.close()
    return run.sum_up()


class _Run:
    """One refresh on its way."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        settings: RefreshSettings,
        on_result: Callable[[RefreshResult], None],
        on_fulltext: Callable[[FulltextResult], None],
        cancelled: Callable[[], bool],
    ) -> None:
        self.parsers = Parsers(settings)
        self._store = store
        self._now = now
        self._settings = settings
        self._on_result = on_result
        self._on_fulltext = on_fulltext
        self._cancelled = cancelled
        self._started = time.monotonic()
        self._results: list[RefreshResult] = []
        self._sources: dict[str, Source] = {}
        self._fulltexts = 0

    def refresh(
        self, keys: Sequence[str] | None, *, offline: bool, force: bool, on_start: Callable[[int], None]
    ) -> None:
        """Refresh what is local, then what is not."""
        self._sources = {source.key: source for source in self._store.list_sources(subscribed=None)}
        chosen = self._choose(keys, force=force)
        local = [state for state in chosen if self._sources[state.source].kind in _LOCAL]
        remote = [state for state in chosen if self._sources[state.source].kind is SourceKind.FEED]
        if offline and keys is None:
            remote = []
        on_start(len(local) + len(remote))
        for state in local:
            if not self._cancelled():
                self._tell(self._settle(state.source, partial(self._refresh_local, state)))
        if offline:
            self._skip(remote, N_("{source} was not fetched: newstui is offline"))
        elif remote and not self._cancelled():
            self._refresh_feeds(remote, keys, force=force)
        if not offline:
            self._fetch_pages(keys)

    def sum_up(self) -> RefreshSummary:
        """Return what the refresh came to."""
        return RefreshSummary(
            total=len(self._results),
            new=sum(result.new for result in self._results),
            updated=sum(result.updated for result in self._results),
            failed=sum(result.status is RefreshStatus.FAILED for result in self._results),
            seconds=time.monotonic() - self._started,
            fulltexts=self._fulltexts,
        )

    def _choose(self, keys: Sequence[str] | None, *, force: bool) -> list[FeedState]:
        """Return the states of the sources to refresh, those that did well before first."""
        states = self._store.list_feed_states(keys)
        if keys is None:
            now = self._now()
            states = [
                state
                for state in states
                if self._sources[state.source].kind in _LOCAL or is_due(state, now) or (force and not state.gone)
            ]
        return sorted(states, key=lambda state: state.failures)

    def _refresh_local(self, state: FeedState) -> RefreshResult:
        return refresh_local(
            self._store,
            self._sources[state.source],
            state,
            parsers=self.parsers,
            now=self._now,
            settings=self._settings,
            cancelled=self._cancelled,
        )

    def _refresh_feeds(self, remote: Sequence[FeedState], keys: Sequence[str] | None, *, force: bool) -> None:
        wanted = {state.source for state in remote}
        with hold_lock(self._settings, self._cancelled) as held:
            if not held and self._cancelled():
                return
            if not held:
                self._skip(remote, N_("{source} was not fetched: another refresh is running"))
                return
            # Another refresh may have fetched some of them while this one waited for the lock.
            due = [state for state in self._choose(keys, force=force) if state.source in wanted]
            still_due = {state.source for state in due}
            for state in remote:
                if state.source not in still_due:
                    self._tell(
                        RefreshResult(source=state.source, status=RefreshStatus.SKIPPED, next_due=state.next_due)
                    )
            self._fetch(due)

    def _fetch(self, states: Sequence[FeedState]) -> None:
        """Fetch feeds in another thread and store in this one what it delivers."""
        self.parsers.start_ahead(sum(state.content_hash is None for state in states))
        from newstui.refresh.network import Network  # noqa: PLC0415  loads httpx

        outcomes: SimpleQueue[Outcome] = SimpleQueue()
        network = Network(
            states,
            settings=self._settings,
            parsers=self.parsers,
            now=self._now,
            languages={key: source.language for key, source in self._sources.items() if source.language},
            waits=self._store.pages.list_waits(self._now()),
            deliver=outcomes.put,
        )
        network.start()
        try:
            left = len(states)
            while left:
                batch = self._await_outcomes(outcomes, network, left)
                if not batch:
                    return
                left -= len(batch)
                with self._store.together():
                    results = [
                        self._settle(outcome.state.source, partial(self._store_outcome, outcome)) for outcome in batch
                    ]
                network.note_stored(sum(outcome.parsed is not None for outcome in batch))
                for result in results:
                    self._tell(result)
        finally:
            self.parsers.close()
            network.stop()

    def _fetch_pages(self, keys: Sequence[str] | None) -> None:
        """Fetch the pages that these sources' rules ask for; another refresh that runs does it as well."""
        if self._cancelled() or not self._store.pages.list_due(self._now(), keys):
            return
        from newstui.refresh.fulltext import fetch_fulltexts  # noqa: PLC0415  loads httpx

        with hold_lock(self._settings, self._cancelled) as held:
            if held:
                due = self._store.pages.list_due(self._now(), keys)
                fetch_fulltexts(
                    self._store,
                    choose_pages(due, self._settings.pages, self._settings.pages_in_all),
                    now=self._now,
                    settings=self._settings,
                    on_result=self._note_fulltext,
                    cancelled=self._cancelled,
                )

    def _note_fulltext(self, result: FulltextResult) -> None:
        self._fulltexts += result.error is None
        self._on_fulltext(result)

    def _await_outcomes(self, outcomes: SimpleQueue[Outcome], network: Network, left: int) -> list[Outcome]:
        """Return the next outcomes, to be stored together; none when the refresh was cancelled or no more can come."""
        batch: list[Outcome] = []
        weight = 0
        patience = 0.0
        while len(batch) < left and weight < _TOGETHER and not self._cancelled():
            alive = network.is_alive()
            try:
                outcome = outcomes.get(timeout=_BLINK if not batch else max(patience - time.monotonic(), 0))
            except Empty:
                if batch or not alive:
                    break
                continue
            if not batch:
                patience = time.monotonic() + _PATIENCE
            batch.append(outcome)
            weight += _WHOLE if outcome.parsed is not None else 1
        return [] if self._cancelled() else batch

    def _store_outcome(self, outcome: Outcome) -> RefreshResult:
        decision, feed = Decision(), None
        wanted: Sequence[str] = ()
        if outcome.parsed is not None:
            arrivals, feed = outcome.parsed.arrivals, outcome.parsed.feed
            known = self._store.find_known((key for arrival in arrivals for key in arrival.keys), dropped=True)
            decision = decide(arrivals, known, outcome.state.source)
            wanted = choose_wanted(self._sources[outcome.state.source].fulltext, decision.arrivals, known)
        state, result = conclude(outcome, decision, self._now(), self._settings)
        self._store.save_refresh(
            state.source,
            now=self._now(),
            state=state,
            result=result,
            title=feed.title if feed else None,
            site=feed.site if feed else None,
            language=feed.language if feed else None,
            arrivals=decision.arrivals,
            seen=decision.seen,
            wanted=wanted,
        )
        return result

    def _settle(self, source: str, store: Callable[[], RefreshResult]) -> RefreshResult:
        """Return what storing comes to; a source that was removed while it was refreshed is no more than that."""
        try:
            return store()
        except UsageError as error:
            return RefreshResult(source=source, status=RefreshStatus.SKIPPED, error=error)

    def _skip(self, states: Sequence[FeedState], reason: str) -> None:
        """Tell of sources that were left as they are, and why."""
        for state in states:
            error: NewstuiError = UsageError(reason, source=state.url)
            self._tell(
                RefreshResult(source=state.source, status=RefreshStatus.SKIPPED, error=error, next_due=state.next_due)
            )

    def _tell(self, result: RefreshResult) -> None:
        result = replace(result, title=self._sources[result.source].title)
        self._results.append(result)
        self._on_result(result)
