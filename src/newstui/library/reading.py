"""Reading a TARGET without subscribing to it: nothing is stored, but what is known of it is shown with it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, FetchError, UsageError
from newstui.library import local
from newstui.library.quoting import quotes_of
from newstui.model import Article, Edition, ParsedArticle, Reading
from newstui.text.article_language import tell_language
from newstui.text.identity import article_id, identity_keys

if TYPE_CHECKING:
    from newstui.library.facade import Library

NO_SUCH_TARGET: Final = N_("{target}: no such file, directory, address or article")
_MATCHING: Final = 20.0
"""How many seconds finding the editions of TARGETs may take, where nobody has looked for them yet."""
ADDRESS: Final = re.compile(r"https?://[^\s]+", re.IGNORECASE)


class Reader:
    """Reads TARGETs for one call; directories are listed once however many of their files are read."""

    def __init__(self, library: Library, *, matching: bool = False) -> None:
        self._library = library
        self._matching = matching
        self._siblings = local.Siblings()

    def read(self, target: str) -> list[Reading]:
        """Return the articles that a TARGET holds: one for a file, a page or an id, many for a directory or a feed."""
        if ADDRESS.fullmatch(target):
            return self._read_address(target)
        path = Path(target).expanduser()
        if path.is_dir():
            return [reading for file in local.list_articles(path) for reading in self._read_file(file)]
        if path.exists():
            return self._read_file(path)
        return [self._read_stored(target)]

    def _read_stored(self, target: str) -> Reading:
        article = self._library.store.articles.find(target)
        if article is None:
            raise UsageError(NO_SUCH_TARGET, target=target)
        self._look_for_editions(article.id)
        return self._library.get_reading(article.id)

    def _read_file(self, path: Path) -> list[Reading]:
        path = path.absolute()
        return [self.make_reading(parsed, self._siblings.find(path)) for parsed in local.read_file(path)]

    def _read_address(self, url: str) -> list[Reading]:
        from newstui.library.refreshing import fetch_settings

        if self._library.offline:
            raise FetchError(N_("{url}: not fetched, since --offline was given"), url=url)
        from newstui.fetch.client import fetch_page

        response = fetch_page(url, fetch_settings(self._library.settings))
        return [self.make_reading(parsed) for parsed in local.read_response(response)]

    def _look_for_editions(self, article_id: str) -> None:
        """Compare what waits, once, where that was asked for and the article is among it."""
        if self._matching and self._library.store.fingerprints.is_waiting(article_id):
            self._library.match_waiting(seconds=_MATCHING)
            self._matching = False

    def make_reading(self, parsed: ParsedArticle, siblings: tuple[Edition, ...] = ()) -> Reading:
        """Give a parsed article its id, language, status, editions and quotations."""
        key = identity_keys(parsed, None)[0]
        known = self._library.store.find_known([key]).get(key)
        id_ = known.id if known else article_id(key)
        parsed = tell_language(parsed)
        if known:
            self._look_for_editions(id_)
        stored = self._library.store.editions.list_others(id_) if known else ()
        apart = self._library.store.ties.list_apart(id_) if known else frozenset()
        article = Article(
            id=id_,
            title=parsed.title,
            url=parsed.url,
            path=parsed.path,
            summary=parsed.summary,
            authors=parsed.authors,
            published=parsed.published,
            updated=parsed.updated,
            language=parsed.language,
            language_origin=parsed.language_origin,
            overruled=parsed.overruled,
            categories=parsed.categories,
            enclosures=parsed.enclosures,
            image=parsed.image,
            status=self._library.store.get_status(id_),
        )
        article = replace(article, editions=_merge(article, _leave_out(siblings, apart), stored, parsed.editions))
        return Reading(article, parsed.document, quotes_of(article, parsed.document))


def _leave_out(editions: tuple[Edition, ...], apart: frozenset[str]) -> tuple[Edition, ...]:
    """Return the editions that the user has not set apart."""
    return tuple(edition for edition in editions if edition.id not in apart) if apart else editions


def _merge(article: Article, *groups: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Put groups of editions together, the earlier ones stronger; one that is only listed says nothing beside a real one."""
    merged: list[Edition] = []
    for edition in (edition for group in groups for edition in group):
        same_place = any(_place(edition) == _place(other) for other in merged)
        taken = edition.language == article.language or any(edition.language == other.language for other in merged)
        if same_place if _place(edition) else taken:
            continue
        merged.append(edition)
    return tuple(merged)


def _place(edition: Edition) -> str | None:
    return edition.path or edition.url or edition.id
