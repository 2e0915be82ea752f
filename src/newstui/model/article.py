"""Articles: what is read, in one language; the stories that they are editions of; what the reader did with them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from newstui.errors import NewstuiError
from newstui.model.heading import Group
from newstui.record import record

if TYPE_CHECKING:
    from newstui.model.document import Document
    from newstui.model.quote import Quote


class LanguageOrigin(StrEnum):
    """How an article's language is known."""

    DECLARED = "declared"
    CONFIGURED = "configured"
    DETECTED = "detected"


class Reason(StrEnum):
    """What ties an edition to its story, strongest first."""

    USER = "user"
    NAME = "name"
    DECLARED = "declared"
    FEED = "feed"
    MATCHED = "matched"
    LISTED = "listed"


@record
class Enclosure:
    """A file that comes with an article. `length` in bytes, `duration` in seconds."""

    url: str
    type: str | None = None
    length: int | None = None
    duration: int | None = None


@record
class Edition:
    """A story in one language, seen from another edition of it.

    `id` where the article is in the library, `path` where it is a file. `available`: its text is here, to be read
    without the network. `read`: this edition was opened. LISTED alone means that the text names the language and nothing
    more is known.
    """

    language: str
    title: str | None = None
    id: str | None = None
    url: str | None = None
    path: str | None = None
    available: bool = False
    reason: Reason = Reason.DECLARED
    read: bool = False


@record
class Status:
    """What the reader or a rule did with an article; it outlives the article.

    `folder` is where it stands in place of its source's own folder.
    """

    read: bool = False
    starred: bool = False
    archived: bool = False
    arrived_at: datetime | None = None
    hidden: bool = False
    folder: str | None = None
    tags: tuple[str, ...] = ()


@record
class StatusChange:
    """What an article's status was before a mark changed it: what an undo puts back; tags of None were not changed."""

    id: str
    read: bool
    starred: bool
    read_at: datetime | None = None
    hidden: bool = False
    folder: str | None = None
    tags: tuple[str, ...] | None = None


@record
class Revision:
    """What an article said before it was changed; `seen_at` is when this wording was first seen.

    `fulltext`: its page said so, not its feed.
    """

    seen_at: datetime
    title: str
    summary: str | None
    document: Document
    fulltext: bool = False


@record(kw_only=True)
class Article:
    """What is read, in one language, without its body.

    `id` is 13 characters of base 32, the same for the same article on every machine and for ever.
    `source` is the key of a source that it arrived by, None for a file that was opened without being subscribed to.
    `fulltext_at` is when its full text was fetched, None where there is none; `shows_fulltext`: that is what is read,
    and not what the feed said. `image` is the address of its lead image, which need not stand in its text.
    `overruled` is the language that its source declares, where the text is plainly in another.
    """

    id: str
    title: str
    source: str | None = None
    source_title: str | None = None
    url: str | None = None
    path: str | None = None
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    language_origin: LanguageOrigin | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    editions: tuple[Edition, ...] = ()
    status: Status = Status()
    fulltext_at: datetime | None = None
    shows_fulltext: bool = False
    image: str | None = None
    overruled: str | None = None


@record
class Position:
    """Where a reader is in an article, in words that hold for another width and another edition.

    `block` is a block's number, or model.TITLE or model.SUMMARY. `row` is where its first line stands on the screen,
    negative when it has scrolled off above; then `offset` is where in the block's text the screen's first line begins
    (code points), and decides. With both above zero the line with `offset` stands on `row`.
    """

    block: int
    row: int = 0
    offset: int = 0


@record
class Reading:
    """An article with everything that is shown beside it. `place` is where it was left, None for its top.

    `missing` is why the text of the article's page is not here, though it was asked for.
    """

    article: Article
    document: Document
    quotes: tuple[Quote, ...] = ()
    place: Position | None = None
    missing: NewstuiError | None = None


@record(kw_only=True)
class Headline:
    """One row of a list: a story, in the first edition that the reader's languages ask for.

    `story` is the story's number in the store, `id` the article that is shown. `languages` are those that the story
    can be read in here, the shown one first; `declared` those that are only known of.
    `at` is when it was published, or arrived if its source says nothing or lies in the future.
    The row of a single edition, beneath its story's, has the edition's number as `beneath`, and says whether that was
    `opened`; `read` and `starred` are its story's.
    """

    story: int
    id: str
    title: str
    source_title: str
    at: datetime
    language: str | None
    languages: tuple[str, ...] = ()
    declared: tuple[str, ...] = ()
    read: bool = False
    starred: bool = False
    beneath: int = 0
    opened: bool = False

    @property
    def key(self) -> int:
        """The number of the row in its list: the story's, below zero for one that stands beneath its story's."""
        return -self.beneath or self.story


class Order(StrEnum):
    """In which order a list has its stories; within the last three, the newest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    UNREAD = "unread"
    SOURCE = "source"
    TITLE = "title"


@record(kw_only=True)
class View:
    """What a list holds. All that are given must hold; none given: everything.

    `sources` narrows to sources by their keys, `folder` to a folder and `tag` to a tag by its name. `hidden`: the stories
    that are hidden, which no other list holds. With a `query` (text.query) only `unread` and `starred` count beside it.
    With `editions` those that a story's own row does not show have rows beneath it; with a `group` rows that are headings
    stand between the stories (model.heading). `newer_than`: only the stories that came later than the one of this number.
    """

    sources: tuple[str, ...] = ()
    folder: str | None = None
    unread: bool = False
    starred: bool = False
    language: str | None = None
    tag: str | None = None
    hidden: bool = False
    query: str | None = None
    editions: bool = False
    order: Order = Order.NEWEST
    group: Group = Group.NONE
    newer_than: int = 0
