"""What is shown of stories that were found: the reader's edition, and a piece of the text with the words in it."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from newstui.model import Article, Document
from newstui.model.search import Excerpt, SearchHit
from newstui.store.articles import get_articles, get_document
from newstui.store.columns import pack
from newstui.store.lists import load_headlines
from newstui.store.search import Found
from newstui.text.folding import UNSPACED_RUN
from newstui.text.query import Query
from newstui.text.query.snippet import cut_snippet, mark_text
from newstui.text.query.terms import Term, has_choice, list_terms


def load_hits(
    connection: apsw.Connection, query: Query, found: Sequence[Found], ladder: Sequence[str]
) -> list[SearchHit]:
    """What is shown of stories that were found, in their order, each in the edition that the ladder asks for."""
    terms = list_terms(query)
    # Of words of which one is enough, one is missing in most texts.
    forms = () if has_choice(query) else list_terms(query, forms=True)
    shown = {row.story: row.id for row in load_headlines(connection, [each.story for each in found], ladder)}
    rows = connection.execute(
        "SELECT a.number, a.id FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value",
        (pack(each.article for each in found),),
    )
    matched: dict[int, str] = dict(rows)
    kept = [each for each in found if each.story in shown and each.article in matched]
    ids = list(dict.fromkeys(article for each in kept for article in (shown[each.story], matched[each.article])))
    heads = dict(zip(ids, get_articles(connection, ids), strict=True))
    return [
        _make_hit(each, heads[shown[each.story]], source, get_document(connection, source.id), terms, forms)
        for each in kept
        for source in (heads[matched[each.article]],)
    ]


def find_excerpt(connection: apsw.Connection, query: Query, story: int, width: int) -> Excerpt | None:
    """The piece of a story's editions in which most of a query's words are found; None where none is, but in titles.

    `width` is in columns of a terminal, of which Japanese and Chinese characters take two.
    """
    terms, forms = list_terms(query), list_terms(query, forms=True)
    rows = connection.execute("SELECT id FROM articles WHERE story = ? ORDER BY number", (story,))
    best: Excerpt | None = None
    for article in get_articles(connection, [article_id for (article_id,) in rows]):
        texts = _list_texts(article, get_document(connection, article.id))
        columns = 2 if UNSPACED_RUN.search(article.title) else 1
        snippet = cut_snippet(texts, terms, width // columns, title=article.title, forms=forms)
        if len(snippet.marks) > (len(best.snippet.marks) if best else 0):
            best = Excerpt(article.language, snippet)
    return best


def _list_texts(article: Article, document: Document) -> tuple[str, ...]:
    return (article.summary or "", *(block.text for block in document.blocks))


def _make_hit(
    found: Found, shown: Article, source: Article, document: Document, terms: Sequence[Term], forms: Sequence[Term]
) -> SearchHit:
    texts = _list_texts(source, document)
    return SearchHit(
        story=found.story,
        article=shown,
        found=source.id,
        language=source.language,
        title=mark_text(shown.title, forms or terms),
        snippet=cut_snippet(texts, terms, title=source.title, forms=forms),
        score=found.score,
        at=found.sort_at,
    )
