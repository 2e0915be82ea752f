from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newstui.cli.comparing import _count_cells, _wrap
from tests.unit.cli.conftest import Shell


def test_two_editions_are_aligned(shell: Shell, story: Path) -> None:
    (row,) = shell("compare", story, "de", "en", "--json").rows
    assert set(row) == {"left", "right", "pairs"}
    assert (row["left"]["language"], row["right"]["language"]) == ("de", "en")
    assert row["pairs"] == [{"left": [number], "right": [number]} for number in range(3)]


def test_sentences_are_paired_inside_the_paragraphs(shell: Shell, story: Path) -> None:
    (row,) = shell("compare", story, "de", "en", "--json", "--sentences").rows
    assert [span["block"] for pair in row["sentences"] for span in pair["left"]] == [-1, -2, -2, 0, 0, 1, 2]
    assert all(len(pair["left"]) == len(pair["right"]) == 1 for pair in row["sentences"])
    assert all(set(span) == {"block", "start", "end"} for pair in row["sentences"] for span in pair["right"])


def test_side_by_side_in_columns(shell: Shell, story: Path) -> None:
    lines = shell("compare", story, "de", "en").out.splitlines()
    assert lines[0].startswith("Rat vertagt den Bau der Brücke ")
    assert {line.index("│") for line in lines if line} == {39}
    assert "│ Council puts off building the bridge" in lines[0]
    assert len([line for line in lines if not line]) == 4, "title, summary, three blocks"


def test_tsv_holds_words_counterpart_story_and_address(shell: Shell, story: Path) -> None:
    done = shell("compare", story, "en", "de", "--tsv", "--sentences")
    rows = list(csv.reader(done.out.splitlines(), delimiter="\t"))
    title = "Council puts off building the bridge"
    assert rows[0] == [title, "Rat vertagt den Bau der Brücke", title, str(story.parent / "bridge.en.txt")]
    assert [row[1] for row in rows][3:5] == [
        "Der Rat der Stadt hat die Entscheidung über die Brücke vertagt.",
        "Das Geld fehlt, und die Pläne sind alt.",
    ]


def test_markdown_is_a_table_with_its_sources(shell: Shell, story: Path) -> None:
    lines = shell("compare", story, "de", "en", "--markdown").out.splitlines()
    assert lines[:4] == ["# Rat vertagt den Bau der Brücke", "", "| German | English |", "| --- | --- |"]
    assert "| Kein Geld in der Kasse | No money in the till |" in lines
    assert lines[-2:] == [
        "- German: Rat vertagt den Bau der Brücke",
        "- English: Council puts off building the bridge",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["de", "pt"], "no edition in pt is here; there is de, en"),
        (["de", "?"], "is not a language tag"),
    ],
)
def test_what_cannot_be_compared_is_said(shell: Shell, story: Path, words: list[str], said: str) -> None:
    done = shell("compare", story, *words)
    assert done.code in (1, 2)
    assert said in done.err


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("first\nsecond", 20, ["first", "second"]),
        ("日本政府は昨日", 6, ["日本政", "府は昨", "日"]),
        ("", 5, []),
    ],
)
def test_columns_are_measured_in_cells(text: str, width: int, expected: list[str]) -> None:
    assert _wrap(text, width) == expected
    assert all(_count_cells(line) <= width for line in expected)
