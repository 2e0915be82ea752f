"""Where in the table of all places a path can run: the whole of it for articles, a corridor for books."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

Corridor = list[tuple[int, int]]
"""For each place between left units (0 to their number), the places between right units it may meet: first and last."""


def narrow_corridor(points: Sequence[tuple[int, int]], left: int, right: int, width: int) -> Corridor:
    """All places within `width` of the lines that join the points, which rise, from corner to corner."""
    lows, highs = [right] * (left + 1), [0] * (left + 1)
    stops = [(0, 0), *points, (left, right)]
    for (x, y), (next_x, next_y) in pairwise(stops):
        span = max(1, next_x - x)
        for k in range(x, next_x + 1):
            at = y + (next_y - y) * (k - x) / span
            lows[k], highs[k] = min(lows[k], floor(at)), max(highs[k], ceil(at))
    return [
        (
            max(0, min(lows[k] - width, lows[max(0, k - width)])),
            min(right, max(highs[k] + width, highs[min(left, k + width)])),
        )
        for k in range(left + 1)
    ]


def touches_border(corridor: Corridor, points: Sequence[tuple[int, int]]) -> bool:
    """Whether a path runs along the corridor's border where that is not the table's own: it may want to leave."""
    right = corridor[-1][1]
    return any((y == corridor[x][0] and y > 0) or (y == corridor[x][1] and y < right) for x, y in points)


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
