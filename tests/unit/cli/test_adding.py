"""`add` with addresses of the web, against a server on loopback: what it asks for, what it adds, what it says."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from tests.fakes import FakeFeeds
from tests.loopback import Handler, Loopback, run_loopback, says
from tests.unit.cli.conftest import Shell

HTML = {"Content_Type": "text/html; charset=utf-8"}


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    with run_loopback(hosts=2) as server:
        fake = FakeFeeds(server)
        fake.feed(1, title="The Paper")
        fake.entry(1, 1)
        yield fake


def page(server: Loopback, path: str, head: str = "", body: str = "<p>Text</p>") -> str:
    """Publish a page and return its address."""
    server.routes[path] = says(200, f"<html><head>{head}</head><body>{body}</body></html>".encode(), **HTML)
    return server.url(path)


def declare(url: str, title: str = "", kind: str = "rss") -> str:
    return f'<link rel="alternate" type="application/{kind}+xml" title="{title}" href="{url}">'


def urls(shell: Shell) -> list[str]:
    return [row["url"] for row in shell("sources", "--json").rows]


def test_a_feed_costs_one_request_and_is_read(shell: Shell, feeds: FakeFeeds) -> None:
    (source,) = shell("add", feeds.url(1), "--folder", "News", "--json").rows
    assert (source["title"], source["folder"], source["articles"]) == ("The Paper", "News", 1)
    assert (source["last_status"], source["last_error"]) == ("new", None)
    assert [asked.path for asked in feeds.server.asked] == ["/feed/1"]
    *_, summary = shell("refresh", "--json").rows
    assert (summary["new"], summary["updated"]) == (0, 0)
    assert "if-none-match" in feeds.server.asked[-1].headers, "what the server said is kept"


def test_a_site_without_a_scheme_is_asked_by_https_first(shell: Shell, feeds: FakeFeeds) -> None:
    name = feeds.url(1).removeprefix("http://")
    assert shell("add", name).code == 0
    assert urls(shell) == [feeds.url(1)]
    assert len(feeds.server.asked) == 1, "https does not get as far as a request"


def test_the_feed_that_a_page_declares(shell: Shell, feeds: FakeFeeds) -> None:
    address = page(feeds.server, "/", declare("/feed/1", "The Paper") + declare("/comments/feed", "Comments"))
    assert shell("add", address).code == 0
    assert urls(shell) == [feeds.url(1)]
    assert [asked.path for asked in feeds.server.asked] == ["/", "/feed/1"]


def test_of_several_feeds_the_user_chooses(shell: Shell, feeds: FakeFeeds) -> None:
    feeds.feed(2, title="Sport")
    address = page(feeds.server, "/", declare("/feed/1", "All") + declare("/feed/2", "Sport", "atom"))
    done = shell("add", address)
    assert done.code == 2
    assert [line.split()[:2] for line in done.out.splitlines()] == [["1", feeds.url(1)], ["2", feeds.url(2)]]
    assert "--pick N" in done.err
    assert len(done.err.splitlines()) == 1
    assert urls(shell) == []
    rows = shell("add", address, "--json").rows
    assert rows[1] == {
        "pick": 2, "url": feeds.url(2), "title": "Sport", "kind": "atom", "language": None, "origin": "declared",
    }  # fmt: skip
    assert shell("add", address, "--pick", "2").code == 0
    assert urls(shell) == [feeds.url(2)]
    assert shell("add", address, "--pick", "3").code == 2
    done = shell("add", address, "--all")
    assert done.code == 0
    assert done.err == "Subscribed to already: Sport\n"
    assert urls(shell) == [feeds.url(2), feeds.url(1)]


def test_of_all_feeds_one_that_fails_does_not_stop_the_others(shell: Shell, feeds: FakeFeeds) -> None:
    address = page(feeds.server, "/", declare("/gone", "Gone") + declare("/feed/1", "All"))
    done = shell("add", address, "--all")
    assert done.code == 1
    assert "/gone" in done.err
    assert urls(shell) == [feeds.url(1)]


def test_links_are_followed_to_a_page_that_lists_feeds(shell: Shell, feeds: FakeFeeds) -> None:
    address = page(feeds.server, "/", body="<a href='/service/rss'>RSS</a><a href='/news'>News</a>")
    page(feeds.server, "/service/rss", body="<a href='/feed/1'>All articles</a>")
    assert shell("add", address).code == 0
    assert urls(shell) == [feeds.url(1)]
    assert feeds.server.count("/news") == 0


def test_the_usual_places_are_tried_last_two_at_a_time(shell: Shell, feeds: FakeFeeds) -> None:
    address = page(feeds.server, "/blog/")
    feeds.server.routes["/atom.xml"] = feeds.server.routes["/feed/1"]
    assert shell("add", address).code == 0
    assert urls(shell) == [feeds.server.url("/atom.xml")]
    assert feeds.server.most_open["127.0.0.1"] <= 2
    assert feeds.server.count("/feed.json") == 0


def test_a_page_without_a_feed_says_what_was_tried(shell: Shell, feeds: FakeFeeds) -> None:
    done = shell("add", page(feeds.server, "/about"))
    assert done.code == 1
    assert "no feed was found" in done.err
    assert "/about/feed" in done.err
    assert "/atom.xml" in done.err
    assert len(feeds.server.asked) <= 15
    assert len({asked.path for asked in feeds.server.asked}) == len(feeds.server.asked), "each place once"
    assert urls(shell) == []


def test_what_is_there_already_is_said(shell: Shell, feeds: FakeFeeds) -> None:
    shell("add", feeds.url(1))
    asked = len(feeds.server.asked)
    for again in (
        feeds.url(1),
        feeds.url(1) + "/",
        feeds.url(1) + "?utm_source=x",
        feeds.url(1).replace("http:", "feed:"),
    ):
        done = shell("add", again)
        assert (done.code, done.err) == (0, "Subscribed to already: The Paper\n")
    assert len(feeds.server.asked) == asked, "nobody was asked"
    feeds.server.routes["/old"] = says(302, b"", Location="/feed/1")
    assert "Subscribed to already" in shell("add", feeds.server.url("/old")).err
    address = page(feeds.server, "/", declare("/feed/1"))
    assert "Subscribed to already" in shell("add", address).err
    assert len(urls(shell)) == 1


@pytest.mark.parametrize(("status", "kept"), [(301, "/feed/1"), (308, "/feed/1"), (302, "/old"), (307, "/old")])
def test_a_feed_that_has_moved_for_good_is_added_where_it_is(
    shell: Shell, feeds: FakeFeeds, status: int, kept: str
) -> None:
    feeds.server.routes["/old"] = says(status, b"", Location="/feed/1")
    assert shell("add", feeds.server.url("/old")).code == 0
    assert urls(shell) == [feeds.server.url(kept)]


@pytest.mark.parametrize(
    ("path", "status", "added"),
    [("/feed.xml", 503, True), ("/feed.xml", 429, True), ("/news", 503, False), ("/feed.xml", 404, False)],
)
def test_a_server_that_is_down_may_be_up_tomorrow(
    shell: Shell, feeds: FakeFeeds, path: str, status: int, added: bool
) -> None:
    feeds.server.routes[path] = says(status)
    done = shell("add", feeds.server.url(path))
    assert done.code == 1
    assert str(status) in done.err
    assert len(feeds.server.asked) == 1
    assert bool(urls(shell)) is added
    if added:
        (source,) = shell("sources", "--json").rows
        assert (source["last_status"], source["next_due"] is not None) == ("failed", True)


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (
            says(200, gzip.compress(bytes(5_000_000)), Content_Encoding="gzip"),
            "unpacks to more than 100 times its size",
        ),
        (says(302, Location="http://10.1.2.3/feed.xml"), "leads into a private network"),
        (says(302, Location="file:///etc/passwd"), "is not a web address"),
    ],
)
def test_what_answers_with_a_trap_is_not_added(shell: Shell, feeds: FakeFeeds, handler: Handler, said: str) -> None:
    feeds.server.routes["/feed.xml"] = handler
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newstui.fetch.connecting.is_private", lambda address: str(address).startswith("10."))
        done = shell("add", feeds.server.url("/feed.xml"))
    assert done.code == 1
    assert said in done.err
    assert urls(shell) == []


def test_a_page_does_not_lead_into_another_private_host(shell: Shell, feeds: FakeFeeds) -> None:
    elsewhere = feeds.url(1, "127.0.0.2")
    done = shell("add", page(feeds.server, "/", declare(elsewhere)))
    assert done.code == 1
    assert "private network" in done.err
    assert feeds.count(1) == 0
    assert urls(shell) == []
    assert shell("add", elsewhere).code == 0, "by hand it is the user's business"


def test_without_a_network_it_is_looked_at_later(shell: Shell, feeds: FakeFeeds) -> None:
    address = page(feeds.server, "/", declare("/feed/1", "The Paper"))
    shell.options = ["--offline"]
    done = shell("add", address)
    assert done.code == 0
    assert "Added without looking" in done.err
    assert feeds.server.asked == []
    assert urls(shell) == [address]
    shell.options = []
    assert shell("refresh").code == 0
    (source,) = shell("sources", "--json").rows
    assert (source["url"], source["title"], source["articles"]) == (feeds.url(1), "The Paper", 1)


def test_a_well_known_shape_needs_no_page(shell: Shell) -> None:
    shell.options = ["--offline"]
    shell("add", "@ann@social.example")
    shell("add", "r/python")
    done = shell("add", "https://www.youtube.com/channel/UCabc")
    assert done.code == 0
    assert urls(shell) == [
        "https://social.example/@ann.rss",
        "https://www.reddit.com/r/python/.rss",
        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc",
    ]


def test_the_feeds_of_a_repository_are_a_choice_that_costs_no_request(shell: Shell) -> None:
    done = shell("add", "github.com/ann/tool")
    assert done.code == 2
    assert [line.split()[1] for line in done.out.splitlines()] == [
        f"https://github.com/ann/tool/{what}.atom" for what in ("releases", "commits", "tags")
    ]


def test_a_feed_that_cannot_be_read_is_not_added(shell: Shell, feeds: FakeFeeds) -> None:
    feeds.server.routes["/feed.xml"] = says(200, b"<rss><channel><title>X", Content_Type="application/rss+xml")
    feeds.server.routes["/noise"] = says(200, b"\x89PNG\r\n" + bytes(400), Content_Type="image/png")
    for path in ("/feed.xml", "/noise"):
        done = shell("add", feeds.server.url(path))
        assert (done.code, len(done.err.splitlines())) == (1, 1), (path, done)
    assert urls(shell) == []


def test_sources_says_why_one_is_stale(shell: Shell, feeds: FakeFeeds) -> None:
    shell("add", feeds.url(1))
    feeds.answer(1, says(503, Retry_After="7200"))
    shell("refresh")
    (row,) = shell("sources", "--json").rows
    assert (row["http_status"], row["failures"], row["gone"], row["moved_to"]) == (503, 1, False, None)
    last_good, failed, due = row["why"]
    assert last_good.startswith("Last good: ")
    assert "asks to be left alone until" in failed
    assert "since its server wants to be left alone until then" in due
    text = shell("sources").out
    assert [f"      {sentence}" in text for sentence in row["why"]] == [True, True, True]
