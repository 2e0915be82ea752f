"""The best path through two documents, by dynamic programming over beads (Gale and Church 1993)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import accumulate
from math import inf, log
from typing import Final

from newstui.text.alignment.corridor import Corridor

Bead = tuple[int, int]
"""How many units of the left side and of the right one belong together."""

SIMPLE: Final[tuple[Bead, ...]] = ((1, 1), (1, 0), (0, 1))
"""Enough to find the neighbourhood of the best path."""

PRIORS: Final[dict[Bead, float]] = {
    (1, 1): log(0.85),
    (1, 0): log(0.025),
    (0, 1): log(0.025),
    (2, 1): log(0.05),
    (1, 2): log(0.05),
    (2, 2): log(0.006),
    (3, 1): log(0.008),
    (1, 3): log(0.008),
    (4, 1): log(0.003),
    (1, 4): log(0.003),
}

ScoreRow = Callable[[int, Bead, int, int], list[float]]
"""(left place, bead, start, stop) -> evidence for that bead there and at each right place from start to stop."""


def find_path(corridor: Corridor, score_row: ScoreRow, beads: Iterable[Bead] = PRIORS) -> list[Bead]:
    """The best sequence of beads from corner to corner inside the corridor."""
    best: list[list[float]] = []
    steps: list[list[Bead | None]] = []
    for x, (low, high) in enumerate(corridor):
        row = [-inf] * (high - low + 1)
        step: list[Bead | None] = [None] * (high - low + 1)
        if x == 0:
            row[0] = 0.0
        for bead in beads:
            taken, wanted = bead
            prior = PRIORS[bead]
            if not taken or taken > x:
                continue
            from_low, from_high = corridor[x - taken]
            start, stop = max(from_low, low - wanted), min(from_high, high - wanted) + 1
            if start >= stop:
                continue
            earlier = best[x - taken][start - from_low : stop - from_low]
            gains = score_row(x - taken, bead, start, stop) if wanted else [0.0] * (stop - start)
            y = start + wanted - low
            for before, gain in zip(earlier, gains, strict=True):
                if (score := before + gain + prior) > row[y]:
                    row[y], step[y] = score, bead
                y += 1
        skip = PRIORS[0, 1]
        for y in range(1, len(row)):
            if (score := row[y - 1] + skip) > row[y]:
                row[y], step[y] = score, (0, 1)
        best.append(row)
        steps.append(step)
    return _trace(corridor, steps)


def _trace(corridor: Corridor, steps: list[list[Bead | None]]) -> list[Bead]:
    x, y = len(corridor) - 1, corridor[-1][1]
    path: list[Bead] = []
    while bead := steps[x][y - corridor[x][0]]:
        path.append(bead)
        x, y = x - bead[0], y - bead[1]
    return path[::-1]


def walk_path(path: Iterable[Bead]) -> list[tuple[int, int]]:
    """The places that a path comes to, each with how far it is on either side."""
    lefts, rights = zip(*path, strict=True)
    return list(zip(accumulate(lefts), accumulate(rights), strict=True))


def score_path(path: Iterable[Bead], score_row: ScoreRow) -> float:
    """What a path scores."""
    score, x, y = 0.0, 0, 0
    for bead in path:
        score += PRIORS[bead] + (sum(score_row(x, bead, y, y + 1)) if all(bead) else 0.0)
        x, y = x + bead[0], y + bead[1]
    return score
