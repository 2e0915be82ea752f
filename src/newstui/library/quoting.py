"""Quotations of stored articles: found once by each version of the rules, then kept."""

from __future__ import annotations

from newstui.model import Article, Document, Quote
from newstui.store import Store
from newstui.text.quotes import RULES_VERSION, find_quotes


def quotes_of(article: Article, document: Document) -> tuple[Quote, ...]:
    """Find an article's quotations."""
    return find_quotes(document, title=article.title, summary=article.summary, language=article.language)


def list_quotes(store: Store, article: Article, document: Document) -> tuple[Quote, ...]:
    """Return a stored article's quotations, and store them if they had to be found."""
    kept = store.list_quotes(article.id, RULES_VERSION)
    if kept is not None:
        return kept
    found = quotes_of(article, document)
    store.save_quotes(article.id, found, RULES_VERSION)
    return found


def work_through(store: Store, limit: int) -> int:
    """Find the quotations of up to `limit` articles in which this version of the rules has not looked."""
    waiting = store.list_unquoted(RULES_VERSION, limit)
    for article in store.get_articles(waiting):
        list_quotes(store, article, store.get_document(article.id))
    return len(waiting)
