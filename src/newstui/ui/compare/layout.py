"""Layout of two editions: the passages of a row begin at one height, beside each other or one below the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.i18n import _
from newstui.model import TITLE, Reading
from newstui.ui.article.lines import BYLINE, Line, Part, Role
from newstui.ui.article.parts import list_parts
from newstui.ui.article.setting import Typesetter
from newstui.ui.article.typography import Typography
from newstui.ui.wrap import truncate

if TYPE_CHECKING:
    from newstui.text.parallel import Comparison, Passage, Row

NOTHING: Final = -1000
"""The number of the part that stands where an edition has nothing."""


class Beside(NamedTuple):
    """A line of the screen: what stands on it of either side; `row` is the number of the row that it belongs to.

    Between two rows is a line that belongs to the one above it and holds nothing.
    """

    row: int
    left: Line | None = None
    right: Line | None = None


class Side:
    """One edition in a column of `width` cells."""

    def __init__(self, reading: Reading, width: int, typography: Typography) -> None:
        self.width = max(1, width)
        self.parts: dict[int, Part] = {part.number: part for part in list_parts(reading)}
        self._typesetter = Typesetter(typography, reading.article.language)

    def set_passages(self, passages: Sequence[Passage]) -> list[Line]:
        """Return the lines of one side of a row; one that says so where there is nothing."""
        lines = list(self._set(passages))
        nothing = _("not in this edition")
        return lines or [Line(NOTHING, Role.RULE, truncate(f"┄┄ {nothing} ┄┄", self.width))]

    def _set(self, passages: Sequence[Passage]) -> Iterator[Line]:
        before: int | None = None
        for passage in passages:
            part = self.parts[passage.block]
            if before is not None and before != passage.block and part.spaced:
                yield Line(part.number, Role.TEXT, part.bar.rstrip())
            yield from self._typesetter.set_part(part, self.width, passage.start, passage.end)
            if passage.block == TITLE and BYLINE in self.parts:
                yield from self._typesetter.set_part(self.parts[BYLINE], self.width)
            before = passage.block


class CompareLayout:
    """The lines of two editions, set from the top as far as they are needed.

    `interleaved`: what corresponds stands below each other, not beside.
    """

    def __init__(
        self,
        comparison: Comparison,
        rows: Sequence[Row],
        widths: tuple[int, int],
        typography: Typography,
        *,
        interleaved: bool,
    ) -> None:
        self.rows = rows
        self.interleaved = interleaved
        self.left = Side(comparison.left, widths[0], typography)
        self.right = Side(comparison.right, widths[1], typography)
        self.lines: list[Beside] = []
        self._first_lines: list[int] = []

    @property
    def complete(self) -> bool:
        """Whether every row is set."""
        return len(self._first_lines) == len(self.rows)

    def extend(self, *, lines: int = 0, row: int = -1, seconds: float = 0.0) -> None:
        """Set more rows: until there are `lines`, up to a row, for `seconds`; whichever comes last."""
        deadline = perf_counter() + seconds
        while not self.complete and (
            len(self.lines) < lines or len(self._first_lines) <= row or (seconds and perf_counter() < deadline)
        ):
            self._set_next()

    def span(self, row: int) -> tuple[int, int]:
        """Return the lines of a row, half-open, without the one that parts it from the next; sets what is not set yet."""
        self.extend(row=row + 1)
        end = self._first_lines[row + 1] if row + 1 < len(self._first_lines) else len(self.lines)
        return self._first_lines[row], end - 1

    def row_at(self, line: int) -> int:
        """Return the row that a line belongs to, the last one set for lines below all."""
        return max(0, bisect_right(self._first_lines, line) - 1)

    def _set_next(self) -> None:
        number = len(self._first_lines)
        row = self.rows[number]
        self._first_lines.append(len(self.lines))
        left, right = self.left.set_passages(row.left), self.right.set_passages(row.right)
        if self.interleaved:
            self.lines += [Beside(number, left=line) for line in left]
            self.lines += [Beside(number, right=line) for line in right]
        else:
            self.lines += [Beside(number, *sides) for sides in zip_longest(left, right)]
        self.lines.append(Beside(number))
