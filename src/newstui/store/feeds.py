"""Feeds: what is known about a source between two fetches, and which files a directory held."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from newstui.model import FeedState, KnownFile, RefreshResult
from newstui.store.columns import pack, read_moment, read_rest, store_error, store_moment, store_rest
from newstui.store.sources import source_number


def list_feed_states(connection: apsw.Connection, keys: Sequence[str] | None) -> list[FeedState]:
    """The states of these sources, in their order, of those that there are; None: of all subscribed ones."""
    if keys is None:
        rows = connection.execute("SELECT id FROM sources WHERE subscribed ORDER BY position, id")
        numbers = [number for (number,) in rows]
    else:
        numbers = [number for key in keys if (number := source_number(key)) is not None]
    found = connection.execute(
        """
        SELECT s.id, coalesce(s.url, s.path, ''), f.etag, f.last_modified, f.content_hash, f.interval,
               coalesce(f.failures, 0), f.moved_to, coalesce(f.gone, 0),
               f.last_fetch, f.last_good, f.next_due, f.retry_at, coalesce(f.rest, 0), f.home
        FROM json_each(?) AS wanted
        CROSS JOIN sources AS s ON s.id = wanted.value
        LEFT JOIN feeds AS f ON f.source = s.id
        """,
        (pack(numbers),),
    )
    return [
        FeedState(
            source=str(number),
            url=url,
            etag=etag,
            last_modified=last_modified,
            content_hash=content_hash,
            interval=interval,
            failures=failures,
            moved_to=moved_to,
            gone=bool(gone),
            last_fetch=read_moment(last_fetch),
            last_good=read_moment(last_good),
            next_due=read_moment(next_due),
            retry_at=read_moment(retry_at),
            rest=read_rest(rest),
            home=None if home is None else bool(home),
        )
        for (
            number, url, etag, last_modified, content_hash, interval, failures, moved_to, gone,
            last_fetch, last_good, next_due, retry_at, rest, home,
        ) in found
    ]  # fmt: skip


def save_feed(connection: apsw.Connection, source: int, state: FeedState, result: RefreshResult) -> None:
    """Keep a source's state and what its last refresh came to; a source that moved gets its new address.

    An address that another source has already is not taken over.
    """
    connection.execute(
        """
        INSERT OR REPLACE INTO feeds (source, etag, last_modified, content_hash, interval, failures, moved_to, gone,
            last_fetch, last_good, next_due, retry_at, rest, home, last_status, http_status, last_error)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            source,
            state.etag,
            state.last_modified,
            state.content_hash,
            state.interval,
            state.failures,
            state.moved_to,
            state.gone,
            store_moment(state.last_fetch),
            store_moment(state.last_good),
            store_moment(state.next_due),
            store_moment(state.retry_at),
            store_rest(state.rest),
            state.home,
            result.status,
            result.http_status,
            store_error(result.error),
        ),
    )
    connection.execute(
        """
        UPDATE sources SET url = ?2
        WHERE id = ?1 AND url IS NOT NULL AND url <> ?2 AND NOT EXISTS (SELECT 1 FROM sources WHERE url = ?2)
        """,
        (source, state.url),
    )


def fill_source(
    connection: apsw.Connection, source: int, *, title: str | None, site: str | None, language: str | None
) -> None:
    """Give a source what it has not got: a title instead of its address, a site, a language."""
    connection.execute(
        """
        UPDATE sources SET
            title = CASE WHEN title IN ('', url, path) THEN coalesce(?2, title) ELSE title END,
            site = coalesce(?3, site),
            language = coalesce(language, ?4)
        WHERE id = ?1
        """,
        (source, title or None, site, language),
    )


def list_known_files(connection: apsw.Connection, source: int) -> list[KnownFile]:
    """The files of a directory as they were when they were last read."""
    rows = connection.execute(
        "SELECT path, mtime, size, article, content_hash FROM files WHERE source = ? ORDER BY path", (source,)
    )
    return [
        KnownFile(path=path, mtime=mtime, size=size, article=article, content_hash=content_hash)
        for path, mtime, size, article, content_hash in rows
    ]


def save_known_files(connection: apsw.Connection, source: int, files: Sequence[KnownFile]) -> None:
    """Keep which files a directory holds now."""
    connection.execute("DELETE FROM files WHERE source = ?", (source,))
    connection.executemany(
        "INSERT OR REPLACE INTO files (source, path, mtime, size, article, content_hash) VALUES (?, ?, ?, ?, ?, ?)",
        [(source, each.path, each.mtime, each.size, each.article, each.content_hash) for each in files],
    )
