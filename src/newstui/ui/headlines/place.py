"""Where the cursor stands when the list under it has changed."""

from __future__ import annotations

from array import array
from collections.abc import Container
from itertools import chain


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

    With nothing before, the first row.
    """
    if not before or not now:
        return 0
    row = min(row, len(before) - 1)
    found = find_row(now, before[row])
    if found is not None:
        return found
    left = set(now)
    following = chain(before[row + 1 :], reversed(before[:row]))
    return find_row(now, next((story for story in following if story in left), None)) or 0


def put_in_place(stories: array[int], row: int, story: int) -> tuple[array[int], int]:
    """Return the list with `story` in a row, and in no other, and the row that it stands in then."""
    above = array("q", (other for other in stories[:row] if other != story))
    below = array("q", (other for other in stories[row + 1 :] if other != story))
    return above + array("q", (story,)) + below, len(above)


def leave_out(stories: array[int], gone: Container[int]) -> array[int]:
    """Return the list without the stories that have gone."""
    return array("q", (story for story in stories if story not in gone))
