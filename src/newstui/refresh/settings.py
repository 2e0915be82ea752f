"""How a refresh goes about its work."""

from __future__ import annotations

from dataclasses import field
from datetime import timedelta
from pathlib import Path

from newstui.fetch import FetchSettings
from newstui.record import record
from newstui.sources.feeds import FeedLimits


@record(kw_only=True)
class RefreshSettings:
    """How a refresh goes about its work.

    `parsers` is how many processes parse, `parse_timeout` how many seconds one feed or file may take there,
    `parse_memory` how many bytes of address space such a process may have.
    `pages` is how many articles' own pages one refresh fetches at most for one source, `pages_in_all` for all of them.
    `programs`: programs may be sources, and are run. `lock` is the file that lets only one refresh run at a time, over all processes; `lock_timeout` is how many
    seconds a second one waits for the first.
    """

    fetch: FetchSettings = field(default_factory=FetchSettings)
    limits: FeedLimits = field(default_factory=FeedLimits)
    parsers: int = 2
    parse_timeout: float = 20.0
    parse_memory: int = 1536 * 1024 * 1024
    pages: int = 50
    pages_in_all: int = 500
    minimum_interval: timedelta = timedelta(minutes=15)
    maximum_interval: timedelta = timedelta(hours=24)
    programs: bool = False
    lock: Path | None = None
    lock_timeout: float = 0.0
