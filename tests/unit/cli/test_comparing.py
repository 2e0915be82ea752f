from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newstui.cli.comparing import _count_cells, _wrap
from newstui.library import Library
from tests.unit.cli.conftest import Shell
from tests.unit.text.stories import BRIDGE


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


def test_editions_that_nobody_has_looked_for_are_looked_for_first(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("de", "en"):
        title, *paragraphs = BRIDGE[language]
        (tmp_path / f"{language}.xml").write_text(
            f"<rss version='2.0'><channel><title>{language}</title><language>{language}</language><item>"
            f"<title>{title}</title><guid>bridge-{language}</guid><pubDate>Tue, 06 Jan 2026 09:30:00 GMT</pubDate>"
            f"<description>{' '.join(paragraphs)}</description></item></channel></rss>",
            encoding="utf-8",
        )
    with monkeypatch.context() as patch:
        patch.setattr(Library, "match_waiting", lambda *_, **__: 0)  # as where a refresh had no time left for it
        for language in ("de", "en"):
            assert shell("--offline", "add", tmp_path / f"{language}.xml").code == 0
    rows = shell("list", "--json").rows
    assert [row["editions"] for row in rows] == [[], []]
    article = next(row["id"] for row in rows if row["title"] == BRIDGE["de"][0])
    (row,) = shell("compare", article, "de", "en", "--json").rows
    assert (row["left"]["id"], row["right"]["language"]) == (article, "en")


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
