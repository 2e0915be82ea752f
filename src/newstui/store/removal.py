"""Removal: what goes when a source goes, and what of it stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import apsw

from newstui.store.columns import pack
from newstui.store.placements import settle
from newstui.store.sources import number_of
from newstui.store.ties import forget_ties


def remove_source(connection: apsw.Connection, key: str) -> None:
    """Forget a source and what it alone listed, but for starred and tagged stories."""
    number = number_of(connection, key)
    rows = connection.execute("SELECT article FROM appearances WHERE source = ?", (number,))
    take_out(connection, number, [article for (article,) in rows])
    connection.execute("DELETE FROM sources WHERE id = ?", (number,))
    connection.execute("DELETE FROM lists WHERE id = ?", (number,))


def drop_articles(connection: apsw.Connection, key: str, ids: Sequence[str]) -> None:
    """Take these articles out of a source's list, and forget what no other source lists, but for starred and tagged stories."""
    rows = connection.execute(
        "SELECT a.number FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value", (pack(ids),)
    )
    take_out(connection, number_of(connection, key), [article for (article,) in rows])


def take_out(connection: apsw.Connection, source: int, articles: Iterable[int]) -> None:
    """Take articles out of a source's list by their numbers, and forget what no other source lists."""
    packed = pack(articles)
    rows = connection.execute(
        "SELECT a.story FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value", (packed,)
    )
    stories = [story for (story,) in rows]
    connection.execute(
        "DELETE FROM appearances WHERE source = ? AND article IN (SELECT value FROM json_each(?))", (source, packed)
    )
    _forget_unlisted(connection, packed)
    connection.execute(
        """
        UPDATE articles SET source = (SELECT min(p.source) FROM appearances AS p WHERE p.article = articles.number)
        WHERE number IN (SELECT value FROM json_each(?)) AND source = ?
        """,
        (packed, source),
    )
    settle(connection, stories)


def _forget_unlisted(connection: apsw.Connection, packed: str) -> None:
    """Delete those of these articles that no source lists any more and whose story is neither starred nor tagged.

    Statuses and tags stay.
    """
    rows = connection.execute(
        """
        SELECT a.id
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.number = wanted.value
        CROSS JOIN stories AS s ON s.id = a.story
        WHERE NOT s.starred AND NOT EXISTS (SELECT 1 FROM appearances AS p WHERE p.article = a.number)
        AND NOT EXISTS (
            SELECT 1 FROM articles AS e CROSS JOIN taggings AS t ON t.article = e.id WHERE e.story = s.id
        )
        """,
        (packed,),
    )
    forgotten = [article_id for (article_id,) in rows]
    forget_ties(connection, forgotten)
    connection.executemany("DELETE FROM articles WHERE id = ?", [(article_id,) for article_id in forgotten])
