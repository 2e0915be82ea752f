"""Hints: letters over what can be followed, so that it can be without a mouse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.model import Reading
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Line, Part, Role
from newstui.ui.article.marks import Mark, list_marks
from newstui.ui.wrap import measure

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Those that are typed, the easiest first."""


class Target(NamedTuple):
    """Something that can be followed, and where its hint stands: a line of the layout, a cell of the text column.

    `link` is an index into the document's links, then on into the article's enclosures; `place` a number that a block of
    the document has among its places; `image` a picture's address. One of them is given.
    """

    line: int
    cell: int
    link: int | None = None
    place: int | None = None
    image: str | None = None


class Label(NamedTuple):
    """A hint's letters at a cell of the text column; the first `typed` of them were typed already."""

    cell: int
    letters: str
    typed: int


class Hints:
    """The hints on the screen. A label is typed letter by letter; those that it can no longer be are gone."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self._targets = dict(zip(make_labels(len(targets)), targets, strict=True))
        self.typed = ""

    def type(self, letter: str) -> Target | None:
        """Take a letter; return what is meant if that is clear now. A letter that fits nothing is not taken."""
        typed = self.typed + letter
        if any(label.startswith(typed) for label in self._targets):
            self.typed = typed
        return self._targets.get(typed)

    def take_back(self) -> bool:
        """Forget the last letter; False if none was typed."""
        was, self.typed = self.typed, self.typed[:-1]
        return bool(was)

    def list_labels(self, line: int) -> list[Label]:
        """Return the labels in a line of the layout that what was typed may still become, from left to right."""
        return sorted(
            Label(target.cell, label, len(self.typed))
            for label, target in self._targets.items()
            if target.line == line and label.startswith(self.typed)
        )


def make_labels(count: int) -> list[str]:
    """Return so many labels of which none begins another: as many of one letter as can be, the rest of two or three."""
    labels = list(LETTERS)
    while len(labels) < count:
        # The shortest that comes last makes room for those that begin with it.
        shortest = min(map(len, labels))
        place = max(place for place, label in enumerate(labels) if len(label) == shortest)
        labels[place : place + 1] = [labels[place] + letter for letter in LETTERS]
    return labels[:count]


def find_targets(reading: Reading, layout: Layout, first: int, end: int) -> list[Target]:
    """Return what can be followed in lines of the layout, half-open, in reading order: each once, where it begins."""
    links = len(reading.document.links)
    found: list[Target] = []
    seen: set[tuple[int, int | None]] = set()
    marks: dict[int, list[Mark]] = {}
    for number in range(first, min(end, len(layout.lines))):
        line = layout.lines[number]
        part = layout.find_part(line.part)
        if part is None:
            continue
        if line.part not in marks:
            followed = (mark for mark in list_marks(part, links) if mark.link is not None or mark.place is not None)
            marks[line.part] = list(followed)
        for cell, mark in _find_links(line, part.text, marks[line.part]):
            if (line.part, mark.start) not in seen:
                seen.add((line.part, mark.start))
                found.append(Target(number, cell, mark.link, mark.place))
        if _shows_picture(part, line) and (line.part, None) not in seen:
            seen.add((line.part, None))
            found.append(Target(number, 0, image=part.picture))
    return found


def paint_labels(strip: Strip, labels: Sequence[Label], margin: int, typed: Style, waiting: Style) -> Strip:
    """Lay labels over a line as it is painted; what stands below them is not seen, and nothing moves."""
    width = strip.cell_length
    for label in labels:
        at = min(margin + label.cell, max(0, width - len(label.letters)))
        pieces = [
            strip.crop(0, at),
            Strip.blank(0),
            _write(label.letters[: label.typed], typed),
            _write(label.letters[label.typed :], waiting),
            strip.crop(min(width, at + len(label.letters)), width),
        ]
        strip = Strip.join(pieces)
    return strip


def _write(text: str, style: Style) -> Strip:
    return Strip([Segment(text, style)], len(text)) if text else Strip.blank(0)


def _find_links(line: Line, text: str, marks: Sequence[Mark]) -> Iterator[tuple[int, Mark]]:
    """Yield the links that a line holds, each with the cell where its words begin in it."""
    cells: dict[Mark, list[int]] = defaultdict(list)
    for run in line.runs:
        for mark in marks:
            start, end = max(mark.start, run.start), min(mark.end, run.end)
            if start < end:
                before = text[end : run.end] if run.reverse else text[run.start : start]
                cells[mark].append(run.column + measure(before))
    for mark, places in sorted(cells.items(), key=lambda entry: (min(entry[1]), entry[0].start)):
        yield min(places), mark


def _shows_picture(part: Part, line: Line) -> bool:
    """Whether a line is where a picture's hint may stand: in its caption, or on itself if it has none."""
    if not part.picture or part.role is not Role.CAPTION:
        return False
    return bool(line.runs or line.lead) or (line.row is not None and not part.text)
