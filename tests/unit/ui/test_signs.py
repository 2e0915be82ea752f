"""Signs in letters: one cell for one cell, for all that the reader draws with, and no letter changed."""

from __future__ import annotations

import tokenize
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

import newstui.ui
from newstui.ui.signs import SIGNS, PlainSigns, find_encoding, wants_plain_signs

_ROOM = Path(newstui.ui.__file__).parent
_DRAWN = {"So", "Sk"}
"""Categories of Unicode: other symbols, and modifiers."""


def _list_drawn() -> set[str]:
    """The signs in the strings of the interface's modules, docstrings left out."""
    found = set()
    for file in _ROOM.rglob("*.py"):
        with tokenize.open(file) as lines:
            for token in tokenize.generate_tokens(lines.readline):
                if token.type == tokenize.STRING and not token.string.startswith('"""'):
                    found |= {
                        sign for sign in token.string if unicodedata.category(sign) in _DRAWN or "←" <= sign <= "⇿"
                    }
    return found


def test_all_that_is_drawn_with_has_a_letter() -> None:
    drawn = _list_drawn()
    assert {"●", "★", "│", "▸"} <= drawn
    missing = {sign for sign in drawn - set("°") if not sign.isascii() and ord(sign) not in SIGNS}
    assert not missing, missing


def test_a_sign_and_its_letter_are_one_cell_wide() -> None:
    assert all(cell_len(chr(sign)) == 1 == len(plain) and plain.isascii() for sign, plain in SIGNS.items())


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        (None, "╭─ Überschrift: “東京” ─╮", "+- Überschrift: “東京” -+"),
        (None, "● ★ ▸ ↗", "* ! > >"),
        ("latin-1", "─ Café „Straße“ …", '- Café "Straße" .'),
        ("latin-1", "東京 Łódź", "???? ?ód?"),
        ("ascii", "é", "?"),
    ],
)
def test_a_line(encoding: str | None, text: str, shown: str) -> None:
    line = [Segment(text), Segment("plain")]
    assert PlainSigns(encoding).apply(line, Color(0, 0, 0)) == [Segment(shown), Segment("plain")]


@pytest.mark.parametrize(
    ("environment", "wanted", "plain", "encoding"),
    [
        ({}, "auto", False, None),
        ({"LANG": "de_DE.UTF-8"}, "auto", False, None),
        ({"LANG": "C.utf8", "TERM": "xterm"}, "auto", False, None),
        ({"LANG": "C"}, "auto", True, None),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "POSIX"}, "auto", True, None),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, "auto", True, "iso8859-15"),
        ({"LC_CTYPE": "ru_RU.KOI8-R", "LANG": "C.UTF-8"}, "auto", True, "koi8-r"),
        ({"LANG": "xx_XX.nonsense"}, "auto", True, "ascii"),
        ({"LANG": "de_DE"}, "auto", False, None),
        ({"TERM": "linux", "LANG": "de_DE.UTF-8"}, "auto", True, None),
        ({"TERM": "linux"}, "off", False, None),
        ({"LANG": "de_DE.UTF-8"}, "on", True, None),
    ],
)
def test_who_gets_letters(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], wanted: str, plain: bool, encoding: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert wants_plain_signs(wanted, environment) is plain
    assert find_encoding(environment) == encoding
