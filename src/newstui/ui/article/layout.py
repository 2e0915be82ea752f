"""Layout: an article's lines for a width, set as far as they are needed."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from time import perf_counter

from newstui.model import SUMMARY, Position, Reading
from newstui.ui.article.lines import Kind, Line, Part, Role
from newstui.ui.article.parts import list_parts
from newstui.ui.article.setting import Typesetter
from newstui.ui.article.typography import Typography
from newstui.ui.pictures.frames import NOTHING_HUNG, Frame, Hanging
from newstui.ui.wrap import measure


class Layout:
    """The lines of an article in a column of `width` cells.

    Lines are set from the top, in portions: `extend` until there are so many, or for so long. An article of 200,000
    characters takes some 20 ms. `frames` has the pictures of the parts that are set.
    """

    def __init__(
        self,
        reading: Reading,
        width: int,
        typography: Typography = Typography(),  # noqa: B008  frozen
        hanging: Hanging = NOTHING_HUNG,
    ) -> None:
        self.width = max(1, width)
        self.hanging = hanging
        self._typesetter = Typesetter(typography, reading.article.language)
        self.parts = list_parts(reading, self.width, hanging)
        self.lines: list[Line] = []
        self.frames: dict[int, Frame] = {}
        self._indexes = {part.number: index for index, part in enumerate(self.parts)}
        self._first_lines: list[int] = []
        """For each part that is set, its first line of words, in the parts' order."""

    @property
    def complete(self) -> bool:
        """Whether every part is set."""
        return len(self._first_lines) == len(self.parts)

    def extend(self, *, lines: int | None = None, seconds: float | None = None, part: int | None = None) -> None:
        """Set more parts: until there are `lines`, for `seconds`, or up to a part; whichever comes last. All by default."""
        if lines is seconds is part is None:
            lines = 1 << 62
        deadline = perf_counter() + (seconds or 0.0)
        last = self._indexes.get(part, -1) if part is not None else -1
        while not self.complete and (
            len(self.lines) < (lines or 0) or len(self._first_lines) <= last or (seconds and perf_counter() < deadline)
        ):
            self._set_next()

    def estimate_height(self) -> float:
        """Return how many lines there are, or are likely to be by the length of what is not set yet."""
        if self.complete or not self._first_lines:
            return len(self.lines)
        lengths = [len(part.text) for part in self.parts]
        return len(self.lines) * sum(lengths) / max(1, sum(lengths[: len(self._first_lines)]))

    def find_part(self, number: int) -> Part | None:
        """Return a part by its number."""
        index = self._indexes.get(number)
        return None if index is None else self.parts[index]

    def find_line(self, number: int, offset: int = 0) -> int | None:
        """Return the line in which an offset of a part's text stands, setting what is not set yet; None: no such part."""
        index = self._indexes.get(number)
        if index is None:
            return None
        self.extend(part=number)
        first, end = self._first_lines[index], self.end_of(number)
        if self.parts[index].kind is not Kind.TABLE:
            after = bisect_right(self.lines, offset, first, end, key=attrgetter("begin"))
            return max(first, after - 1)
        found = first
        for line in range(first, end):
            starts = [run.start for run in self.lines[line].runs if run.start <= offset]
            if starts and any(run.start <= offset < run.end for run in self.lines[line].runs):
                return line
            found = line if starts else found
        return found

    def find_row(self, number: int, row: int) -> int | None:
        """Return the line of a row of a part's picture, the one below it at most; without a picture its first line."""
        index = self._indexes.get(number)
        if index is None:
            return None
        self.extend(part=number)
        frame = self.frames.get(number)
        return self._first_lines[index] + min(row, frame.rows if frame else 0)

    def end_of(self, number: int) -> int:
        """Return the line after a part's last one; the part is set."""
        index = self._indexes[number] + 1
        if index >= len(self._first_lines):
            return len(self.lines)
        return self._first_lines[index] - (1 if self.parts[index].spaced else 0)

    def part_at(self, line: int) -> int:
        """Return the index of the part that a line belongs to; a blank line belongs to the part below it."""
        after = bisect_right(self._first_lines, line)
        if after and line < self.end_of(self.parts[after - 1].number):
            return after - 1
        return min(after, len(self._first_lines) - 1)

    def find_position(self, top: int) -> Position:
        """Return the place of a screen whose first line is `top`; there are lines."""
        self.extend(lines=top + 1)
        line = min(top, len(self.lines) - 1)
        index = self.part_at(line)
        # A block's number means something in another edition; the byline's does not.
        while index < len(self.parts) - 1 and self.parts[index].number < SUMMARY:
            if self.parts[index + 1].number < SUMMARY:
                break
            index += 1
            self.extend(part=self.parts[index].number)
        first = self.first_line(index)
        return Position(self.parts[index].number, first - top, self.lines[line].begin if first < top else 0)

    def first_line(self, index: int) -> int:
        """Return the first line of words of the part with an index; it is set."""
        return self._first_lines[index]

    def _set_next(self) -> None:
        part = self.parts[len(self._first_lines)]
        if part.spaced:
            self.lines.append(Line(part.number, Role.QUOTE if part.bar else Role.TEXT, part.bar.rstrip()))
        self._first_lines.append(len(self.lines))
        frame = self.hanging.find_frame(part.picture, self.width) if part.picture else None
        if frame is not None:
            self.frames[part.number] = frame
            self.lines.extend(Line(part.number, Role.PICTURE, row=row) for row in range(frame.rows))
        if part.text or frame is None:
            self.lines.extend(self._typesetter.set_part(part, self.width))
        if part.picture and part.picture in self.hanging.wanting:
            self._add_hint(part)

    def _add_hint(self, part: Part) -> None:
        """Say after a caption how its picture comes here; on a line of its own where there is no room."""
        last = self.lines[-1]
        words = sum(measure(part.text[run.start : run.end]) for run in last.runs)
        if measure(last.lead) + words + measure(self.hanging.hint) <= self.width:
            self.lines[-1] = last._replace(tail=self.hanging.hint)
        else:
            self.lines.append(Line(part.number, part.role, part.hanging, tail=self.hanging.hint.lstrip(" ·")))
