"""Alignment of two documents, and of two blocks' sentences."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.model import Document
from newstui.text.alignment.corridor import chain_points, narrow_corridor, open_corridor
from newstui.text.alignment.evidence import Evidence
from newstui.text.alignment.lengths import Lengths
from newstui.text.alignment.pairs import Alignment, Pair, SentencePair
from newstui.text.alignment.search import Bead, find_path
from newstui.text.alignment.units import Unit, measure_document, measure_texts
from newstui.text.sentences import split_sentences

_WHOLE = 6400  # cells of a table that is searched whole
_MERGING = -3.0  # a heading, a table or an image is hardly ever one with its neighbour


def align_documents(
    left: Document, right: Document, *, left_language: str | None, right_language: str | None
) -> Alignment:
    """Align two editions block by block."""
    beads = align_units(measure_document(left, left_language), measure_document(right, right_language))
    pairs, x, y = [], 0, 0
    for taken, wanted in beads:
        pairs.append(Pair(tuple(range(x, x + taken)), tuple(range(y, y + wanted))))
        x, y = x + taken, y + wanted
    return Alignment(tuple(pairs))


def align_sentences(
    left_text: str, right_text: str, *, left_language: str | None, right_language: str | None
) -> tuple[SentencePair, ...]:
    """Align the sentences of two texts that correspond."""
    lefts, rights = split_sentences(left_text, left_language), split_sentences(right_text, right_language)
    beads = align_units(
        measure_texts([left_text[a:b] for a, b in lefts], left_language),
        measure_texts([right_text[a:b] for a, b in rights], right_language),
    )
    pairs, x, y = [], 0, 0
    for taken, wanted in beads:
        pairs.append(SentencePair(_range(lefts, x, taken, len(left_text)), _range(rights, y, wanted, len(right_text))))
        x, y = x + taken, y + wanted
    return tuple(pairs)


def _range(ranges: Sequence[tuple[int, int]], place: int, size: int, end: int) -> tuple[int, int]:
    if not size:
        here = ranges[place][0] if place < len(ranges) else end
        return here, here
    return ranges[place][0], ranges[place + size - 1][1]


def align_units(left: Sequence[Unit], right: Sequence[Unit]) -> list[Bead]:
    """The best sequence of beads for two sequences of units."""
    if not left or not right:
        return [(1, 0)] * len(left) + [(0, 1)] * len(right)
    evidence, lengths = Evidence(left, right), Lengths(left, right)
    stiff_left, stiff_right = _stiff(left), _stiff(right)

    def score_row(place: int, bead: Bead, start: int, stop: int) -> list[float]:
        taken, wanted = bead
        row = [a + b for a, b in zip(evidence.row(place, bead, start, stop), lengths.row(place, bead, start, stop), strict=True)]
        if bead != (1, 1):
            if taken > 1 and any(stiff_left[place : place + taken]):
                row = [score + _MERGING for score in row]
            if wanted > 1:
                row = [score + _MERGING * any(stiff_right[start + k : start + k + wanted]) for k, score in enumerate(row)]
        return row

    if len(left) * len(right) <= _WHOLE:
        return find_path(open_corridor(len(left), len(right)), score_row)[1]
    points = chain_points(find_points(left, right))
    return find_path(narrow_corridor(points, len(left), len(right), 12), score_row)[1]


def find_points(left: Sequence[Unit], right: Sequence[Unit]) -> list[tuple[int, int]]:
    """Where an anchor stands that occurs once on either side."""
    once_left, once_right = _once(left), _once(right)
    return [(once_left[anchor], once_right[anchor]) for anchor in once_left.keys() & once_right.keys()]


def _once(units: Sequence[Unit]) -> dict[str, int]:
    seen: dict[str, int] = {}
    for place, unit in enumerate(units):
        for anchor in unit.anchors:
            seen[anchor] = -1 if anchor in seen else place
    return {anchor: place for anchor, place in seen.items() if place >= 0}


def _stiff(units: Sequence[Unit]) -> list[bool]:
    return [not unit.flowing for unit in units]
