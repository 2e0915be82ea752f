"""How much two groups of units speak for each other by the anchors that they share and do not share.

An anchor that stands in both documents is a small experiment: if two groups say the same and one has it, the other
has it with probability KEPT; if they have nothing to do with each other, as often as it occurs at all. The sum of the
logarithms of these ratios is the evidence (Wu 1994 weighs lexical cues so). Anchors of one document alone say nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from newstui.text.alignment.units import Unit

_KEPT = 0.85  # how often a translation keeps what the other edition shows that it could keep
_TRUST = 0.6  # the anchors of one unit are not independent of each other


class Groups:
    """All runs of `size` neighbouring units of one side.

    `anchors`: for each run those that it shares with the other document. `alone`: what they add if the counterpart
    has none of them, for each run. `places`: where each anchor stands, in order.
    """

    def __init__(self, anchors: Sequence[frozenset[str]], alone: Mapping[str, float], size: int) -> None:
        self.anchors = (
            anchors
            if size == 1
            else [frozenset[str]().union(*anchors[k : k + size]) for k in range(len(anchors) - size + 1)]
        )
        self.alone = [sum([alone[anchor] for anchor in group]) for group in self.anchors]
        self.places: dict[str, list[int]] = {}
        for place, group in enumerate(self.anchors):
            for anchor in group:
                self.places.setdefault(anchor, []).append(place)


class Evidence:
    """The evidence between all groups of two documents' units."""

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit]) -> None:
        in_left = Counter(anchor for unit in left for anchor in unit.anchors)
        in_right = Counter(anchor for unit in right for anchor in unit.anchors)
        alone_left: dict[str, float] = {}
        alone_right: dict[str, float] = {}
        self._both: dict[str, float] = {}
        for anchor in in_left.keys() & in_right.keys():
            of_left, of_right = in_left[anchor] / len(left), in_right[anchor] / len(right)
            if (common := max(of_left, of_right)) < _KEPT:
                alone_left[anchor] = _TRUST * log((1 - _KEPT * of_right / common) / (1 - of_right))
                alone_right[anchor] = _TRUST * log((1 - _KEPT * of_left / common) / (1 - of_left))
                self._both[anchor] = _TRUST * log(_KEPT / common) - alone_left[anchor] - alone_right[anchor]
        self._left = [unit.anchors & self._both.keys() for unit in left]
        self._right = [unit.anchors & self._both.keys() for unit in right]
        self._alone = alone_left, alone_right
        self._groups: dict[tuple[bool, int], Groups] = {}

    def group(self, *, of_left: bool, size: int) -> Groups:
        """The runs of `size` units of one side."""
        if (key := (of_left, size)) not in self._groups:
            anchors, alone = (self._left, self._alone[0]) if of_left else (self._right, self._alone[1])
            self._groups[key] = Groups(anchors, alone, size)
        return self._groups[key]

    def row(self, place: int, sizes: tuple[int, int], start: int, stop: int) -> list[float]:
        """Evidence for the left run of sizes[0] units at `place` against the right runs of sizes[1] from start to stop."""
        left, right = self.group(of_left=True, size=sizes[0]), self.group(of_left=False, size=sizes[1])
        alone = left.alone[place]
        row = [alone + other for other in right.alone[start:stop]]
        both, places = self._both, right.places
        for anchor in left.anchors[place]:
            where, weight = places[anchor], both[anchor]
            for k in range(bisect_left(where, start), len(where)):
                if (other := where[k]) >= stop:
                    break
                row[other - start] += weight
        return row
