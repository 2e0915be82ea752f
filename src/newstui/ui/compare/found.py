"""Places where words were found in two editions side by side: row by row, the left edition before the right one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newstui.ui.article.find import Hit, find_hits
from newstui.ui.article.lines import Line
from newstui.ui.article.marks import Mark
from newstui.ui.compare.layout import CompareLayout

if TYPE_CHECKING:
    from newstui.text.parallel import Passage

Marks = dict[int, list[Mark]]


class Place(NamedTuple):
    """A hit in a row, on its left or its right side."""

    row: int
    on_left: bool
    hit: Hit


class Found:
    """The places of words in what is shown. `current` is the number of the one that stands out; None without any."""

    def __init__(self) -> None:
        self.query = ""
        self.places: list[Place] = []
        self.current: int | None = None

    def look(self, layout: CompareLayout, row: int) -> None:
        """Find every place of the query in either edition; the first from a row on is the current one."""
        self.places = _find_places(layout, self.query)
        beyond = (number for number, place in enumerate(self.places) if place.row >= row)
        self.current = next(beyond, 0) if self.places else None

    def choose(self, number: int) -> Place | None:
        """Make a place the current one and return it; behind the last comes the first."""
        if not self.places:
            return None
        self.current = number % len(self.places)
        return self.places[self.current]

    @property
    def marks(self) -> tuple[Marks, Marks]:
        """The marks of the places by part, left and right."""
        left: Marks = defaultdict(list)
        right: Marks = defaultdict(list)
        for number, place in enumerate(self.places):
            name = "hit-current" if number == self.current else "hit"
            side = left if place.on_left else right
            side[place.hit.part].append(Mark(place.hit.start, place.hit.end, name))
        return left, right


def find_line(layout: CompareLayout, place: Place) -> int:
    """Return the line on which a place stands; sets what is not set yet."""
    first, end = layout.span(place.row)
    for number in range(first, end):
        line = layout.lines[number].left if place.on_left else layout.lines[number].right
        if line is not None and _holds(line, place.hit):
            return number
    return first


def _find_places(layout: CompareLayout, query: str) -> list[Place]:
    """Return every place where `query` stands in either edition, whatever its case and accents, in reading order."""
    sides = [(True, _group(find_hits(layout.left.parts.values(), query)))]
    sides.append((False, _group(find_hits(layout.right.parts.values(), query))))
    return [
        Place(number, on_left, hit)
        for number, row in enumerate(layout.rows)
        for on_left, hits in sides
        for hit in _choose(hits, row.left if on_left else row.right)
    ]


def _group(hits: Iterable[Hit]) -> dict[int, list[Hit]]:
    groups: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        groups[hit.part].append(hit)
    return groups


def _choose(hits: dict[int, list[Hit]], passages: Sequence[Passage]) -> Iterator[Hit]:
    for passage in passages:
        for hit in hits.get(passage.block, ()):
            if passage.start <= hit.start < passage.end:
                yield hit


def _holds(line: Line, hit: Hit) -> bool:
    return line.part == hit.part and any(run.start <= hit.start < run.end for run in line.runs)
