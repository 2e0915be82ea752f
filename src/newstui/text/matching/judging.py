"""What tells a translation from another report of the same event: order and length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, log
from typing import Final

_ORDERLY: Final = 0.8  # the share of common features that stand in the same order in most translations
_ALIKE: Final = 0.3  # the logarithm of the ratio of two translations' lengths, hardly ever more
_SUSPICION: Final = 2.0  # how fast the score falls beyond that


def judge_order(places: Sequence[int]) -> float:
    """1 where what is common stands in the same order, as in translations; less for two reports of one event."""
    tails: list[int] = []
    for place in places:
        slot = bisect_left(tails, place)
        tails[slot : slot + 1] = [place]
    return min(1.0, len(tails) / (_ORDERLY * len(places))) ** 3 if places else 0.0


def judge_lengths(one: int, other: int) -> float:
    """1 where two articles are about as long as each other, in letters; less the more they differ."""
    difference = abs(log((one + 1) / (other + 1)))
    return exp(-_SUSPICION * max(0.0, difference - _ALIKE))
