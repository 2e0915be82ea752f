"""What a process that parses is asked to do, and what it answers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from newstui.model import Arrival, ParsedFeed
from newstui.record import record
from newstui.sources.feeds import FeedLimits


@record(kw_only=True)
class FeedJob:
    """A feed's bytes. `scopes` are its addresses, the present one first; `language` is what the user says it is in."""

    body: bytes
    url: str
    content_type: str | None
    scopes: tuple[str, ...]
    language: str | None
    limits: FeedLimits
    now: datetime


@record(kw_only=True)
class FileJob:
    """A file, which may hold an article or a feed."""

    path: Path
    language: str | None
    limits: FeedLimits
    now: datetime


@record(kw_only=True)
class PageJob:
    """The page of an article, for its full text. `language` is the article's, where that is more than a guess."""

    body: bytes
    url: str
    content_type: str | None
    link_header: str | None
    language: str | None
    now: datetime


Job = FeedJob | FileJob | PageJob


class Parsed(Struct, frozen=True, tag=True):
    """What a job came to; `feed` comes without its articles, which are in `arrivals`, and is None for an article.

    `wall` is what a page shows instead of its article (the value of a sources.page.Wall); then there are no arrivals.
    """

    arrivals: tuple[Arrival, ...]
    feed: ParsedFeed | None = None
    wall: str | None = None


class Failure(Struct, frozen=True, tag=True):
    """A NewstuiError as plain values, since an exception does not travel."""

    template: str
    arguments: dict[str, int | float | str]
