"""What stands beside what in two editions: their titles, their summaries, then the pairs of their alignment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newstui.model import SUMMARY, TITLE, Reading
from newstui.record import record
from newstui.text.alignment import Alignment
from newstui.text.parallel_quotes import QuotePair, match_quotes


class Passage(NamedTuple):
    """A range of a block's text, or of the title's or the summary's by their numbers: code points, half-open."""

    block: int
    start: int
    end: int


class Row(NamedTuple):
    """Passages that say the same, in order; an empty side where an edition leaves it out."""

    left: tuple[Passage, ...]
    right: tuple[Passage, ...]


@record
class Comparison:
    """Two editions, which of their blocks say the same, and which of their quotations."""

    left: Reading
    right: Reading
    alignment: Alignment
    quotes: tuple[QuotePair, ...]

    def swap(self) -> Comparison:
        """Return the same with the sides exchanged."""
        quotes = tuple(QuotePair(pair.right, pair.left) for pair in self.quotes)
        return Comparison(self.right, self.left, self.alignment.swap(), quotes)


def compare(left: Reading, right: Reading, alignment: Alignment) -> Comparison:
    """Put two editions beside each other whose blocks are aligned."""
    return Comparison(left, right, alignment, match_quotes(left, right, alignment))


def get_text(reading: Reading, block: int) -> str:
    """Return the text of a block, of the title or of the summary, by its number."""
    if block == TITLE:
        return reading.article.title
    if block == SUMMARY:
        return reading.article.summary or ""
    return reading.document.blocks[block].text


def pair_passages(comparison: Comparison) -> list[Row]:
    """Return the rows of two editions paragraph by paragraph: every block of either side stands in exactly one."""
    return [
        Row(_whole(comparison.left, left), _whole(comparison.right, right)) for left, right in list_numbers(comparison)
    ]


def list_numbers(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the numbers of what stands beside each other, from the titles on."""
    of_left, of_right = ((SUMMARY,) if side.article.summary else () for side in (comparison.left, comparison.right))
    summaries = [(of_left, of_right)] if of_left or of_right else []
    return [((TITLE,), (TITLE,)), *summaries, *((pair.left, pair.right) for pair in comparison.alignment.pairs)]


def find_row(rows: Sequence[Row], passage: Passage, *, on_left: bool) -> int:
    """Return the row in which the beginning of a passage stands; where it stands in none, the nearest before."""
    place = _place(passage)
    found = 0
    for number, row in enumerate(rows):
        side = row.left if on_left else row.right
        if side and _place(side[0]) > place:
            break
        if side:
            found = number
    return found


def list_quoting(comparison: Comparison, rows: Sequence[Row]) -> list[int]:
    """Return the numbers of the rows in which somebody is quoted on either side, in order."""
    left, right = (
        [(span.block, span.start) for quote in reading.quotes for span in quote.spans[:1]]
        for reading in (comparison.left, comparison.right)
    )
    return [number for number, row in enumerate(rows) if _holds_any(row.left, left) or _holds_any(row.right, right)]


def _holds_any(passages: Sequence[Passage], places: Sequence[tuple[int, int]]) -> bool:
    return any(
        passage.block == block and passage.start <= start < passage.end
        for passage in passages
        for block, start in places
    )


def _place(passage: Passage) -> tuple[int, int]:
    """Where a passage stands in reading order: the title, whose number is above the summary's, before it."""
    order = passage.block if passage.block >= 0 else -3 - passage.block
    return order, passage.start


def _whole(reading: Reading, numbers: Sequence[int]) -> tuple[Passage, ...]:
    return tuple(Passage(number, 0, len(get_text(reading, number))) for number in numbers)
