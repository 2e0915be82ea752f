from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newstui.errors import UsageError
from newstui.library.conversion import convert_page
from newstui.library.placeholders import fill_words

COPY = "import sys; open(sys.argv[1], 'w').write(sys.argv[2] + '|' + sys.stdin.read())"


def test_a_program_makes_the_file_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_text("an older one", encoding="utf-8")
    convert_page([sys.executable, "-c", COPY, "{file}", "T: {title}"], "<p>ä</p>", file, "Two\nlines {file}")
    assert file.read_text(encoding="utf-8") == "T: Two lines {file}|<p>ä</p>"


def test_the_page_may_be_a_file_too(tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    script = "import shutil, sys; assert sys.argv[2].endswith('.epub'); shutil.copy(sys.argv[1], sys.argv[2])"
    convert_page([sys.executable, "-c", script, "{page}", "{file}"], "<p>x</p>", file, "")
    assert file.read_text(encoding="utf-8") == "<p>x</p>"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-pandoc", "{file}"], "no-such-pandoc cannot be run"),
        ([sys.executable, "-c", "import sys; print('bad\\x1b[2J', file=sys.stderr); sys.exit(3)"], "status 3: bad$"),
        ([sys.executable, "-c", "pass"], "has written no file; {file} must stand"),
    ],
)
def test_what_fails_is_told_and_leaves_the_older_file(tmp_path: Path, words: list[str], said: str) -> None:
    file = tmp_path / "book.epub"
    file.write_text("an older one", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        convert_page(words, "", file, "")
    assert file.read_text(encoding="utf-8") == "an older one"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        convert_page([sys.executable, "-c", COPY, "{file}", ""], "", tmp_path / "none" / "book.epub", "")


@pytest.mark.parametrize(
    ("words", "filled"),
    [
        ([], []),
        (["{a}"], ["{a}"]),
        (["p", "{a}{b}{a}", "x={b}", "{c}"], ["p", "{b}2{b}", "x=2", "{c}"]),
    ],
)
def test_names_are_replaced_once(words: list[str], filled: list[str]) -> None:
    assert fill_words(words, {"{a}": "{b}", "{b}": "2"}) == filled
