"""Editions: which articles are one story and why, and the editions that articles only declare or list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import apsw

from newstui.errors import N_, UsageError
from newstui.model import Edition, Reason
from newstui.record import record
from newstui.store.columns import hash_key, pack
from newstui.store.connection import Connections
from newstui.store.lists import leave_out
from newstui.text.identity import place_key

NO_ARTICLE: Final = N_("There is no article {id} in the library.")

STRENGTH: Final = {reason: strength for strength, reason in enumerate(Reason)}
"""How strong a reason is: the strongest is 0."""


@record
class Address:
    """Where an article is read, and in which language; `declares`: it is a file, or says what its editions are."""

    id: str
    url: str | None
    language: str | None
    declares: bool


class Editions:
    """The part of a Store that knows which articles are one story; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get_story(self, article_id: str) -> int:
        """The number of an article's story; raises UsageError if there is no such article."""
        with self._connections.reading() as connection:
            return get_story(connection, article_id)

    def list_others(self, article_id: str) -> tuple[Edition, ...]:
        """The story's other articles with their reasons, then declared or listed ones whose language is not here."""
        with self._connections.reading() as connection:
            found = list_editions(connection, [article_id])
        if article_id not in found:
            raise UsageError(NO_ARTICLE, id=article_id)
        return found[article_id]

    def list_addresses(self, ids: Iterable[str]) -> list[Address]:
        """The addresses of those of these articles that are here."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT a.id, a.url, a.language,
                       a.path IS NOT NULL OR EXISTS (SELECT 1 FROM editions WHERE article = a.number)
                FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
                """,
                (pack(ids),),
            )
            return [Address(article_id, url, language, bool(declares)) for article_id, url, language, declares in rows]

    def list_declaring(self, ids: Iterable[str]) -> list[tuple[str, str, Reason]]:
        """Which articles declare that one of these is an edition of theirs: the article, the declaring one, its reason."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT me.id, a.id, e.reason
                FROM json_each(?) AS wanted
                CROSS JOIN articles AS me ON me.id = wanted.value
                CROSS JOIN identities AS i ON i.article = me.number
                CROSS JOIN editions AS e ON e.key = i.key
                CROSS JOIN articles AS a ON a.number = e.article
                WHERE a.number <> me.number
                """,
                (pack(ids),),
            )
            return [(article_id, other_id, Reason(reason)) for article_id, other_id, reason in rows]

    def list_translation_names(self, ids: Iterable[str]) -> dict[str, str]:
        """What those of these articles that name the story they translate call it: a path, an address, a word."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT a.id, a.translation_of
                FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value
                WHERE a.translation_of IS NOT NULL
                """,
                (pack(ids),),
            )
            return dict(rows)

    def list_translations(self, article_id: str, names: Iterable[str]) -> list[str]:
        """The other articles of an article's source that call the story they translate by one of these names."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                """
                SELECT a.id
                FROM json_each(?2) AS wanted
                CROSS JOIN articles AS a ON a.translation_of = wanted.value
                WHERE a.id <> ?1 AND a.source = (SELECT source FROM articles WHERE id = ?1)
                """,
                (article_id, pack(names)),
            )
            return [other_id for (other_id,) in rows]


@record
class _Member:
    """An article of a story."""

    id: str
    language: str | None
    title: str
    url: str | None
    path: str | None
    read: bool


def list_editions(connection: apsw.Connection, ids: Sequence[str]) -> dict[str, tuple[Edition, ...]]:
    """Each article's editions: the story's other articles, then declared or listed ones whose language is not here."""
    packed = pack(ids)
    members: dict[str, list[_Member]] = defaultdict(list)
    for article_id, other_id, language, title, url, path, read in connection.execute(
        """
        SELECT me.id, a.id, a.language, a.title, a.url, a.path, st.read
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS me ON me.id = wanted.value
        CROSS JOIN articles AS a ON a.story = me.story
        LEFT JOIN statuses AS st ON st.id = a.id
        """,
        (packed,),
    ):
        members[article_id].append(_Member(other_id, language, title, url, path, bool(read)))
    declared: dict[str, list[Edition]] = defaultdict(list)
    for article_id, language, title, url, path, reason in connection.execute(
        """
        SELECT me.id, e.language, e.title, e.url, e.path, e.reason
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS me ON me.id = wanted.value
        CROSS JOIN articles AS a ON a.story = me.story
        CROSS JOIN editions AS e ON e.article = a.number
        -- What leads to an article that the reader has set apart from this one is no edition.
        WHERE NOT EXISTS (
            SELECT 1 FROM identities AS i
            CROSS JOIN articles AS there ON there.number = i.article
            CROSS JOIN ties AS t ON t.article = min(a.id, there.id) AND t.other = max(a.id, there.id)
            WHERE i.key = e.key AND NOT t.together
        )
        """,
        (packed,),
    ):
        declared[article_id].append(Edition(language, title, url=url, path=path, reason=Reason(reason)))
    tied = {member.id for story in members.values() if len(story) > 1 for member in story}
    reasons = _find_reasons(connection, tied)
    return {
        article_id: _others(article_id, story, reasons) + _elsewhere(story, declared.get(article_id, ()))
        for article_id, story in members.items()
    }


def declare_editions(connection: apsw.Connection, number: int, declared: Iterable[Edition], position: int = 0) -> None:
    """Keep what an article says of its own editions, from this position on."""
    connection.executemany(
        """
        INSERT INTO editions (article, position, language, reason, title, url, path, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (number, place, each.language, each.reason, each.title, each.url, each.path, _hash_place(each))
            for place, each in enumerate(declared, position)
        ],
    )


def _hash_place(edition: Edition) -> int | None:
    key = place_key(url=edition.url, path=edition.path)
    return hash_key(key) if key else None


def _others(article_id: str, story: Sequence[_Member], reasons: dict[str, dict[str, Reason]]) -> tuple[Edition, ...]:
    return tuple(
        Edition(
            language=member.language or "und",
            title=member.title,
            id=member.id,
            url=member.url,
            path=member.path,
            available=True,
            reason=_reason(article_id, member.id, reasons),
            read=member.read,
        )
        for member in story
        if member.id != article_id
    )


def _reason(article_id: str, other_id: str, reasons: dict[str, dict[str, Reason]]) -> Reason:
    """What ties two editions directly, or else what ties the other one to any of their story."""
    own = reasons.get(other_id, {})
    return own.get(article_id) or min(own.values(), key=STRENGTH.__getitem__, default=Reason.MATCHED)


def _elsewhere(story: Sequence[_Member], declared: Iterable[Edition]) -> tuple[Edition, ...]:
    """The declared editions in languages that are not here, one a language, by the strongest reason."""
    best: dict[str, Edition] = {}
    for edition in declared:
        known = best.get(edition.language)
        if known is None or STRENGTH[edition.reason] < STRENGTH[known.reason]:
            best[edition.language] = edition
    here = [member.language for member in story if member.language]
    found = [best[language] for language in leave_out(list(best), here)]
    return tuple(sorted(found, key=lambda edition: STRENGTH[edition.reason]))


def _find_reasons(connection: apsw.Connection, ids: Iterable[str]) -> dict[str, dict[str, Reason]]:
    """What ties each of these articles to others."""
    reasons: dict[str, dict[str, Reason]] = defaultdict(dict)
    rows = connection.execute(
        "SELECT t.article, t.other, t.reason FROM json_each(?) AS wanted"
        " CROSS JOIN ties AS t ON t.article = wanted.value WHERE t.together",
        (pack(ids),),
    )
    for article_id, other_id, reason in rows:
        reasons[article_id][other_id] = reasons[other_id][article_id] = Reason(reason)
    return reasons


def get_story(connection: apsw.Connection, article_id: str) -> int:
    """The number of an article's story; raises UsageError if there is no such article."""
    for (story,) in connection.execute("SELECT story FROM articles WHERE id = ?", (article_id,)):
        return int(story)
    raise UsageError(NO_ARTICLE, id=article_id)


def list_members(connection: apsw.Connection, story: int) -> list[str]:
    """The ids of a story's articles, in the order in which they arrived."""
    rows = connection.execute("SELECT id FROM articles WHERE story = ? ORDER BY number", (story,))
    return [article_id for (article_id,) in rows]
