"""Editions that the reader looks for: what an article's page declares, and where it says nothing its site's sitemaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newstui.errors import N_, FetchError, NewstuiError, SourceError
from newstui.library import tying
from newstui.library.refreshing import refresh_settings
from newstui.model import Article, Edition, Reason

if TYPE_CHECKING:
    from newstui.library.facade import Library


@dataclass(frozen=True, slots=True)
class FoundEditions:
    """The editions that were found with an address; where there are none, `problem` is what stood in the way, if anything."""

    editions: tuple[Edition, ...] = ()
    problem: NewstuiError | None = None


def find_editions(library: Library, article_id: str, cancelled: Callable[[], bool]) -> FoundEditions:
    """Look for what declares other editions of an article, and keep what is found; none of them is fetched.

    Asks for its page, unless that is here and declares some, then for its site's sitemaps. Takes seconds. Raises
    UsageError for an unknown id, SourceError for an article without an address, FetchError offline and where the site
    cannot be reached at all.
    """
    article = library.get_article(article_id)
    if not article.url or not article.url.startswith(("http://", "https://")):
        raise SourceError(N_("{title}: this article has no address that could be fetched"), title=article.title)
    if library.offline:
        raise FetchError(N_("{url}: not fetched, since --offline was given"), url=article.url)
    known = _keep_located(article.editions)
    if known:
        return FoundEditions(known)
    found = _ask_page(library, article)
    if not found.editions and not cancelled():
        found = _ask_sitemaps(library, article, found.problem, cancelled)
    if found.editions and not cancelled():
        library.store.ties.keep_found(article.id, found.editions)
        tying.tie_arrivals(library.store, [article.id])
    return found


def _ask_page(library: Library, article: Article) -> FoundEditions:
    """What the article's page declares, unless that is known since its full text was fetched."""
    if article.fulltext_at is not None:
        return FoundEditions()
    from newstui.refresh.fulltext import fetch_article

    (page,) = library.store.pages.get([article.id])
    try:
        arrival = fetch_article(library.store, page, now=library.now, settings=refresh_settings(library))
    except (FetchError, SourceError) as error:
        return FoundEditions(problem=error)
    return FoundEditions(_keep_located(arrival.article.editions))


def _ask_sitemaps(
    library: Library, article: Article, problem: NewstuiError | None, cancelled: Callable[[], bool]
) -> FoundEditions:
    from newstui.library.sitemap_search import search_sitemaps
    from newstui.text.edition_links import choose_editions

    survey = search_sitemaps(library, article, cancelled)
    editions = choose_editions(survey.alternates, article.url, article.language)
    return FoundEditions(editions, None if editions else problem or survey.problem)


def _keep_located(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Those that are here or that have an address: what is only listed says nothing of where it is."""
    return tuple(each for each in editions if each.id or (each.url and each.reason is not Reason.LISTED))
