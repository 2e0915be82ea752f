"""A refresh with the user's settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from newstui.model import FulltextResult, RefreshResult, RefreshSummary

if TYPE_CHECKING:
    from newstui.config import Settings
    from newstui.fetch import FetchSettings
    from newstui.library.facade import Library
    from newstui.refresh import RefreshSettings


def ignore(*_: Any) -> None:
    """Take a callback's arguments and do nothing."""


def never() -> bool:
    """Say that nobody has cancelled."""
    return False


def fetch_settings(settings: Settings) -> FetchSettings:
    """Return the network's limits as the user set them."""
    from newstui.fetch import FetchSettings

    return FetchSettings(
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
    keys: Sequence[str] | None,
    *,
    force: bool,
    on_start: Callable[[int], None],
    on_result: Callable[[RefreshResult], None],
    on_fulltext: Callable[[FulltextResult], None],
    cancelled: Callable[[], bool],
) -> RefreshSummary:
    """Refresh these sources, or with None what is due; one refresh at a time over all processes."""
    from newstui.refresh import refresh_sources

    return refresh_sources(
        library.store,
        keys=keys,
        now=library.now,
        settings=refresh_settings(library),
        offline=library.offline,
        force=force,
        on_start=on_start,
        on_result=on_result,
        on_fulltext=on_fulltext,
        cancelled=cancelled,
    )
