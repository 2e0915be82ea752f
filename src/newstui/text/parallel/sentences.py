"""Sentences that say the same, aligned inside the pairs of paragraphs in the way that these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newstui.model import TITLE, BlockKind, Reading
from newstui.text.alignment.align import align_units
from newstui.text.alignment.units import measure_texts
from newstui.text.parallel.passages import Comparison, Passage, Row, get_text, list_numbers
from newstui.text.sentences import split_sentences

_WHOLE = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.IMAGE, BlockKind.RULE})


def pair_sentences(comparison: Comparison) -> list[Row]:
    """Return the rows of two editions sentence by sentence; a heading, a table, an image is one; some 1 ms a row of five."""
    return [
        row
        for left, right in list_numbers(comparison)
        for row in align_sentences(comparison.left, comparison.right, left, right)
    ]


def align_sentences(left: Reading, right: Reading, lefts_in: Sequence[int], rights_in: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of blocks that say the same, by their numbers in either edition."""
    lefts, rights = _split(left, lefts_in), _split(right, rights_in)
    if len(lefts) == len(rights) == 1 or not lefts or not rights:
        yield from _alone(lefts, rights)
        return
    beads = align_units(
        measure_texts(_list_texts(left, lefts), left.article.language),
        measure_texts(_list_texts(right, rights), right.article.language),
    )
    x = y = 0
    for taken, wanted in beads:
        yield Row(_join(lefts[x : x + taken]), _join(rights[y : y + wanted]))
        x, y = x + taken, y + wanted


def _alone(lefts: Sequence[Passage], rights: Sequence[Passage]) -> Iterator[Row]:
    if lefts and rights:
        yield Row(_join(lefts), _join(rights))
        return
    yield from (Row((passage,), ()) for passage in lefts)
    yield from (Row((), (passage,)) for passage in rights)


def _join(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return sentences as one passage for each block."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and joined[-1].block == passage.block:
            joined[-1] = joined[-1]._replace(end=passage.end)
        else:
            joined.append(passage)
    return tuple(joined)


def _split(reading: Reading, numbers: Sequence[int]) -> list[Passage]:
    """Return the sentences of blocks in order; no block is without one, and the title is one."""
    passages: list[Passage] = []
    for number in numbers:
        text = get_text(reading, number)
        whole = number == TITLE or (number >= 0 and reading.document.blocks[number].kind in _WHOLE)
        ranges = [] if whole else split_sentences(text, reading.article.language)
        passages += [Passage(number, start, end) for start, end in ranges or [(0, len(text))]]
    return passages


def _list_texts(reading: Reading, passages: Sequence[Passage]) -> list[str]:
    return [get_text(reading, passage.block)[passage.start : passage.end] for passage in passages]
