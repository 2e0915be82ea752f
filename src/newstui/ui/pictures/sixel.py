"""Sixel (DEC STD 070): a picture drawn at the cursor, over whatever is there, and gone with the next text in its place."""

from __future__ import annotations

from newstui.ui.pictures.decoding import Pixels


def encode_sixel(pixels: Pixels, *, row: int, column: int) -> str:
    """Return what draws a picture with its upper left corner at a cell, from 0, and leaves the cursor where it was."""
    from PIL.Image import frombytes

    # Not textual_image.renderable: importing that asks the terminal for its abilities and reads the answer from the keys.
    from textual_image._sixel import image_to_sixels

    drawing = image_to_sixels(frombytes("RGB", pixels.size, pixels.data))
    return f"\x1b7\x1b[{row + 1};{column + 1}H{drawing}\x1b8"
