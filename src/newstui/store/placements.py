"""Placements: which stories stand in which list, and the lists' counters, always changed together.

What a story's placements should be follows from its articles, their statuses and the sources that list them. Whoever
changes one of these calls `settle` with the stories concerned, in the same transaction.
"""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import apsw

from newstui.store.columns import pack

EVERYTHING: Final = 0
"""The list of all stories that a subscribed source lists, or that are starred or tagged."""
HIDDEN: Final = -2
"""The list of the stories that are hidden, which stand in no other one; what is starred is not hidden."""

_NOWHERE: Final = -1

ALL: Final = 0
UNREAD: Final = 1
STARRED: Final = 2


class Place(NamedTuple):
    """Where a story stands: in these lists at this second, and whether also among their unread and starred."""

    sort_at: int
    unread: bool
    starred: bool
    lists: frozenset[int]

    def states(self) -> tuple[int, ...]:
        """The states in which it stands in each of its lists."""
        return (ALL, *((UNREAD,) if self.unread else ()), *((STARRED,) if self.starred else ()))


_Row = tuple[int, int, int, int]
"""list, state, sort_at, story."""


def settle(connection: apsw.Connection, stories: Iterable[int], *, afresh: bool = False) -> None:
    """Bring placements and counters to what the stories' articles now ask for; one without articles goes.

    A story never moves to a later place, but for one that is cut `afresh`.
    """
    numbers = list(dict.fromkeys(stories))
    if numbers:
        old = read_places(connection, numbers)
        new = work_out_places(connection, old, afresh=afresh)
        move_stories(connection, old, new)
        gone = old.keys() - new.keys()
        connection.executemany("DELETE FROM stories WHERE id = ?", [(story,) for story in gone])


def read_places(connection: apsw.Connection, stories: Sequence[int]) -> dict[int, Place]:
    """Where these stories stand, of those that there are."""
    rows = connection.execute(
        """
        SELECT s.id, s.sort_at, s.unread, s.starred, s.places
        FROM json_each(?) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value
        """,
        (pack(stories),),
    )
    parsed: dict[str, frozenset[int]] = {}
    places = {}
    for story, sort_at, unread, starred, stored in rows:
        lists = parsed.get(stored)
        if lists is None:
            lists = parsed[stored] = frozenset(json.loads(stored))
        places[story] = Place(sort_at, bool(unread), bool(starred), lists)
    return places


def work_out_places(
    connection: apsw.Connection, old: Mapping[int, Place], *, afresh: bool = False, looking: bool = False
) -> dict[int, Place]:
    """Where the stories should stand; one without articles nowhere. Makes the lists that are missing, unless `looking`."""
    packed = pack(old)
    articles = connection.execute(
        """
        SELECT a.story, a.sort_at, a.language, st.read, st.starred, st.hidden, st.folder, t.tag
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.story = wanted.value
        LEFT JOIN statuses AS st ON st.id = a.id
        LEFT JOIN taggings AS t ON t.article = a.id
        """,
        (packed,),
    )
    shelves = _Shelves(connection, looking=looking)
    lists: dict[int, set[int]] = defaultdict(set)
    first: dict[int, int] = {} if afresh else {story: place.sort_at for story, place in old.items()}
    here: set[int] = set()
    read: set[int] = set()
    starred: set[int] = set()
    hidden: set[int] = set()
    moved: dict[int, str] = {}
    for story, sort_at, language, is_read, is_starred, is_hidden, own_folder, tag in articles:
        here.add(story)
        first[story] = min(sort_at, first.get(story, sort_at))
        if language:
            lists[story].add(shelves.number("language", language.lower()))
        if is_read:
            read.add(story)
        if is_starred:
            starred.add(story)
            lists[story].add(EVERYTHING)
        if is_hidden:
            hidden.add(story)
        if own_folder:
            moved[story] = own_folder
        if tag:
            lists[story] |= {EVERYTHING, shelves.number("tag", tag)}
    listed = connection.execute(
        """
        SELECT a.story, s.id, s.subscribed, s.folder
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.story = wanted.value
        CROSS JOIN appearances AS p ON p.article = a.number
        CROSS JOIN sources AS s ON s.id = p.source
        """,
        (packed,),
    )
    for story, source, subscribed, folder in listed:
        lists[story].add(source)
        if subscribed:
            lists[story].add(EVERYTHING)
            if shown := moved.get(story, folder):
                lists[story].add(shelves.number("folder", shown))
    for story in hidden - starred:
        lists[story] = {HIDDEN}
    return {story: Place(first[story], story not in read, story in starred, frozenset(lists[story])) for story in here}


def move_stories(connection: apsw.Connection, old: Mapping[int, Place], new: Mapping[int, Place]) -> None:
    """Write the placements that differ, and count them; a story that is in `old` alone loses all of its."""
    leaving: list[_Row] = []
    arriving: list[_Row] = []
    rewritten = []
    stored: dict[frozenset[int], str] = {}
    for story in old.keys() | new.keys():
        before, after = old.get(story), new.get(story)
        if before == after:
            continue
        if after is not None:
            if after.lists not in stored:
                stored[after.lists] = json.dumps(sorted(after.lists))
            rewritten.append((after.sort_at, after.unread, after.starred, stored[after.lists], story))
        kept = _kept_states(before, after)
        leaving += _rows(story, before, kept)
        arriving += _rows(story, after, kept)
    connection.executemany(
        "DELETE FROM placements WHERE list = ? AND state = ? AND sort_at = ? AND story = ?", sorted(leaving)
    )
    connection.executemany("INSERT INTO placements (list, state, sort_at, story) VALUES (?, ?, ?, ?)", sorted(arriving))
    connection.executemany(
        "UPDATE stories SET sort_at = ?, unread = ?, starred = ?, places = ? WHERE id = ?", rewritten
    )
    _count(connection, leaving, arriving)


def turn_stories(connection: apsw.Connection, stories: Iterable[int], *, unread: bool) -> None:
    """Note that stories are read, or unread: what `settle` would come to where all editions of each say the same."""
    rows = connection.execute(
        """
        SELECT s.id, s.places FROM json_each(?) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value
        WHERE s.unread <> ?
        """,
        (pack(stories), unread),
    )
    inside: dict[str, list[int]] = defaultdict(list)
    for story, places in rows:
        inside[places].append(story)
    lists: dict[int, list[int]] = defaultdict(list)
    for places, members in inside.items():
        for number in json.loads(places):
            lists[number] += members
    for number, members in sorted(lists.items()):
        connection.execute(_ENTER if unread else _LEAVE, (number, pack(members)))
        connection.execute(
            "UPDATE lists SET unread = unread + ? WHERE id = ?", (len(members) if unread else -len(members), number)
        )
    turned = pack(story for members in inside.values() for story in members)
    connection.execute("UPDATE stories SET unread = ? WHERE id IN (SELECT value FROM json_each(?))", (unread, turned))


_PLACES: Final = "SELECT s.sort_at, s.id FROM json_each(?2) AS wanted CROSS JOIN stories AS s ON s.id = wanted.value"
_LEAVE: Final = f"DELETE FROM placements WHERE list = ?1 AND state = {UNREAD} AND (sort_at, story) IN ({_PLACES})"  # noqa: S608  ours
_ENTER: Final = f"INSERT INTO placements (list, state, sort_at, story) SELECT ?1, {UNREAD}, * FROM ({_PLACES})"  # noqa: S608  ours


def _kept_states(before: Place | None, after: Place | None) -> frozenset[int]:
    """The states whose rows stay as they are: none of them where the story changes its lists or its second."""
    if before is None or after is None or before.lists != after.lists or before.sort_at != after.sort_at:
        return frozenset()
    return frozenset(before.states()).intersection(after.states())


def _rows(story: int, place: Place | None, kept: frozenset[int]) -> list[_Row]:
    """A place as rows, but for the states that are kept."""
    if place is None:
        return []
    sort_at = place.sort_at
    return [(number, state, sort_at, story) for state in place.states() if state not in kept for number in place.lists]


def _count(connection: apsw.Connection, leaving: Iterable[_Row], arriving: Iterable[_Row]) -> None:
    differences: dict[int, array[int]] = defaultdict(lambda: array("q", (0, 0, 0)))
    for rows, step in ((leaving, -1), (arriving, 1)):
        for number, state, _, _ in rows:
            differences[number][state] += step
    connection.executemany(
        "UPDATE lists SET stories = stories + ?, unread = unread + ?, starred = starred + ? WHERE id = ?",
        [(*steps, number) for number, steps in differences.items()],
    )


class _Shelves:
    """The numbers of the lists of folders and languages, made when first asked for."""

    def __init__(self, connection: apsw.Connection, *, looking: bool) -> None:
        self._connection = connection
        self._looking = looking
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, kind: str, name: str) -> int:
        """The number of a list by its kind and name."""
        found = self._numbers.get((kind, name))
        if found is None:
            found = self._find(kind, name) or self._make(kind, name)
            self._numbers[kind, name] = found
        return found

    def _find(self, kind: str, name: str) -> int | None:
        found: int | None = self._connection.execute(
            "SELECT id FROM lists WHERE kind = ? AND name = ?", (kind, name)
        ).get
        return found

    def _make(self, kind: str, name: str) -> int:
        if self._looking:
            return _NOWHERE
        self._connection.execute("INSERT INTO lists (kind, name) VALUES (?, ?)", (kind, name))
        return self._connection.last_insert_rowid()
