"""Tying what has arrived to the stories that it is an edition of, by what declares or names it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from newstui.library.local import Siblings, file_id
from newstui.model import Article, Document, Edition, ParsedArticle, Reason
from newstui.store import Store
from newstui.text.identity import identity_keys

_BATCH = 500


def tie_arrivals(store: Store, ids: Sequence[str]) -> None:
    """Tie new and changed articles to those that their names or their own declarations make editions of one story."""
    siblings = Siblings()
    for start in range(0, len(ids), _BATCH):
        for article in store.get_articles(list(dict.fromkeys(ids[start : start + _BATCH]))):
            for edition in _declared(article, siblings):
                _tie(store, article, edition)


def _declared(article: Article, siblings: Siblings) -> Iterable[Edition]:
    if article.path:
        yield from siblings.find(Path(article.path))
    yield from (edition for edition in article.editions if edition.id is None and edition.reason is not Reason.LISTED)


def _tie(store: Store, article: Article, edition: Edition) -> None:
    if edition.path:
        other: str | None = file_id(edition.path)
        other = other if store.find_article(other or "") else None
    else:
        keys = identity_keys(ParsedArticle(guid=None, title="", document=Document(), url=edition.url), None)
        known = store.find_known(keys)
        other = next((known[key].id for key in keys if key in known), None)
    if other and other != article.id:
        store.tie(article.id, other, edition.reason)
