"""One sitemap: the other sitemaps that it lists, or what it says of one page, read no further than needed.

Read with expat, which expands nothing here: a document type declaration, the one place for entities, ends the reading
where it begins. Names are taken without their namespaces, since files that forget to declare xhtml are many.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final
from xml.parsers import expat

from newstui.errors import N_, SourceError
from newstui.record import record
from newstui.sources.markup import resolve_link
from newstui.sources.sitemaps.unpacking import unpack
from newstui.text.dates import parse_date
from newstui.text.identity import canonical_url

_DEEPEST: Final = 16
_LONGEST: Final = 4096  # characters of an address
_MOST: Final = 1000  # alternates of one page
_MOST_LISTED: Final = 50_000  # sitemaps of an index: the protocol's limit
_WWW: Final = "https://www."


@record
class SitemapReference:
    """A sitemap that another one, or robots.txt, names. `changed` is when it was changed last, as far as that is said."""

    url: str
    changed: datetime | None = None


@record
class Sitemap:
    """What a sitemap says: the other ones that it lists, or for one page the tags and absolute addresses of its editions.

    `names_page`: the page has an entry of its own in it, with editions or without. One in a news sitemap does not count
    as long as it has none: those are often beside sitemaps that say more.
    """

    sitemaps: tuple[SitemapReference, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    names_page: bool = False


class _EnoughError(Exception):
    """Nothing that follows is wanted."""


class _ForeignError(Exception):
    """No sitemap: its root is another, or it has a document type declaration, as HTML and attacks have."""


def read_sitemap(body: bytes, address: str, page: str) -> Sitemap:
    """Return what the sitemap from `address` says of the page at the address `page`; 50 MB take some second.

    Reading ends with the page's own entry, or with one that names the page as an alternate, which sites do that list
    one language only. What is broken is read as far as it goes. Raises SourceError for what is no sitemap, or too large.
    """
    reader = _Reader(address, page)
    try:
        for piece in unpack(body, address):
            reader.feed(piece)
        reader.feed(b"", last=True)
    except _EnoughError:
        pass
    except (_ForeignError, expat.ExpatError, LookupError, UnicodeError) as error:
        if not reader.is_sitemap:
            raise SourceError(N_("{url} is no sitemap"), url=address) from error
    return reader.take()


class _Reader:
    """Takes up what expat finds. An entry is a `url` or a `sitemap` element; what stands in it is forgotten at its end."""

    def __init__(self, address: str, page: str) -> None:
        self._address = address
        self._page = _fold(page)
        self._tail = _find_tail(page)
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _refuse
        self._depth = 0
        self._prefix = ""
        self._text: list[str] = []
        self._place = ""
        self._changed = ""
        self._links: list[tuple[str, str]] = []
        self._is_news = False
        self._begun = False
        self.is_sitemap = False
        self._listed: list[SitemapReference] = []
        self._alternates: tuple[tuple[str, str], ...] = ()
        self._names_page = False

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        """Go on; raises _EnoughError at the end of what is wanted, _ForeignError and ExpatError."""
        if not self._begun:  # white space before the XML declaration is a mistake that many make
            piece = piece.lstrip()
            self._begun = bool(piece)
        self._parser.Parse(piece, last)

    def take(self) -> Sitemap:
        """Return what has been found."""
        return Sitemap(tuple(self._listed), self._alternates, self._names_page)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            prefix, _, root = name.rpartition(":")
            self._prefix = f"{prefix}:" if prefix else ""
            self.is_sitemap = root in {"urlset", "sitemapindex"}
            if not self.is_sitemap:
                raise _ForeignError
        elif self._depth > _DEEPEST:
            raise _EnoughError
        elif self._depth == 2:
            self._place, self._changed, self._is_news = "", "", False
            self._links.clear()
        elif name.removeprefix(self._prefix) in {"loc", "lastmod"}:
            self._text.clear()
            self._parser.CharacterDataHandler = self._text.append
        elif name.rpartition(":")[2] == "link" and len(self._links) < _MOST:
            self._note_link(attributes)
        elif name.startswith("news:"):
            self._is_news = True

    def _note_link(self, attributes: dict[str, str]) -> None:
        href, tag = attributes.get("href", ""), attributes.get("hreflang", "")
        if href and tag and "alternate" in attributes.get("rel", "").lower().split():
            self._links.append((tag, href))

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth == 2:
            if self._parser.CharacterDataHandler is not None:
                self._parser.CharacterDataHandler = None
                self._note_text(name)
        elif self._depth == 1:
            self._finish_entry(name.removeprefix(self._prefix))

    def _note_text(self, name: str) -> None:
        text = "".join(self._text).strip()
        if name.removeprefix(self._prefix) == "loc":
            self._place = text
        else:
            self._changed = text

    def _finish_entry(self, kind: str) -> None:
        if kind == "sitemap" and len(self._listed) < _MOST_LISTED:
            url = resolve_link(self._place, self._address)
            if url and url.startswith("http"):
                self._listed.append(SitemapReference(url, parse_date(self._changed) if self._changed else None))
        elif kind == "url" and self._place and len(self._place) <= _LONGEST:
            self._look_at_page()

    def _look_at_page(self) -> None:
        """Keep what an entry says if it is the page's, or names the page among its editions."""
        own = self._is_page(self._place)
        if self._links and (own or self._names_in_passing()):
            place = resolve_link(self._place, self._address)
            found = [(tag, resolve_link(href, place)) for tag, href in self._links]
            self._alternates = tuple((tag, url) for tag, url in found if url and url.startswith("http"))
        elif not own or self._is_news:
            return
        self._names_page = True
        raise _EnoughError

    def _names_in_passing(self) -> bool:
        """Whether an entry of the page's own host names it among its editions: no host may speak for another."""
        place = _fold(resolve_link(self._place, self._address) or "")
        return _find_host(place) == _find_host(self._page) and any(self._is_page(href) for _, href in self._links)

    def _is_page(self, url: str) -> bool:
        return self._tail in url and _fold(resolve_link(url, self._address) or "") == self._page


def _refuse(*_: object) -> None:
    raise _ForeignError


def _fold(url: str) -> str:
    """An address as it compares; with and without "www." it is one site's page."""
    canonical = canonical_url(url)
    return "https://" + canonical.removeprefix(_WWW) if canonical.startswith(_WWW) else canonical


def _find_host(folded: str) -> str:
    return folded.removeprefix("https://").partition("/")[0].partition("?")[0]


def _find_tail(page: str) -> str:
    """What stands in every spelling of an address: the end of its path, where nothing of that could be escaped."""
    tail = _fold(page).partition("?")[0].rsplit("/", 1)[-1]
    return tail if tail.replace("-", "").isalnum() and tail.isascii() else ""
