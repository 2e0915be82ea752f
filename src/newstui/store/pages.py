"""Pages: which articles' own pages a refresh is to fetch, and which could not be had."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import apsw

from newstui.errors import NewstuiError, UsageError
from newstui.model import Arrival, FulltextFailure, LanguageOrigin, WantedPage
from newstui.store.arrivals import add_keys
from newstui.store.articles import get_number
from newstui.store.columns import pack, read_error, read_moment, store_error, store_moment
from newstui.store.connection import Connections
from newstui.store.documents import pack_arrivals
from newstui.store.editions import NO_ARTICLE
from newstui.store.fulltexts import prefer_feed_text, save_fulltext
from newstui.store.sources import number_of

_COLUMNS: Final = "a.id, a.url, a.title, a.language, a.language_origin, s.url, p.source, p.attempts, p.next_try"


class Pages:
    """The part of a Store that the articles' own pages need: what is fetched of them, what is kept, what failed."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, article_id: str, page: Arrival, *, now: datetime) -> None:
        """Keep what an article's own page says beside what the feed said, and show it unless the feed is preferred.

        An earlier full text that differs becomes a revision. Authors, dates, language and image are taken over where
        the feed gave none, the page's editions always; the article is found by the page's keys too. Raises UsageError
        when there is no such article.
        """
        (page,) = pack_arrivals([page])
        with self._connections.writing() as connection:
            number = get_number(connection, article_id)
            save_fulltext(connection, number, page.article, page.body or b"", now)
            add_keys(connection, number, page.keys)
            forget_page(connection, number)

    def show_feed_text(self, article_id: str, *, prefer_feed: bool) -> None:
        """Show what the feed said, or again the full text; nothing changes where there is none."""
        with self._connections.writing() as connection:
            prefer_feed_text(connection, article_id, prefer_feed)

    def want(self, source: str, ids: Sequence[str], now: datetime) -> None:
        """Let the next refresh fetch the pages of these articles for a source, and no others that it wanted before."""
        with self._connections.writing() as connection:
            number = number_of(connection, source)
            unwant_pages(connection, number)
            want_pages(connection, number, ids, now)

    def list_due(self, now: datetime, sources: Sequence[str] | None = None) -> list[WantedPage]:
        """The pages that a refresh is to fetch now for these sources, None: for all; those that wait longest first."""
        with self._connections.reading() as connection:
            return list_due_pages(connection, now, sources)

    def get(self, ids: Sequence[str]) -> list[WantedPage]:
        """The pages of these articles; raises UsageError for the first that is missing."""
        with self._connections.reading() as connection:
            return get_pages(connection, ids)

    def note_failure(self, article_id: str, failure: FulltextFailure) -> None:
        """Keep why a page could not be had; nothing happens when the article has gone meanwhile."""
        with self._connections.writing() as connection:
            note_failure(connection, article_id, failure)

    def find_failure(self, article_id: str) -> NewstuiError | None:
        """Why the article's page could not be had when it was last asked for."""
        with self._connections.reading() as connection:
            return find_failure(connection, article_id)

    def list_waits(self, now: datetime) -> dict[str, datetime]:
        """Feeds and pages whose servers want to be left alone for some time after `now`, by address, and until when."""
        with self._connections.reading() as connection:
            return list_waits(connection, now)


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
