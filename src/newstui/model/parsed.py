"""What parsers give: articles and feeds, and what of it is on its way into the store.

It comes through pipes, and whoever reads it looks up what each field is: so all of that is loaded here, early.
"""

from __future__ import annotations

from datetime import datetime

from newstui.model.article import Edition, Enclosure, LanguageOrigin
from newstui.model.document import Document
from newstui.model.feed import NO_REST, RestTimes
from newstui.record import record


@record(kw_only=True)
class ParsedArticle:
    """An article as a source gives it, before the library has decided anything about it.

    All text is plain and clean (see text.clean). `guid` is the feed's own identifier, or a file's absolute path.
    Dates are aware and in UTC. `editions` are those that the source itself declares or lists, never available ones.
    """

    guid: str | None
    title: str
    document: Document
    summary: str | None = None
    url: str | None = None
    path: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str | None = None
    language_origin: LanguageOrigin | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    image: str | None = None
    editions: tuple[Edition, ...] = ()
    translation_of: str | None = None
    """Front matter's own word for the story that this file is an edition of: a path, an address or a shared slug."""
    overruled: str | None = None
    """The language that the source declares, where the text is plainly in another."""


@record(kw_only=True)
class ParsedFeed:
    """A feed as its bytes give it. `interval` in seconds is how often it asks to be fetched at most, `rest` is when not.

    `is_cut`: it broke off within an entry, which is not among its articles.
    """

    title: str | None
    articles: tuple[ParsedArticle, ...]
    site: str | None = None
    language: str | None = None
    interval: int | None = None
    rest: RestTimes = NO_REST
    is_cut: bool = False


@record
class Arrival:
    """An article on its way into the store: new, or with a content that differs from the stored one.

    `keys` are the identities by which it is found again (text.identity), the first of them makes the id of a new one.
    `body` is its document as the store keeps it, where that was made beforehand; then `article` comes without it.
    """

    id: str
    keys: tuple[str, ...]
    article: ParsedArticle
    content_hash: bytes
    body: bytes | None = None
