"""Rules: kept in the reader's order, and done with what has arrived since they were done last.

What a rule asks is read by the caller: queries reach the store as trees.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Final

import apsw

from newstui.errors import N_, NewstuiError, UsageError
from newstui.model import Action, ActionKind, Rule
from newstui.record import record
from newstui.store.columns import pack, read_error, read_moment, store_error, store_moment
from newstui.store.statuses import Marking, give_marks

if TYPE_CHECKING:
    from newstui.store.connection import Connections
    from newstui.text.query import Query

_SELECT: Final = "SELECT id, query, actions, enabled, matched, matched_at, error FROM rules"


@record
class RuleOrder:
    """A rule as it is done: the tree of its query, and what becomes of the status of what fulfils it."""

    key: int
    query: Query
    marking: Marking = field(default_factory=Marking)


class Rules:
    """The rules of a library."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def list_rules(self) -> list[Rule]:
        """All rules, in the order in which they are done."""
        with self._connections.reading() as connection:
            return [_read_rule(row) for row in connection.execute(f"{_SELECT} ORDER BY position, id")]

    def get(self, key: int) -> Rule:
        """The rule with this number; raises UsageError."""
        with self._connections.reading() as connection:
            return _get(connection, key)

    def add(self, query: str, actions: Sequence[Action]) -> Rule:
        """Add a rule behind the others."""
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT INTO rules (position, query, actions) SELECT coalesce(max(position), 0) + 1, ?, ? FROM rules",
                (query, _store_actions(actions)),
            )
            return _get(connection, connection.last_insert_rowid())

    def enable(self, key: int, enabled: bool) -> Rule:
        """Switch a rule on or off, and return it as it is now; raises UsageError."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE rules SET enabled = ?, error = NULL WHERE id = ?", (enabled, key))
            return _get(connection, key)

    def rewrite(self, key: int, query: str, actions: Sequence[Action]) -> None:
        """Let a rule that there is ask and do something else, in its place."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE rules SET query = ?, actions = ? WHERE id = ?", (query, _store_actions(actions), key)
            )

    def remove(self, key: int) -> tuple[Rule, int]:
        """Remove a rule, and return it with its place among the others, for `put_back`; raises UsageError."""
        with self._connections.writing() as connection:
            rule = _get(connection, key)
            position: int = connection.execute("SELECT position FROM rules WHERE id = ?", (key,)).get
            connection.execute("DELETE FROM rules WHERE id = ?", (key,))
            return rule, position

    def put_back(self, rule: Rule, position: int) -> None:
        """Have a rule again that was removed, under its number and in its place."""
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO rules (id, position, query, actions, enabled, matched, matched_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    rule.key,
                    position,
                    rule.query,
                    _store_actions(rule.actions),
                    rule.enabled,
                    rule.matched,
                    store_moment(rule.matched_at),
                ),
            )

    def place(self, key: int, place: int) -> int:
        """Let a rule be done at this place among all, 1 for the first, and return where it stood; raises UsageError."""
        with self._connections.writing() as connection:
            _get(connection, key)
            keys = [number for (number,) in connection.execute("SELECT id FROM rules ORDER BY position, id")]
            before = keys.index(key) + 1
            keys.remove(key)
            keys.insert(max(0, place - 1), key)
            connection.executemany("UPDATE rules SET position = ? WHERE id = ?", list(enumerate(keys, 1)))
            return before

    def note_error(self, key: int, error: NewstuiError | None) -> None:
        """Keep why something of a rule could not be done, or that all of it could."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE rules SET error = ? WHERE id = ?", (store_error(error), key))

    def count(self, key: int, articles: int, at: datetime | None) -> None:
        """Add to the articles that a rule was done with, and keep when that was; fewer than none takes back."""
        with self._connections.writing() as connection:
            _count(connection, key, articles, at)

    def is_waiting(self) -> bool:
        """Whether something has arrived that the rules have not seen."""
        with self._connections.reading() as connection:
            return bool(_find_waiting(connection, 1))

    def list_waiting(self, limit: int = 500) -> list[str]:
        """The ids of articles that the rules have not seen, in the order in which they arrived."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                "SELECT a.id FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.number = wanted.value",
                (pack(_find_waiting(connection, limit)),),
            )
            return [article_id for (article_id,) in rows]

    def do_batch(
        self, orders: Sequence[RuleOrder], now: datetime, zone: tzinfo, limit: int = 500
    ) -> dict[int, list[str]]:
        """Do the rules, one after the other, with some of what waits for them; which articles each was done with.

        All of it is one transaction: an article is seen once, whatever comes between.
        """
        with self._connections.writing() as connection:
            waiting = _find_waiting(connection, limit)
            if not waiting:
                return {}
            connection.execute("UPDATE ruled SET article = ? WHERE id = 0", (max(waiting),))
            listed = _leave_out_opened(connection, waiting)
            return _do(connection, orders, listed, now, zone) if listed and orders else {}

    def skip_waiting(self) -> None:
        """Let the rules pass over what has arrived until now."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE ruled SET article = (SELECT coalesce(max(number), 0) FROM articles) WHERE id = 0"
            )


def _do(
    connection: apsw.Connection, orders: Sequence[RuleOrder], numbers: Sequence[int], now: datetime, zone: tzinfo
) -> dict[int, list[str]]:
    from newstui.store.choosing import Chooser, asks_for  # noqa: PLC0415  reads queries

    chooser = Chooser(connection, numbers, now, zone)
    done: dict[int, list[str]] = {}
    marks = _Marks()
    for order in orders:
        if asks_for(order.query, marks.given):
            chooser.forget(marks.given)
            marks.write(connection, now)
        chosen = chooser.choose(order.query)
        if chosen:
            done[order.key] = chosen
            marks.give(chosen, order.marking)
            _count(connection, order.key, len(chosen), now)
    marks.write(connection, now)
    return done


class _Marks:
    """What rules give to articles, until a later rule asks for it or all are done: it is written once for all of them."""

    def __init__(self) -> None:
        self._waiting: dict[str, Marking] = {}
        self.given: Marking = {}
        """The parts of statuses that are not written yet."""

    def give(self, ids: Iterable[str], marking: Marking) -> None:
        """Add a rule's marking to those of the rules before it."""
        if marking:
            self.given = _join(self.given, marking)
            for article_id in ids:
                self._waiting[article_id] = _join(self._waiting.get(article_id, {}), marking)

    def write(self, connection: apsw.Connection, now: datetime) -> None:
        """Store what was given."""
        if self._waiting:
            give_marks(connection, self._waiting, now)
        self._waiting, self.given = {}, {}


def _join(first: Marking, then: Marking) -> Marking:
    joined: Marking = {**first, **then}
    if tags := (*first.get("tag", ()), *then.get("tag", ())):
        joined["tag"] = tuple(dict.fromkeys(tags))
    return joined


def _count(connection: apsw.Connection, key: int, articles: int, at: datetime | None) -> None:
    connection.execute(
        "UPDATE rules SET matched = max(0, matched + ?), matched_at = ? WHERE id = ?", (articles, store_moment(at), key)
    )


def _find_waiting(connection: apsw.Connection, limit: int) -> list[int]:
    """The numbers of articles that the rules have not seen, in the order in which they arrived."""
    rows = connection.execute(
        "SELECT number FROM articles WHERE number > (SELECT article FROM ruled WHERE id = 0) ORDER BY number LIMIT ?",
        (limit,),
    )
    return [number for (number,) in rows]


def _leave_out_opened(connection: apsw.Connection, numbers: Sequence[int]) -> list[int]:
    """Those of these articles that came by a source that is subscribed to: the others were asked for by hand."""
    rows = connection.execute(
        """
        SELECT a.number FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.number = wanted.value
        CROSS JOIN sources AS s ON s.id = a.source
        WHERE s.subscribed
        """,
        (pack(numbers),),
    )
    return [number for (number,) in rows]


def _get(connection: apsw.Connection, key: int) -> Rule:
    for row in connection.execute(f"{_SELECT} WHERE id = ?", (key,)):
        return _read_rule(row)
    raise UsageError(N_("There is no rule {key}; newstui rules lists those that there are."), key=key)


def _store_actions(actions: Sequence[Action]) -> str:
    return json.dumps([[action.kind, *action.words] for action in actions], ensure_ascii=False)


def _read_rule(row: tuple[Any, ...]) -> Rule:
    key, query, actions, enabled, matched, matched_at, error = row
    return Rule(
        key=key,
        query=query,
        actions=tuple(Action(ActionKind(kind), tuple(words)) for kind, *words in json.loads(actions)),
        enabled=bool(enabled),
        matched=matched,
        matched_at=read_moment(matched_at),
        error=read_error(error),
    )
