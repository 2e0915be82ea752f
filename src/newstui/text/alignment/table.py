"""The scores of all beads: which run of units on the left says the same as which on the right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import inf, sqrt
from typing import Final

from newstui.text.alignment.lengths import spread, weigh_habits, weigh_run
from newstui.text.alignment.units import Unit
from newstui.text.alignment.weights import Weights

_MISFIT: Final = 10.0  # at most: lengths that do not fit at all are no proof, something may have been left out
_FEW: Final = 16  # runs that are quicker looked through than looked up
_STIFF: Final = -3.0  # a heading, a table or an image is hardly ever one with its neighbour


class Runs:
    """All runs of `size` neighbouring units of one side, by their first unit.

    `totals` are their lengths, `spreads` half the variances, `alone` what they score whatever their counterpart is,
    `anchors` those that count.
    """

    def __init__(self, units: Sequence[Unit], habits: Sequence[float], alone: Mapping[str, float], size: int) -> None:
        starts = range(len(units) - size + 1)
        ends = [0.0, *accumulate(unit.length for unit in units)]
        self.totals = [ends[k + size] - ends[k] for k in starts]
        self.spreads = [spread(total) for total in self.totals]
        anchors = [unit.anchors for unit in units]
        self.anchors = anchors if size == 1 else [anchors[k].union(*anchors[k + 1 : k + size]) for k in starts]
        self.alone = [
            weigh_run(self.totals[k], habits[k : k + size])
            + sum([alone[anchor] for anchor in self.anchors[k]])
            + (_STIFF if size > 1 and not all(unit.flowing for unit in units[k : k + size]) else 0.0)
            for k in starts
        ]


class Side:
    """The runs of one side, made when they are first asked for, and where each anchor stands, in order."""

    def __init__(self, units: Sequence[Unit], alone: Mapping[str, float], stretch: float) -> None:
        self._units = [Unit(unit.length * stretch, unit.anchors & alone.keys(), unit.kind) for unit in units]
        self._alone = alone
        self._habits = weigh_habits([unit.length for unit in self._units])
        self._runs: dict[int, Runs] = {}
        self.places: dict[str, list[int]] = {}
        for place, unit in enumerate(self._units):
            for anchor in unit.anchors:
                self.places.setdefault(anchor, []).append(place)

    def runs(self, size: int) -> Runs:
        """The runs of `size` units."""
        if size not in self._runs:
            self._runs[size] = Runs(self._units, self._habits, self._alone, size)
        return self._runs[size]


class Table:
    """The scores of beads between two sequences of units, neither of them empty.

    `stretch` is how much longer the right side is than the left beyond what their languages explain.
    """

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit], weights: Weights, stretch: float) -> None:
        self._both = weights.both
        self._left = Side(left, weights.left, sqrt(stretch))
        self._right = Side(right, weights.right, 1 / sqrt(stretch))

    def row(self, place: int, bead: tuple[int, int], start: int, stop: int) -> list[float]:
        """The scores of the left run at `place` with each right run from `start` to `stop`: log of a ratio of odds."""
        left, right = self._left.runs(bead[0]), self._right.runs(bead[1])
        total, variance, alone = left.totals[place], left.spreads[place], left.alone[place]
        row = [
            alone + other - (misfit if (misfit := (total - length) ** 2 / (variance + theirs)) < _MISFIT else _MISFIT)
            for length, theirs, other in zip(
                right.totals[start:stop], right.spreads[start:stop], right.alone[start:stop], strict=True
            )
        ]
        anchors, both = left.anchors[place], self._both
        if bead != (1, 1) or stop - start < _FEW:
            hopeless = alone - _MISFIT if bead != (1, 1) else -inf
            for k, (score, others, other) in enumerate(
                zip(row, right.anchors[start:stop], right.alone[start:stop], strict=True)
            ):
                if score > hopeless + other and (common := anchors & others):
                    row[k] = score + sum([both[anchor] for anchor in common])
            return row
        for anchor in anchors:
            where, weight = self._right.places[anchor], both[anchor]
            for k in range(bisect_left(where, start) if start else 0, len(where)):
                if (other := where[k]) >= stop:
                    break
                row[other - start] += weight
        return row
