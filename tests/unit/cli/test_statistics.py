"""`stats`: what the reader's statistics say, as text and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import FEED, Shell


@pytest.fixture
def library(shell: Shell, tmp_path: Path) -> Shell:
    file = tmp_path / "gazette.xml"
    file.write_text(FEED, encoding="utf-8")
    assert shell("add", file).code == 0
    return shell


def test_the_figures_as_json(library: Shell) -> None:
    (row,) = library("stats", "--days", "3660", "--json").rows
    assert len(row["days"]) == len(row["articles"]) == len(row["unread"]) == len(row["read"]) == 3660
    assert (sum(row["articles"]), row["unread"][-1], row["total_stories"]) == (2, 2, 2)
    (source,) = row["sources"]
    assert (source["title"], source["articles"], source["unread"]) == ("The Gazette", 2, 2)
    assert [each["language"] for each in row["languages"]] == ["en"]


def test_the_figures_as_pictures(library: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    said = library("stats", "--days", "3660").out
    assert "Articles a day · most 1" in said
    assert "       2     0%  ━━━━━━━━━━━━━━━  English" in said
    assert "The Gazette" in said
    assert max(map(len, said.splitlines()[1:])) <= 60


def test_in_a_terminal_that_shows_ascii_alone(library: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    said = library("stats", "--days", "3660").out
    assert "===============  English" in said
    assert "█" not in said


def test_no_days_at_all(library: Shell) -> None:
    outcome = library("stats", "--days", "0")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
