"""How much of a feed is read."""

from __future__ import annotations

from typing import Final

from newstui.record import record


@record(kw_only=True)
class FeedLimits:
    """What a feed may cost; what is beyond is left out where that is sound, and refused where it is not.

    `bytes` is its size. `entries` and `tags` choose the newest entries of a longer one; feedparser needs about
    10 µs a tag, so that they stand for seconds without a clock. `depth` is how deep elements may nest.
    `title` and `summary` are code points.
    """

    bytes: int = 64 * 1024 * 1024
    entries: int = 10_000
    tags: int = 400_000
    depth: int = 1_000
    title: int = 2_000
    summary: int = 20_000


DEFAULT_LIMITS: Final = FeedLimits()
