"""Where the cursor stands when the list under it has changed."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Container
from itertools import chain
from typing import Final

from newstui.model.heading import VISIT, is_heading

_AROUND: Final = 500
"""Rows above and below, among which a story stands that was there a moment ago."""
_TRIED: Final = 3
"""So many stories are looked for one by one before a set is made of a long list."""
_SIGN: Final = 7 if sys.byteorder == "little" else 0
_BELOW_ZERO: Final = b"\xff"
"""The highest byte of a row that is below zero, and of no other: no row's number needs it."""


def find_row(stories: array[int], story: int | None, near: int = 0) -> int | None:
    """Return the row of a story; those around the row `near` are looked at first, a million in some twenty milliseconds."""
    if story is None:
        return None
    first = max(0, near - _AROUND)
    for start, stop in ((first, near + _AROUND), (0, len(stories))):
        try:
            return stories.index(story, start, stop)
        except ValueError:
            pass
    return None


def find_successor(before: array[int], now: array[int], row: int) -> int:
    """Return the row that the story of a row has now; if it has gone, that of the next one that has not, or of the last.

    With nothing before, the first row. It may be a heading only where nothing else is left.
    """
    if not before or not now:
        return 0
    row = min(row, len(before) - 1)
    found = find_row(now, before[row], row)
    if found is not None:
        return found
    left: Container[int] = now
    following = chain(range(row + 1, len(before)), range(row - 1, -1, -1))
    for tried, place in enumerate(following):
        if tried == _TRIED:
            left = set(now)
        if before[place] in left and not is_heading(before[place]):
            return now.index(before[place])
    return 0


def put_in_place(stories: array[int], row: int, story: int) -> tuple[array[int], int]:
    """Return the list with `story` in a row, and in no other, and the row that it stands in then."""
    placed = stories[:]
    placed[row] = story
    other = find_row(stories, story, row)
    if other is None or other == row:
        return placed, row
    placed.pop(other)
    return placed, row - (other < row)


def leave_out(stories: array[int], gone: Container[int]) -> array[int]:
    """Return the list without the stories that have gone, and without the headings that are above nothing then."""
    left = array("q")
    above_nothing = True
    for row in reversed(stories):
        if row in gone or (above_nothing and row < VISIT):
            continue
        if row != VISIT:
            above_nothing = is_heading(row)
        left.append(row)
    left.reverse()
    return left


def place_visit(stories: array[int], last: int, *, oldest_first: bool = False) -> array[int]:
    """Return a list by date with a line between what came after the story `last` and what was there before.

    From the line on, the newest are above it that are all new, or, the oldest first, those below it. Where all are new,
    or none, there is no line.
    """
    if oldest_first:
        place = next((place for place in reversed(range(len(stories))) if 0 < stories[place] <= last), -1) + 1
        while place < len(stories) and VISIT < stories[place] < 0:  # the editions beneath that story
            place += 1
    else:
        place = next((place for place, row in enumerate(stories) if 0 < row <= last), len(stories))
        place -= place > 0 and is_heading(stories[place - 1])
    if place in (0, len(stories)):
        return stories
    return stories[:place] + array("q", (VISIT,)) + stories[place:]


def list_headings(stories: array[int]) -> array[int]:
    """Return the places of the headings, from top to bottom; a million rows without any take some two milliseconds."""
    signs = stories.tobytes()[_SIGN :: stories.itemsize]  # the byte that tells which rows are below zero, in one step
    places = array("q")
    place = signs.find(_BELOW_ZERO)
    while place >= 0:
        if is_heading(stories[place]):
            places.append(place)
        place = signs.find(_BELOW_ZERO, place + 1)
    return places
