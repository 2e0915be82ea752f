from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Gazette</title><link>https://gazette.example/</link><language>en</language>
{items}</channel></rss>
"""
ITEM = """<item><title>{title}</title><link>https://gazette.example/{title}</link><guid>{title}</guid>
<pubDate>{day:02} Jan 2026 09:30:00 GMT</pubDate><description>{text}</description></item>"""
TEXTS = {
    "First": "“We do not have the money for the bridge,” Anna Weber told the press in the evening.",
    "Second": "“The bridge will be built before the winter,” said Max Weber on Monday.",
    "Third": "“It is too late to build anything,” said Anna Weber. “Nobody will help us now,” said Joe Biden.",
}


@pytest.fixture
def library(shell: Shell, tmp_path: Path) -> Shell:
    """A library with three articles, the later ones newer."""
    items = (ITEM.format(title=title, day=day, text=text) for day, (title, text) in enumerate(TEXTS.items(), 5))
    file = tmp_path / "speakers.xml"
    file.write_text(FEED.format(items="".join(items)), encoding="utf-8")
    assert shell("add", file).code == 0
    return shell


def test_speakers_are_listed_with_their_counts(library: Shell) -> None:
    rows = library("speakers", "--json").rows
    assert rows[0] == {
        "name": "Anna Weber",
        "spellings": ["Anna Weber"],
        "quotes": 2,
        "articles": 2,
        "latest": "2026-01-07T09:30:00Z",
    }
    assert {row["name"] for row in rows} == {"Anna Weber", "Max Weber", "Joe Biden"}


def test_speakers_are_found_by_a_part_of_the_name(library: Shell) -> None:
    outcome = library("speakers", "web", "a")
    assert outcome.code == 0
    assert "Anna Weber" in outcome.out
    assert "Biden" not in outcome.out
    assert library("speakers", "xyz").out == ""


def test_what_somebody_says_comes_newest_first_an_object_an_article(library: Shell) -> None:
    outcome = library("quotes", "--speaker", "ANNA WEBER", "--json")
    assert [row["title"] for row in outcome.rows] == ["Third", "First"]
    assert set(outcome.rows[0]) == {"id", "path", "url", "language", "title", "quotes"}
    assert [[quote["speaker"] for quote in row["quotes"]] for row in outcome.rows] == [["Anna Weber"], ["Anna Weber"]]
    assert outcome.err == ""


def test_a_surname_alone_means_all_who_bear_it_and_says_so(library: Shell) -> None:
    outcome = library("quotes", "--speaker", "weber", "--json")
    assert [row["title"] for row in outcome.rows] == ["Third", "Second", "First"]
    assert outcome.err == "Anna Weber (2), Max Weber (1)\n"


def test_a_limit_counts_quotations(library: Shell) -> None:
    assert [row["title"] for row in library("quotes", "--speaker", "weber", "--limit", "2", "--json").rows] == [
        "Third",
        "Second",
    ]
    assert library("quotes", "--speaker", "weber", "--limit", "0", "--json").rows == []


def test_other_formats(library: Shell) -> None:
    table = list(csv.DictReader(io.StringIO(library("quotes", "--speaker", "Joe Biden", "--csv").out)))
    assert [(row["speaker"], row["title"]) for row in table] == [("Joe Biden", "Third")]
    assert "— Joe Biden, The Gazette" in library("quotes", "--speaker", "Joe Biden", "--markdown").out
    text = library("quotes", "--speaker", "Joe Biden").out
    assert "Third\n  The Gazette" in text
    assert "— Joe Biden" in text


def test_with_a_target_the_speaker_is_looked_for_there(library: Shell) -> None:
    target = library("quotes", "--speaker", "Joe Biden", "--json").rows[0]["id"]
    (row,) = library("quotes", target, "--speaker", "J. Biden", "--json").rows
    assert [quote["speaker"] for quote in row["quotes"]] == ["Joe Biden"]


def test_nobody_of_that_name(library: Shell) -> None:
    outcome = library("quotes", "--speaker", "Ann", "--json")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "Nobody of the name Ann is quoted; there are Anna Weber.\n"
    assert "newstui speakers" in library("quotes", "--speaker", "Zzz").err


@pytest.mark.parametrize("words", [["quotes"], ["quotes", "--speaker", " "], ["quotes", "x", "--limit", "3"]])
@pytest.mark.parametrize("form", ["--csv", "--json"])
def test_a_call_that_says_too_little_or_too_much(shell: Shell, words: list[str], form: str) -> None:
    outcome = shell(*words, form)
    assert (outcome.code, outcome.out) == (2, "")
    assert len(outcome.err.splitlines()) == 1


def test_two_are_one_person_and_two_again(library: Shell) -> None:
    (row,) = library("speakers", "--join", "Joe Biden", "max weber", "--json").rows
    assert (row["quotes"], set(row["spellings"])) == (2, {"Joe Biden", "Max Weber"})
    assert [each["quotes"][0]["speaker"] for each in library("quotes", "--speaker", "Biden", "--json").rows] == [
        "Joe Biden",
        "Max Weber",
    ]
    rows = library("speakers", "--part", "MAX WEBER", "--json").rows
    assert [each["name"] for each in rows] == ["Joe Biden", "Max Weber"]
    assert {each["name"] for each in library("speakers", "--json").rows} == {"Anna Weber", "Max Weber", "Joe Biden"}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--join", "Joe Biden", "Nobody"), "Nobody of the name Nobody is quoted"),
        (("--join", "Joe Biden", "Weber"), "Weber means several people: Anna Weber, Max Weber"),
        (("--part", "Joe Biden"), "Joe Biden: not one of several names of this person"),
        (("--part", "Joe Biden", "bid"), "--join and --part stand alone"),
    ],
)
def test_who_is_who_must_be_clear(library: Shell, words: tuple[str, ...], complaint: str) -> None:
    outcome = library("speakers", *words)
    assert outcome.code == 2
    assert complaint in outcome.err
