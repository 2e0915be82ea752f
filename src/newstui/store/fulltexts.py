"""Full texts: what an article's own page says, kept beside what its feed said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Final

import apsw

from newstui.model import Edition, ParsedArticle, Reason
from newstui.store.articles import get_number
from newstui.store.columns import store_moment, store_strings
from newstui.store.editions import declare_editions
from newstui.store.placements import settle
from newstui.store.quotes import forget_quotes

_PAGE_EDITIONS: Final = 1_000_000
"""The position of the first edition that the page declares; those that the feed declares stand before."""
_COLUMNS: Final = (
    "fetched_at, url, title, summary, authors, published, updated, language, language_origin, image, editions, document"
)
_MARKS: Final = ", ".join("?" * len(_COLUMNS.split(",")))


def save_fulltext(connection: apsw.Connection, number: int, page: ParsedArticle, body: bytes, now: datetime) -> None:
    """Keep a page's text in the place of an earlier one, which becomes a revision where it differs."""
    known = connection.execute("SELECT summary, document FROM fulltexts WHERE article = ?", (number,)).get
    if known != (page.summary, body):
        connection.execute(
            """
            INSERT INTO revisions (article, seen_at, title, summary, document, fulltext)
            SELECT article, fetched_at, title, summary, document, 1 FROM fulltexts WHERE article = ?
            """,
            (number,),
        )
        forget_quotes(connection, number)
    values = (*_list_values(page, now), body, number)
    # Not one statement with ON CONFLICT: a trigger that it fires would lose its own way with conflicts.
    if known is None:
        connection.execute(f"INSERT INTO fulltexts ({_COLUMNS}, article) VALUES ({_MARKS}, ?)", values)  # noqa: S608  ours
    else:
        connection.execute(f"UPDATE fulltexts SET ({_COLUMNS}) = ({_MARKS}) WHERE article = ?", values)  # noqa: S608  ours
    lay_page_over(connection, number)
    settle(connection, [connection.execute("SELECT story FROM articles WHERE number = ?", (number,)).get])


def prefer_feed_text(connection: apsw.Connection, article_id: str, prefer: bool) -> None:
    """Show the feed's text, or the full text, from now on."""
    number = get_number(connection, article_id)
    connection.execute(
        "UPDATE fulltexts SET prefer_feed = ?2 WHERE article = ?1 AND prefer_feed <> ?2", (number, prefer)
    )
    if connection.changes():
        forget_quotes(connection, number)


def lay_page_over(connection: apsw.Connection, number: int) -> None:
    """Give an article what its page says and its feed does not: after either of them has changed.

    What the feed declares, or the user says, stands. A language that was guessed from the feed's text is given up for
    the page's. Whoever calls this settles the story.
    """
    connection.execute(
        """
        UPDATE articles SET
            title = CASE articles.title WHEN '' THEN f.title ELSE articles.title END,
            authors = coalesce(articles.authors, f.authors),
            published = coalesce(articles.published, f.published),
            updated = coalesce(articles.updated, f.updated),
            image = coalesce(articles.image, f.image)
        FROM fulltexts AS f WHERE f.article = articles.number AND articles.number = ?
        """,
        (number,),
    )
    connection.execute(
        """
        UPDATE articles SET language = f.language, language_origin = f.language_origin
        FROM fulltexts AS f WHERE f.article = articles.number AND articles.number = ?
            AND f.language IS NOT NULL AND coalesce(articles.language_origin, 'detected') = 'detected'
        """,
        (number,),
    )
    stored = connection.execute("SELECT editions FROM fulltexts WHERE article = ?", (number,)).get
    connection.execute("DELETE FROM editions WHERE article = ? AND position >= ?", (number, _PAGE_EDITIONS))
    declared = [
        Edition(language, title, url=url, reason=Reason(reason))
        for language, reason, title, url in (json.loads(str(stored)) if stored else ())
    ]
    declare_editions(connection, number, declared, _PAGE_EDITIONS)


def _list_values(page: ParsedArticle, now: datetime) -> tuple[str | int | None, ...]:
    """What stands in the columns, but for the document."""
    return (
        store_moment(now),
        page.url,
        page.title,
        page.summary,
        store_strings(page.authors),
        store_moment(page.published),
        store_moment(page.updated),
        page.language,
        page.language_origin,
        page.image,
        _store_editions(page.editions),
    )


def _store_editions(editions: Sequence[Edition]) -> str | None:
    rows = [[each.language, each.reason, each.title, each.url] for each in editions]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else None
