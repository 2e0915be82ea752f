from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

GERMAN = "„Wir haben das Geld nicht“ — Anna Weber"


@pytest.fixture
def two(story: Path) -> Path:
    """The German edition quotes one more."""
    story.write_text(
        story.read_text(encoding="utf-8").replace("English\n", "„Niemand hilft uns“, sagte Max Lang.\nEnglish\n"),
        encoding="utf-8",
    )
    return story


def test_a_row_for_each_quotation_and_a_gap_where_an_edition_leaves_it_out(shell: Shell, two: Path) -> None:
    (row,) = shell("quotes", "--compare", two, "--json").rows
    assert [edition["language"] for edition in row["editions"]] == ["de", "en"]
    assert [[[quote["text"] for quote in cell] for cell in cells] for cells in row["rows"]] == [
        [["Wir haben das Geld nicht"], ["We do not have the money,"]],
        [["Niemand hilft uns"], []],
    ]
    text = shell("quotes", "--compare", two).out.splitlines()
    assert text[0] == "German   Rat vertagt den Bau der Brücke"
    assert f"German   {GERMAN}" in text
    assert "English  (left out)" in text


def test_other_forms(shell: Shell, two: Path) -> None:
    table = list(csv.reader(io.StringIO(shell("quotes", "--compare", two, "--csv").out)))
    assert table[0] == ["de", "de speaker", "en", "en speaker"]
    assert table[2] == ["Niemand hilft uns", "Max Lang", "", ""]
    markdown = shell("quotes", "--compare", two, "--markdown").out.splitlines()
    assert markdown[0] == "| German | English |"
    assert markdown[3] == "| **Max Lang**: „Niemand hilft uns“ | — |"


def test_editions_of_the_library(shell: Shell, two: Path) -> None:
    assert shell("add", two.parent).code == 0
    target = shell("list", "--json").rows[0]["id"]
    (row,) = shell("quotes", "--compare", target, "--json").rows
    assert {edition["language"] for edition in row["editions"]} == {"de", "en"}
    assert len(row["rows"]) == 2


def test_an_edition_that_is_alone(shell: Shell, two: Path) -> None:
    (two.parent / "bridge.en.txt").unlink()
    outcome = shell("quotes", "--compare", two)
    assert outcome.code == 0
    assert GERMAN in outcome.out
    assert "only this edition of the story is here" in outcome.err


@pytest.mark.parametrize("words", [(), ("--speaker", "x", "story.txt")])
def test_calls_that_mean_nothing(shell: Shell, words: tuple[str, ...]) -> None:
    outcome = shell("quotes", "--compare", *words)
    assert outcome.code == 2
    assert "--compare goes with TARGETs, without --speaker." in outcome.err
