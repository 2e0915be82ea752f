"""Full texts: fetched when the reader asks, or by a source's rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, FetchError
from newstui.library import refreshing, tying
from newstui.library.subscribing import get_source
from newstui.model import FulltextResult, FulltextRule, Reading, Source, View
from newstui.text.teaser import is_teaser

if TYPE_CHECKING:
    from newstui.library.facade import Library

_NEWEST: Final = 50
"""How many of the articles that a source has already are fetched when its rule is set."""


class Fulltexts:
    """The full texts of a library's articles."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def fetch(self, article_id: str, *, cancelled: Callable[[], bool] = refreshing.never) -> Reading:
        """Fetch an article's page and return the article with its full text, which is shown from now on; some seconds.

        Raises FetchError or SourceError when it cannot be had, WallError (a SourceError) when the page shows something
        else in its place; what the feed said stays then. Raises UsageError if there is no such article.
        """
        results: list[FulltextResult] = []
        self.fetch_many([article_id], on_result=results.append, cancelled=cancelled)
        if not results:
            raise FetchError(N_("The full text was not fetched: cancelled"))
        if results[0].error:
            raise results[0].error
        return self._library.get_reading(article_id)

    def fetch_many(
        self,
        article_ids: Sequence[str],
        *,
        on_result: Callable[[FulltextResult], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> None:
        """Fetch the pages of many articles at once, show their full texts, and tell of each as it comes.

        The editions that they declare are tied. Raises UsageError, FetchError.
        """
        library = self._library
        articles = [library.get_article(article_id) for article_id in article_ids]
        if library.offline and articles:
            raise FetchError(
                N_("{url}: not fetched, since --offline was given"), url=articles[0].url or articles[0].title
            )
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
            settings=refreshing.refresh_settings(library),
            by_hand=True,
            on_result=collect,
            cancelled=cancelled,
        )
        tying.tie_arrivals(library.store, fetched)

    def show_feed_text(self, article_id: str, prefer_feed: bool) -> Reading:
        """Show what the feed said from now on, or again the full text, and return the article so."""
        library = self._library
        library.store.pages.show_feed_text(library.get_article(article_id).id, prefer_feed=prefer_feed)
        return library.get_reading(article_id)

    def set_rule(self, reference: str, rule: FulltextRule) -> Source:
        """Say when refreshes fetch the pages of a source's articles; the next one begins with its newest unread ones."""
        store = self._library.store
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
        store.pages.want(source.key, wanted, self._library.now())
        return source
