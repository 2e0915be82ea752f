"""The library's health: whether every list and counter says what the articles and statuses say, and setting it right."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import apsw

from newstui.errors import N_, MiscountError, StoreError
from newstui.store.placements import Place, read_places, settle, work_out_places
from newstui.store.unindexed import renew_index

_BATCH: Final = 5000
"""How many stories are looked at in one go."""

_DAMAGED: Final = N_("The library {path} is damaged: {detail}.")
_COUNTER: Final = N_(
    "The library {path} counts {counted} stories in its list {number} ({name}), where there are {found}."
)
_MISPLACED: Final = N_("The library {path} has {count} stories in the wrong lists.")
_SPEAKERS: Final = N_("The library {path} counts other quotes of its speakers than there are.")
_ORDER: Final = N_("The library {path} has the wrong stories in its list {number} ({name}).")

Tell: TypeAlias = Callable[[int, int], bool]
_Sums: TypeAlias = "dict[tuple[int, int], array[int]]"
"""By list and state: how many stories, the sum of their numbers, the sum of their seconds."""


def find_problems(connection: apsw.Connection, path: str, tell: Tell) -> list[StoreError]:
    """Look through the file, then work out every list again and compare.

    `tell` is told how many stories of how many have been compared; where it returns False, the others are not.
    """
    from newstui.store.spellings import is_miscounted  # noqa: PLC0415  nobody waits for it at start

    problems = [
        StoreError(_DAMAGED, path=path, detail=detail)
        for (detail,) in connection.execute("PRAGMA quick_check(20)")
        if detail != "ok"
    ]
    problems += [
        StoreError(_DAMAGED, path=path, detail=f"{table}, {row}: {parent}")
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    if not problems and is_miscounted(connection):
        problems.append(MiscountError(_SPEAKERS, path=path))
    return problems or _find_misplaced(connection, path, tell)


def repair(connection: apsw.Connection) -> None:
    """Work out every list and counter again from the articles, their statuses and the sources that list them.

    The search index is forgotten, and made anew by whoever works through what waits for it.
    """
    from newstui.store.spellings import rebuild_speakers  # noqa: PLC0415  likewise

    connection.execute("REINDEX")
    connection.execute("DELETE FROM placements")
    connection.execute("UPDATE lists SET stories = 0, unread = 0, starred = 0")
    connection.execute("UPDATE stories SET unread = 0, starred = 0, places = '[]'")
    for stories in _batches(connection):
        settle(connection, stories)
    rebuild_speakers(connection)
    renew_index(connection)


def _find_misplaced(connection: apsw.Connection, path: str, tell: Tell) -> list[StoreError]:
    misplaced = done = 0
    total = int(connection.execute("SELECT count(*) FROM stories").get)
    expected: _Sums = defaultdict(lambda: array("q", (0, 0, 0)))
    for stories in _batches(connection):
        if not tell(done, total):
            return []
        done += len(stories)
        stand = read_places(connection, stories)
        should = work_out_places(connection, stand, looking=True)
        misplaced += sum(should.get(story) != place for story, place in stand.items())
        for story, place in should.items():
            _add(expected, story, place)
    problems: list[StoreError] = [MiscountError(_MISPLACED, path=path, count=misplaced)] if misplaced else []
    rows = connection.execute(
        "SELECT list, state, count(*), sum(story), sum(sort_at) FROM placements GROUP BY list, state"
    )
    found = {(number, state): array("q", sums) for number, state, *sums in rows}
    for number, kind, name, *counters in connection.execute(
        "SELECT id, kind, name, stories, unread, starred FROM lists"
    ):
        shown = {"path": path, "number": number, "name": name or kind}
        for state, counted in enumerate(counters):
            sums = found.pop((number, state), array("q", (0, 0, 0)))
            if counted != sums[0]:
                problems.append(MiscountError(_COUNTER, counted=counted, found=sums[0], **shown))
            if sums != expected[number, state]:
                problems.append(MiscountError(_ORDER, **shown))
    lost = sorted({number for number, _ in found})
    return problems + [MiscountError(_ORDER, path=path, number=number, name="—") for number in lost]


def _add(sums: _Sums, story: int, place: Place) -> None:
    for number in place.lists:
        for state in place.states():
            own = sums[number, state]
            own[0] += 1
            own[1] += story
            own[2] += place.sort_at


def _batches(connection: apsw.Connection) -> Iterator[list[int]]:
    """The numbers of all stories, some at a time."""
    last = 0
    while True:
        rows = connection.execute("SELECT id FROM stories WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH))
        stories = [story for (story,) in rows]
        if not stories:
            return
        yield stories
        last = stories[-1]
