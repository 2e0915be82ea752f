"""The user's style sheet: what it sets, and that a mistake is told with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.app import App

from newstui.errors import ConfigError
from newstui.ui.own_style import OwnStyle

KNOWN = App[None]().get_css_variables()


def _write(folder: Path, text: str) -> Path:
    file = folder / "style.tcss"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("", {}),
        ("HeadlineList { color: red; }", {}),
        ("$accent: orange;", {"accent": "orange"}),
        ("$accent: #123456;\n$mine: $accent 50%;\nA { color: $mine; }", {"accent": "#123456", "mine": "#123456 50%"}),
        ("$accent: $primary;", {"accent": KNOWN["primary"]}),
        ("/* $accent: nothing; */\n# $accent: nothing;\n$accent: red;", {"accent": "red"}),
        ("\ufeff$accent: red;", {"accent": "red"}),
    ],
)
def test_what_is_set(tmp_path: Path, text: str, variables: dict[str, str]) -> None:
    style = OwnStyle(_write(tmp_path, text))
    assert style.renew(KNOWN)
    assert style.text == text.removeprefix("\ufeff")
    assert style.lay_over(KNOWN) == KNOWN | variables


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("\n$accent: nothing;", 2, "“nothing” is no colour"),
        ("A { color: redd; }", 1, "Did you mean 'red'?"),
        ("\n\nA { colr: red; }", 3, "Invalid CSS property 'colr'"),
        ("A {\n  color: $nope; }", 2, "undefined variable '$nope'"),
        ("A { color: red", 2, "Unexpected end of file"),
        ("A { color: red; }\n}", 3, "Unexpected end of file"),
        ("A { width: 10xx; }", 1, "Invalid value for the width property"),
    ],
)
def test_a_mistake(tmp_path: Path, text: str, line: int, reason: str) -> None:
    file = _write(tmp_path, text)
    style = OwnStyle(file)
    with pytest.raises(ConfigError) as raised:
        style.renew(KNOWN)
    said = str(raised.value)
    assert said.startswith(f"{file}, line {line}: ")
    assert reason in said
    assert "\n" not in said
    assert style.text == ""
    assert style.lay_over(KNOWN) == KNOWN
    assert not style.renew(KNOWN), "it is told once"


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = _write(tmp_path, "")
    file.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(ConfigError, match="line 1"):
        OwnStyle(file).renew(KNOWN)


def test_it_comes_changes_and_goes(tmp_path: Path) -> None:
    file = tmp_path / "style.tcss"
    style = OwnStyle(file)
    assert not style.exists
    assert not style.renew(KNOWN)
    _write(tmp_path, "$accent: red;")
    assert style.renew(KNOWN)
    assert not style.renew(KNOWN)
    _write(tmp_path, "$accent: tan;")
    os.utime(file, ns=(1, 1))
    assert style.renew(KNOWN)
    assert style.lay_over({}) == {"accent": "tan"}
    file.unlink()
    assert style.renew(KNOWN)
    assert style.lay_over(KNOWN) == KNOWN
