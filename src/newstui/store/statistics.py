"""Statistics: how many stories of each list lie in each day of a period, when they came and were read, who is quoted.

Lists are counted in the index that they are read from. Only `count_comings` reads something whole: the statuses, which
have no index by time, some 0.1 µs each, and of those of the period the heads of their articles, some 1.5 µs each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from newstui.record import record
from newstui.store.columns import pack, store_moment, store_second
from newstui.store.placements import ALL, EVERYTHING, UNREAD

if TYPE_CHECKING:
    import apsw

    from newstui.store.connection import Connections


@record
class ListCounts:
    """The stories of a list in each day of a period, and how many of all of them are unread."""

    by_day: tuple[int, ...]
    unread: int


class Comings(NamedTuple):
    """How many stories came in each day of a period, and how many were read in each, those that came before too.

    What had been read when it came, as what is taken over from another program, is in neither.
    """

    came: tuple[int, ...]
    read: tuple[int, ...]


class Counts:
    """The part of a Store that counts. Days are given by the moments at which they begin, the last by its end too."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def count_everything(self, bounds: Sequence[datetime]) -> ListCounts:
        """The counts of the whole library."""
        with self._connections.reading() as connection:
            return _count(connection, EVERYTHING, list(map(store_second, bounds)))

    def count_sources(self, bounds: Sequence[datetime]) -> dict[str, ListCounts]:
        """The counts of each source that is subscribed to, by its key; some 0.5 µs a story, 10 µs a source."""
        return self._count_each("SELECT id, id FROM sources WHERE subscribed", bounds)

    def count_languages(self, bounds: Sequence[datetime]) -> dict[str, ListCounts]:
        """The counts of each language in which there are stories, by its tag."""
        return self._count_each("SELECT id, name FROM lists WHERE kind = 'language' AND stories", bounds)

    def count_stories(self) -> int:
        """How many stories there are, kept, not counted."""
        with self._connections.reading() as connection:
            return int(connection.execute("SELECT stories FROM lists WHERE id = ?", (EVERYTHING,)).get)

    def count_quotes(self) -> int:
        """How many quotations of known speakers there are."""
        with self._connections.reading() as connection:
            return int(connection.execute("SELECT coalesce(sum(quotes), 0) FROM speakers WHERE quotes > 0").get)

    def count_quotes_since(self, speakers: Sequence[int], since: datetime) -> dict[int, int]:
        """How many quotations of these speakers stand in articles from `since` on; without those who have none."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT wanted.value, (
                    SELECT sum(p.quotes) FROM speakings AS p WHERE p.speaker = wanted.value AND p.sort_at >= ?
                )
                FROM json_each(?) AS wanted
                """,
                (store_second(since), pack(speakers)),
            )
            return {speaker: quotes for speaker, quotes in rows if quotes}

    def count_comings(self, bounds: Sequence[datetime]) -> Comings:
        """When the stories of the library's lists came, and were read.

        An edition that came before the period does not make its story older.
        """
        moments = list(map(store_moment, bounds))
        first, last = moments[0], moments[-1]
        came: Counter[int] = Counter()
        read: Counter[int] = Counter()
        with self._connections.reading() as connection:
            for arrived_at, is_read, read_at in connection.execute(
                """
                SELECT min(st.arrived_at), max(st.read), min(st.read_at)
                FROM statuses AS st
                CROSS JOIN articles AS a ON a.id = st.id
                CROSS JOIN stories AS s ON s.id = a.story
                WHERE (st.arrived_at >= ?1 OR st.read_at >= ?1) AND substr(s.places, 2, 1) = '0'
                GROUP BY a.story
                """,
                (first,),
            ):
                if is_read and (read_at is None or read_at < first):
                    continue
                if arrived_at is not None and first <= arrived_at < last:
                    came[bisect_right(moments, arrived_at)] += 1
                if is_read and read_at < last:
                    read[bisect_right(moments, read_at)] += 1
        days = range(1, len(moments))
        return Comings(tuple(came[day] for day in days), tuple(read[day] for day in days))

    def _count_each(self, lists: str, bounds: Sequence[datetime]) -> dict[str, ListCounts]:
        seconds = list(map(store_second, bounds))
        with self._connections.reading() as connection:
            named: Mapping[Any, Any] = dict(connection.execute(lists))
            return {str(name): _count(connection, number, seconds) for number, name in named.items()}


def _count(connection: apsw.Connection, number: int, bounds: Sequence[int]) -> ListCounts:
    first, last = bounds[0], bounds[-1]
    rows = connection.execute(
        "SELECT sort_at FROM placements WHERE list = ? AND state = ? AND sort_at >= ? AND sort_at < ?",
        (number, ALL, first, last),
    )
    days = Counter(bisect_right(bounds, sort_at) - 1 for (sort_at,) in rows)
    unread = connection.execute(
        "SELECT count(*) FROM placements WHERE list = ? AND state = ? AND sort_at >= ? AND sort_at < ?",
        (number, UNREAD, first, last),
    ).get
    return ListCounts(tuple(days[day] for day in range(len(bounds) - 1)), int(unread))
