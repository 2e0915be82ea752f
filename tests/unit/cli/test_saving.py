from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

SCRIPT = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (("search", "bridge"), ["Bridge closed"]),
        (("list",), ["Bridge closed", "Market opens"]),
        (("list", "--limit", "1"), ["Bridge closed"]),
        (("list", "--source", "1"), ["Bridge closed", "Market opens"]),
    ],
)
def test_what_is_listed_is_saved_whole(
    shell: Shell, feed: Path, tmp_path: Path, words: tuple[str, ...], titles: list[str]
) -> None:
    shell("add", feed)
    file = tmp_path / "found.json"
    done = shell(*words, "--save", file)
    assert (done.code, done.out) == (0, "")
    assert str(file) in done.err
    records = json.loads(file.read_text(encoding="utf-8"))
    assert [record["title"] for record in records] == titles
    assert all(record["blocks"] for record in records)


def test_the_ending_says_how(shell: Shell, feed: Path, tmp_path: Path) -> None:
    shell("add", feed)
    for name, begins in (("a.md", '---\ntitle: "bridge"\n---'), ("a.html", "<!DOCTYPE html>")):
        shell("search", "bridge", "--save", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_book_is_made_by_the_users_program(shell: Shell, feed: Path, tmp_path: Path) -> None:
    words = json.dumps([sys.executable, "-c", SCRIPT, "{file}"])
    (tmp_path / "config.toml").write_text(f"[commands]\nconvert = {words}\n", encoding="utf-8")
    shell("add", feed)
    done = shell("search", "bridge", "--save", tmp_path / "book.epub")
    assert done.code == 0
    page = (tmp_path / "book.epub").read_text(encoding="utf-8")
    assert "<title>bridge</title>" in page
    assert "Bridge closed" in page


@pytest.mark.parametrize(
    ("name", "said"), [("book.epub", 'convert = ["pandoc"'), ("book", "commands.convert"), ("none/a.md", "cannot be")]
)
def test_what_cannot_be_made_is_said(shell: Shell, feed: Path, tmp_path: Path, name: str, said: str) -> None:
    shell("add", feed)
    done = shell("search", "bridge", "--save", tmp_path / name)
    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / name).exists()
