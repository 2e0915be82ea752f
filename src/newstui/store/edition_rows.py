"""Rows for single editions: what stands in a list beneath a story that has several."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

import apsw

from newstui.model import Headline
from newstui.store.columns import pack, read_second
from newstui.store.connection import Connections
from newstui.store.lists import choose_edition


class EditionRows:
    """The part of a Store that lists editions one by one; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def spread(self, stories: Sequence[int], ladder: Sequence[str]) -> array[int]:
        """Put beneath each story a row for each edition that its own row does not show: `-Headline.beneath`.

        100,000 stories take some 0.4 s.
        """
        with self._connections.reading() as connection:
            beneath = _list_beneath(connection, stories, ladder)
        if not beneath:
            return array("q", stories)
        return array("q", (row for story in stories for row in (story, *beneath.get(story, ()))))

    def load(self, numbers: Iterable[int]) -> dict[int, Headline]:
        """The rows of single editions by their numbers, `Headline.beneath`; one that has gone has none."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT a.number, a.id, a.title, a.language, a.sort_at, f.title, s.id, s.unread, s.starred, st.read
                FROM json_each(?) AS wanted
                CROSS JOIN articles AS a ON a.number = wanted.value
                CROSS JOIN stories AS s ON s.id = a.story
                LEFT JOIN sources AS f ON f.id = a.source
                LEFT JOIN statuses AS st ON st.id = a.id
                """,
                (pack(numbers),),
            )
            return {row[0]: _headline(*row) for row in rows}


def _list_beneath(
    connection: apsw.Connection, stories: Sequence[int], ladder: Sequence[str]
) -> dict[int, tuple[int, ...]]:
    """The rows beneath each story that has more than one edition, in the order in which they arrived."""
    members: dict[int, list[tuple[int, str | None, int]]] = defaultdict(list)
    for story, *edition in connection.execute(
        """
        SELECT a.story, a.sort_at, a.language, a.number
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.story = wanted.value
        WHERE EXISTS (SELECT 1 FROM articles AS other WHERE other.story = wanted.value AND other.number <> a.number)
        """,
        (pack(stories),),
    ):
        members[story].append(tuple(edition))
    beneath = {}
    for story, editions in members.items():
        editions.sort(key=itemgetter(0))
        shown = choose_edition([language for _, language, _ in editions], ladder)
        beneath[story] = tuple(-number for place, (_, _, number) in enumerate(editions) if place != shown)
    return beneath


def _headline(
    number: int,
    article: str,
    title: str,
    language: str | None,
    sort_at: int,
    source: str | None,
    story: int,
    unread: int,
    starred: int,
    opened: int | None,
) -> Headline:
    return Headline(
        story=story,
        id=article,
        title=title,
        source_title=source or "",
        at=read_second(sort_at),
        language=language,
        languages=(language,) if language else (),
        read=not unread,
        starred=bool(starred),
        beneath=number,
        opened=bool(opened),
    )
