"""The library's health: whether every list and counter says what the articles and statuses say, and setting it right."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeAlias

import apsw

from newstui.errors import N_, MiscountError, StoreError
from newstui.store.placements import Place, read_places, settle, work_out_places
from newstui.store.unindexed import renew_index

_BATCH: Final = 5000
"""How many stories are looked at in one go."""

_READING: Final = 0.75
"""The share of the time that looking through the file takes; comparing the lists takes the rest."""
_STEPS: Final = 100_000
"""Steps of SQLite's machine from one word to the next, some milliseconds."""
_STEPS_A_STORY: Final = 240
"""About so many are made for each story."""

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

    `tell` is told how far that has come, in stories; where it returns False, nothing more is looked at.
    """
    from newstui.store.spellings import is_miscounted  # noqa: PLC0415  nobody waits for it at start

    total = int(connection.execute("SELECT count(*) FROM stories").get)
    read = int(total * _READING)
    try:
        with _reading(connection, total, lambda done: tell(min(done, read), total)):
            problems = _find_damage(connection, path)
    except apsw.InterruptError:
        return []
    if not problems and is_miscounted(connection):
        problems.append(MiscountError(_SPEAKERS, path=path))
    return problems or _find_misplaced(
        connection, path, lambda done: tell(read + done * (total - read) // total, total)
    )


def _find_damage(connection: apsw.Connection, path: str) -> list[StoreError]:
    """What is wrong with the file: pages that cannot be read as what they should be, rows whose parents are missing."""
    problems = [
        StoreError(_DAMAGED, path=path, detail=detail)
        for (detail,) in connection.execute("PRAGMA quick_check(20)")
        if detail != "ok"
    ]
    problems += [
        StoreError(_DAMAGED, path=path, detail=f"{table}, {row}: {parent}")
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    return problems


@contextmanager
def _reading(connection: apsw.Connection, stories: int, tell: Callable[[int], bool]) -> Iterator[None]:
    """Tell meanwhile how far SQLite has come, which says nothing itself, by its steps; False from `tell` stops it."""
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += _STEPS
        return not tell(int(steps * _READING / _STEPS_A_STORY))

    connection.set_progress_handler(count if stories else None, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None)


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


def _find_misplaced(connection: apsw.Connection, path: str, tell: Callable[[int], bool]) -> list[StoreError]:
    misplaced = done = 0
    expected: _Sums = defaultdict(lambda: array("q", (0, 0, 0)))
    for stories in _batches(connection):
        if not tell(done):
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
