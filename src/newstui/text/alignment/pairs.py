"""What an alignment is, and how to walk from one edition to another by it."""

from __future__ import annotations

from newstui.record import record


@record
class Pair:
    """Blocks that say the same: their numbers on either side, in order; an empty tuple where a side has nothing."""

    left: tuple[int, ...]
    right: tuple[int, ...]


@record
class Alignment:
    """Pairs in the order of both documents; every block of either side stands in exactly one."""

    pairs: tuple[Pair, ...]

    def swap(self) -> Alignment:
        """Return the same with the sides exchanged."""
        return Alignment(tuple(Pair(pair.right, pair.left) for pair in self.pairs))


@record
class SentencePair:
    """Ranges of characters that say the same, in code points, half-open; an empty range where a side has nothing."""

    left: tuple[int, int]
    right: tuple[int, int]


def counterpart(alignment: Alignment, block: int, *, from_left: bool) -> int:
    """Return the block to stand at after a change of edition, 0 at worst.

    Inside a pair of several blocks the place is kept in proportion; for a block without a counterpart it is the last
    block of the nearest pair before that has one.
    """
    before = 0
    for pair in alignment.pairs:
        here, there = (pair.left, pair.right) if from_left else (pair.right, pair.left)
        if block in here:
            return there[here.index(block) * len(there) // len(here)] if there else before
        if there and here:
            before = there[-1]
    return before
