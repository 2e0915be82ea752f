"""How a refresh goes about its work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from newstui.fetch import FetchSettings
from newstui.sources.feeds import FeedLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshSettings:
    """How a refresh goes about its work.

    `parsers` is how many processes parse, `parse_timeout` how many seconds one feed may take there.
    `lock` is the file that lets only one refresh run at a time, over all processes; `lock_timeout` is how many
    seconds a second one waits for the first.
    """

    fetch: FetchSettings = FetchSettings()
    limits: FeedLimits = FeedLimits()
    parsers: int = 2
    parse_timeout: float = 20.0
    minimum_interval: timedelta = timedelta(minutes=15)
    maximum_interval: timedelta = timedelta(hours=24)
    lock: Path | None = None
    lock_timeout: float = 0.0
