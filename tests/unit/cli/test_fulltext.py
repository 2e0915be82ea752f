"""Full texts by the command line, with the processes that parse in earnest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fakes import FakeFeeds
from tests.loopback import run_loopback, says
from tests.unit.cli.conftest import Shell

TEXT = "The council of the city has put off its decision on the bridge until the spring of next year. " * 4


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    """A feed whose first entry has a page and whose second entry has a paywall."""
    with run_loopback() as server:
        fake = FakeFeeds(server)
        fake.feed(1)
        body = "".join(f"<p>Page {number}. {TEXT}</p>" for number in range(5))
        pages = [
            f"<html lang=en><title>T</title><article><h1>T</h1>{body}</article></html>",
            "<html><title>T</title><h1>T</h1><p>Short.</p><div>Subscribe to continue reading</div></html>",
        ]
        for number, page in enumerate(pages, 1):
            server.routes[f"/page/{number}"] = says(200, page.encode(), Content_Type="text/html")
            fake.entry(1, number, link=server.url(f"/page/{number}"))
        yield fake


def read(shell: Shell, article: str) -> str:
    (row,) = shell("show", article, "--json").rows
    return " ".join(block["text"] for block in row["blocks"])


def test_the_full_text_of_articles(shell: Shell, feeds: FakeFeeds) -> None:
    shell("add", feeds.url(1))
    walled, free = (row["id"] for row in shell("list", "--json").rows)
    done = shell("fulltext", free)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert read(shell, free).startswith("Page 0. The council")
    done = shell("fulltext", walled, "nobody", free)
    assert (done.code, done.out) == (1, "")
    assert sorted(line.split(": ")[-1] for line in done.err.splitlines()) == [
        "no such article; list shows the ids",
        "this page asks for a subscription; what the feed says stays as it is",
    ]
    assert read(shell, walled) == "Text 1.2."
    assert shell("fulltext", free, "--feed").code == 0
    assert read(shell, free) == "Text 1.1."


def test_offline_and_wrong_calls(shell: Shell, feeds: FakeFeeds) -> None:
    shell("add", feeds.url(1))
    article = shell("list", "--json").rows[0]["id"]
    shell.options = ["--offline"]
    done = shell("fulltext", article)
    assert done.code == 1
    assert "--offline" in done.err
    assert feeds.server.count("/page/2") == 0
    assert shell("fulltext").code == 2
    done = shell("add", feeds.url(1), "--fulltext", "sometimes")
    assert done.code == 2
    assert "sometimes" in done.err


def test_a_source_with_a_rule(shell: Shell, feeds: FakeFeeds) -> None:
    (source,) = shell("add", feeds.url(1), "--json").rows
    assert source["fulltext"] == "never"
    (source,) = shell("add", feeds.url(1), "--fulltext", "short", "--json").rows
    assert source["fulltext"] == "short"
    assert shell("sources", "--json").rows[0]["fulltext"] == "short"
    assert "Full text: when the feed gives less than a paragraph" in shell("sources").out
    done = shell("refresh", "--json")
    assert (done.code, done.rows[-1]["fulltexts"]) == (0, 1)
    _, free = (row["id"] for row in shell("list", "--json").rows)
    assert read(shell, free).startswith("Page 0. The council")
    feeds.entry(1, 3, link=feeds.server.url("/page/1"))
    done = shell("refresh")
    assert "1 full text" in done.err
