"""newsboat's cache.db, read and never written: its feeds, and the articles of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import apsw

from newstui.errors import N_, SourceError
from newstui.model import NewsboatArticle, NewsboatFeed

_MAGIC: Final = b"SQLite format 3\x00"
_NEEDED: Final = frozenset({"guid", "title", "author", "url", "feedurl", "pubDate", "content", "unread"})
_COLUMNS: Final = (
    *("guid", "title", "author", "url", "base", "content", "content_mime_type", "enclosure_url", "enclosure_type"),
    *("pubDate", "unread", "flags", "deleted"),
)
_LATEST: Final = 253_402_300_799
"""The last second of the year 9999 since 1970."""


def is_database(data: bytes) -> bool:
    """Whether bytes are the beginning of an SQLite file."""
    return data.startswith(_MAGIC)


class NewsboatCache:
    """A cache.db, open for reading; a newsboat that is running may go on. Raises SourceError for what is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._told():
            uri = path.absolute().as_uri()
            self._connection = apsw.Connection(f"{uri}?mode=ro", apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
            self._connection.set_busy_timeout(2_000)
            rows = self._connection.execute("SELECT name FROM pragma_table_info('rss_item')")
            # Older versions have fewer columns.
            self._present = {name for (name,) in rows}
        if _NEEDED - self._present:
            self._connection.close()
            raise SourceError(N_("{path} is no cache of newsboat (cache.db)"), path=path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def list_feeds(self) -> list[NewsboatFeed]:
        """Return the feeds that have an article, by their addresses."""
        deleted = "coalesce(i.deleted, 0)" if "deleted" in self._present else "0"
        with self._told():
            rows = self._connection.execute(
                f"""
                SELECT i.feedurl, coalesce(f.title, ''), coalesce(f.url, ''), sum(NOT {deleted})
                FROM rss_item AS i LEFT JOIN rss_feed AS f ON f.rssurl = i.feedurl
                GROUP BY i.feedurl ORDER BY i.feedurl
                """  # noqa: S608  a name of a column
            )
            return [
                NewsboatFeed(url=_text(url), title=_text(title), site=_text(site), articles=articles)
                for url, title, site, articles in rows
            ]

    def list_articles(self, feed_url: str) -> list[NewsboatArticle]:
        """Return the articles of a feed, newest first, deleted ones among them."""
        columns = ", ".join(name if name in self._present else "NULL" for name in _COLUMNS)
        with self._told():
            rows = self._connection.execute(
                f"SELECT {columns} FROM rss_item WHERE feedurl = ? ORDER BY pubDate DESC, id DESC",  # noqa: S608  likewise
                (feed_url,),
            )
            return [_read_article(row) for row in rows]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell failures in words that name the file."""
        try:
            yield
        except apsw.Error as error:
            raise SourceError(N_("{path} cannot be read: {reason}"), path=self._path, reason=str(error)) from error


def _read_article(row: tuple[Any, ...]) -> NewsboatArticle:
    guid, title, author, url, base, content, mime_type, enclosure_url, enclosure_type, *state = row
    published, unread, flags, deleted = state
    return NewsboatArticle(
        guid=_text(guid),
        title=_text(title),
        author=_text(author),
        url=_text(url),
        base=_text(base),
        content=_text(content),
        mime_type=_text(mime_type),
        enclosure_url=_text(enclosure_url),
        enclosure_type=_text(enclosure_type),
        published=_read_moment(published),
        unread=bool(unread),
        flags=_text(flags),
        deleted=bool(deleted),
    )


def _read_moment(seconds: object) -> datetime | None:
    """Return seconds since 1970 as a moment; newsboat writes 0 for what it does not know."""
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) and 0 < seconds < _LATEST else None


def _text(value: object) -> str:
    """Return a column as text, whatever type SQLite has let it have."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
