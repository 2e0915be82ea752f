"""Alignment of two documents, and of two blocks' sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newstui.model import Document
from newstui.text.alignment.corridor import chain_points, narrow_corridor, touches_border
from newstui.text.alignment.pairs import Alignment, Pair, SentencePair
from newstui.text.alignment.search import PRIORS, SIMPLE, Bead, find_path, score_path, walk_path
from newstui.text.alignment.table import Table
from newstui.text.alignment.units import Unit, estimate_stretch, measure_document, measure_texts
from newstui.text.alignment.weights import weigh_anchors
from newstui.text.sentences import split_sentences

_WHOLE = 6400  # cells of a table that is searched whole
_FAR = 12  # places beside the line between two anchors
_FARTHEST = 100  # what has no path within as many says nothing, and the whole table of two books would take minutes
_DOUBT = 6.0  # how much better than block by block a path must be where both sides have the same kinds in order
_NEAR = 3  # places beside the best path of simple beads


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
    weights, sides = weigh_anchors(left, right), (len(left), len(right))
    table = Table(left, right, weights, estimate_stretch(left, right))
    if len(left) * len(right) <= _WHOLE:
        rough = _search(table, sides, [], max(sides), SIMPLE)
    else:
        rough = _search(table, sides, chain_points(find_points(left, right)), _FAR, SIMPLE)
    corners = walk_path(rough)
    alike = [(x - 1, y - 1) for bead, (x, y) in zip(rough, corners, strict=True) if bead == (1, 1)]
    table = Table(left, right, weights, estimate_stretch([left[x] for x, _ in alike], [right[y] for _, y in alike]))
    path = _search(table, sides, corners, _NEAR, PRIORS)
    if [unit.kind for unit in left] == [unit.kind for unit in right]:
        one_to_one: list[Bead] = [(1, 1)] * len(left)
        if score_path(path, table.row) - score_path(one_to_one, table.row) < _DOUBT:
            return one_to_one
    return path


def _search(
    table: Table, sides: tuple[int, int], points: Sequence[tuple[int, int]], width: int, beads: Iterable[Bead]
) -> list[Bead]:
    """The best path within `width` of the points, or of twice as much if it wants to leave, and so on."""
    while True:
        corridor = narrow_corridor(points, *sides, width)
        path = find_path(corridor, table.row, beads)
        if width >= min(_FARTHEST, max(sides)) or not touches_border(corridor, walk_path(path)):
            return path
        width *= 2


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
