"""Pages: which articles' own pages a refresh is to fetch, and which could not be had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import apsw

from newstui.errors import NewstuiError, UsageError
from newstui.model import FulltextFailure, LanguageOrigin, WantedPage
from newstui.store.columns import pack, read_error, read_moment, store_error, store_moment
from newstui.store.editions import NO_ARTICLE

_COLUMNS: Final = "a.id, a.url, a.title, a.language, a.language_origin, s.url, p.source, p.attempts, p.next_try"


def want_pages(connection: apsw.Connection, source: int, ids: Sequence[str], now: datetime) -> None:
    """Note that the pages of these articles are to be fetched, however often that has failed."""
    connection.execute(
        """
        INSERT INTO pages (article, source, next_try)
        SELECT a.number, ?, ? FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
        WHERE a.url IS NOT NULL
        ON CONFLICT (article) DO UPDATE SET source = excluded.source, next_try = excluded.next_try, attempts = 0
        """,
        (source, store_moment(now), pack(ids)),
    )


def list_due_pages(connection: apsw.Connection, now: datetime, sources: Sequence[str] | None) -> list[WantedPage]:
    """The pages that wait, those that wait longest first, of the same moment the newest articles first."""
    rows = connection.execute(
        f"""
        SELECT {_COLUMNS} FROM pages AS p
        CROSS JOIN articles AS a ON a.number = p.article
        CROSS JOIN sources AS s ON s.id = p.source
        WHERE p.next_try <= ? AND s.fulltext <> 'never' AND s.subscribed
        ORDER BY p.next_try, p.article DESC
        """,  # noqa: S608  names of columns
        (store_moment(now),),
    )
    return [page for page in map(_read_page, rows) if sources is None or page.source in sources]


def get_pages(connection: apsw.Connection, ids: Sequence[str]) -> list[WantedPage]:
    """The pages of these articles, wanted or not."""
    rows = connection.execute(
        f"""
        SELECT {_COLUMNS} FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.id = wanted.value
        LEFT JOIN sources AS s ON s.id = a.source
        LEFT JOIN pages AS p ON p.article = a.number
        """,  # noqa: S608  names of columns
        (pack(ids),),
    )
    found = {row[0]: _read_page(row) for row in rows}
    for article_id in ids:
        if article_id not in found:
            raise UsageError(NO_ARTICLE, id=article_id)
    return [found[article_id] for article_id in ids]


def note_failure(connection: apsw.Connection, article_id: str, failure: FulltextFailure) -> None:
    """Keep why a page could not be had, and when to ask again."""
    connection.execute(
        """
        INSERT INTO pages (article, attempts, next_try, retry_at, error)
        SELECT number, ?, ?, ?, ? FROM articles WHERE id = ?
        ON CONFLICT (article) DO UPDATE SET (attempts, next_try, retry_at, error)
        = (excluded.attempts, excluded.next_try, excluded.retry_at, excluded.error)
        """,
        (
            failure.attempts,
            store_moment(failure.next_try),
            store_moment(failure.retry_at),
            store_error(failure.error),
            article_id,
        ),
    )


def find_failure(connection: apsw.Connection, article_id: str) -> NewstuiError | None:
    """Why an article's page could not be had."""
    rows = connection.execute(
        "SELECT p.error FROM articles AS a CROSS JOIN pages AS p ON p.article = a.number WHERE a.id = ?", (article_id,)
    )
    return next((read_error(error) for (error,) in rows), None)


def unwant_pages(connection: apsw.Connection, source: int) -> None:
    """Fetch nothing more for a source; why a page could not be had stays known."""
    connection.execute("DELETE FROM pages WHERE source = ? AND error IS NULL", (source,))
    connection.execute("UPDATE pages SET next_try = NULL WHERE source = ?", (source,))


def forget_page(connection: apsw.Connection, number: int) -> None:
    """Note that an article's page has been had."""
    connection.execute("DELETE FROM pages WHERE article = ?", (number,))


def list_waits(connection: apsw.Connection, now: datetime) -> dict[str, datetime]:
    """Addresses of feeds and pages whose servers want to be left alone, and until when."""
    rows = connection.execute(
        """
        SELECT a.url, p.retry_at FROM pages AS p CROSS JOIN articles AS a ON a.number = p.article WHERE p.retry_at > ?1
        UNION ALL
        SELECT s.url, f.retry_at FROM feeds AS f CROSS JOIN sources AS s ON s.id = f.source WHERE f.retry_at > ?1
        """,
        (store_moment(now),),
    )
    return {url: read_moment(retry_at) for url, retry_at in rows if url}


def _read_page(row: Sequence[Any]) -> WantedPage:
    article_id, url, title, language, origin, feed_url, source, attempts, next_try = row
    return WantedPage(
        article=article_id,
        url=url,
        title=title,
        feed_url=feed_url,
        language=None if origin == LanguageOrigin.DETECTED else language,
        source=None if source is None else str(source),
        attempts=attempts or 0,
        next_try=read_moment(next_try),
    )
