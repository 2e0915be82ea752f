"""Fingerprints: which articles wait to be compared with those in other languages, and what they are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

import apsw

from newstui.model import Document
from newstui.record import record
from newstui.store.articles import get_number
from newstui.store.columns import pack, read_second, store_second
from newstui.store.connection import Connections
from newstui.store.documents import decode_document
from newstui.store.marks import get_mark, set_mark
from newstui.text.languages import find_variety, is_one_language, primary

NEAR_DAYS: Final = 4
"""How far apart two editions of one story may be."""
_NEAR: Final = NEAR_DAYS * 86400
_VERSION: Final = "fingerprints"
_RENEWED: Final = timedelta(days=30)
"""How old an article may be for another fingerprint when the rules have changed: older ones are hardly compared."""
_MOST: Final = 5000


class State(IntEnum):
    """How far an article has come. ALONE: nothing in another language is near it in time."""

    NEW = 0
    WANTED = 1
    TAKEN = 2
    MATCHED = 3
    ALONE = 4


@record
class Wording:
    """What the fingerprint of an article is taken from; `image` is the address of its lead image."""

    id: str
    title: str
    summary: str | None
    language: str | None
    image: str | None
    document: Document


@record
class StoredFingerprint:
    """A fingerprint as text.matching takes it. `at` is when its article was published, or else arrived.

    `source` is the key of the first source that lists the article.
    """

    id: str
    at: datetime
    language: str | None
    length: int
    features: bytes
    source: str | None = None


class Fingerprints:
    """The part of a Store that finding editions by content needs; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def begin(self, version: int, now: datetime) -> bool:
        """Let recent fingerprints of older rules be taken again; False if those here are of newer rules."""
        with self._connections.reading() as connection:
            known = int(get_mark(connection, _VERSION) or 0)
        if known < version:
            with self._connections.writing() as connection:
                set_mark(connection, _VERSION, str(version))
                connection.execute(
                    "UPDATE fingerprints SET state = ? WHERE state IN (?, ?) AND at > ?",
                    (State.WANTED, State.TAKEN, State.MATCHED, store_second(now - _RENEWED)),
                )
        return known <= version

    def sort_out(self) -> None:
        """Tell the new articles that have others in other languages near them from those that are alone.

        Those that were alone until now come in again where one of the new ones is near.
        """
        while self._has_new():
            with self._connections.writing() as connection:
                _sort_out(connection, _list_new(connection, _MOST))

    def _has_new(self) -> bool:
        with self._connections.reading() as connection:
            return bool(_list_new(connection, 1))

    def is_waiting(self, article_id: str | None = None) -> bool:
        """Whether an article is still to be compared, or with None: whether any is of those that were sorted out."""
        with self._connections.reading() as connection:
            if article_id is None:
                statement = "SELECT 1 FROM fingerprints WHERE state IN (?, ?) LIMIT 1"
                return connection.execute(statement, (State.WANTED, State.TAKEN)).get is not None
            statement = """
                SELECT f.state FROM articles AS a CROSS JOIN fingerprints AS f ON f.article = a.number WHERE a.id = ?
            """
            return connection.execute(statement, (article_id,)).get in {State.NEW, State.WANTED, State.TAKEN}

    def list_wanted(self, limit: int) -> list[Wording]:
        """The articles whose fingerprints are to be taken, newest first, as they are shown."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                _WORDINGS.format("(SELECT article FROM fingerprints WHERE state = ? ORDER BY at DESC LIMIT ?)"),
                (State.WANTED, limit),
            )
            return [_read_wording(*row) for row in rows]

    def get_wording(self, article_id: str) -> Wording:
        """What the fingerprint of an article is taken from; raises UsageError when there is no such article."""
        with self._connections.reading() as connection:
            number = get_number(connection, article_id)
            (row,) = connection.execute(
                _WORDINGS.format("(SELECT value AS article FROM json_each(?))"), (pack([number]),)
            )
            return _read_wording(*row)

    def save(self, taken: Sequence[tuple[str, int, bytes]]) -> None:
        """Keep fingerprints: the article's id, the length, the features."""
        with self._connections.writing() as connection:
            connection.executemany(
                """
                UPDATE fingerprints SET state = ?, length = ?, features = ?
                WHERE article = (SELECT number FROM articles WHERE id = ?)
                """,
                [(State.TAKEN, length, features, article_id) for article_id, length, features in taken],
            )

    def list_unmatched(self, limit: int) -> list[StoredFingerprint]:
        """The fingerprints that are to be compared, newest first, of those for which all others near them are taken."""
        with self._connections.reading() as connection:
            newest = max(_find_newest(connection, state) for state in (State.NEW, State.WANTED))
            rows = connection.execute(
                f"{_SELECT} WHERE f.state = ? AND f.at > ? ORDER BY f.at DESC LIMIT ?",
                (State.TAKEN, newest + _NEAR if newest else 0, limit),
            )
            return [_read(*row) for row in rows]

    def list_near(self, since: datetime, until: datetime) -> list[StoredFingerprint]:
        """The fingerprints of articles from this time and the days around it."""
        span = (store_second(since) - _NEAR, store_second(until) + _NEAR)
        with self._connections.reading() as connection:
            rows = connection.execute(
                f"{_SELECT} WHERE f.state IN (?, ?) AND f.at BETWEEN ? AND ?", (State.TAKEN, State.MATCHED, *span)
            )
            return [_read(*row) for row in rows]

    def note_matched(self, ids: Iterable[str]) -> None:
        """Remember that these were compared with all that are near them."""
        with self._connections.writing() as connection:
            connection.execute(
                """
                UPDATE fingerprints SET state = ?
                WHERE state = ? AND article IN (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?)))
                """,
                (State.MATCHED, State.TAKEN, pack(ids)),
            )


_SELECT: Final = """
    SELECT a.id, f.at, f.language, f.length, f.features, a.source
    FROM fingerprints AS f CROSS JOIN articles AS a ON a.number = f.article
"""


_WORDINGS: Final = """
    SELECT a.id, a.title, iif(p.article IS NULL, a.summary, p.summary), a.language, a.image,
           coalesce(p.document, b.document)
    FROM {} AS wanted
    CROSS JOIN articles AS a ON a.number = wanted.article
    LEFT JOIN fulltexts AS p ON p.article = a.number AND NOT p.prefer_feed
    LEFT JOIN bodies AS b ON b.article = a.number
"""


def _read_wording(
    article_id: str, title: str, summary: str | None, language: str | None, image: str | None, body: bytes | None
) -> Wording:
    return Wording(article_id, title, summary, language, image, decode_document(body) if body else Document())


def _read(
    article_id: str, at: int, language: str | None, length: int, features: bytes, source: int | None
) -> StoredFingerprint:
    key = None if source is None else str(source)
    return StoredFingerprint(article_id, read_second(at), language, length, features, key)


def _find_newest(connection: apsw.Connection, state: State) -> int:
    """The second of the newest article in a state; 0 for none."""
    return connection.execute("SELECT max(at) FROM fingerprints WHERE state = ?", (state,)).get or 0


def _list_new(connection: apsw.Connection, limit: int) -> list[tuple[int, int, str | None]]:
    statement = "SELECT article, at, language FROM fingerprints WHERE state = ? ORDER BY at DESC LIMIT ?"
    return list(connection.execute(statement, (State.NEW, limit)))


def _sort_out(connection: apsw.Connection, new: Sequence[tuple[int, int, str | None]]) -> None:
    if not new:
        return
    first, last = min(at for _, at, _ in new), max(at for _, at, _ in new)
    days: dict[int, set[str]] = {}
    rows = connection.execute(
        "SELECT at / 86400, language FROM fingerprints WHERE state IN (0, 1, 2, 3, 4) AND at BETWEEN ? AND ?",
        (first - _NEAR, last + _NEAR),
    )
    for day, language in set(rows):
        if language:
            days.setdefault(day, set()).add(find_variety(language) or primary(language))
    sorted_out: list[tuple[State, int]] = []
    spans: dict[str, tuple[int, int]] = {}
    for article, at, language in new:
        day = at // 86400
        around = set().union(*(days.get(day + step, ()) for step in range(-NEAR_DAYS, NEAR_DAYS + 1)))
        alone = not language or all(is_one_language(language, other) for other in around)
        sorted_out.append((State.ALONE if alone else State.WANTED, article))
        if language and not alone:
            since, until = spans.get(language, (at, at))
            spans[language] = min(since, at), max(until, at)
    connection.executemany("UPDATE fingerprints SET state = ? WHERE article = ?", sorted_out)
    connection.executemany(
        "UPDATE fingerprints SET state = ? WHERE state = ? AND at BETWEEN ? AND ? AND language <> ?",
        [
            (State.NEW, State.ALONE, since - _NEAR, until + _NEAR, language)
            for language, (since, until) in spans.items()
        ],
    )
