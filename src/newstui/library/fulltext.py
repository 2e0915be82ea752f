"""Full texts: fetched when the reader asks, or by a source's rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, FetchError
from newstui.library import tying
from newstui.library.refreshing import refresh_settings
from newstui.library.subscribing import get_source
from newstui.model import FulltextResult, FulltextRule, Reading, Source, View
from newstui.text.teaser import is_teaser

if TYPE_CHECKING:
    from newstui.library.facade import Library

_NEWEST: Final = 50
"""How many of the articles that a source has already are fetched when its rule is set."""


def fetch_fulltext(library: Library, article_id: str, cancelled: Callable[[], bool]) -> Reading:
    """Fetch one article's page; raises UsageError, FetchError, SourceError."""
    results: list[FulltextResult] = []
    fetch_fulltexts(library, [article_id], results.append, cancelled)
    if not results:
        raise FetchError(N_("The full text was not fetched: cancelled"))
    if results[0].error:
        raise results[0].error
    return library.get_reading(article_id)


def fetch_fulltexts(
    library: Library,
    article_ids: Sequence[str],
    on_result: Callable[[FulltextResult], None],
    cancelled: Callable[[], bool],
) -> None:
    """Fetch the pages of these articles, show their full texts, and tie the editions that they declare."""
    articles = [library.get_article(article_id) for article_id in article_ids]
    if library.offline and articles:
        raise FetchError(N_("{url}: not fetched, since --offline was given"), url=articles[0].url or articles[0].title)
    from newstui.refresh.fulltext import fetch_fulltexts

    fetched: list[str] = []

    def collect(result: FulltextResult) -> None:
        if result.error is None:
            library.store.pages.show_feed_text(result.article, prefer_feed=False)
            fetched.append(result.article)
        on_result(result)

    fetch_fulltexts(
        library.store,
        library.store.pages.get(list(dict.fromkeys(article.id for article in articles))),
        now=library.now,
        settings=refresh_settings(library),
        by_hand=True,
        on_result=collect,
        cancelled=cancelled,
    )
    tying.tie_arrivals(library.store, fetched)


def set_rule(library: Library, reference: str, rule: FulltextRule) -> Source:
    """Keep a source's rule, and let the next refresh fetch what it asks for of the newest unread articles."""
    store = library.store
    source = store.update_source(get_source(store, reference).key, fulltext=rule)
    most = 0 if rule is FulltextRule.NEVER else _NEWEST
    wanted = [
        article.id
        for article in store.articles.list_newest(View(sources=(source.key,), unread=True), most)
        if article.source == source.key
        and article.url
        and not (article.path or article.fulltext_at)
        and (
            rule is FulltextRule.ALWAYS
            or is_teaser(article.summary, store.articles.get_document(article.id, feed=True))
        )
    ]
    store.pages.want(source.key, wanted, library.now())
    return source
