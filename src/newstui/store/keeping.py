"""Keeping: which articles of a source go when they are old or many, what is remembered of them, and what sources take.

What is starred or tagged stays whatever is asked. Of what goes, the identities stay (`tombstones`), so that the source
that still lists it does not bring it back.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from newstui.model import SourceSize
from newstui.record import record
from newstui.store.columns import pack, store_moment, store_second
from newstui.store.placements import ALL, HIDDEN
from newstui.store.removal import take_out
from newstui.store.sources import number_of

if TYPE_CHECKING:
    import apsw

    from newstui.store.connection import Connections

_PAGES: Final = 256
"""Freed pages that are given back at once: 2 MB."""


@record
class KeepLimits:
    """How long and how many: 0 for no limit. `unread`: what nobody has read goes too."""

    days: int = 0
    articles: int = 0
    unread: bool = False

    def __bool__(self) -> bool:
        return bool(self.days or self.articles)


class Keeping:
    """Retention and sizes of a library's sources."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count_disposable(self, source: str, limits: KeepLimits, now: datetime) -> int:
        """How many articles of a source would go."""
        with self._connections.reading() as connection:
            return len(_find_disposable(connection, number_of(connection, source), limits, now, -1))

    def drop_batch(self, source: str, limits: KeepLimits, now: datetime, limit: int = 60) -> int:
        """Let up to `limit` articles of a source go, and return how many that were; 60 take some 40 ms."""
        with self._connections.writing() as connection:
            number = number_of(connection, source)
            disposable = _find_disposable(connection, number, limits, now, limit)
            if disposable:
                _bury(connection, number, disposable)
                take_out(connection, number, disposable)
            return len(disposable)

    def give_back_pages(self) -> int:
        """Make the file smaller by some pages that are free, and return how many still are."""
        with self._connections.writing() as connection:
            for _ in connection.execute(f"PRAGMA incremental_vacuum({_PAGES})"):
                pass
            return int(connection.pragma("freelist_count"))

    def measure(self, sources: list[str]) -> list[SourceSize]:
        """What each of these sources takes; some 3 µs an article."""
        with self._connections.reading() as connection:
            return [_measure(connection, key) for key in sources]


def _find_disposable(
    connection: apsw.Connection, source: int, limits: KeepLimits, now: datetime, limit: int
) -> list[int]:
    """The numbers of articles that may go: too old, and here for as long; or too many."""
    if not limits:
        return []
    moment = now - timedelta(days=limits.days) if limits.days else None
    old = (store_second(moment), 0) if moment else (-1 << 62, 0)
    many = _find_last_kept(connection, source, limits.articles) or (-1 << 62, 0)
    rows = connection.execute(
        """
        SELECT a.number
        FROM json_each(?1) AS wanted
        CROSS JOIN placements AS p ON p.list = wanted.value AND p.state = ?2 AND (p.sort_at, p.story) < (?3, ?4)
        CROSS JOIN stories AS s ON s.id = p.story
        CROSS JOIN articles AS a ON a.story = s.id
        CROSS JOIN appearances AS x ON x.source = ?5 AND x.article = a.number
        WHERE NOT s.starred AND (?6 OR NOT s.unread OR p.list = ?7)
        AND ((p.sort_at, p.story) < (?8, ?9)
             OR coalesce((SELECT st.arrived_at FROM statuses AS st WHERE st.id = a.id), 0) < ?10)
        AND NOT EXISTS (SELECT 1 FROM articles AS e CROSS JOIN taggings AS t ON t.article = e.id WHERE e.story = s.id)
        LIMIT ?11
        """,
        (
            pack((source, HIDDEN)),
            ALL,
            *max(old, many),
            source,
            limits.unread,
            HIDDEN,
            *many,
            store_moment(moment) if moment else -1,
            limit,
        ),
    )
    return [number for (number,) in rows]


def _find_last_kept(connection: apsw.Connection, source: int, articles: int) -> tuple[int, int] | None:
    """The place of the last story that is kept where so many are; None where there are fewer, or for 0."""
    if not articles:
        return None
    found: Any = connection.execute(
        "SELECT sort_at, story FROM placements WHERE list = ? AND state = ?"
        " ORDER BY sort_at DESC, story DESC LIMIT 1 OFFSET ?",
        (source, ALL, articles - 1),
    ).get
    return found if found is None else (found[0], found[1])


def _bury(connection: apsw.Connection, source: int, numbers: list[int]) -> None:
    """Remember the identities of what goes, unless another source lists it."""
    connection.execute(
        """
        INSERT OR IGNORE INTO tombstones (key, source)
        SELECT i.key, ?2
        FROM json_each(?1) AS wanted
        CROSS JOIN identities AS i ON i.article = wanted.value
        WHERE NOT EXISTS (SELECT 1 FROM appearances AS p WHERE p.article = i.article AND p.source <> ?2)
        """,
        (pack(numbers), source),
    )


def find_buried(connection: apsw.Connection, keys: list[int]) -> list[int]:
    """Those of these identities whose articles were not kept."""
    if not keys or connection.execute("SELECT max(key) FROM tombstones").get is None:
        return []
    rows = connection.execute(
        "SELECT t.key FROM json_each(?) AS wanted CROSS JOIN tombstones AS t ON t.key = wanted.value", (pack(keys),)
    )
    return [key for (key,) in rows]


def _measure(connection: apsw.Connection, key: str) -> SourceSize:
    count, size = connection.execute(
        """
        SELECT count(*), coalesce(sum(
            length(b.document)
            + coalesce((SELECT length(f.document) FROM fulltexts AS f WHERE f.article = p.article), 0)
            + coalesce((SELECT sum(length(r.document)) FROM revisions AS r WHERE r.article = p.article), 0)
        ), 0)
        FROM appearances AS p CROSS JOIN bodies AS b ON b.article = p.article
        WHERE p.source = ?
        """,
        (number_of(connection, key),),
    ).get
    return SourceSize(key, count, size)
