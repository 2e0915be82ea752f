"""The signs that the reader draws with, and what stands for them where a terminal has letters only.

One table, held against whole lines as they go to the screen: so it holds for Textual's borders and scrollbars too, and
nothing else need know. A sign and what stands for it are one cell wide each. Letters, and with them what others wrote,
stay as they are, except for what the terminal's encoding does not have: there a question mark stands for each cell.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_ASCII: Final = {
    "-": "─━┄┅┈┉╌╍═╴╶╸╺⎯▔▄",
    "_": "▁",
    "|": "│┃┆┇┊┋╎╏║▏▎▍▌▐▕╷╵╹╻",
    "+": "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬▛▜▙▟✓✔▆",
    "/": "╱",
    "\\": "╲",
    "X": "╳",
    "*": "●•◉▇",
    "!": "★",
    "o": "○◦◯☆",
    "x": "✗✘",
    "#": "▣■█▀",
    ".": "▂░",
    "=": "▒▅",
    "%": "▓",
    ":": "▃",
    ">": "▸▶▹→↗❯➤",
    "<": "◂◀←",
    "^": "▴▲↑",
    "v": "▾▼▿↓",
    "S": "⇧",
    "~": "≈",
}
SIGNS: Final = str.maketrans({sign: plain for plain, signs in _ASCII.items() for sign in signs})
"""By its code point, what stands for each sign."""

_LOCALE: Final = ("LC_ALL", "LC_CTYPE", "LANG")


class PlainSigns(LineFilter):
    """Puts letters in the place of signs, and question marks in that of what `encoding` cannot write."""

    def __init__(self, encoding: str | None = None) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  Textual's signature
        """Return the same cells in letters that the terminal has."""
        return [
            segment if segment.control or segment.text.isascii() else segment._replace(text=self._spell(segment.text))
            for segment in segments
        ]

    def _spell(self, text: str) -> str:
        plain = text.translate(SIGNS)
        return plain if self._encoding is None else _write_in(plain, self._encoding)


def find_encoding(environment: Mapping[str, str]) -> str | None:
    """Return the encoding that the locale names, where it is another one than UTF-8."""
    name = _read_locale(environment).partition("@")[0].partition(".")[2]
    try:
        found = codecs.lookup(name).name if name else "utf-8"
    except LookupError:
        return "ascii"
    return None if found == "utf-8" else found


def wants_plain_signs(wanted: str, environment: Mapping[str, str]) -> bool:
    """Whether signs are drawn in letters: as the setting says, on "auto" where the terminal hardly has them.

    Those are the console of Linux, whose fonts have 512 signs at most, and locales that do not speak UTF-8.
    """
    if wanted != "auto" or sys.platform == "win32":
        return wanted == "on"
    plain_locale = _read_locale(environment) in ("C", "POSIX")
    return environment.get("TERM") == "linux" or plain_locale or find_encoding(environment) is not None


def _read_locale(environment: Mapping[str, str]) -> str:
    return next((value for name in _LOCALE if (value := environment.get(name))), "")


@lru_cache(4096)
def _write_in(text: str, encoding: str) -> str:
    """Return text with a question mark for each cell of a character that an encoding lacks."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_write_character(character, encoding) for character in text)
    return text


def _write_character(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _LIKE.get(character, "?" * cell_len(character))
    return character


_LIKE: Final = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": ",", "‹": "<", "›": ">", "«": '"', "»": '"', "–": "-",
    "—": "-", "…": ".", "·": ".", "\xa0": " ", "\u202f": " ", "\u2011": "-",
}  # fmt: skip
"""Typography, and the letters nearest to it."""
