"""What other programs' files hold: subscriptions, and articles with what their reader did with them."""

from __future__ import annotations

from datetime import datetime

from newstui.errors import NewstuiError
from newstui.model.fulltext import FulltextRule
from newstui.record import record


@record(kw_only=True)
class Subscription:
    """A source as another program's file names it: by its `url`, or by its absolute `path`; `line` counts from 1."""

    line: int
    url: str | None = None
    path: str | None = None
    title: str | None = None
    site: str | None = None
    folder: str | None = None
    language: str | None = None
    fulltext: FulltextRule = FulltextRule.NEVER

    @property
    def address(self) -> str:
        """The URL or the path."""
        return self.url or self.path or ""


@record
class Remark:
    """What is to be said about a line of a file."""

    line: int
    words: NewstuiError


@record
class ForeignView:
    """A saved query of another program, in our query language; `line` counts from 1."""

    line: int
    name: str
    query: str


@record
class SubscriptionList:
    """What a file holds: `lost` are lines that cannot be taken over, `notes` what is different for those that can.

    `views` are queries that become views.
    """

    subscriptions: tuple[Subscription, ...] = ()
    lost: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    views: tuple[ForeignView, ...] = ()


@record(kw_only=True)
class NewsboatFeed:
    """A feed in a newsboat cache; `articles` counts those that were not deleted there."""

    url: str
    title: str
    site: str
    articles: int


@record(kw_only=True)
class NewsboatArticle:
    """An article in a newsboat cache, its texts as they are there. `guid` may be newsboat's own making."""

    guid: str
    title: str
    author: str
    url: str
    base: str
    content: str
    mime_type: str
    enclosure_url: str
    enclosure_type: str
    published: datetime | None
    unread: bool
    flags: str
    deleted: bool
