"""Sources: what the user adds; feeds: the syndicated channels among them; what a refresh of one came to."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from newstui.errors import NewstuiError
from newstui.model.fulltext import FulltextRule
from newstui.model.rule import Notice
from newstui.record import record


class SourceKind(StrEnum):
    """What a source is; the values are the ones that `sources --json` prints."""

    FEED = "feed"
    FILE = "file"
    DIRECTORY = "directory"
    ACCOUNT = "account"


@record(kw_only=True)
class Source:
    """What the user added, and how it is.

    `key` is what articles carry and every SOURCE argument takes. `last_status` is the last refresh's result,
    `last_error` its translated or English message. `subscribed` is False for what was opened without being added.
    `fulltext` is when a refresh fetches the pages of its articles. `keep_days` and `keep_articles` are how long and how
    many of its articles are kept: 0 for all, None as it holds for every source.
    """

    key: str
    kind: SourceKind
    title: str
    url: str | None = None
    path: str | None = None
    site: str | None = None
    folder: str | None = None
    language: str | None = None
    subscribed: bool = True
    fulltext: FulltextRule = FulltextRule.NEVER
    keep_days: int | None = None
    keep_articles: int | None = None
    articles: int = 0
    unread: int = 0
    last_status: str | None = None
    last_error: NewstuiError | None = None
    http_status: int | None = None
    last_good: datetime | None = None
    next_due: datetime | None = None


class FeedOrigin(StrEnum):
    """How a feed's address became known."""

    GIVEN = "given"
    """The address that was asked about is a feed itself."""
    KNOWN = "known"
    """It follows from the address of a page of a well-known site."""
    DECLARED = "declared"
    """The page names it in its head, or its server in a header."""
    LINKED = "linked"
    """The page, or one that it links to, links to it."""
    GUESSED = "guessed"
    """It lies where feeds usually lie."""


@record(kw_only=True)
class FeedCandidate:
    """A feed that was found for an address. `kind` is "atom", "rss", "rdf" or "json", None where nothing says it."""

    url: str
    title: str | None = None
    kind: str | None = None
    language: str | None = None
    origin: FeedOrigin = FeedOrigin.GIVEN


class RefreshStatus(StrEnum):
    """What a refresh of one source came to; the values are the ones that `refresh --json` prints."""

    NEW = "new"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"


@record(kw_only=True)
class RefreshResult:
    """What a refresh of one source came to; `new` and `updated` count articles, `arrived` are the ids of both."""

    source: str
    status: RefreshStatus
    title: str = ""
    http_status: int | None = None
    new: int = 0
    updated: int = 0
    error: NewstuiError | None = None
    next_due: datetime | None = None
    arrived: tuple[str, ...] = ()


@record(kw_only=True)
class RefreshSummary:
    """What a refresh came to over all sources; `fulltexts` counts the pages whose full text was stored.

    `notices` are what the rules have to tell of what arrived.
    """

    total: int
    new: int
    updated: int
    failed: int
    seconds: float
    fulltexts: int = 0
    notices: tuple[Notice, ...] = ()
