"""How well the lengths of two groups of units fit: the measure of Gale and Church (1993), as a ratio of likelihoods.

The length of a translation is normally distributed around that of its original, with a variance that grows with the
length: as the sum of independent choices (theirs) and as the freedom that a translator takes (a share of the length).
What is compared with it is the chance of meeting such lengths anywhere in the two documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import lgamma, log, pi, sqrt

from newstui.text.alignment.units import Unit

_VARIANCE = 6.8  # letters squared for a letter: Gale and Church
_FREEDOM = 0.12  # of the length
_ROUGHNESS = 16.0  # letters squared: short lines differ by a word
_WORST = 10.0  # a length that does not fit at all is no proof: something was left out


class Side:
    """One side's lengths: sums over runs, and the log of the chance of each run under the document's own habits."""

    def __init__(self, lengths: Sequence[float]) -> None:
        self.ends = [0.0, *accumulate(lengths)]
        logs = [log(length + 10) for length in lengths]
        mean = sum(logs) / len(logs)
        variance = sum((value - mean) ** 2 for value in logs) / len(logs) + 0.1
        habit = [-((value - mean) ** 2) / (2 * variance) - value - log(2 * pi * variance) / 2 for value in logs]
        self.habits = [0.0, *accumulate(habit)]

    def total(self, place: int, size: int) -> float:
        """The length of a run."""
        return self.ends[place + size] - self.ends[place]

    def surprise(self, place: int, size: int) -> float:
        """Half of minus the log of the chance to meet this run anywhere, given its total's division into units."""
        split = (size - 1) * log(self.total(place, size) + 10) - lgamma(size)
        return (-(self.habits[place + size] - self.habits[place]) - split) / 2


class Lengths:
    """The lengths of both sides, the right one stretched so that the whole documents are as long as each other."""

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit], stretch: float = 1.0) -> None:
        root = sqrt(stretch)
        self.left = Side([unit.length * root for unit in left])
        self.right = Side([unit.length / root for unit in right])

    def row(self, place: int, sizes: tuple[int, int], start: int, stop: int) -> list[float]:
        """Evidence by length for the left run at `place` against the right runs from start to stop."""
        mine, surprise = self.left.total(place, sizes[0]), self.left.surprise(place, sizes[0])
        size = sizes[1]
        ends = self.right.ends
        row = []
        for other in range(start, stop):
            theirs = ends[other + size] - ends[other]
            mean = (mine + theirs) / 2
            variance = _VARIANCE * mean + (_FREEDOM * mean) ** 2 + _ROUGHNESS
            misfit = (mine - theirs) ** 2 / (2 * variance)
            row.append(surprise + self.right.surprise(other, size) - min(misfit, _WORST) - log(2 * pi * variance) / 2)
        return row
