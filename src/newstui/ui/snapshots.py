"""Lists of story numbers as they were and as they are: what a reader has before the eyes does not vanish."""

from __future__ import annotations

from array import array
from typing import Final

_LEAST: Final = 64
"""Rows that are compared at once when the end that two lists share is looked for."""


def keep_read(shown: array[int], now: array[int]) -> array[int]:
    """Return `now` with the stories of `shown` that have left it put back before what they preceded.

    A list of what is unread loses every story that is read; whoever reads it wants to see where they have been.
    """
    same = _measure_common_end(shown, now)
    merged = _merge(shown[: len(shown) - same], now[: len(now) - same])
    merged.extend(now[len(now) - same :])
    return merged


def _merge(shown: array[int], now: array[int]) -> array[int]:
    present = set(now)
    before: dict[int, list[int]] = {}
    waiting: list[int] = []
    for story in shown:
        if story not in present:
            waiting.append(story)
        elif waiting:
            before[story], waiting = waiting, []
    merged = array(now.typecode)
    for story in now:
        merged.extend(before.get(story, ()))
        merged.append(story)
    merged.extend(waiting)
    return merged


def _measure_common_end(left: array[int], right: array[int]) -> int:
    """Return how many rows, or a few fewer, both lists end with: where something arrives or is read, nearly all of them."""
    ends = memoryview(left), memoryview(right)
    most, same, step = min(len(left), len(right)), 0, _LEAST
    while step >= _LEAST:
        until = min(same + step, most)
        if until > same and _slice(ends[0], same, until) == _slice(ends[1], same, until):
            same, step = until, step * 2
        else:
            step //= 2
    return same


def _slice(rows: memoryview, first: int, until: int) -> memoryview:
    """The rows from `first` to `until`, counted from the end."""
    return rows[len(rows) - until : len(rows) - first]
