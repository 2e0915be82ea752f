"""How well lengths fit: the measure of Gale and Church (1993), as a ratio of likelihoods.

The length of a translation is normally distributed around that of its original, with a variance that grows with the
length: as the sum of independent choices (theirs) and as the freedom that a translator takes (a share of the length).
What is compared with it is the chance of meeting such lengths anywhere in the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import lgamma, log, pi

_VARIANCE = 6.8  # letters squared for a letter: Gale and Church
_FREEDOM = 0.12  # of the length
_ROUGHNESS = 16.0  # letters squared: short lines differ by a word
_SMOOTH = 10.0  # letters added before a logarithm: the shortest lines are all alike


def spread(length: float) -> float:
    """The variance of a translation's length, in letters squared."""
    return _VARIANCE * length + (_FREEDOM * length) ** 2 + _ROUGHNESS


def weigh_habits(lengths: Sequence[float]) -> list[float]:
    """The logarithm of the chance of each length among its document's, which are taken as log-normal."""
    logs = [log(length + _SMOOTH) for length in lengths]
    mean = sum(logs) / len(logs)
    variance = sum((value - mean) ** 2 for value in logs) / len(logs) + 0.1
    return [-((value - mean) ** 2) / (2 * variance) - value - log(2 * pi * variance) / 2 for value in logs]


def weigh_run(total: float, habits: Sequence[float]) -> float:
    """What a run of units brings into the ratio whatever its counterpart is.

    That is minus the chance of its lengths by habit, the chance of such a division of its total, and the height of
    the normal curve; half of it, since both sides bring theirs and each explains the other.
    """
    division = lgamma(len(habits)) - (len(habits) - 1) * log(total + _SMOOTH)
    return (division - sum(habits) - log(2 * pi * spread(total)) / 2) / 2
