"""Where the cursor stands when the list under it has changed."""

from __future__ import annotations

from array import array
from collections.abc import Container
from itertools import chain

from newstui.model.heading import VISIT, is_heading


def find_row(stories: array[int], story: int | None) -> int | None:
    """Return the row of a story; a million are looked through in some ten milliseconds."""
    if story is None:
        return None
    try:
        return stories.index(story)
    except ValueError:
        return None


def find_successor(before: array[int], now: array[int], row: int) -> int:
    """Return the row that the story of a row has now; if it has gone, that of the next one that has not, or of the last.

    With nothing before, the first row. It may be a heading only where nothing else is left.
    """
    if not before or not now:
        return 0
    row = min(row, len(before) - 1)
    found = find_row(now, before[row])
    if found is not None:
        return found
    left = {story for story in now if not is_heading(story)}
    following = chain(before[row + 1 :], reversed(before[:row]))
    return find_row(now, next((story for story in following if story in left), None)) or 0


def put_in_place(stories: array[int], row: int, story: int) -> tuple[array[int], int]:
    """Return the list with `story` in a row, and in no other, and the row that it stands in then."""
    above = array("q", (other for other in stories[:row] if other != story))
    below = array("q", (other for other in stories[row + 1 :] if other != story))
    return above + array("q", (story,)) + below, len(above)


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
    """Return the places of the headings, from top to bottom."""
    if not stories or min(stories) > VISIT:
        return array("q")
    return array("q", (place for place, row in enumerate(stories) if row <= VISIT))
