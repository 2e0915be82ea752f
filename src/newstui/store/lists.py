"""Reading lists: the stories of a view in order, from one index, and the rows that show them."""

from __future__ import annotations

import heapq
import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

import apsw

from newstui.model import Headline, Order, View
from newstui.record import record
from newstui.store.columns import pack, read_second
from newstui.store.placements import ALL, EVERYTHING, HIDDEN, STARRED, UNREAD
from newstui.store.sources import source_number
from newstui.text.languages import matches, pick

_PIECE: Final = 20_000
"""Stories that are read at once."""


@record
class Condition:
    """A story must stand in one of these lists, in this state."""

    lists: tuple[int, ...]
    state: int


def list_stories(connection: apsw.Connection, view: View, limit: int | None = None) -> array[int]:
    """The numbers of a view's stories by date, the newest first or the oldest; the first cost the same however many there are."""
    conditions = find_conditions(connection, view)
    if not all(condition.lists for condition in conditions):
        return array("q")
    base = min(conditions, key=lambda condition: _size(connection, condition))
    others = [condition for condition in conditions if condition is not base]
    if len(base.lists) > 1:
        return _merge(connection, base, others, limit, view)
    if limit is None and not view.newer_than:
        return _read_whole(connection, base, others, view)
    return array("q", _get_column(connection, *select_list("p.story", base.lists[0], base.state, others, limit, view)))


def _read_whole(connection: apsw.Connection, base: Condition, others: Sequence[Condition], view: View) -> array[int]:
    """The same of a whole list, read in pieces: a million numbers are eight megabytes, as objects of Python forty."""
    found = array("q")
    after: tuple[int, int] | None = None
    while True:
        piece = _get_column(
            connection, *select_list("p.story", base.lists[0], base.state, others, _PIECE, view, after=after)
        )
        found.extend(piece)
        if len(piece) < _PIECE:
            return found
        sort_at = connection.execute("SELECT sort_at FROM stories WHERE id = ?", (piece[-1],)).get
        after = (sort_at, piece[-1])


def _get_column(connection: apsw.Connection, statement: str, values: Sequence[int]) -> list[int]:
    """All rows of a statement with one column, faster than row by row."""
    found = connection.execute(statement, values).get
    return found if isinstance(found, list) else [] if found is None else [found]


def last_story(connection: apsw.Connection) -> int:
    """The number of the story that came last; numbers rise and are never given twice."""
    found: int | None = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'stories'").get
    return found or 0


def count_stories(connection: apsw.Connection, view: View) -> int | None:
    """How many stories a view holds, where one counter says it."""
    if view.newer_than:
        return None
    conditions = find_conditions(connection, view)
    if not all(condition.lists for condition in conditions):
        return 0
    if len(conditions) > 1 or len(conditions[0].lists) > 1:
        return None
    return _size(connection, conditions[0])


def find_conditions(connection: apsw.Connection, view: View) -> list[Condition]:
    """What a story of the view must fulfil; the lists of one condition are empty where a name is unknown."""
    state = UNREAD if view.unread else STARRED if view.starred else ALL
    conditions = []
    if view.sources:
        numbers = tuple(dict.fromkeys(number for key in view.sources if (number := source_number(key)) is not None))
        conditions.append(Condition(numbers, state))
    for kind, name in (("folder", view.folder), ("tag", view.tag)):
        if name is not None:
            rows = connection.execute("SELECT id FROM lists WHERE kind = ? AND name = ?", (kind, name))
            conditions.append(Condition(tuple(number for (number,) in rows), state))
    if view.hidden:
        return [Condition((HIDDEN,), state)]
    if not conditions:
        conditions.append(Condition((EVERYTHING,), state))
    if view.unread and view.starred:
        conditions.append(Condition(conditions[0].lists, STARRED))
    if view.language is not None:
        rows = connection.execute("SELECT id, name FROM lists WHERE kind = 'language'")
        spoken = tuple(number for number, name in rows if matches(name, view.language))
        conditions.append(Condition(spoken, state))
    return conditions


def select_list(
    columns: str,
    number: int,
    state: int,
    others: Sequence[Condition],
    limit: int | None,
    view: View,
    *,
    after: tuple[int, int] | None = None,
) -> tuple[str, tuple[int, ...]]:
    """The statement that reads one list by date, and its values; every story must fulfil the others too.

    `after` are the second and the number of the story behind which it begins.
    """
    oldest_first = view.order is Order.OLDEST
    if view.newer_than:
        # The few that have come since are looked for in the list, not the list for them.
        statement = (
            f"SELECT {columns} FROM stories AS newer"  # noqa: S608  names of columns
            " CROSS JOIN placements AS p ON p.list = ? AND p.state = ? AND p.sort_at = newer.sort_at AND p.story = newer.id"
            " WHERE newer.id > ?"
        )
        values = [number, state, view.newer_than]
    else:
        statement = f"SELECT {columns} FROM placements AS p WHERE p.list = ? AND p.state = ?"  # noqa: S608  likewise
        values = [number, state]
    if after is not None:
        statement += f" AND (p.sort_at, p.story) {'>' if oldest_first else '<'} (?, ?)"
        values += after
    for condition in others:
        marks = ", ".join("?" * len(condition.lists))
        statement += (
            " AND EXISTS (SELECT 1 FROM placements AS q"  # noqa: S608  question marks
            f" WHERE q.list IN ({marks}) AND q.state = ? AND q.sort_at = p.sort_at AND q.story = p.story)"
        )
        values += [*condition.lists, condition.state]
    direction = "ASC" if oldest_first else "DESC"
    statement += f" ORDER BY p.sort_at {direction}, p.story {direction}"
    if limit is not None:
        statement += " LIMIT ?"
        values.append(limit)
    return statement, tuple(values)


def _merge(
    connection: apsw.Connection, base: Condition, others: Sequence[Condition], limit: int | None, view: View
) -> array[int]:
    """Several lists as one, each story once: it has the same second in all of them."""
    scans: list[Iterator[Any]] = [
        connection.execute(*select_list("p.sort_at, p.story", number, base.state, others, limit, view))
        for number in base.lists
    ]
    newest_first = view.order is not Order.OLDEST
    if limit is None:
        rows: Iterator[Any] = iter(sorted(itertools.chain.from_iterable(scans), reverse=newest_first))
    else:
        rows = heapq.merge(*scans, reverse=newest_first)
    return array("q", (story for (_, story), _ in itertools.islice(itertools.groupby(rows), limit)))


def _size(connection: apsw.Connection, condition: Condition) -> int:
    rows = connection.execute(
        "SELECT l.stories, l.unread, l.starred FROM json_each(?) AS wanted CROSS JOIN lists AS l ON l.id = wanted.value",
        (pack(condition.lists),),
    )
    return sum(counters[condition.state] for counters in rows)


@dataclass(slots=True)
class _Row:
    """A story on its way to a headline."""

    sort_at: int
    unread: bool
    starred: bool
    editions: list[tuple[int, str, str, str | None, str | None]]
    """sort_at, id, title, language, source's title, in the order in which they arrived."""


def list_languages(connection: apsw.Connection) -> list[str]:
    """The languages in which there are stories, those with most first."""
    rows = connection.execute("SELECT name FROM lists WHERE kind = 'language' AND stories ORDER BY stories DESC, name")
    return [name for (name,) in rows]


def load_headlines(connection: apsw.Connection, stories: Sequence[int], ladder: Sequence[str]) -> list[Headline]:
    """Rows in the order of `stories`, each in the edition that the ladder asks for."""
    packed = pack(stories)
    rows: dict[int, _Row] = {}
    for story, sort_at, unread, starred, *edition in connection.execute(
        """
        SELECT s.id, s.sort_at, s.unread, s.starred, a.sort_at, a.id, a.title, a.language, f.title
        FROM json_each(?) AS wanted
        CROSS JOIN stories AS s ON s.id = wanted.value
        CROSS JOIN articles AS a ON a.story = s.id
        LEFT JOIN sources AS f ON f.id = a.source
        """,
        (packed,),
    ):
        row = rows.setdefault(story, _Row(sort_at, bool(unread), bool(starred), []))
        row.editions.append(tuple(edition))
    declared: dict[int, list[str]] = defaultdict(list)
    for story, language in connection.execute(
        """
        SELECT a.story, e.language
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.story = wanted.value
        CROSS JOIN editions AS e ON e.article = a.number
        """,
        (packed,),
    ):
        declared[story].append(language)
    return [_headline(story, rows[story], declared.get(story, ()), ladder) for story in stories if story in rows]


def choose_edition(languages: Sequence[str | None], ladder: Sequence[str]) -> int:
    """The index of the edition that the ladder asks for; the first one where it asks for none of them."""
    if len(languages) == 1:
        return 0
    tag = pick([language for language in languages if language], ladder)
    return 0 if tag is None else languages.index(tag)


def _headline(story: int, row: _Row, declared: Sequence[str], ladder: Sequence[str]) -> Headline:
    editions = sorted(row.editions, key=itemgetter(0))
    here = [language for _, _, _, language, _ in editions]
    _, article, title, language, source = editions[choose_edition(here, ladder)]
    languages = tuple(dict.fromkeys(tag for tag in (language, *here) if tag))
    return Headline(
        story=story,
        id=article,
        title=title,
        source_title=source or "",
        at=read_second(row.sort_at),
        language=language,
        languages=languages,
        declared=leave_out(declared, languages),
        read=not row.unread,
        starred=row.starred,
    )


def leave_out(declared: Sequence[str], here: Sequence[str]) -> tuple[str, ...]:
    """The declared languages, each once, that none of those here is ("pt" is here where "pt-BR" is)."""
    return tuple(
        tag for tag in dict.fromkeys(declared) if not any(matches(own, tag) or matches(tag, own) for own in here)
    )
