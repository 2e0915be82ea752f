"""Editions that a page declares and nobody has fetched: fetched when the reader asks for one, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.errors import N_, FetchError, SourceError, UsageError
from newstui.library import tying
from newstui.library.refreshing import refresh_settings
from newstui.model import Arrival, Article, Edition, Reason, SourceKind
from newstui.text.identity import article_id as make_id
from newstui.text.identity import place_key
from newstui.text.languages import is_one_language, matches

if TYPE_CHECKING:
    from newstui.library.facade import Library


def fetch_edition(library: Library, article_id: str, url: str) -> str:
    """Fetch the edition that an article declares at an address, store it beside it, and return its id.

    It is listed by the article's source, and goes when that goes. Raises UsageError, FetchError, SourceError.
    """
    article = library.get_article(article_id)
    edition = next((edition for edition in article.editions if edition.url == url), None)
    if edition is None:
        raise UsageError(N_("{url}: the article declares no edition at this address"), url=url)
    if edition.id is not None and edition.available:
        return edition.id
    if library.offline:
        raise FetchError(N_("{url}: not fetched, since --offline was given"), url=url)
    arrival = _fetch(library, article, edition, url)
    store = library.store
    known = store.find_known(arrival.keys)
    other = next((known[key].id for key in arrival.keys if key in known), None)
    if other is None:
        other = arrival.id
        store.save_article(_find_source(library, article, url), arrival, now=library.now())
    store.ties.tie(article.id, other, Reason.DECLARED)
    tying.tie_arrivals(store, [other])
    if article.status.read:
        store.mark([other], read=True, now=library.now())  # what the reader asked for is no news
    return other


def _fetch(library: Library, article: Article, edition: Edition, url: str) -> Arrival:
    from newstui.refresh.fulltext import fetch_article

    # What is trusted for the article is trusted for its edition: the source's own host, nothing else at home.
    (page,) = library.store.pages.get([article.id])
    page = replace(page, url=url, title=edition.title or article.title, language=edition.language or None)
    arrival = fetch_article(library.store, page, now=library.now, settings=refresh_settings(library))
    found = arrival.article
    if found.language and matches(edition.language, found.language):
        # A page often says less than what leads to it: "pt" where that says "pt-PT".
        found = replace(found, language=edition.language)
    if found.language and article.language and is_one_language(found.language, article.language):
        raise SourceError(N_("{url}: the page there is in the language of this article, and no other edition"), url=url)
    return _name_by_address(library, article, replace(arrival, article=found), url)


def _name_by_address(library: Library, article: Article, arrival: Arrival, url: str) -> Arrival:
    """Have the edition known by the address that was declared, and by no identity of the article that declares it."""
    known = library.store.find_known(arrival.keys)
    keys = [key for key in arrival.keys if key not in known or known[key].id != article.id]
    own = place_key(url=url)
    keys = list(dict.fromkeys([*([own] if own else ()), *keys]))
    if not keys:
        raise SourceError(N_("{url}: the server leads to its front page instead of the article"), url=url)
    found = arrival.article
    return replace(arrival, id=make_id(keys[0]), keys=tuple(keys), article=replace(found, url=found.url or url))


def _find_source(library: Library, article: Article, url: str) -> str:
    """Return the key of the source that lists the edition: the article's, or one for the address alone."""
    if article.source is not None:
        return article.source
    title = article.source_title or url
    return library.store.add_source(kind=SourceKind.FEED, title=title, url=url, subscribed=False, now=library.now()).key
