"""Ties: what makes one story of articles and why, what sets them apart, and how the reader's own hand is undone."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import apsw

from newstui.model import Edition, Reason
from newstui.record import record
from newstui.store.articles import get_number
from newstui.store.columns import pack
from newstui.store.connection import Connections
from newstui.store.editions import STRENGTH, declare_editions, get_story, list_members
from newstui.store.placements import settle


@record
class TieChange:
    """How articles stood before the reader's hand changed it: what an undo puts back.

    `stories` are their stories by number with the ids in each, `ties` the rows that tied them or set them apart.
    """

    stories: tuple[tuple[int, tuple[str, ...]], ...]
    ties: tuple[tuple[str, str, str, int], ...]


class Ties:
    """The part of a Store that ties articles and sets them apart; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def tie(self, article_id: str, other_id: str, reason: Reason) -> bool:
        """Make two articles editions of one story, with all that are tied to either; True when that holds now.

        What the reader has set apart is tied again by the reader only. Raises UsageError for an unknown id.
        """
        with self._connections.writing() as connection:
            return tie_stories(connection, article_id, other_id, reason)

    def tie_by_hand(self, article_id: str, other_id: str) -> TieChange:
        """Make one story of two articles' stories and return how they stood; raises UsageError for an unknown id."""
        with self._connections.writing() as connection:
            before = _read_state(connection, [article_id, other_id])
            tie_stories(connection, article_id, other_id, Reason.USER)
            return before

    def untie(self, article_id: str) -> TieChange:
        """Give an article a story of its own and return how it stood; raises UsageError for an unknown id."""
        with self._connections.writing() as connection:
            before = _read_state(connection, [article_id])
            _untie(connection, article_id)
            return before

    def keep_found(self, article_id: str, found: Sequence[Edition]) -> None:
        """Keep the declared editions of an article that were looked for, in the place of those found before.

        They stay when its source changes what it says; raises UsageError for an unknown id.
        """
        with self._connections.writing() as connection:
            number = get_number(connection, article_id)
            connection.execute("DELETE FROM editions WHERE article = ? AND position < 0", (number,))
            declare_editions(connection, number, found, -len(found))

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


def tie_stories(connection: apsw.Connection, article_id: str, other_id: str, reason: Reason) -> bool:
    """Make one story of two articles' stories; False where the reader has set apart what would come together."""
    story, other_story = get_story(connection, article_id), get_story(connection, other_id)
    if article_id == other_id:
        return True
    if story != other_story:
        pairs = list(itertools.product(list_members(connection, story), list_members(connection, other_story)))
        if reason is Reason.USER:
            connection.executemany(
                "DELETE FROM ties WHERE article = ? AND other = ? AND NOT together", map(_pair, pairs)
            )
        elif any(_is_apart(connection, pair) for pair in pairs):
            return False
        keep, leave = sorted((story, other_story))
        connection.execute("UPDATE articles SET story = ? WHERE story = ?", (keep, leave))
        settle(connection, (keep, leave))
    _note_reason(connection, _pair((article_id, other_id)), reason)
    return True


def _untie(connection: apsw.Connection, article_id: str) -> None:
    """Give an article a story of its own, and remember that the reader has set it apart from the others."""
    story = get_story(connection, article_id)
    others = [member for member in list_members(connection, story) if member != article_id]
    if not others:
        return
    connection.execute(
        "INSERT INTO stories (sort_at) SELECT sort_at FROM articles WHERE id = ?",
        (article_id,),
    )
    own = connection.last_insert_rowid()
    connection.execute("UPDATE articles SET story = ? WHERE id = ?", (own, article_id))
    connection.executemany(
        "INSERT OR REPLACE INTO ties (article, other, reason, together) VALUES (?, ?, 'user', 0)",
        [_pair((article_id, other)) for other in others],
    )
    settle(connection, (story, own), afresh=True)


def renew_ties(connection: apsw.Connection, arrived: Iterable[str]) -> None:
    """Tie again by the reader's hand what was tied before an article went and came back."""
    packed = pack(arrived)
    rows = connection.execute(
        """
        SELECT t.article, t.other FROM json_each(?1) AS wanted CROSS JOIN ties AS t ON t.article = wanted.value
        WHERE t.together AND t.reason = 'user' AND EXISTS (SELECT 1 FROM articles WHERE id = t.other)
        UNION ALL
        SELECT t.article, t.other FROM json_each(?1) AS wanted CROSS JOIN ties AS t ON t.other = wanted.value
        WHERE t.together AND t.reason = 'user' AND EXISTS (SELECT 1 FROM articles WHERE id = t.article)
        """,
        (packed,),
    )
    for article_id, other_id in list(rows):
        tie_stories(connection, article_id, other_id, Reason.USER)


def forget_ties(connection: apsw.Connection, ids: Iterable[str]) -> None:
    """Forget what tied articles that go, but for the reader's own hand."""
    rows = [(article_id,) for article_id in ids]
    connection.executemany("DELETE FROM ties WHERE article = ? AND reason <> 'user'", rows)
    connection.executemany("DELETE FROM ties WHERE other = ? AND reason <> 'user'", rows)


def _read_state(connection: apsw.Connection, ids: Iterable[str]) -> TieChange:
    """How all articles of these articles' stories stand."""
    numbers = sorted({get_story(connection, article_id) for article_id in ids})
    stories = tuple((number, tuple(list_members(connection, number))) for number in numbers)
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


def _note_reason(connection: apsw.Connection, pair: tuple[str, str], reason: Reason) -> None:
    """Keep the strongest reason of a pair."""
    known = connection.execute("SELECT reason FROM ties WHERE article = ? AND other = ? AND together", pair).get
    if known is None or STRENGTH[reason] < STRENGTH[Reason(known)]:
        connection.execute(
            "INSERT OR REPLACE INTO ties (article, other, reason, together) VALUES (?, ?, ?, 1)", (*pair, reason)
        )


def _is_apart(connection: apsw.Connection, pair: tuple[str, str]) -> bool:
    statement = "SELECT 1 FROM ties WHERE article = ? AND other = ? AND NOT together"
    return connection.execute(statement, _pair(pair)).get is not None


def _pair(ids: tuple[str, str]) -> tuple[str, str]:
    """Two ids in the order in which a tie holds them."""
    return ids if ids[0] < ids[1] else (ids[1], ids[0])
