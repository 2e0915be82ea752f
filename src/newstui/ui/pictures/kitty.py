"""Kitty's graphics protocol with Unicode placeholders (https://sw.kovidgoyal.net/kitty/graphics-protocol/).

The terminal is given a picture once, under a number. Where it is to stand, text stands: a sign of the private use area
whose two diacritics say which row and column of the picture the cell shows, in a colour that is the picture's number.
So a picture scrolls and is clipped like any text, also in tmux, which lets the picture itself through if it is told to
(`set -g allow-passthrough on`).
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from typing import Final

from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.ui.pictures.decoding import Pixels
from newstui.ui.pictures.frames import Frame

_PLACEHOLDER: Final = "\U0010eeee"
_DIACRITICS: Final = (
    "305 30D-30E 310 312 33D-33F 346 34A-34C 350-352 357 35B 363-36F 483-487 592-595 597-599 59C-5A1 5A8-5A9 5AB-5AC "
    "5AF 5C4 610-617 657-65B 65D-65E 6D6-6DC 6DF-6E2 6E4 6E7-6E8 6EB-6EC 730 732-733 735-736 73A 73D 73F-741 743 745 "
    "747 749-74A 7EB-7F1 7F3 816-819 81B-823 825-827 829-82D 951 953-954 F82-F83 F86-F87 135D-135F 17DD 193A 1A17 "
    "1A75-1A7C 1B6B 1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0 1DC0-1DC1 1DC3-1DC9 1DCB-1DCC 1DD1-1DE6 1DFE 20D0-20D1 20D4-20D7 "
    "20DB-20DC 20E1 20E7 20E9 20F0 2CEF-2CF1 2DE0-2DFF A66F A67C-A67D A6F0-A6F1 A8E0-A8F1 AAB0 AAB2-AAB3 AAB7-AAB8 "
    "AABE-AABF AAC1 FE20-FE26 10A0F 10A38 1D185-1D189 1D1AA-1D1AD 1D242-1D244"
)
"""The diacritics that stand for 0, 1, 2, …, as ranges of code points."""
_CHUNK: Final = 4096
"""Characters of base64 in one message."""
_PALETTE: Final = 256
"""Numbers below this one are colours of the palette, others are colours of 24 bits."""

_PIECE: Final = 22
"""Cells that stand in one piece: Rich finds a place in a longer one by a division whose remainder may part a sign from
its diacritics."""


def list_numbers(*, truecolor: bool) -> Sequence[int]:
    """Return the numbers that a terminal's colours can tell from each other."""
    if truecolor:
        return range(_PALETTE, 1 << 24)
    return [number for number in range(1, _PALETTE) if _survives(number)]


def encode_picture(number: int, pixels: Pixels, frame: Frame, *, tmux: bool) -> str:
    """Return what gives the terminal a picture under a number, to be shown in a frame."""
    from PIL.Image import frombytes

    png = BytesIO()
    frombytes("RGB", pixels.size, pixels.data).save(png, "PNG", compress_level=2)
    data = b64encode(png.getvalue()).decode("ascii")
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    first = f"a=T,U=1,f=100,i={number},c={frame.columns},r={frame.rows},"
    messages = (
        f"\x1b_G{'' if at else first}q=2,m={int(at < len(chunks) - 1)};{chunk}\x1b\\" for at, chunk in enumerate(chunks)
    )
    return "".join(_pass_through(message) if tmux else message for message in messages)


def encode_forgetting(number: int, *, tmux: bool) -> str:
    """Return what makes the terminal forget the picture with a number."""
    message = f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
    return _pass_through(message) if tmux else message


def paint_placeholders(number: int, frame: Frame) -> list[Strip]:
    """Return the lines of a picture that the terminal has under a number (24 bits, not 0)."""
    style = Style(color=_paint_number(number))
    return [
        Strip([Segment(text, style) for text in _paint_row(row, frame.columns)], frame.columns)
        for row in range(frame.rows)
    ]


def _paint_number(number: int) -> Color:
    """Return the colour that comes to the terminal as a number; those of the palette are found again by Rich."""
    if number < _PALETTE:
        return Color.from_triplet(Color.from_ansi(number).get_truecolor())
    return Color.from_rgb(*number.to_bytes(3, "big"))


def _survives(number: int) -> bool:
    return _paint_number(number).downgrade(ColorSystem.EIGHT_BIT).number == number


def _paint_row(row: int, columns: int) -> Iterator[str]:
    signs = _list_diacritics()
    for first in range(0, columns, _PIECE):
        part = signs[first : min(first + _PIECE, columns)]
        yield "".join(f"{_PLACEHOLDER}{signs[row]}{sign}" for sign in part)


def _pass_through(message: str) -> str:
    return f"\x1bPtmux;{message.replace(chr(27), chr(27) * 2)}\x1b\\"


@cache
def _list_diacritics() -> str:
    return "".join(_spell_out())


def _spell_out() -> Iterator[str]:
    for part in _DIACRITICS.split():
        first, _, last = part.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))
