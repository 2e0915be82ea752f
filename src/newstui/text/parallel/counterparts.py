"""From a place in one edition to the one that says the same in another: by the paragraph, and inside it by the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.model import Reading
from newstui.text.alignment import Alignment, counterpart
from newstui.text.parallel.passages import Passage
from newstui.text.parallel.sentences import align_sentences


def find_counterpart(
    left: Reading, right: Reading, alignment: Alignment, block: int, offset: int, reach: int = 0
) -> tuple[int, int]:
    """Return the block of the right edition, and the place in its text, that say what a place in the left one says.

    Offsets are code points. The beginning of a paragraph leads to that of its counterpart; what lies further in, or has
    been merged or split, to the same sentence, and inside it to the same share. Where a sentence begins before `reach`,
    the end of the line that begins at `offset`, that one is meant and not the one that ends there. Some 1 ms.
    """
    pair = next(pair for pair in alignment.pairs if block in pair.left)
    if not pair.right or (not offset and len(pair.left) == len(pair.right) == 1):
        return counterpart(alignment, block, from_left=True), 0
    rows = list(align_sentences(left, right, pair.left, pair.right))
    begins = (passage.start for row in rows for passage in row.left if passage.block == block)
    offset = next((begin for begin in begins if offset <= begin < reach), offset)
    before = (pair.right[0], 0)
    found = before
    for row in rows:
        if not row.left or (row.left[0].block, row.left[0].start) > (block, offset):
            if row.left:
                break
            continue
        found = _take_share(row.right, _measure_share(row.left, block, offset)) if row.right else before
        if row.right:
            before = (row.right[-1].block, row.right[-1].end)
    return found


def _measure_share(passages: Sequence[Passage], block: int, offset: int) -> float:
    """Return which share of passages stands before a place, 0 to 1."""
    before = sum(
        max(0, min(passage.end, offset) - passage.start) if passage.block == block else passage.end - passage.start
        for passage in passages
        if passage.block <= block
    )
    return before / max(1, sum(passage.end - passage.start for passage in passages))


def _take_share(passages: Sequence[Passage], share: float) -> tuple[int, int]:
    """Return the place before which this share of passages stands."""
    rest = int(share * sum(passage.end - passage.start for passage in passages))
    for passage in passages[:-1]:
        if rest < passage.end - passage.start:
            return passage.block, passage.start + rest
        rest -= passage.end - passage.start
    return passages[-1].block, passages[-1].start + rest
