"""Rules that were kept are those that would have been parsed, and hold for nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet, StylesheetParseError

from newstui.paths import styles_folder
from newstui.ui.kept_styles import FILE_NAME, KeptStylesheet

TEXT = "Static { color: $ink; & > .part { background: $page 50%; } &:focus { text-style: bold; } }"
COLOURS = {"ink": "#112233", "page": "red"}


def make(folder: Path, colours: dict[str, str] = COLOURS, text: str = TEXT) -> KeptStylesheet:
    sheet = KeptStylesheet(colours, folder / FILE_NAME)
    sheet.add_source(text, read_from=("here", ""))
    return sheet


def keep(folder: Path, text: str = TEXT) -> str:
    sheet = make(folder, text=text)
    css = sheet.css
    sheet.keep()
    return css


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that Textual has parsed."""
    texts: list[str] = []
    parse = Stylesheet._parse_rules

    def note(sheet: Stylesheet, css: str, *rest: object, **named: object) -> list[RuleSet]:
        texts.append(css)
        return parse(sheet, css, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Stylesheet, "_parse_rules", note)
    return texts


def test_what_was_kept_is_not_parsed_again_and_says_the_same(tmp_path: Path, parsed: list[str]) -> None:
    first = keep(tmp_path)
    assert parsed == [TEXT]
    assert make(tmp_path).css == first
    assert parsed == [TEXT]


def test_our_own_sheets_come_back_as_they_were(tmp_path: Path) -> None:
    text = (styles_folder() / "main.tcss").read_text().replace("$", "$x-")
    names = {word.strip(";},") for word in text.split() if word.startswith("$x-")}
    colours = {name[1:]: "red" for name in names}
    first = make(tmp_path, colours, text)
    rules = first.rules
    first.keep()
    again = make(tmp_path, colours, text).rules
    assert [(rule.css, rule.selector_names, rule.pseudo_classes) for rule in again] == [
        (rule.css, rule.selector_names, rule.pseudo_classes) for rule in rules
    ]


@pytest.mark.parametrize(
    ("colours", "text"),
    [({**COLOURS, "ink": "blue"}, TEXT), (COLOURS, TEXT.replace("bold", "italic"))],
    ids=["another colour", "another sheet"],
)
def test_what_was_kept_holds_for_nothing_else(
    colours: dict[str, str], text: str, tmp_path: Path, parsed: list[str]
) -> None:
    keep(tmp_path)
    expected = Stylesheet(variables=colours)
    expected.add_source(text, read_from=("here", ""))
    assert make(tmp_path, colours, text).css == expected.css
    assert parsed == [TEXT, text, text]


def test_other_colours_while_it_runs_are_taken_up(tmp_path: Path) -> None:
    keep(tmp_path)
    sheet = make(tmp_path)
    before = sheet.css
    sheet.set_variables({**COLOURS, "ink": "blue"})
    sheet.parse()
    assert sheet.css != before


@pytest.mark.parametrize("damage", [b"", b"no pickle", None], ids=["empty", "foreign", "cut"])
def test_a_damaged_file_is_as_good_as_none(damage: bytes | None, tmp_path: Path) -> None:
    first = keep(tmp_path)
    file = tmp_path / FILE_NAME
    file.write_bytes(file.read_bytes()[:-9] if damage is None else damage)
    assert make(tmp_path).css == first


@pytest.mark.skipif(sys.platform == "win32", reason="files have no owner by number")
def test_what_somebody_else_has_written_is_not_read(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = keep(tmp_path)
    monkeypatch.setattr("os.getuid", lambda: tmp_path.stat().st_uid + 1)
    assert make(tmp_path).css == first
    assert parsed == [TEXT, TEXT]


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert keep(tmp_path / "file")
    assert not list(tmp_path.glob("**/*.pickle*"))


def test_a_mistake_is_told_each_time(tmp_path: Path) -> None:
    for _start in range(2):
        sheet = make(tmp_path, text="Static { color: nocolour; }")
        with pytest.raises(StylesheetParseError):
            sheet.parse()
        sheet.keep()
