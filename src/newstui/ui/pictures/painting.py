"""From a kept picture to lines of a frame, in the way that the terminal can show."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.strip import Strip

from newstui.config.pictures import Way
from newstui.record import record
from newstui.ui.pictures import blocks, kitty
from newstui.ui.pictures.canvas import Canvas, Colour
from newstui.ui.pictures.decoding import scale_picture
from newstui.ui.pictures.frames import Frame, Size, size_in_pixels
from newstui.ui.pictures.sixel import encode_sixel


@record
class Painting:
    """A picture in lines; `order` is what the terminal has to be told first, `number` what it knows the picture by."""

    strips: Sequence[Strip]
    order: str = ""
    number: int = 0


def paint(file: Path, frame: Frame, canvas: Canvas, number: int) -> Painting:
    """Paint a picture that fills a frame; some tens of milliseconds. Raises SourceError for what cannot be decoded."""
    if canvas.way is not Way.KITTY:
        pixels = scale_picture(file, blocks.size_in_blocks(frame), canvas.background)
        return Painting(blocks.paint_blocks(pixels))
    pixels = scale_picture(file, size_in_pixels(frame, canvas.cell), canvas.background)
    order = kitty.encode_picture(number, pixels, frame, tmux=canvas.tmux)
    return Painting(kitty.paint_placeholders(number, frame), order, number)


def draw(file: Path, frame: Frame, cell: Size, background: Colour, *, row: int, column: int) -> str:
    """Return what draws a picture in Sixel over a frame whose upper left corner is a cell of the screen, from 0."""
    pixels = scale_picture(file, size_in_pixels(frame, cell), background)
    return encode_sixel(pixels, row=row, column=column)
