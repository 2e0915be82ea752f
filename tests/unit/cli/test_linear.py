"""The linear reader over a real library."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Outcome, Shell


@pytest.fixture
def talk(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    (shell.home / "config.toml").write_text("[refresh]\nat_start = false\n", encoding="utf-8")

    def say(*typed: str, targets: tuple[object, ...] = (), options: tuple[str, ...] = ()) -> Outcome:
        monkeypatch.setattr(sys, "stdin", StringIO("".join(f"{line}\n" for line in typed)))
        shell.options = ["--linear", *options]
        return shell(*targets)

    return say


def test_a_story_in_two_languages(talk: Callable[..., Outcome], story: Path) -> None:
    done = talk(
        "", "", "", "la en", "w", "qu", "la", "1", targets=(story,), options=("--lang", "de", "--ui-lang", "en")
    )
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert "1. Rat vertagt den Bau der Brücke." in done.out
    assert "also in English" in done.out
    at = lines.index("English.")
    assert lines[at - 2] == "Quote, Anna Weber: „Wir haben das Geld nicht“,"
    assert lines[at + 1] == "Quote, Anna Weber: “We do not have the money,”"
    assert "Paragraph 3 of 3." in lines
    assert lines[-2:] == [lines[at - 2], lines[at - 1]]


def test_everything_in_a_library(shell: Shell, talk: Callable[..., Outcome], feed: Path) -> None:
    shell("add", feed)
    done = talk("1", "", "s", "q", "f bridge", "l", "so", "3", "f", "ma", "u", "u", "f is:(", "x", "r", "1", "a")
    assert (done.code, done.err) == (0, "")
    assert "Something went wrong" not in done.out
    for said in (
        "Starred.",
        "“bridge”: 1 headline.",
        "Starred: 1 headline.",
        "Undone.",
        "Nothing new.",
        "The bridge is",
    ):
        assert said in done.out


def test_marks_and_places_are_kept(shell: Shell, talk: Callable[..., Outcome], feed: Path) -> None:
    shell("add", feed)
    talk("1", "s")
    assert [(row["read"], row["starred"]) for row in shell("list", "--json").rows if row["starred"]] == [(True, True)]


def test_an_empty_library_has_a_welcome(talk: Callable[..., Outcome]) -> None:
    done = talk("1", "a", options=("--ui-lang", "en"))
    assert done.code == 0
    assert "Nothing is subscribed to yet." in done.out
    assert "End of the article." in done.out
