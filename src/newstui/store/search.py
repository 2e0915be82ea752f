"""Searching: the stories that a query finds, ranked by their words and their age, or newest first.

Words are looked for in the index, newest articles first, and at most some thousand of their hits are ranked: a word
that is found more often tells the articles less apart than their age does. What a query asks beside words is looked up
for each hit. A query without words is a walk through the shortest list that it keeps to.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final, NamedTuple

import apsw

from newstui.store.columns import pack, store_second
from newstui.store.conditions import Compiler, Plan, Shelf
from newstui.store.expressions import Reach
from newstui.store.placements import ALL, EVERYTHING
from newstui.store.scopes import IN_LIBRARY, Condition
from newstui.text.query import Query
from newstui.text.query.terms import has_forms, is_part, list_words

RANKED: Final = 1000
"""How many hits are ranked, the newest; as many again of those in whose titles the words stand."""
_SHORT: Final = 20_000
"""Stories of a list that is short enough to be looked through instead of the hits of a word."""
_MANY: Final = 20
"""More lists than these are looked through together, and not each in its order."""
_FEW: Final = 100
"""With fewer hits than these, other forms of the words are looked for too, and longer words of titles."""
_SCORE: Final = "bm25(article_words, 8.0, 3.0, 3.0, 2.0, 0.0, 1.0)"
"""With the weights of title, summary, quotes, authors, marks and body."""
_FORM: Final = 0.5
"""What another form of a word is worth."""
_FRESH: Final = 60 * 86400
"""After so many seconds half of what being new is worth has gone; the oldest keep two thirds of their score."""


class Found(NamedTuple):
    """A story that was found: how good, where in lists, and by which of its articles."""

    score: float
    sort_at: int
    story: int
    article: int


class Search:
    """One query on one state of the library."""

    def __init__(self, connection: apsw.Connection, query: Query, now: datetime, zone: tzinfo) -> None:
        self._connection = connection
        self._query = query
        self._compiler = Compiler(connection, now, zone)
        self._forms = Compiler(connection, now, zone, reach=Reach.FORMS)
        self._parts = Compiler(connection, now, zone, reach=Reach.PARTS)
        self._now = store_second(now)

    def list_ranked(self, limit: int, after: Found | None = None) -> list[Found]:
        """The best stories first, up to `limit`, with `after` those behind that one; without words the newest first."""
        plan = self._compiler.plan(self._query)
        if not plan.ranked:
            return self._list_newest(plan, limit, after)
        found = self._rank(plan)
        words = list(list_words(self._query))
        if len(found) < _FEW and any(map(has_forms, words)):
            self._add_forms(found)
        if len(found) < _FEW and any(map(is_part, words)):
            self._add_parts(found)
        return heapq.nlargest(limit, (each for each in found.values() if after is None or each < after))

    def _add_forms(self, found: dict[int, Found]) -> None:
        """Add the stories with other forms of the words, for less than those with the words themselves."""
        plan = self._forms.plan(self._query)
        for story, other in self._rank(plan).items():
            found.setdefault(story, other._replace(score=other.score * _FORM))

    def _add_parts(self, found: dict[int, Found]) -> None:
        """Add the stories in whose titles longer words hold these, below all others, in their own order."""
        lowest = min((each.score for each in found.values()), default=1.0)
        for story, part in self._rank(self._parts.plan(self._query)).items():
            found.setdefault(story, part._replace(score=lowest * part.score / (part.score + 1)))

    def list_titled(self, limit: int) -> list[Found]:
        """The best stories in whose titles the words stand, up to `limit`; none for a query that ranks nothing.

        A sixth of the time of `list_ranked` where a short beginning of a word stands for thousands of words.
        """
        plan = self._compiler.plan(self._query)
        if not plan.ranked:
            return []
        rows = self._look_up(replace(plan, words=plan.title), _SCORE, RANKED)
        return heapq.nlargest(limit, self._weigh(rows).values())

    def list_newest(self, limit: int | None) -> list[Found]:
        """The stories whose articles arrived last, up to `limit`, the newest first."""
        return self._list_newest(self._compiler.plan(self._query), limit, None)

    def _list_newest(self, plan: Plan, limit: int | None, after: Found | None) -> list[Found]:
        if plan.words is not None:
            best = self._find_newest(plan, None if after else limit)
        elif plan.speakers and not self._is_shorter_list(plan):
            best = _choose(self._walk_speakers(plan))
        else:
            return self._walk_list(plan, limit, after)
        return sorted((each for each in best.values() if after is None or each < after), reverse=True)[:limit]

    def _find_newest(self, plan: Plan, limit: int | None) -> dict[int, Found]:
        """Hits of words without their scores, until there are so many stories."""
        rows = limit
        while True:
            found = self._look_up(plan, "0.0", rows)
            best = _choose(Found(0.0, sort_at, story, article) for article, story, sort_at, _ in found)
            if limit is None or rows is None or len(found) < rows or len(best) >= limit:
                return best
            rows *= 4

    # Words

    def _rank(self, plan: Plan) -> dict[int, Found]:
        """The hits of words by their stories."""
        rows = self._look_up(plan, _SCORE, RANKED)
        if len(rows) == RANKED:
            # There may be older ones that are about nothing else.
            rows += self._look_up(replace(plan, words=plan.title), _SCORE, RANKED)
        return self._weigh(rows)

    def _weigh(self, rows: Iterable[Any]) -> dict[int, Found]:
        """The best hit of each story, what is new before what is old."""
        return _choose(
            Found(-points * self._freshness(sort_at), sort_at, story, article)
            for article, story, sort_at, points in rows
        )

    def _freshness(self, sort_at: int) -> float:
        # Whole days, so that the order of pages that are asked for one after the other stays.
        age = max(0, (self._now - sort_at) // 86400 * 86400)
        return 2 / 3 + 1 / 3 * math.exp2(-age / _FRESH)

    def _look_up(self, plan: Plan, score: str, limit: int | None) -> list[Any]:
        """The newest hits of words that fulfil all else: article, story, second, points (the lower the better)."""
        narrow = self._narrow(plan)
        conditions = [*narrow, *plan.conditions, plan.scope]
        statement = (
            f"SELECT w.rowid, a.story, s.sort_at, {score} FROM article_words AS w"  # noqa: S608  ours
            " CROSS JOIN articles AS a ON a.number = w.rowid CROSS JOIN stories AS s ON s.id = a.story"
            f" WHERE w.article_words MATCH ? AND {_join(conditions)} ORDER BY w.rowid DESC LIMIT ?"
        )
        values = (plan.words, *_values(conditions), -1 if limit is None else limit)
        return list(self._connection.execute(statement, values))

    def _narrow(self, plan: Plan) -> list[Condition]:
        """What keeps hits of a frequent word to the articles of a short list, before anything is looked up for them."""
        if plan.speakers:
            return []
        shelves = [(size, shelf) for shelf in plan.shelves if (size := self._measure(shelf)) <= _SHORT]
        if not shelves:
            return []
        _, shelf = min(shelves, key=lambda sized: sized[0])
        condition, values = _write_shelf(shelf)
        statement = (
            "+w.rowid IN (SELECT n.number FROM json_each(?) AS wanted"  # noqa: S608  ours
            f" CROSS JOIN placements AS place ON place.list = wanted.value AND {condition}"
            " CROSS JOIN articles AS n ON n.story = place.story)"
        )
        return [Condition(statement, (pack(shelf.lists), *values))]

    def _measure(self, shelf: Shelf) -> int:
        """How many stories stand there, counted no further than one more than a short list has."""
        condition, values = _write_shelf(shelf)
        found: int = self._connection.execute(
            "SELECT count(*) FROM (SELECT 1 FROM json_each(?) AS wanted"  # noqa: S608  ours
            f" CROSS JOIN placements AS place ON place.list = wanted.value AND {condition} LIMIT ?)",
            (pack(shelf.lists), *values, _SHORT + 1),
        ).get
        return found

    # Lists

    def _is_shorter_list(self, plan: Plan) -> bool:
        """Whether a list that the query keeps to is shorter than what its speakers say."""
        spoken: int = self._connection.execute(
            "SELECT coalesce(sum(k.articles), 0) FROM json_each(?) AS wanted"
            " CROSS JOIN speakers AS k ON k.id = wanted.value",
            (pack(plan.speakers[0]),),
        ).get
        return any(self._measure(shelf) < spoken for shelf in plan.shelves)

    def _walk_speakers(self, plan: Plan) -> Iterator[Found]:
        conditions = [*plan.conditions, plan.scope]
        statement = (
            "SELECT 0.0, s.sort_at, s.id, a.number FROM json_each(?) AS wanted"  # noqa: S608  ours
            " CROSS JOIN speakings AS v ON v.speaker = wanted.value"
            " CROSS JOIN articles AS a ON a.number = v.article CROSS JOIN stories AS s ON s.id = a.story"
            f" WHERE {_join(conditions)}"
        )
        rows = self._connection.execute(statement, (pack(plan.speakers[0]), *_values(conditions)))
        return itertools.starmap(Found, rows)

    def _walk_list(self, plan: Plan, limit: int | None, after: Found | None) -> list[Found]:
        """Walk through the shortest list, newest first, until enough stories fulfil all else."""
        shelf, size = self._choose_shelf(plan)
        condition, values = _write_shelf(shelf)
        if after is not None:
            condition += " AND (place.sort_at, place.story) < (?, ?)"
            values += (after.sort_at, after.story)
        conditions = [*plan.conditions, plan.scope]
        values += _values(conditions)
        joins = "CROSS JOIN stories AS s ON s.id = place.story CROSS JOIN articles AS a ON a.story = s.id"
        where = f"{condition} AND {_join(conditions)}"
        if len(shelf.lists) > _MANY and size <= _SHORT:
            rows = self._connection.execute(
                "SELECT 0.0, place.sort_at, place.story, a.number FROM json_each(?) AS wanted"  # noqa: S608  ours
                f" CROSS JOIN placements AS place ON place.list = wanted.value {joins} WHERE {where}",
                (pack(shelf.lists), *values),
            )
            return sorted(_choose(itertools.starmap(Found, rows)).values(), reverse=True)[:limit]
        statement = (
            f"SELECT place.sort_at, place.story, min(a.number) FROM placements AS place {joins}"  # noqa: S608  ours
            f" WHERE place.list = ? AND {where}"
            " GROUP BY place.sort_at, place.story ORDER BY place.sort_at DESC, place.story DESC LIMIT ?"
        )
        most = -1 if limit is None else limit
        scans: list[Iterable[Any]] = [
            self._connection.execute(statement, (number, *values, most)) for number in shelf.lists
        ]
        best = _choose(
            Found(0.0, sort_at, story, article) for sort_at, story, article in heapq.merge(*scans, reverse=True)
        )
        return list(itertools.islice(best.values(), limit))

    def _choose_shelf(self, plan: Plan) -> tuple[Shelf, int]:
        """The shortest list that a query keeps to, with its size; that of everything before many long ones."""
        shelves = [(self._measure(shelf), len(shelf.lists) > _MANY, shelf) for shelf in plan.shelves]
        if plan.scope is IN_LIBRARY:
            shelves.append((_SHORT + 1, False, Shelf((EVERYTHING,), ALL)))
        size, _, shelf = min(shelves, key=lambda each: each[:2])
        return shelf, size


def _choose(hits: Iterable[Found]) -> dict[int, Found]:
    """The best hit of each story."""
    best: dict[int, Found] = {}
    for hit in hits:
        known = best.get(hit.story)
        if known is None or hit > known:
            best[hit.story] = hit
    return best


def _write_shelf(shelf: Shelf) -> tuple[str, tuple[int, ...]]:
    """The condition that a placement stands on a shelf, but for its list, and its values."""
    condition = f"place.state = {shelf.state}"
    values: list[int] = []
    if shelf.since is not None:
        condition += " AND place.sort_at >= ?"
        values.append(shelf.since)
    if shelf.until is not None:
        condition += " AND place.sort_at < ?"
        values.append(shelf.until)
    return condition, tuple(values)


def _join(conditions: Sequence[Condition]) -> str:
    return " AND ".join(f"({condition.sql})" for condition in conditions)


def _values(conditions: Sequence[Condition]) -> tuple[Any, ...]:
    return tuple(value for condition in conditions for value in condition.values)
