"""Half blocks: a picture as text, two pixels a cell, the upper one in the colour of the sign, the lower one behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.ui.pictures.decoding import Pixels
from newstui.ui.pictures.frames import Frame, Size

_UPPER: Final = "▀"


def size_in_blocks(frame: Frame) -> Size:
    """Return how many pixels a frame has."""
    return Size(frame.columns, 2 * frame.rows)


def paint_blocks(pixels: Pixels) -> list[Strip]:
    """Return a picture's lines; its height is even."""
    width, height = pixels.size
    return [Strip(_paint_row(pixels.data, width, row), width) for row in range(0, height, 2)]


def _paint_row(data: bytes, width: int, row: int) -> Iterator[Segment]:
    start, bytes_ = 3 * width * row, 3 * width
    upper, lower = data[start : start + bytes_], data[start + bytes_ : start + 2 * bytes_]
    cells = (upper[at : at + 3] + lower[at : at + 3] for at in range(0, bytes_, 3))
    for colours, same in groupby(cells):
        above, below = Color.from_rgb(*colours[:3]), Color.from_rgb(*colours[3:])
        yield Segment(_UPPER * sum(1 for _ in same), Style.from_color(above, below))
