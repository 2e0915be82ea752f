"""What an anchor is worth: how much two groups of units speak for each other by what they share and do not share.

An anchor that stands in both documents is a small experiment: if two groups say the same and one has it, the other
has it with probability KEPT; if they have nothing to do with each other, as often as it occurs at all. The sum of the
logarithms of these ratios is the evidence (Wu 1994 weighs lexical cues so). Anchors of one document alone say nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from newstui.record import record
from newstui.text.alignment.units import Unit
from newstui.text.anchors import Anchor

_KEPT: Final = 0.8  # how often a translation keeps what the other edition shows that it could keep
_TRUST: Final = 0.5  # the anchors of one unit are not independent of each other
_SAME_ADDRESS: Final = 8.0  # what an image or a link that stands once on either side is worth beyond chance


@record
class Weights:
    """Evidence by anchor: `left` and `right` where only that side has it; `both` comes on top of these two."""

    left: dict[str, float]
    right: dict[str, float]
    both: dict[str, float]


def weigh_anchors(left: Sequence[Unit], right: Sequence[Unit]) -> Weights:
    """Weigh the anchors that stand in both documents and tell one part of them from another."""
    in_left = Counter(anchor for unit in left for anchor in unit.anchors)
    in_right = Counter(anchor for unit in right for anchor in unit.anchors)
    weights = Weights({}, {}, {})
    fewer = min(len(left), len(right))
    for anchor in in_left.keys() & in_right.keys():
        of_left, of_right = in_left[anchor], in_right[anchor]
        most = max(of_left, of_right)
        if most >= _KEPT * fewer:
            continue
        alone_left = _TRUST * log((1 - _KEPT * of_right / most) / (1 - of_right / len(right)))
        alone_right = _TRUST * log((1 - _KEPT * of_left / most) / (1 - of_left / len(left)))
        weights.left[anchor] = alone_left
        weights.right[anchor] = alone_right
        weights.both[anchor] = _TRUST * log(_KEPT * fewer / most) - alone_left - alone_right
        if most == 1 and anchor[0] == Anchor.ADDRESS:
            weights.both[anchor] += _SAME_ADDRESS
    return weights
