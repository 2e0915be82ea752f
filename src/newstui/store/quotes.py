"""Quotes: what the rules found in an article, and which version of the rules looked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

import apsw

from newstui.model import Quote, QuoteKind, QuoteSpan
from newstui.store.articles import get_number
from newstui.store.connection import Connections


class Quotes:
    """The part of a Store that keeps quotes; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, article_id: str, version: int) -> tuple[Quote, ...] | None:
        """An article's quotes in the order of its text; None where this version of the rules has not looked yet."""
        with self._connections.reading() as connection:
            return list_quotes(connection, article_id, version)

    def save(self, article_id: str, quotes: Sequence[Quote], version: int) -> None:
        """Store an article's quotes; nothing happens when the article has gone meanwhile."""
        with self._connections.writing() as connection:
            save_quotes(connection, article_id, quotes, version)

    def save_found(self, found: Mapping[str, Sequence[Quote]], version: int) -> None:
        """Store the quotes of several articles, by their ids, at once."""
        with self._connections.writing() as connection:
            for article_id, quotes in found.items():
                save_quotes(connection, article_id, quotes, version)

    def count_unlooked(self, version: int) -> int:
        """In how many articles this version of the rules has not looked for quotes."""
        with self._connections.reading() as connection:
            return count_unquoted(connection, version)

    def list_unlooked(self, version: int, limit: int) -> list[str]:
        """The ids of articles in which this version of the rules has not looked for quotes, newest first."""
        with self._connections.reading() as connection:
            return list_unquoted(connection, version, limit)


def list_quotes(connection: apsw.Connection, article_id: str, version: int) -> tuple[Quote, ...] | None:
    """An article's quotes in the order in which they were saved; None where this version has not looked yet."""
    number = get_number(connection, article_id)
    if connection.execute("SELECT version FROM quotings WHERE article = ?", (number,)).get != version:
        return None
    rows = connection.execute(
        "SELECT text, kind, spans, speaker, speaker_text, cue, confidence FROM quotes WHERE article = ? ORDER BY position",
        (number,),
    )
    return tuple(
        Quote(text, QuoteKind(kind), tuple(QuoteSpan(*span) for span in json.loads(spans)), *rest)
        for text, kind, spans, *rest in rows
    )


def save_quotes(connection: apsw.Connection, article_id: str, quotes: Sequence[Quote], version: int) -> None:
    """Put these quotes in the place of an article's earlier ones; nothing where the article has gone meanwhile."""
    from newstui.store.spellings import count_speakers  # noqa: PLC0415  what it needs is not needed at start

    number = connection.execute("SELECT number FROM articles WHERE id = ?", (article_id,)).get
    if number is None:
        return
    forget_quotes(connection, number)
    connection.executemany(
        """
        INSERT INTO quotes (article, position, kind, text, spans, speaker, speaker_text, cue, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (
                number,
                position,
                quote.kind,
                quote.text,
                json.dumps([[span.block, span.start, span.end] for span in quote.spans], separators=(",", ":")),
                quote.speaker or None,
                quote.speaker_text,
                quote.cue,
                quote.confidence,
            )
            for position, quote in enumerate(quotes)
        ],
    )
    count_speakers(connection, number, Counter(quote.speaker for quote in quotes if quote.speaker))
    connection.execute("UPDATE quotings SET version = ? WHERE article = ?", (version, number))


def forget_quotes(connection: apsw.Connection, number: int) -> None:
    """Let the rules look again, since the text that an article shows is another one."""
    from newstui.store.spellings import discount_speakers  # noqa: PLC0415  what it needs is not needed at start

    discount_speakers(connection, number)
    connection.execute("DELETE FROM quotes WHERE article = ?", (number,))
    connection.execute("UPDATE quotings SET version = 0 WHERE article = ?", (number,))


def count_unquoted(connection: apsw.Connection, version: int) -> int:
    """In how many articles this version has not looked."""
    found: int = connection.execute("SELECT count(*) FROM quotings WHERE version < ?", (version,)).get
    return found


def list_unquoted(connection: apsw.Connection, version: int, limit: int) -> list[str]:
    """The ids of articles in which this version has not looked: those never looked at first, then the newest first."""
    rows = connection.execute(
        """
        SELECT a.id FROM (SELECT article FROM quotings WHERE version < ? ORDER BY version, article DESC LIMIT ?) AS wanted
        CROSS JOIN articles AS a ON a.number = wanted.article
        """,
        (version, limit),
    )
    return [article_id for (article_id,) in rows]
