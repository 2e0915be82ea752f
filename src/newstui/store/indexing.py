"""Indexing: articles that wait for it, and their words on the way into the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

import apsw

from newstui.store.columns import pack, read_enclosures, read_strings
from newstui.store.documents import decode_text
from newstui.text.folding import UNSPACED_RUN, WORD, prepare_text
from newstui.text.letters import fold_word

_SHORTEST: Final = 5
"""Letters of a title's word that can have a part worth looking for."""
_LONGEST: Final = 60

_SELECT: Final = """
    SELECT a.number, a.title, iif(f.article IS NULL, a.summary, f.summary), a.authors, a.enclosures,
           coalesce(f.document, b.document)
    FROM json_each(?) AS wanted
    CROSS JOIN articles AS a ON a.number = wanted.value
    LEFT JOIN fulltexts AS f ON f.article = a.number AND NOT f.prefer_feed
    LEFT JOIN bodies AS b ON b.article = a.number
"""


def index_batch(connection: apsw.Connection, limit: int) -> int:
    """Index up to `limit` waiting articles, the newest first, as they are shown; the number of articles done."""
    waiting = connection.execute("SELECT article FROM unindexed ORDER BY article DESC LIMIT ?", (limit,))
    numbers = sorted(number for (number,) in waiting)
    if not numbers:
        return 0
    # The index takes ascending numbers in one piece.
    rows = list(connection.execute(_SELECT, (pack(numbers),)))
    quotes = _list_quotes(connection, numbers)
    connection.executemany(
        "INSERT OR REPLACE INTO article_words (rowid, title, summary, quote, author, has, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [_read_row(row, quotes.get(row[0], "")) for row in rows],
    )
    _add_title_words(connection, (row[1] for row in rows))
    connection.execute("DELETE FROM unindexed WHERE article IN (SELECT value FROM json_each(?))", (pack(numbers),))
    return len(numbers)


def _read_row(row: Sequence[Any], quotes: str) -> tuple[Any, ...]:
    number, title, summary, authors, enclosures, document = row
    kinds = {(enclosure.type or "").partition("/")[0] for enclosure in read_enclosures(enclosures)}
    body = decode_text(document) if document else ""
    texts = (title, summary or "", quotes, "\n".join(read_strings(authors)), " ".join(kinds & {"audio", "video"}), body)
    return (number, *map(prepare_text, texts))


def _list_quotes(connection: apsw.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """What is quoted in each of these articles that quotes anything."""
    rows = connection.execute(
        "SELECT q.article, q.text FROM json_each(?) AS wanted CROSS JOIN quotes AS q ON q.article = wanted.value",
        (pack(numbers),),
    )
    quotes: dict[int, list[str]] = {}
    for number, text in rows:
        quotes.setdefault(number, []).append(text)
    return {number: "\n".join(texts) for number, texts in quotes.items()}


def _add_title_words(connection: apsw.Connection, titles: Iterable[str]) -> None:
    words = {
        word
        for title in titles
        for part in UNSPACED_RUN.split(title)
        for found in WORD.findall(part)
        if _SHORTEST <= len(word := fold_word(found)) <= _LONGEST
    }
    connection.executemany("INSERT OR IGNORE INTO title_words (word) VALUES (?)", [(word,) for word in sorted(words)])
