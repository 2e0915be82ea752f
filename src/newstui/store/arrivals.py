"""Arrivals: new articles and changed ones on their way into the tables, and the identities that find them again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

import apsw

from newstui.model import Arrival, KnownArticle
from newstui.record import record
from newstui.store.columns import hash_key, pack, store_enclosures, store_moment, store_second, store_strings
from newstui.store.editions import declare_editions
from newstui.store.fulltexts import lay_page_over
from newstui.store.keeping import find_buried
from newstui.store.placements import settle
from newstui.store.quotes import forget_quotes
from newstui.store.statuses import note_arrivals
from newstui.store.ties import renew_ties
from newstui.text.identity import says_more


@record
class _Stored:
    number: int
    story: int
    content_hash: bytes


def find_known(connection: apsw.Connection, keys: Iterable[str], *, dropped: bool = False) -> dict[str, KnownArticle]:
    """The stored articles by those of these identities that lead to one; with `dropped` also those that were not kept."""
    hashes = {hash_key(key): key for key in keys}
    rows = connection.execute(
        """
        SELECT i.key, a.id, a.content_hash, CAST(a.source AS TEXT)
        FROM json_each(?) AS wanted
        CROSS JOIN identities AS i ON i.key = wanted.value
        CROSS JOIN articles AS a ON a.number = i.article
        """,
        (pack(hashes),),
    )
    known = {hashes[key]: KnownArticle(*article) for key, *article in rows}
    if dropped:
        missing = [key for key, name in hashes.items() if name not in known]
        known |= {hashes[key]: KnownArticle("", b"", dropped=True) for key in find_buried(connection, missing)}
    return known


def save_arrivals(
    connection: apsw.Connection, source: int, packed: Sequence[Arrival], seen: Sequence[str], now: datetime
) -> None:
    """Store what a source brought, in its own order, newest first, and note that it lists what was `seen`."""
    stored = _find_stored(connection, packed)
    arrived = note_arrivals(connection, [arrival.id for arrival in packed if arrival.id not in stored], now)
    listed = _find_unlisted(connection, source, seen)
    # The last of the source comes first, so that of two without a date the first of the source stands above.
    new = {arrival.id: arrival for arrival in reversed(packed) if arrival.id not in stored}
    moments = [store_second(_sorting_moment(arrival, now, arrived[arrival.id])) for arrival in new.values()]
    inserted = _insert(connection, source, tuple(new.values()), moments, now)
    listed |= {known.number: known.story for known in inserted.values()}
    for arrival in reversed(packed):
        if new.get(arrival.id) is arrival:
            continue
        known = stored.get(arrival.id) or inserted[arrival.id]
        if arrival.id in stored and known.content_hash != arrival.content_hash:
            _change(connection, known, arrival, now)
            stored[arrival.id] = replace(known, content_hash=arrival.content_hash)
        add_keys(connection, known.number, arrival.keys)
        listed[known.number] = known.story
    _list(connection, source, listed)
    settle(connection, listed.values())
    renew_ties(connection, list(arrived))


def rename_article(connection: apsw.Connection, number: int, keys: Sequence[str], path: str) -> None:
    """Give a file's article its new path and identities."""
    connection.execute("UPDATE articles SET path = ? WHERE number = ?", (path, number))
    add_keys(connection, number, keys)


def add_keys(connection: apsw.Connection, number: int, keys: Iterable[str]) -> None:
    """Let these identities lead to an article; one that leads to another article already stays as it is."""
    connection.executemany(
        "INSERT OR IGNORE INTO identities (key, article) VALUES (?, ?)", [(hash_key(key), number) for key in keys]
    )


def _sorting_moment(arrival: Arrival, now: datetime, arrived_at: datetime) -> datetime:
    """When an article counts as published: a date that lies in the future is a mistake of its source."""
    published = arrival.article.published
    return arrived_at if published is None or published > now else published


def _find_stored(connection: apsw.Connection, packed: Sequence[Arrival]) -> dict[str, _Stored]:
    """What is here already, by the arrivals' ids: found by the id, or by an identity that another refresh stored."""
    rows = connection.execute(
        """
        SELECT a.id, a.number, a.story, a.content_hash
        FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
        """,
        (pack(arrival.id for arrival in packed),),
    )
    stored = {article: _Stored(*rest) for article, *rest in rows}
    keys = {hash_key(key): arrival.id for arrival in packed if arrival.id not in stored for key in arrival.keys}
    rows = connection.execute(
        """
        SELECT i.key, a.number, a.story, a.content_hash
        FROM json_each(?) AS wanted
        CROSS JOIN identities AS i ON i.key = wanted.value
        CROSS JOIN articles AS a ON a.number = i.article
        """,
        (pack(keys),),
    )
    for key, *rest in rows:
        stored.setdefault(keys[key], _Stored(*rest))
    return stored


_HEAD: Final = (
    "language, title, language_origin, url, path, published, updated, changed_at, content_hash,"
    " summary, authors, categories, enclosures, image, translation_of, overruled"
)
_MARKS: Final = ", ".join("?" * len(_HEAD.split(",")))


def _head(arrival: Arrival, now: datetime) -> tuple[str | bytes | int | None, ...]:
    article = arrival.article
    return (
        article.language,
        article.title,
        article.language_origin,
        article.url,
        article.path,
        store_moment(article.published),
        store_moment(article.updated),
        store_moment(now),
        arrival.content_hash,
        article.summary,
        store_strings(article.authors),
        store_strings(article.categories),
        store_enclosures(article.enclosures),
        article.image,
        article.translation_of,
        article.overruled,
    )


def _insert(
    connection: apsw.Connection, source: int, new: Sequence[Arrival], moments: Sequence[int], now: datetime
) -> dict[str, _Stored]:
    """Store articles that were not here, each in a story of its own, table by table; return them by their ids.

    `moments` are the seconds by which they are sorted.
    """
    if not new:
        return {}
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM articles").get
    first_story = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM stories").get
    numbers, stories = range(first, first + len(new)), range(first_story, first_story + len(new))
    connection.executemany("INSERT INTO stories (id, sort_at) VALUES (?, ?)", zip(stories, moments, strict=True))
    connection.executemany(
        f"INSERT INTO articles (number, id, story, source, sort_at, {_HEAD}) VALUES (?, ?, ?, ?, ?, {_MARKS})",  # noqa: S608  ours
        (
            (number, arrival.id, story, source, sort_at, *_head(arrival, now))
            for number, story, sort_at, arrival in zip(numbers, stories, moments, new, strict=True)
        ),
    )
    bodies = [(number, arrival.body) for number, arrival in zip(numbers, new, strict=True)]
    connection.executemany("INSERT INTO bodies (article, document) VALUES (?, ?)", bodies)
    connection.executemany("INSERT INTO quotings (article, version) VALUES (?, 0)", [(number,) for number in numbers])
    for number, arrival in zip(numbers, new, strict=True):
        if arrival.article.editions:
            declare_editions(connection, number, arrival.article.editions)
    keys = [(hash_key(key), number) for number, arrival in zip(numbers, new, strict=True) for key in arrival.keys]
    connection.executemany("INSERT OR IGNORE INTO identities (key, article) VALUES (?, ?)", sorted(keys))
    return {
        arrival.id: _Stored(number, story, arrival.content_hash)
        for number, story, arrival in zip(numbers, stories, new, strict=True)
    }


def _change(connection: apsw.Connection, known: _Stored, arrival: Arrival, now: datetime) -> None:
    """Put an article's new wording in the place of the old one; its place in lists stays.

    The old wording becomes a revision, unless the new one is the same and more.
    """
    number = known.number
    if not says_more(arrival.content_hash, known.content_hash):
        connection.execute(
            """
            INSERT INTO revisions (article, seen_at, title, summary, document)
            SELECT a.number, a.changed_at, a.title, a.summary, b.document
            FROM articles AS a JOIN bodies AS b ON b.article = a.number WHERE a.number = ?
            """,
            (number,),
        )
    connection.execute(
        f"UPDATE articles SET ({_HEAD}) = ({_MARKS}) WHERE number = ?",  # noqa: S608  ours
        (*_head(arrival, now), number),
    )
    connection.execute("UPDATE bodies SET document = ? WHERE article = ?", (arrival.body, number))
    # Those below zero the reader has looked for: no word of the source's.
    connection.execute("DELETE FROM editions WHERE article = ? AND position >= 0", (number,))
    declare_editions(connection, number, arrival.article.editions)
    lay_page_over(connection, number)
    forget_quotes(connection, number)


def _find_unlisted(connection: apsw.Connection, source: int, seen: Sequence[str]) -> dict[int, int]:
    """The numbers, with those of their stories, of the articles that this source did not list until now."""
    rows = connection.execute(
        """
        SELECT a.number, a.story
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.id = wanted.value
        WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE source = ? AND article = a.number)
        """,
        (pack(seen), source),
    )
    return dict(rows)


def _list(connection: apsw.Connection, source: int, articles: Iterable[int]) -> None:
    rows = [(source, number) for number in articles]
    connection.executemany("INSERT OR IGNORE INTO appearances (source, article) VALUES (?, ?)", rows)
    connection.executemany("UPDATE articles SET source = ? WHERE number = ? AND source IS NULL", rows)
