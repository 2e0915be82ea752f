from __future__ import annotations

import re
from pathlib import Path

import pytest

from newstui.cli.searching import mark_snippet
from newstui.model.search import Snippet
from tests.unit.cli.conftest import Shell


def test_what_is_found_is_an_article_of_list_with_a_snippet_and_a_score(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    (row,) = shell("search", "closed", "--json").rows
    assert row["title"] == "Bridge closed"
    assert set(shell("list", "--json").rows[0]) < set(row)
    assert [row["snippet"][start:end] for start, end in row["marks"]] == ["closed"]
    assert row["score"] > 0
    assert [found["title"] for found in shell("search", "open*", "--json").rows] == ["Market opens"]


def test_words_that_are_not_wanted_are_no_options(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    for words in (
        ["-bridge"],
        ["market", "-has:audio"],
        ["--json", "market", "-lang:de"],
        ["-lang:fr", "-title:bridge"],
    ):
        done = shell("search", *words)
        assert (done.code, done.err) == (0, "")
        assert "Market opens" in done.out
        assert "Bridge" not in done.out


def test_the_limit_and_nothing_found(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    assert len(shell("search", "the", "--json", "--limit", 1).rows) == 1
    done = shell("search", "zebra")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_the_edition_shown_is_the_readers_and_the_snippet_is_what_was_found(shell: Shell, story: Path) -> None:
    shell("add", story.parent)
    (row,) = shell("--lang", "en", "search", "vertagt", "--json").rows
    assert (row["language"], row["title"]) == ("en", "Council puts off building the bridge")
    assert "vertagt" in row["snippet"]
    assert row["found"] != row["id"]
    assert shell("--lang", "de", "search", "vertagt", "--json").rows[0]["language"] == "de"


@pytest.mark.parametrize(
    ("query", "carets"),
    [("bridge (closed", "         ^"), ("東京 titel:x", "       ^^^^^^"), ('a "b', "    ^^")],
)
def test_a_mistake_is_shown_at_its_place(shell: Shell, query: str, carets: str) -> None:
    done = shell("search", query)
    assert (done.code, done.out) == (2, "")
    message, shown, below = done.err.splitlines()
    assert message.startswith("newstui: ")
    assert (shown, below) == (f"  {query}", carets)


def test_hits_are_bold_on_a_terminal_only() -> None:
    snippet = Snippet("one two three", ((0, 3), (8, 13)))
    assert mark_snippet(snippet, bold=False) == "one two three"
    assert re.findall(r"\x1b\[1m(\w+)\x1b\[22m", mark_snippet(snippet, bold=True)) == ["one", "three"]
