"""Speakers: who is quoted in the library, found by a part of the name, and what each of them says."""

from __future__ import annotations

import heapq
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import apsw

from newstui.model import Quote, QuoteKind, QuoteSpan, Speaker, SpokenQuote
from newstui.store.articles import get_articles
from newstui.store.columns import pack, read_second
from newstui.store.connection import Connections
from newstui.store.spellings import renew_spellings
from newstui.text.names import fold_name, fold_surname, same_name
from newstui.text.romanisation import fold_letters, fold_sounds, fold_umlauts

_WORD: Final = re.compile(r"[^\W_]+")
_LAST: Final = "\U0010ffff"
_END: Final = (1 << 62, 0)
"""Before this place stands everything."""


class Speakers:
    """The part of a Store that knows who is quoted, and what they say."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def list_names(self, part: str = "", limit: int = 500) -> list[Speaker]:
        """Who is quoted most; with `part`, those whose names have words that begin so, however they are spelt."""
        with self._connections.reading() as connection:
            return list_speakers(connection, part, limit)

    def list_meant(self, name: str) -> list[Speaker]:
        """Those whom a name means: a surname alone means all who bear it."""
        with self._connections.reading() as connection:
            return find_speakers(connection, name)

    def list_quotes_by(
        self, keys: Iterable[int], *, before: tuple[int, int] | None = None, limit: int = 100
    ) -> list[SpokenQuote]:
        """What speakers say, the newest article first, whole articles until there are `limit` quotes.

        `before` is the place of the last quote of the page before.
        """
        with self._connections.reading() as connection:
            return list_quotes_by(connection, keys, before, limit)

    def renew_spellings(self, after: int = 0, limit: int = 200) -> int | None:
        """Fold some names anew, since the rules for names have changed; what to go on after, None when all are done."""
        with self._connections.writing() as connection:
            return renew_spellings(connection, after, limit)


def list_speakers(connection: apsw.Connection, part: str, limit: int) -> list[Speaker]:
    """Those who are quoted most; with `part`, of those whose names have a word that begins with each of its words."""
    if not part.strip():
        rows = connection.execute(
            "SELECT id FROM speakers WHERE quotes > 0 ORDER BY quotes DESC, id DESC LIMIT ?", (limit,)
        )
        return get_speakers(connection, [speaker for (speaker,) in rows])
    words = [fold_letters(word) for word in _WORD.findall(part)]
    readings = ([fold(word) for word in words] for fold in (str, fold_umlauts, fold_sounds))
    found = next(filter(None, (_find_by_words(connection, reading) for reading in readings)), set())
    rows = connection.execute(
        "SELECT s.quotes, s.id FROM json_each(?) AS wanted CROSS JOIN speakers AS s ON s.id = wanted.value"
        " WHERE s.quotes > 0",
        (pack(found),),
    )
    return get_speakers(connection, [speaker for _, speaker in heapq.nlargest(limit, rows)])


def find_speakers(connection: apsw.Connection, name: str) -> list[Speaker]:
    """Those whom a name means, who is quoted most first: a surname alone all of that name, a full one its bearer."""
    rows = connection.execute("SELECT name, speaker FROM spellings WHERE surname = ?", (fold_surname(name),))
    bearers: dict[str, int] = dict(rows)
    found = {speaker for spelling, speaker in bearers.items() if same_name(spelling, name)}
    if " " in fold_name(name):
        found = {speaker for spelling, speaker in bearers.items() if fold_name(spelling) == fold_name(name)} or found
    speakers = get_speakers(connection, sorted(found))
    return sorted((each for each in speakers if each.quotes), key=lambda each: (-each.quotes, each.key))


def get_speakers(connection: apsw.Connection, keys: Sequence[int]) -> list[Speaker]:
    """The speakers with these keys, in this order, without those that have gone."""
    packed = pack(keys)
    spellings: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for speaker, quotes, name in connection.execute(
        """
        SELECT n.speaker, n.quotes, n.name
        FROM json_each(?) AS wanted CROSS JOIN spellings AS n ON n.speaker = wanted.value
        WHERE n.quotes > 0
        """,
        (packed,),
    ):
        spellings[speaker].append((-quotes, name))
    rows = connection.execute(
        """
        SELECT s.id, s.name, s.quotes, s.articles, (SELECT max(p.sort_at) FROM speakings AS p WHERE p.speaker = s.id)
        FROM json_each(?) AS wanted CROSS JOIN speakers AS s ON s.id = wanted.value
        """,
        (packed,),
    )
    return [
        Speaker(
            key=key,
            name=name,
            quotes=quotes,
            articles=articles,
            latest=read_second(latest or 0),
            spellings=(name, *(other for _, other in sorted(spellings[key]) if other != name)),
        )
        for key, name, quotes, articles, latest in rows
    ]


def list_quotes_by(
    connection: apsw.Connection, speakers: Iterable[int], before: tuple[int, int] | None, limit: int
) -> list[SpokenQuote]:
    """What these speakers say, the newest articles first, whole articles until there are `limit` quotes."""
    keys = list(dict.fromkeys(speakers))
    scans = [
        connection.execute(
            "SELECT sort_at, article, quotes FROM speakings WHERE speaker = ? AND (sort_at, article) < (?, ?)"
            " ORDER BY sort_at DESC, article DESC",
            (key, *(before or _END)),
        )
        for key in keys
    ]
    places: list[tuple[int, int]] = []
    found = 0
    merged = heapq.merge(*scans, reverse=True)
    for place, rows in itertools.groupby(merged, key=lambda row: (row[0], row[1])):
        if found >= limit:
            break
        places.append(place)
        found += sum(quotes for *_, quotes in rows)
    return _load_quotes(connection, keys, places)


def _load_quotes(
    connection: apsw.Connection, speakers: Sequence[int], places: Sequence[tuple[int, int]]
) -> list[SpokenQuote]:
    rows = connection.execute(
        "SELECT n.name FROM json_each(?) AS wanted CROSS JOIN spellings AS n ON n.speaker = wanted.value",
        (pack(speakers),),
    )
    names = {name for (name,) in rows}
    quotes: dict[int, list[Quote]] = defaultdict(list)
    for number, text, kind, spans, *rest in connection.execute(
        """
        SELECT q.article, q.text, q.kind, q.spans, q.speaker, q.speaker_text, q.cue, q.confidence
        FROM json_each(?) AS wanted CROSS JOIN quotes AS q ON q.article = wanted.value
        WHERE q.speaker IS NOT NULL
        """,
        (pack(number for _, number in places),),
    ):
        if rest[0] in names:
            parts = tuple(QuoteSpan(*span) for span in json.loads(spans))
            quotes[number].append(Quote(text, QuoteKind(kind), parts, *rest))
    ids = dict(
        connection.execute(
            "SELECT a.number, a.id FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value",
            (pack(quotes),),
        )
    )
    heads = dict(zip(ids.values(), get_articles(connection, list(ids.values())), strict=True))
    return [
        SpokenQuote(quote=quote, article=heads[ids[place[1]]], at=read_second(place[0]), place=place)
        for place in places
        for quote in quotes[place[1]]
    ]


def _find_by_words(connection: apsw.Connection, words: Sequence[str]) -> set[int]:
    """The speakers who have, for each of these, a word in one of their spellings that begins so."""
    found: set[int] | None = None
    for word in sorted(words, key=len, reverse=True):
        rows = connection.execute(
            """
            SELECT n.speaker FROM spelling_words AS w CROSS JOIN spellings AS n ON n.id = w.spelling
            WHERE w.word >= ? AND w.word < ?
            """,
            (word, word + _LAST),
        )
        fitting = {speaker for (speaker,) in rows}
        found = fitting if found is None else found & fitting
    return found or set()
