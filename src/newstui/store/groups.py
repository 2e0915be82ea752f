"""Groups of lists: the stories of a day or of a source together under a heading, which is a row among theirs."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import apsw

from newstui.model import Group, Heading
from newstui.model.heading import find_source_number, heading_of_day, heading_of_source
from newstui.store.columns import pack
from newstui.store.connection import Connections
from newstui.store.placements import EVERYTHING, UNREAD
from newstui.store.shown import find_homes
from newstui.text.letters import fold_word

_COUNT_UNREAD = f"""
    SELECT count(*)
    FROM json_each(?) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value
    WHERE EXISTS (
        SELECT 1 FROM placements AS e
        WHERE e.list = {EVERYTHING} AND e.state = {UNREAD} AND e.sort_at = s.sort_at AND e.story = s.id
    )
"""  # noqa: S608  numbers of ours
_SECONDS = "SELECT s.id, s.sort_at FROM json_each(?) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value"
_AT_ONCE = 20_000
_QUARTER = 900
"""Seconds; every day begins at a whole quarter of an hour, in whatever zone."""


class Groups:
    """The part of a Store that groups lists; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def arrange(
        self, stories: Sequence[int], by: Group, ladder: Sequence[str], *, oldest_first: bool = False
    ) -> array[int]:
        """Return the stories in groups, each after its heading: days from the newest, or sources by their names.

        Within a group they keep their order. 100,000 take some 0.2 s by day, 0.3 s by source.
        """
        with self._connections.reading() as connection:
            if by is Group.DAY:
                return _flatten(
                    _group_by_day(connection, stories), lambda heading: -heading if oldest_first else heading
                )
            if by is Group.SOURCE:
                names = _name_sources(connection)
                return _flatten(
                    _group_by_source(connection, stories, ladder), lambda heading: names.get(heading, ("", 0))
                )
        return array("q", stories)

    def load(self, rows: Iterable[int]) -> list[Heading]:
        """The headings of sources, with what is unread in each as it is counted for its list."""
        numbers = [number for row in rows if (number := find_source_number(row)) is not None]
        with self._connections.reading() as connection:
            found = connection.execute(
                """
                SELECT s.id, s.title, l.unread
                FROM json_each(?) AS wanted
                CROSS JOIN sources AS s ON s.id = wanted.value
                CROSS JOIN lists AS l ON l.id = s.id
                """,
                (pack(numbers),),
            )
            known = {number: Heading(heading_of_source(number), title, unread) for number, title, unread in found}
        return [known.get(number, Heading(heading_of_source(number), "")) for number in numbers]

    def count_unread(self, groups: Mapping[int, Sequence[int]]) -> list[Heading]:
        """The headings of groups, with what is unread of the stories in each."""
        with self._connections.reading() as connection:
            return [
                Heading(
                    heading, "", connection.execute(_COUNT_UNREAD, (pack(story for story in rows if story > 0),)).get
                )
                for heading, rows in groups.items()
            ]


def _flatten(groups: Mapping[int, list[int]], place: Callable[[int], Any]) -> array[int]:
    rows = array("q")
    for heading in sorted(groups, key=place):
        rows.append(heading)
        rows.extend(groups[heading])
    return rows


def _group_by_day(connection: apsw.Connection, stories: Sequence[int]) -> dict[int, list[int]]:
    """The stories of each day in the time zone of here; one that has gone stays beside the one before it."""
    headings: dict[int, int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    second = 0
    for start in range(0, len(stories), _AT_ONCE):
        piece = stories[start : start + _AT_ONCE]
        seconds = dict(connection.execute(_SECONDS, (pack(piece),)))
        for story in piece:
            second = seconds.get(story, second)
            quarter = second // _QUARTER
            heading = headings.get(quarter)
            if heading is None:
                day = datetime.fromtimestamp(quarter * _QUARTER).toordinal()  # noqa: DTZ006  the day of here is meant
                heading = headings[quarter] = heading_of_day(day)
            groups[heading].append(story)
    return groups


def _group_by_source(
    connection: apsw.Connection, stories: Sequence[int], ladder: Sequence[str]
) -> dict[int, list[int]]:
    """The stories of each source, each where the edition comes from that the ladder shows."""
    homes = find_homes(connection, stories, ladder)
    groups: dict[int, list[int]] = defaultdict(list)
    for story in stories:
        groups[homes[story]].append(story)
    return {heading_of_source(source): members for source, members in groups.items()}


def _name_sources(connection: apsw.Connection) -> dict[int, tuple[str, int]]:
    """What each source is sorted by, by the number of its heading: its name, then itself."""
    return {
        heading_of_source(number): (fold_word(title), number)
        for number, title in connection.execute("SELECT id, title FROM sources")
    }
