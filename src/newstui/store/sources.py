"""Sources: what the user added, in the user's order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NotRequired, TypedDict

import apsw

from newstui.errors import N_, UsageError
from newstui.model import FulltextRule, Source, SourceKind
from newstui.store.columns import is_storable, read_error, read_moment, store_moment
from newstui.store.placements import settle


class NewSource(TypedDict):
    """What a source is added with."""

    kind: SourceKind
    title: str
    url: NotRequired[str | None]
    path: NotRequired[str | None]
    site: NotRequired[str | None]
    folder: NotRequired[str | None]
    language: NotRequired[str | None]
    subscribed: NotRequired[bool]


class SourceChanges(TypedDict, total=False):
    """What can be changed about a source; what is not given stays. A folder of None takes it out of its folder."""

    title: str
    url: str | None
    path: str | None
    site: str | None
    folder: str | None
    language: str | None
    position: int
    subscribed: bool
    fulltext: FulltextRule
    keep_days: int | None
    keep_articles: int | None


_CHANGEABLE: Final = frozenset(SourceChanges.__annotations__)
_SELECT: Final = """
    SELECT s.id, s.kind, s.title, s.url, s.path, s.site, s.folder, s.language, s.subscribed, s.fulltext, s.keep_days,
           s.keep_articles, l.stories, l.unread,
           f.last_status, f.last_error, f.http_status, f.last_good, f.next_due
    FROM sources AS s JOIN lists AS l ON l.id = s.id LEFT JOIN feeds AS f ON f.source = s.id
"""


def list_sources(connection: apsw.Connection, *, subscribed: bool | None) -> list[Source]:
    """Sources in the user's order: those without a folder, then folder by folder."""
    rows = connection.execute(
        _SELECT + "WHERE ?1 IS NULL OR s.subscribed = ?1"
        " ORDER BY s.folder IS NOT NULL, s.folder COLLATE NOCASE, s.folder, s.position, s.id",
        (subscribed,),
    )
    return [_read_source(row) for row in rows]


def list_folders(connection: apsw.Connection) -> list[str]:
    """The names of the folders that hold a source that is subscribed to, in their order."""
    rows = connection.execute(
        "SELECT DISTINCT folder FROM sources WHERE subscribed AND folder IS NOT NULL ORDER BY folder COLLATE NOCASE, folder"
    )
    return [folder for (folder,) in rows]


def find_source(connection: apsw.Connection, reference: str) -> Source | None:
    """The source with this key, URL or path, in this order."""
    if not is_storable(reference):
        return None
    number = source_number(reference)
    for condition, value in (("s.id = ?", number), ("s.url = ?", reference), ("s.path = ?", reference)):
        for row in connection.execute(_SELECT + "WHERE " + condition + " ORDER BY s.id LIMIT 1", (value,)):
            return _read_source(row)
    return None


def get_source(connection: apsw.Connection, key: str) -> Source:
    """The source with this key; raises UsageError when there is none."""
    number = source_number(key)
    for row in connection.execute(_SELECT + "WHERE s.id = ?", (number,)):
        return _read_source(row)
    raise UsageError(N_("There is no source {source}; newstui sources lists those that there are."), source=key)


def add_source(
    connection: apsw.Connection,
    *,
    kind: SourceKind,
    title: str,
    url: str | None = None,
    path: str | None = None,
    site: str | None = None,
    folder: str | None = None,
    language: str | None = None,
    subscribed: bool = True,
    now: datetime,
) -> Source:
    """Add a source behind all others, or return the one that has this URL or path, subscribed to if that is asked."""
    known = next((found for given in (url, path) if given and (found := _find_address(connection, given))), None)
    if known is not None:
        if subscribed and not known.subscribed:
            changes: SourceChanges = {"title": title, "folder": folder, "subscribed": True}
            if language is not None:
                changes["language"] = language
            return update_source(connection, known.key, changes)
        return known
    connection.execute("INSERT INTO lists (kind) VALUES ('source')")
    number = connection.last_insert_rowid()
    connection.execute(
        """
        INSERT INTO sources (id, kind, title, url, path, site, folder, language, position, subscribed, added_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM sources), ?, ?)
        """,
        (number, kind, title, url, path, site, folder or None, language, subscribed, store_moment(now)),
    )
    return get_source(connection, str(number))


def update_source(connection: apsw.Connection, key: str, changes: SourceChanges) -> Source:
    """Change what is given; a new address forgets what the server of the old one said."""
    before = get_source(connection, key)
    for column, value in changes.items():
        if column not in _CHANGEABLE:
            raise TypeError(column)
        stored = None if column == "folder" and not value else value
        connection.execute("UPDATE sources SET " + column + " = ? WHERE id = ?", (stored, int(key)))  # noqa: S608  checked
    after = get_source(connection, key)
    if (after.url, after.path) != (before.url, before.path):
        connection.execute(
            "UPDATE feeds SET etag = NULL, last_modified = NULL, content_hash = NULL, moved_to = NULL, gone = 0,"
            " failures = 0, next_due = NULL, retry_at = NULL, rest = 0, home = NULL WHERE source = ?",
            (int(key),),
        )
    if (after.folder, after.subscribed) != (before.folder, before.subscribed):
        settle(connection, list_stories_of(connection, int(key)))
        after = get_source(connection, key)
    return after


def list_stories_of(connection: apsw.Connection, source: int) -> list[int]:
    """The numbers of the stories that a source lists, in no order."""
    rows = connection.execute("SELECT story FROM placements WHERE list = ? AND state = 0", (source,))
    return [story for (story,) in rows]


def number_of(connection: apsw.Connection, key: str) -> int:
    """A source's number; raises UsageError when there is no such source."""
    return int(get_source(connection, key).key)


def source_number(key: str) -> int | None:
    """A key as a number, None for what is no key."""
    return int(key) if key.isascii() and key.isdecimal() and len(key) < 18 else None


def _find_address(connection: apsw.Connection, address: str) -> Source | None:
    rows: Iterator[Any] = connection.execute(
        _SELECT + "WHERE s.url = ?1 OR s.path = ?1 ORDER BY s.subscribed DESC, s.id LIMIT 1", (address,)
    )
    return next((_read_source(row) for row in rows), None)


@lru_cache(maxsize=4096)
def _read_source(row: tuple[Any, ...]) -> Source:
    """A row as a source: the same object as before where nothing has changed, so that nobody compares what is in it."""
    number, kind, title, url, path, site, folder, language, subscribed, fulltext, *rest = row
    keep_days, keep_articles, stories, unread, status, error, http_status, last_good, next_due = rest
    return Source(
        key=str(number),
        kind=SourceKind(kind),
        title=title,
        url=url,
        path=path,
        site=site,
        folder=folder,
        language=language,
        subscribed=bool(subscribed),
        fulltext=FulltextRule(fulltext),
        keep_days=keep_days,
        keep_articles=keep_articles,
        articles=stories,
        unread=unread,
        last_status=status,
        last_error=read_error(error),
        http_status=http_status,
        last_good=read_moment(last_good),
        next_due=read_moment(next_due),
    )
