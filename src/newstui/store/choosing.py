"""Choosing among some articles those that fulfil queries: what a rule asks of what has arrived and is indexed.

Many queries are asked of the same articles, so what each leaf of their trees holds for is looked up once, for all of the
articles together, and the rest is sets. What only some stories' other editions fulfil does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from typing import Final

import apsw

from newstui.store.columns import pack
from newstui.store.conditions import Compiler
from newstui.store.expressions import is_words
from newstui.store.statuses import Marking
from newstui.text.query import And, Flag, Flagged, Name, Named, Not, Or, Query
from newstui.text.query.tree import list_leaves

_FLAGS: Final = {
    Flag.UNREAD: {"read"},
    Flag.READ: {"read"},
    Flag.STARRED: {"starred"},
    Flag.HIDDEN: {"hidden", "starred"},
}
_NAMES: Final = {Name.TAG: {"tag"}, Name.FOLDER: {"folder"}, Name.EDITION: {"hidden", "starred"}}


class Chooser:
    """Tells which of some articles fulfil queries. Whoever marks some of them says so by `forget`."""

    def __init__(self, connection: apsw.Connection, numbers: Sequence[int], now: datetime, zone: tzinfo) -> None:
        self._connection = connection
        self._packed = pack(numbers)
        self._compiler = Compiler(connection, now, zone)
        rows = connection.execute(
            "SELECT a.number, a.id FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value",
            (self._packed,),
        )
        self._ids: dict[int, str] = dict(rows)
        self._all = frozenset(self._ids)
        self._bounds = (min(self._all, default=0), max(self._all, default=0))
        self._found: dict[Query, frozenset[int]] = {}

    def choose(self, query: Query) -> list[str]:
        """The ids of those that fulfil a query, in their order."""
        found = self._find(query)
        return [article_id for number, article_id in self._ids.items() if number in found]

    def forget(self, marked: Iterable[str]) -> None:
        """Look up anew what depends on these parts of statuses (the names of a Marking)."""
        changed = set(marked)
        for leaf in [leaf for leaf in self._found if _read_parts(leaf) & changed]:
            del self._found[leaf]

    def _find(self, query: Query) -> frozenset[int]:
        match query:
            case Not():
                return self._all - self._find(query.part)
            case And():
                found = self._all
                for part in query.parts:
                    if not found:
                        break
                    found &= self._find(part)
                return found
            case Or():
                return frozenset().union(*(self._find(part) for part in query.parts))
        known = self._found.get(query)
        if known is None:
            known = self._found[query] = self._all.intersection(self._look_up(query))
        return known

    def _look_up(self, leaf: Query) -> Iterable[int]:
        if is_words(leaf):
            rows = self._connection.execute(
                "SELECT rowid FROM article_words WHERE article_words MATCH ? AND rowid BETWEEN ? AND ?",
                (self._compiler.words.write(leaf), *self._bounds),
            )
        else:
            condition = self._compiler.write(leaf)
            rows = self._connection.execute(
                "SELECT a.number FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value"  # noqa: S608  ours
                f" CROSS JOIN stories AS s ON s.id = a.story WHERE {condition.sql}",
                (self._packed, *condition.values),
            )
        return (number for (number,) in rows)


def asks_for(query: Query, marked: Marking) -> bool:
    """Whether what a query finds may be something else when articles have been marked so."""
    return any(_read_parts(leaf) & marked.keys() for leaf in list_leaves(query))


def _read_parts(leaf: Query) -> set[str]:
    """The parts of a status that a leaf depends on."""
    match leaf:
        case Flagged():
            return _FLAGS.get(leaf.flag, set())
        case Named():
            return _NAMES.get(leaf.name, set())
    return set()


def choose_articles(
    connection: apsw.Connection, query: Query, ids: Sequence[str], now: datetime, zone: tzinfo
) -> list[str]:
    """Those of these articles that fulfil the query."""
    rows = connection.execute(
        "SELECT a.number FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.id = wanted.value", (pack(ids),)
    )
    return Chooser(connection, [number for (number,) in rows], now, zone).choose(query)
