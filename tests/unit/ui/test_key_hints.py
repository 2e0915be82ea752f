"""The keys at the foot of dialogs."""

from __future__ import annotations

import pytest
from textual.content import Content

from newstui.ui.dialogs.key_hints import KeyHints


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (20, ["y Copy  s Save it"]),
        (17, ["y Copy  s Save it"]),
        (16, ["y Copy", "s Save it"]),
        (5, ["y Co…", "s Sa…"]),
    ],
)
def test_a_key_stands_beside_what_it_does(width: int, lines: list[str]) -> None:
    hints = KeyHints([Content("y Copy"), Content("s Save it")])
    assert [line.plain for line in hints.set_lines(width)] == lines


def test_no_keys() -> None:
    assert [line.plain for line in KeyHints([]).set_lines(10)] == [""]
