"""Full text: what a feed leaves out and the article's own page says."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from newstui.errors import NewstuiError
from newstui.record import record


class FulltextRule(StrEnum):
    """When a refresh fetches the pages of a source's articles; the values are the ones of `add --fulltext`."""

    NEVER = "never"
    SHORT = "short"
    """When the feed gives less than a paragraph."""
    ALWAYS = "always"


@record(kw_only=True)
class WantedPage:
    """The page of a stored article, to be fetched for its full text.

    `feed_url` is the address of the source that the article came by, if it is a feed: what the user trusts. `attempts`
    counts those that failed, `next_try` is when a refresh asks, None for never. `language` is the article's, where it
    is more than a guess. `source` is the key of the source whose rule wants it.
    """

    article: str
    url: str | None
    title: str
    feed_url: str | None = None
    language: str | None = None
    source: str | None = None
    attempts: int = 0
    next_try: datetime | None = None


@record
class FulltextResult:
    """What fetching the full text of an article came to; `done` of `total` are through, this one included."""

    article: str
    done: int
    total: int
    error: NewstuiError | None = None


@record
class FulltextFailure:
    """What is kept of a page that could not be had.

    `next_try` is when a refresh asks again, None for never; `retry_at` until when the server asked to be left alone.
    """

    error: NewstuiError
    attempts: int
    next_try: datetime | None = None
    retry_at: datetime | None = None
