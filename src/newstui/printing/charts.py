"""Pictures of numbers in characters: columns, sparklines and bars, in block elements, or in ASCII where there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

_BLOCKS: Final = " ▁▂▃▄▅▆▇█"
"""From nothing to a whole cell, from below."""
_LEFT_BLOCKS: Final = " ╸━"
"""The same from the left; blocks would flow into those of the line below."""
_ASCII: Final = " .:#"
_LEFT_ASCII: Final = " -="
_UTF8: Final = ("utf-8", "utf8")


def knows_blocks(environment: Mapping[str, str]) -> bool:
    """Whether the locale says that the terminal shows more than ASCII; where it says nothing, it does."""
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environment.get(name))), "utf-8")
    return any(encoding in locale.lower() for encoding in _UTF8)


def draw_columns(values: Sequence[int], width: int, height: int, *, blocks: bool = True) -> list[str]:
    """Return `height` lines of `width` cells, a column for each value, the highest as high as all lines.

    Where there are more values than cells, some of them share a column, which is as high as the highest of them.
    """
    steps = _BLOCKS if blocks else _ASCII
    full = len(steps) - 1
    columns = merge(values, width)
    most = max(columns, default=0)
    levels = [_scale(value, most, height * full) for value in columns]
    ends = [place * width // max(1, len(columns)) for place in range(len(columns) + 1)]
    wide = [after - before for before, after in pairwise(ends)]
    # With room for it, columns stand apart.
    gap = " " if min(wide, default=0) > 2 else ""
    return [
        "".join(
            steps[max(0, min(full, level - row * full))] * (cells - len(gap)) + gap
            for level, cells in zip(levels, wide, strict=True)
        )
        for row in reversed(range(height))
    ]


def draw_sparkline(values: Sequence[int], width: int, *, blocks: bool = True) -> str:
    """Return one line of at most `width` cells, a cell for each value, or for some values that stand together."""
    steps = _BLOCKS if blocks else _ASCII
    columns = merge(values, width, add=True)
    most = max(columns, default=0)
    return "".join(steps[_scale(value, most, len(steps) - 1)] for value in columns)


def draw_bar(value: int, most: int, width: int, *, blocks: bool = True) -> str:
    """Return a bar that fills `width` cells where the value is `most`; the rest is blank."""
    steps = _LEFT_BLOCKS if blocks else _LEFT_ASCII
    parts = len(steps) - 1
    whole, rest = divmod(_scale(value, most, width * parts), parts)
    return (steps[-1] * whole + (steps[rest] if rest else "")).ljust(width)


def merge(values: Sequence[int], columns: int, *, add: bool = False) -> list[int]:
    """Return at most so many values: those that share one count as the greatest of them, or with `add` as their sum.

    Those that share one are equally many, but for the first.
    """
    share = max(1, -(-len(values) // max(1, columns)))
    first = len(values) % share or share
    groups = [values[max(0, end - share) : end] for end in range(first, len(values) + 1, share)]
    return [sum(group) if add else max(group) for group in groups]


def _scale(value: int, most: int, steps: int) -> int:
    """Return how many of `steps` a value takes; whatever is more than nothing is seen."""
    if value <= 0 or most <= 0:
        return 0
    return max(1, round(value * steps / most))
