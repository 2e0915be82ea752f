"""What the reader's own hand does to stories: ties and what undoes them, and the editions that were looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import apsw

from newstui.model import Edition, Reason
from newstui.record import record
from newstui.store import editions
from newstui.store.articles import get_number
from newstui.store.columns import pack
from newstui.store.connection import Connections
from newstui.store.placements import settle


@record
class TieChange:
    """How articles stood before the reader's hand changed it: what an undo puts back.

    `stories` are their stories by number with the ids in each, `ties` the rows that tied them or set them apart.
    """

    stories: tuple[tuple[int, tuple[str, ...]], ...]
    ties: tuple[tuple[str, str, str, int], ...]


class Ties:
    """The part of a Store that the reader's hand needs; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def tie(self, article_id: str, other_id: str) -> TieChange:
        """Make one story of two articles' stories and return how they stood; raises UsageError for an unknown id."""
        with self._connections.writing() as connection:
            before = _read_state(connection, [article_id, other_id])
            editions.tie(connection, article_id, other_id, Reason.USER)
            return before

    def untie(self, article_id: str) -> TieChange:
        """Give an article a story of its own and return how it stood; raises UsageError for an unknown id."""
        with self._connections.writing() as connection:
            before = _read_state(connection, [article_id])
            editions.untie(connection, article_id)
            return before

    def keep_found(self, article_id: str, found: Sequence[Edition]) -> None:
        """Keep the declared editions of an article that were looked for, in the place of those found before.

        They stay when its source changes what it says; raises UsageError for an unknown id.
        """
        with self._connections.writing() as connection:
            number = get_number(connection, article_id)
            connection.execute("DELETE FROM editions WHERE article = ? AND position < 0", (number,))
            editions.declare_editions(connection, number, found, -len(found))

    def list_apart(self, article_id: str) -> frozenset[str]:
        """The ids of the articles from which the reader has set this one apart."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT other FROM ties WHERE article = ?1 AND NOT together
                UNION ALL
                SELECT article FROM ties WHERE other = ?1 AND NOT together
                """,
                (article_id,),
            )
            return frozenset(other for (other,) in rows)

    def restore(self, change: TieChange) -> None:
        """Put back how articles stood; those that have gone meanwhile are left out, those that have come stay."""
        with self._connections.writing() as connection:
            _write_state(connection, change)


def _read_state(connection: apsw.Connection, ids: Iterable[str]) -> TieChange:
    """How all articles of these articles' stories stand."""
    numbers = sorted({editions.get_story(connection, article_id) for article_id in ids})
    stories = tuple((number, tuple(editions.list_members(connection, number))) for number in numbers)
    rows = connection.execute(
        """
        SELECT t.article, t.other, t.reason, t.together
        FROM json_each(?1) AS wanted CROSS JOIN ties AS t ON t.article = wanted.value
        WHERE t.other IN (SELECT value FROM json_each(?1))
        """,
        (pack(member for _, members in stories for member in members),),
    )
    return TieChange(stories, tuple(rows))


def _write_state(connection: apsw.Connection, change: TieChange) -> None:
    everybody = pack(member for _, members in change.stories for member in members)
    connection.execute(
        "DELETE FROM ties WHERE article IN (SELECT value FROM json_each(?1)) AND other IN (SELECT value FROM json_each(?1))",
        (everybody,),
    )
    connection.executemany("INSERT INTO ties (article, other, reason, together) VALUES (?, ?, ?, ?)", change.ties)
    rows = connection.execute(
        "SELECT a.story FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value", (everybody,)
    )
    touched = {story for (story,) in rows}
    for number, members in change.stories:
        packed = pack(members)
        # The number that it had, so that a list on the screen knows it again. Without articles there is no story.
        connection.execute(
            """
            INSERT OR IGNORE INTO stories (id, sort_at)
            SELECT ?1, min(a.sort_at) FROM json_each(?2) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
            HAVING count(*)
            """,
            (number, packed),
        )
        connection.execute(
            "UPDATE articles SET story = ? WHERE id IN (SELECT value FROM json_each(?))", (number, packed)
        )
        touched.add(number)
    settle(connection, touched, afresh=True)
