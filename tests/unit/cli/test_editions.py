"""`editions` with `--tie`, `--untie` and `--find`: the user's hand on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loopback import run_loopback, says
from tests.unit.cli.conftest import FEED, Shell


def reasons(shell: Shell, target: object) -> dict[str, str]:
    (row,) = shell("editions", target, "--json").rows
    return {edition["language"]: edition["reason"] for edition in row["editions"] if edition["available"]}


@pytest.fixture
def ids(shell: Shell, story: Path) -> dict[str, str]:
    """A directory of a story's two files, and a feed of two English articles; ids by title's first word."""
    feed = shell.home / "feed.xml"
    feed.write_text(FEED, encoding="utf-8")
    shell("add", story.parent)
    shell("add", feed)
    shell("refresh")
    return {row["title"].split()[0]: row["id"] for row in shell("--lang", "de", "list", "--json").rows}


def test_articles_are_tied_for_good_and_set_apart_for_good(shell: Shell, ids: dict[str, str], story: Path) -> None:
    done = shell("editions", "--tie", ids["Bridge"], ids["Rat"], "--json")
    assert done.code == 0
    assert {edition["language"] for edition in done.rows[0]["editions"]} >= {"de"}
    assert reasons(shell, ids["Rat"])["en"] in {"name", "user"}
    assert len(shell("list", "--json").rows) == 2
    assert shell("editions", "--untie", ids["Bridge"]).code == 0
    assert shell("editions", "--untie", story).code == 0
    story.write_text(story.read_text(encoding="utf-8") + "\nMehr.\n", encoding="utf-8")
    shell("refresh")
    assert len(shell("list", "--json").rows) == 4
    for target in (story, ids["Rat"], ids["Bridge"]):
        assert reasons(shell, target) == {}, "not even the names of files tie them again"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--tie", "Rat"], "--tie needs two articles"),
        (["--tie", "Rat", "Rat"], "--tie needs two articles"),
        (["--tie", "--untie", "Rat"], "opposite"),
        (["--untie", "nothing-of-the-kind"], "nothing-of-the-kind"),
    ],
)
def test_calls_that_are_wrong_change_nothing(shell: Shell, ids: dict[str, str], words: list[str], said: str) -> None:
    done = shell("editions", *(ids.get(word, word) for word in words))
    assert done.code == 2
    assert said in done.err
    assert len(shell("list", "--json").rows) == 3


def test_what_is_not_in_the_library_is_not_tied(shell: Shell, ids: dict[str, str]) -> None:
    loose = shell.home / "loose.txt"
    loose.write_text("A story that nobody subscribed to.\n\nIt has a paragraph.\n", encoding="utf-8")
    done = shell("editions", "--tie", loose, ids["Rat"])
    assert (done.code, done.out) == (2, "")
    assert "not in the library" in done.err


def test_editions_are_looked_for_in_a_sitemap(shell: Shell) -> None:
    with run_loopback() as server:
        own, other = server.url("/en/bridge"), server.url("/de/bruecke")
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{url}"/>'
            for tag, url in {"en": own, "de": other}.items()
        )
        server.routes |= {
            "/feed": says(200, FEED.replace("https://gazette.example/bridge", own).encode()),
            "/sitemap.xml": says(200, f"<urlset><url><loc>{own}</loc>{links}</url></urlset>".encode()),
        }
        shell("add", server.url("/feed"))
        (bridge,) = (row["id"] for row in shell("list", "--json").rows if row["title"] == "Bridge closed")
        assert shell("editions", bridge, "--json").rows[0]["editions"] == []
        assert not server.count("/sitemap.xml")
        done = shell("editions", "--find", bridge, "--json")
        (edition,) = done.rows[0]["editions"]
        assert (done.code, edition["language"], edition["url"]) == (0, "de", other)
        assert (edition["reason"], edition["available"]) == ("declared", False)
        offline = shell("--offline", "editions", "--find", "https://gazette.example/market", "--json")
        assert offline.code == 1
        assert "--offline" in offline.err
