"""A caret in an article: it goes from character to character, word, sentence, line or paragraph, and selects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from newstui.text.bidi import split_clusters
from newstui.text.sentences import split_sentences
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Part
from newstui.ui.article.marks import Mark
from newstui.ui.wrap import SOFT_HYPHEN, measure

_WORD: Final = (
    r"[\u2e80-\ua4cf\uf900-\ufaff]"  # where no spaces are written, a sign is a step
    r"|[^\W\u2e80-\ua4cf\uf900-\ufaff]+(?:['’\u00ad-][^\W\u2e80-\ua4cf\uf900-\ufaff]+)*"
)
"""Compiled when a caret is first moved by words."""


class Unit(StrEnum):
    """How far the caret goes at a time."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    LINE = "line"
    LINE_EDGE = "line edge"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"


class Place(NamedTuple):
    """A character of the text: which of the layout's parts it is in, an offset in that one's text (code points)."""

    part: int
    offset: int


class Caret:
    """The caret in one layout. `anchor` is where the selection began, None while nothing is selected."""

    def __init__(self, layout: Layout, place: Place, language: str | None) -> None:
        self._layout = layout
        self._language = language
        self._column: int | None = None
        """The cell that the caret would stand on, while it goes from line to line through shorter ones."""
        self.place = place
        self.anchor: Place | None = None

    @property
    def line(self) -> int:
        """The line of the layout in which the caret stands."""
        part = self._layout.parts[self.place.part]
        return self._layout.find_line(part.number, self.place.offset) or 0

    def move(self, unit: Unit, step: int) -> None:
        """Go forward (1) or back (-1), as far as there is text."""
        column, self._column = self._column, None
        match unit:
            case Unit.LINE:
                self._move_line(step, column)
            case Unit.LINE_EDGE:
                runs = self._layout.lines[self.line].runs
                edge = min(run.start for run in runs) if step < 0 else max(run.end for run in runs) - 1
                self.place = self._settle(Place(self.place.part, edge), -1)
            case Unit.ARTICLE:
                ends = self._text_parts()
                index = ends[0] if step < 0 else ends[-1]
                self.place = Place(index, self._starts(index, Unit.CHARACTER)[0 if step < 0 else -1])
            case _:
                self.place = self._step(self.place, unit, step)

    def toggle_selection(self) -> None:
        """Begin to select here, or select nothing."""
        self.anchor = self.place if self.anchor is None else None

    def list_ranges(self) -> dict[int, tuple[int, int]]:
        """Return what is selected, both ends included: half-open ranges of the parts' texts by their numbers.

        Nothing selected means the character under the caret.
        """
        first, last = sorted((self.anchor or self.place, self.place))
        ranges: dict[int, tuple[int, int]] = {}
        for index in range(first.part, last.part + 1):
            part = self._layout.parts[index]
            start = first.offset if index == first.part else 0
            end = self._end_of_character(last) if index == last.part else len(part.text)
            if start < end:
                ranges[part.number] = (start, end)
        return ranges

    def list_marks(self) -> dict[int, list[Mark]]:
        """Return the selection and the caret as marks, by the parts' numbers."""
        marks: dict[int, list[Mark]] = {}
        if self.anchor is not None:
            marks = {number: [Mark(*span, "selected")] for number, span in self.list_ranges().items()}
        number = self._layout.parts[self.place.part].number
        caret = Mark(self.place.offset, self._end_of_character(self.place), "caret")
        marks[number] = [*marks.get(number, []), caret]
        return marks

    # Steps

    def _step(self, place: Place, unit: Unit, step: int) -> Place:
        """Return the next or previous beginning of a unit, in the next or previous part if there is none in this one."""
        starts = self._starts(place.part, unit)
        at = bisect_right(starts, place.offset) if step > 0 else bisect_left(starts, place.offset) - 1
        if 0 <= at < len(starts):
            return self._settle(Place(place.part, starts[at]), step)
        beside = [index for index in self._text_parts() if (index - place.part) * step > 0]
        if beside:
            index = beside[0] if step > 0 else beside[-1]
            return Place(index, self._starts(index, unit)[0 if step > 0 else -1])
        if step < 0:
            return Place(place.part, self._starts(place.part, Unit.CHARACTER)[0])
        return Place(place.part, self._starts(place.part, Unit.CHARACTER)[-1])

    def _settle(self, place: Place, step: int) -> Place:
        """Go on from a character that is not seen: the space where a line was broken, a soft hyphen."""
        starts = self._starts(place.part, Unit.CHARACTER)
        at = max(0, bisect_right(starts, place.offset) - 1)
        while 0 <= at < len(starts) and not self._is_seen(Place(place.part, starts[at])):
            at += step
        return Place(place.part, starts[max(0, min(at, len(starts) - 1))])

    def _is_seen(self, place: Place) -> bool:
        part = self._layout.parts[place.part]
        line = self._layout.find_line(part.number, place.offset) or 0
        seen = any(run.start <= place.offset < run.end for run in self._layout.lines[line].runs)
        return seen and part.text[place.offset : self._end_of_character(place)] != SOFT_HYPHEN

    def _move_line(self, step: int, column: int | None) -> None:
        line = self.line
        cell = self._cell(self._layout.parts[self.place.part], line) if column is None else column
        self._column = cell
        self._layout.extend(lines=line + 2)
        line += step
        while 0 <= line < len(self._layout.lines) and not self._has_text(line):
            line += step
            self._layout.extend(lines=line + 2)
        if not 0 <= line < len(self._layout.lines):
            return
        found = place_at(self._layout, line, cell)
        if found is not None:
            self.place = self._settle(found, -1)

    def _has_text(self, line: int) -> bool:
        return any(run.start < run.end for run in self._layout.lines[line].runs)

    def _cell(self, part: Part, line: int) -> int:
        """Return the cell on which the caret stands."""
        for run in self._layout.lines[line].runs:
            if run.start <= self.place.offset < run.end:
                before = (
                    (self._end_of_character(self.place), run.end) if run.reverse else (run.start, self.place.offset)
                )
                return run.column + measure(part.text[slice(*before)])
        return 0

    def _end_of_character(self, place: Place) -> int:
        starts = self._starts(place.part, Unit.CHARACTER)
        at = bisect_right(starts, place.offset)
        return starts[at] if at < len(starts) else len(self._layout.parts[place.part].text)

    def _text_parts(self) -> list[int]:
        return [index for index, part in enumerate(self._layout.parts) if part.text.strip()]

    def _starts(self, index: int, unit: Unit) -> Sequence[int]:
        return list_starts(self._layout.parts[index].text, unit, self._language)


@lru_cache(maxsize=16)
def list_starts(text: str, unit: Unit, language: str | None) -> Sequence[int]:
    """Return where the characters, words or sentences of a text begin; a paragraph is one unit. At least one."""
    match unit:
        case Unit.CHARACTER:
            clusters = split_clusters(text)
            return [0, *accumulate(map(len, clusters[:-1]))]
        case Unit.WORD:
            return [found.start() for found in re.finditer(_WORD, text)] or [0]
        case Unit.SENTENCE:
            return [start for start, _ in split_sentences(text, language)] or [0]
        case _:
            return [0]


def place_at(layout: Layout, line: int, cell: int) -> Place | None:
    """Return the character that stands nearest to a cell in a line of the layout; None where there is no text."""
    runs = [run for run in layout.lines[line].runs if run.start < run.end]
    if not runs:
        return None
    index = layout.part_at(line)
    text = layout.parts[index].text
    run = max((run for run in runs if run.column <= cell), key=lambda run: run.column, default=runs[0])
    at, offset = run.column, run.start
    clusters = split_clusters(text[run.start : run.end])
    if run.reverse:
        clusters.reverse()
        offset = run.end
    place = run.start if not run.reverse else run.end - len(clusters[0])
    for cluster in clusters:
        offset -= len(cluster) if run.reverse else 0
        place = offset
        at += measure(cluster)
        if at > cell:
            break
        offset += 0 if run.reverse else len(cluster)
    return Place(index, place)
