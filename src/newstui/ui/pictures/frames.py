"""Frames: how many cells a picture takes, so that it keeps its shape and leaves room for words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Final, NamedTuple

from newstui.record import record


class Size(NamedTuple):
    """Pixels."""

    width: int
    height: int


class Frame(NamedTuple):
    """Cells."""

    columns: int
    rows: int


CELL: Final = Size(10, 20)
"""A cell where nobody says how large it is: twice as high as wide."""

_MAGNIFIED: Final = 3
"""So many times its own size a picture is shown at most: small ones are shown small."""
_AWAITED: Final = Size(1500, 1000)
"""What room is kept for, where a picture is on its way and nobody knows its shape: most photographs have this one."""
_DOT: Final = 3
"""Pixels; what is no wider or no higher is there to count readers, or to part paragraphs."""
_NARROWEST: Final = 12
"""Columns; beside less text there are no pictures."""
LARGEST_FRAME: Final = Frame(297, 297)
"""More rows or columns Kitty's protocol cannot name."""


def fit(size: Size, cell: Size, columns: int, rows: int) -> Frame:
    """Return the largest frame within `columns` and `rows` in which a picture keeps its shape, as far as cells allow."""
    columns, rows = min(columns, LARGEST_FRAME.columns), min(rows, LARGEST_FRAME.rows)
    scale = min(columns * cell.width / size.width, rows * cell.height / size.height, _MAGNIFIED)
    wide, high = round(size.width * scale / cell.width), round(size.height * scale / cell.height)
    return Frame(min(columns, max(1, wide)), min(rows, max(1, high)))


def size_in_pixels(frame: Frame, cell: Size) -> Size:
    """Return how many pixels a frame has on the screen."""
    return Size(frame.columns * cell.width, frame.rows * cell.height)


def is_dot(size: Size) -> bool:
    """Whether a picture shows nothing."""
    return min(size) <= _DOT


@record
class Hanging:
    """How the pictures of an article are hung; they are known by their addresses.

    `sizes` has those that are here, `awaited` those on their way. `held` are frames that stay as they are (None: none),
    whatever comes, since somebody reads beside them. No picture is higher than `rows`; 0: all have captions alone.
    `hint` stands behind the captions of those that are `wanting`: not here, though they could be.
    """

    sizes: Mapping[str, Size] = field(default_factory=dict)
    awaited: frozenset[str] = frozenset()
    wanting: frozenset[str] = frozenset()
    held: Mapping[str, Frame | None] = field(default_factory=dict)
    rows: int = 0
    cell: Size = CELL
    hint: str = ""

    def find_frame(self, url: str, columns: int) -> Frame | None:
        """Return the frame of a picture beside text that is so wide; None: it has its caption alone."""
        if not self.rows or columns < _NARROWEST:
            return None
        if url in self.held:
            return self.held[url]
        size = self.sizes.get(url) or (_AWAITED if url in self.awaited else None)
        return fit(size, self.cell, columns, self.rows) if size and not is_dot(size) else None

    def is_nothing(self, url: str) -> bool:
        """Whether a picture is known to show nothing, and its place may go."""
        size = self.sizes.get(url)
        return size is not None and is_dot(size) and url not in self.held

    def hold(self, frames: Mapping[str, Frame | None], before: Hanging) -> Hanging:
        """Return the same hanging with these frames held, and with the hints that their captions had before."""
        wanting = (self.wanting - frames.keys()) | (before.wanting & frames.keys())
        return replace(self, held=dict(frames), wanting=wanting)


NOTHING_HUNG: Final = Hanging()
"""Captions alone."""
