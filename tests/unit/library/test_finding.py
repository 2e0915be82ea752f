from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from newstui.errors import FetchError, SourceError, UsageError
from newstui.fetch import FetchSettings
from newstui.library.choosing import SeveralFeedsError, choose_feeds
from newstui.library.finding import Findings, fetch_feed, find_feeds
from newstui.library.refreshing import never
from newstui.model import FeedCandidate, FeedOrigin
from tests.loopback import Loopback, hang, run_loopback, says

SETTINGS = FetchSettings(connect_timeout=2, read_timeout=2, total_timeout=2)
RSS = b"<rss version='2.0'><channel><title>Paper</title></channel></rss>"
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Paper</title></feed>"


@pytest.fixture
def server() -> Iterator[Loopback]:
    with run_loopback(hosts=2) as loopback:
        yield loopback


def publish(server: Loopback, path: str, content: str) -> str:
    server.routes[path] = says(200, f"<html><head>{content}</head></html>".encode(), Content_Type="text/html")
    return server.url(path)


def find(address: str) -> Findings:
    return find_feeds(address, SETTINGS, never)


@pytest.mark.parametrize(
    ("body", "kind"), [(RSS, "rss"), (ATOM, "atom"), (b'{"version": "https://jsonfeed.org/version/1"}', "json")]
)
def test_a_feed_is_its_own_and_its_answer_is_kept(server: Loopback, body: bytes, kind: str) -> None:
    server.routes["/f"] = says(200, body)
    found = find(server.url("/f"))
    assert found.feeds == (FeedCandidate(url=server.url("/f"), kind=kind, origin=FeedOrigin.GIVEN),)
    assert fetch_feed(found.feeds[0], found, SETTINGS).body == body
    assert len(server.asked) == 1


def test_an_account_is_asked_at_its_known_address(server: Loopback) -> None:
    server.routes["/@ann.rss"] = says(200, RSS)
    (feed,) = find(server.url("/@ann")).feeds
    assert (feed.url, feed.kind, feed.origin) == (server.url("/@ann.rss"), "rss", FeedOrigin.KNOWN)
    assert [asked.path for asked in server.asked] == ["/@ann.rss"]


def test_an_account_elsewhere_falls_back_to_its_page(server: Loopback) -> None:
    publish(server, "/@ann", '<link rel="alternate" type="application/rss+xml" href="/ann">')
    (feed,) = find(server.url("/@ann")).feeds
    assert (feed.url, feed.origin) == (server.url("/ann"), FeedOrigin.DECLARED)


def test_one_feed_in_two_formats_is_one(server: Loopback) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/{kind}+xml" href="/{kind}.xml">' for kind in ("rss", "atom")
    )
    (feed,) = find(publish(server, "/", links)).feeds
    assert feed.kind == "atom"


def test_a_link_to_another_private_host_is_not_followed(server: Loopback) -> None:
    server.routes["/feed"] = says(200, RSS)
    body = f"<a href='{server.url('/feed', '127.0.0.2')}'>RSS</a>"
    server.routes["/"] = says(200, f"<html><body>{body}</body></html>".encode(), Content_Type="text/html")
    (feed,) = find(server.url("/")).feeds
    assert feed.origin is FeedOrigin.GUESSED
    assert {asked.address for asked in server.asked} == {"127.0.0.1"}


def test_a_server_that_wants_peace_is_asked_no_more(server: Loopback) -> None:
    address = publish(server, "/", "")
    for path in ("/feed", "/rss.xml"):
        server.routes[path] = says(429, b"", Retry_After="600")
    with pytest.raises(SourceError):
        find(address)
    assert len(server.asked) <= 3


@pytest.mark.parametrize(
    ("path", "error", "said"),
    [
        ("/gone", FetchError, "404"),
        ("/page", SourceError, "no feed was found"),
        ("/empty", SourceError, "neither a feed nor a page"),
        ("/picture", SourceError, "neither a feed nor a page"),
    ],
)
def test_what_leads_nowhere(server: Loopback, path: str, error: type[Exception], said: str) -> None:
    publish(server, "/page", "")
    server.routes["/empty"] = says(200, b"")
    server.routes["/picture"] = says(200, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), Content_Type="image/png")
    with pytest.raises(error, match=said):
        find(server.url(path))


def test_what_is_no_address() -> None:
    with pytest.raises(UsageError, match="no address"):
        find("two words")


def test_a_search_is_cancelled_at_once(server: Loopback) -> None:
    server.routes["/"] = hang
    asked = threading.Event()
    started = time.monotonic()

    def cancelled() -> bool:
        asked.set()
        return bool(server.asked)

    with pytest.raises(FetchError, match="cancelled"):
        find_feeds(server.url("/"), SETTINGS, cancelled)
    assert asked.is_set()
    assert time.monotonic() - started < 1.5


def candidates(*urls: str) -> Findings:
    return Findings(tuple(FeedCandidate(url=f"https://paper.example{url}") for url in urls))


def test_the_choice_is_the_users_where_several_are_meant() -> None:
    with pytest.raises(SeveralFeedsError) as raised:
        choose_feeds("paper.example", candidates("/a", "/b"), None, every=False)
    assert [each.url for each in raised.value.candidates] == ["https://paper.example/a", "https://paper.example/b"]
    found = candidates("/a", "/b", "/comments/feed")
    assert [each.url[-2:] for each in choose_feeds("x", found, 2, every=False)] == ["/b"]
    assert len(choose_feeds("x", found, None, every=True)) == 3
    (main,) = choose_feeds("x", candidates("/a", "/comments/feed"), None, every=False)
    assert main.url.endswith("/a")
    for pick in (0, 4, -1):
        with pytest.raises(UsageError, match=f"number {pick}"):
            choose_feeds("x", found, pick, every=False)


def test_a_search_has_an_end(server: Loopback) -> None:
    links = "".join(f"<a href='/rss/{number}'>RSS {number}</a>" for number in range(40))
    body = f"<html><body>{links}</body></html>".encode()
    for path in ("/blog/", *(f"/rss/{number}" for number in range(40))):
        server.routes[path] = says(200, body, Content_Type="text/html")
    with pytest.raises(SourceError):
        find(server.url("/blog/"))
    assert len(server.asked) <= 25
    assert server.most_open["127.0.0.1"] <= 2


def test_a_page_that_lists_many_feeds_gives_all_of_them(server: Loopback) -> None:
    listing = "".join(f"<a href='/rss/{number}.xml'>Section {number}</a>" for number in range(20))
    for path, body in (("/", "<a href='/our-rss'>RSS</a>"), ("/our-rss", listing + "<a href='/'>Home</a>")):
        server.routes[path] = says(200, f"<html><body>{body}</body></html>".encode(), Content_Type="text/html")
    for number in range(20):
        server.routes[f"/rss/{number}.xml"] = says(200, RSS)
    found = find(server.url("/"))
    assert [feed.title for feed in found.feeds] == [f"Section {number}" for number in range(20)]
    assert len(server.asked) <= 8, "the first ones are looked at"
