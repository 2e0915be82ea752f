"""Where in the table of all places a path can run: the whole of it for articles, a corridor for books."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

Corridor = list[tuple[int, int]]
"""For each place between left units (0 to their number), the places between right units it may meet: first and last."""


def open_corridor(left: int, right: int) -> Corridor:
    """Everything."""
    return [(0, right)] * (left + 1)


def narrow_corridor(points: Sequence[tuple[int, int]], left: int, right: int, width: int) -> Corridor:
    """All places within `width` of the lines that join the points, in order, from corner to corner."""
    corridor = []
    stops = [(0, 0), *points, (left, right)]
    for (x, y), (next_x, next_y) in zip(stops, stops[1:], strict=False):
        span = max(1, next_x - x)
        reach = width + abs((next_y - y) - (next_x - x)) // 4
        for k in range(x, next_x):
            low, high = y + (next_y - y) * (k - x) // span, y + (next_y - y) * (k + 1 - x) // span
            corridor.append((max(0, low - reach), min(right, high + reach)))
    corridor.append((max(0, right - width), right))
    return _widen(corridor)


def _widen(corridor: Corridor) -> Corridor:
    """Make both borders rise only, so that a path from corner to corner exists."""
    lows, highs = [low for low, _ in corridor], [high for _, high in corridor]
    for k in range(len(lows) - 2, -1, -1):
        lows[k] = min(lows[k], lows[k + 1])
    for k in range(1, len(highs)):
        highs[k] = max(highs[k], highs[k - 1])
    lows[0], highs[-1] = 0, highs[-1]
    return list(zip(lows, highs, strict=True))


def chain_points(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of points that rise in both directions (Fredman 1975); one place can hold several."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    ordered = sorted(points, key=lambda point: (point[0], -point[1]))
    for k, (_, y) in enumerate(ordered):
        slot = bisect_left(tails, y)
        before.append(at[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [y]
        at[slot : slot + 1] = [k]
    chain = []
    k = at[-1] if at else -1
    while k >= 0:
        chain.append(ordered[k])
        k = before[k]
    return chain[::-1]
