"""Editions that the reader looks for, on an article's page and in its site's sitemaps, served on loopback."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import FetchError, SourceError, UsageError
from newstui.library import Library
from newstui.model import Reason, SourceKind, View
from newstui.paths import Paths
from newstui.store import Store
from tests.fakes import FIRST_DAY, FakeFeeds, ParsersHere
from tests.loopback import Loopback, run_loopback, says

TEXT = "The council of the city has put off its decision on the bridge until the spring of next year. " * 6
GERMAN = "Der Rat der Stadt hat seine Entscheidung über die Brücke auf das nächste Frühjahr verschoben. " * 6
OPEN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'


class Clock:
    def __init__(self) -> None:
        self.now = FIRST_DAY

    def __call__(self) -> datetime:
        return self.now


def make_page(text: str, language: str, head: str = "") -> bytes:
    return (
        f"<!doctype html><html lang={language}><title>{language}</title>{head}"
        f"<article><h1>Title {language}</h1><p>{text}</p></article>"
    ).encode()


def make_sitemap(server: Loopback, **editions: str) -> bytes:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href="{server.url(path)}"/>' for tag, path in editions.items()
    )
    others = "".join(f"<url><loc>{server.url(f'/en/{number}')}</loc></url>" for number in range(20))
    return f"{OPEN}{others}<url><loc>{server.url('/en/bridge')}</loc>{links}</url></urlset>".encode()


def make_index(*addresses: str) -> bytes:
    places = "".join(f"<sitemap><loc>{address}</loc></sitemap>" for address in addresses)
    return f"<sitemapindex>{places}</sitemapindex>".encode()


@pytest.fixture
def server() -> Iterator[Loopback]:
    with run_loopback(hosts=2) as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path, server: Loopback, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library with two articles of one site, whose pages declare nothing."""
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    monkeypatch.setattr("newstui.refresh.fulltext.Parsers", ParsersHere)
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    feeds = FakeFeeds(server)
    feeds.feed(1)
    feeds.entry(1, 1, link=server.url("/en/bridge"), description="A bridge.")
    feeds.entry(1, 2, link=server.url("/en/ferry"), description="A ferry.")
    for path in ("/en/bridge", "/en/ferry"):
        server.routes[path] = says(200, make_page(TEXT, "en"), Content_Type="text/html")
    with Library(Store(tmp_path / "library.db"), paths, Settings(), now=clock) as library:
        library.store.add_source(kind=SourceKind.FEED, title="Paper", url=feeds.url(1), now=FIRST_DAY)
        library.refresh(force=True)
        yield library


def find(library: Library, path: str = "/en/bridge") -> str:
    return next(each.id for each in library.list_articles(View(), 9) if (each.url or "").endswith(path))


def look(library: Library, path: str = "/en/bridge") -> list[tuple[str, str]]:
    found = library.find_editions(find(library, path))
    return [(each.language, (each.url or "").partition("127.0.0.1")[2].partition("/")[2]) for each in found.editions]


BOTH = {"en": "/en/bridge", "de": "/de/bruecke", "x-default": "/en/bridge", "fr": "/fr/pont"}
FOUND = [("de", "de/bruecke"), ("fr", "fr/pont")]


def test_a_page_that_declares_editions_is_enough(library: Library, server: Loopback) -> None:
    head = f'<link rel=alternate hreflang=de href="{server.url("/de/bruecke")}">'
    server.routes["/en/bridge"] = says(200, make_page(TEXT, "en", head), Content_Type="text/html")
    assert look(library) == [("de", "de/bruecke")]
    assert not server.count("/robots.txt")
    asked = len(server.asked)
    assert look(library) == [("de", "de/bruecke")], "what is known is not asked for again"
    assert len(server.asked) == asked


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap.xml.gz"])
def test_a_sitemap_where_sitemaps_usually_lie(library: Library, server: Loopback, path: str) -> None:
    body = make_sitemap(server, **BOTH)
    server.routes[path] = says(200, gzip.compress(body) if path.endswith("gz") else body)
    assert look(library) == FOUND
    article = library.get_article(find(library))
    assert [(each.language, each.reason, each.available) for each in article.editions] == [
        ("de", Reason.DECLARED, False),
        ("fr", Reason.DECLARED, False),
    ]
    assert server.most_in_all <= 2
    asked = [asked.path for asked in server.asked if asked.path.startswith(("/robots", "/sitemap"))]
    assert asked == ["/robots.txt", "/sitemap.xml", "/sitemap.xml.gz"][: len(asked)]


def test_what_was_found_stays_when_the_feed_changes_and_is_fetched_when_wanted(
    library: Library, server: Loopback
) -> None:
    server.routes["/sitemap.xml"] = says(200, make_sitemap(server, **BOTH))
    server.routes["/de/bruecke"] = says(200, make_page(GERMAN, "de"), Content_Type="text/html")
    look(library)
    own = find(library)
    library.fulltexts.fetch(own)
    feeds = FakeFeeds(server)
    feeds.feed(1)
    feeds.entry(1, 1, link=server.url("/en/bridge"), description="The bridge is open.")
    library.refresh(force=True)
    assert [each.language for each in library.get_article(own).editions] == ["de", "fr"]
    other = library.fetch_edition(own, server.url("/de/bruecke"))
    assert {each.language: each.id for each in library.get_article(own).editions}["de"] == other


def test_an_edition_that_is_here_already_is_tied(library: Library, server: Loopback) -> None:
    server.routes["/sitemap.xml"] = says(200, make_sitemap(server, en="/en/bridge", de="/en/ferry"))
    own, other = find(library), find(library, "/en/ferry")
    look(library)
    assert other in {each.id for each in library.get_article(own).editions}


def test_robots_and_indexes_lead_to_it_the_likeliest_first(library: Library, server: Loopback) -> None:
    server.routes["/robots.txt"] = says(200, f"Sitemap: {server.url('/map-index.xml')}\n".encode())
    month = f"{FIRST_DAY:%Y-%m}"
    children = [server.url(path) for path in ("/authors.xml", "/2019-01.xml", f"/map-{month}.xml", "/posts.xml")]
    server.routes["/map-index.xml"] = says(200, make_index(*children))
    server.routes[f"/map-{month}.xml"] = says(200, make_sitemap(server, **BOTH))
    assert look(library) == FOUND
    asked = [asked.path for asked in server.asked if asked.path.endswith((".xml", ".txt")) and "feed" not in asked.path]
    assert asked == ["/robots.txt", "/map-index.xml", f"/map-{month}.xml"]


def test_a_second_article_asks_nothing_again_for_some_hours(library: Library, server: Loopback, clock: Clock) -> None:
    server.routes["/sitemap.xml"] = says(200, make_sitemap(server, **BOTH))
    look(library)
    assert look(library, "/en/ferry") == []
    assert [server.count(path) for path in ("/robots.txt", "/sitemap.xml")] == [1, 1]
    clock.now += timedelta(hours=7)
    look(library, "/en/ferry")
    assert [server.count(path) for path in ("/robots.txt", "/sitemap.xml")] == [2, 2]


def test_a_refresh_looks_for_none(library: Library, server: Loopback) -> None:
    library.refresh(force=True)
    assert not server.count("/robots.txt")


def test_robots_may_name_a_sitemap_on_another_host(library: Library, server: Loopback) -> None:
    elsewhere = server.url("/map.xml", "127.0.0.2")
    server.routes["/robots.txt"] = says(200, f"Sitemap: {elsewhere}".encode())
    server.routes["/map.xml"] = says(200, make_sitemap(server, **BOTH))
    assert look(library) == [], "it lies in a private network, and nothing there is the user's own"
    feed = server.url("/feed/1", "127.0.0.2")
    library.store.add_source(kind=SourceKind.FEED, title="Home", url=feed, now=FIRST_DAY)
    library.refresh(force=True)
    assert look(library) == FOUND


def test_an_index_leads_to_no_other_host(library: Library, server: Loopback) -> None:
    elsewhere = server.url("/sitemap-elsewhere.xml", "127.0.0.2")
    server.routes["/sitemap-elsewhere.xml"] = says(200, make_sitemap(server, **BOTH))
    server.routes["/sitemap.xml"] = says(200, make_index(elsewhere))
    found = library.find_editions(find(library))
    assert not found.editions
    assert "other hosts" in str(found.problem)
    assert not server.count("/sitemap-elsewhere.xml")


@pytest.mark.parametrize(
    ("robots", "sitemap", "words"),
    [
        (says(404), says(404), ""),
        (says(404), says(200, b"<!doctype html><title>404</title>", Content_Type="text/html"), "no sitemap"),
        (says(404), says(200, gzip.compress(b"<urlset>" + b" " * 60_000_000, 1)), "50 MB"),
        (says(404), says(500), "500"),
        (says(200, b"Sitemap: /sitemap.xml"), says(429, Retry_After="60"), "left alone"),
        (says(404), says(200, b"<!DOCTYPE urlset [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><urlset/>"), "no sitemap"),
    ],
)
def test_what_stands_in_the_way_is_said(
    library: Library, server: Loopback, robots: object, sitemap: object, words: str
) -> None:
    server.routes |= {"/robots.txt": robots, "/sitemap.xml": sitemap}  # type: ignore[dict-item]
    found = library.find_editions(find(library))
    assert not found.editions
    assert (words in str(found.problem)) if words else found.problem is None


def test_a_server_that_wants_peace_is_left_in_peace(library: Library, server: Loopback, clock: Clock) -> None:
    server.routes["/robots.txt"] = says(200, b"Sitemap: /sitemap.xml")
    server.routes["/sitemap.xml"] = says(503, Retry_After="3600")
    look(library)
    look(library, "/en/ferry")
    assert server.count("/sitemap.xml") == 1
    clock.now += timedelta(hours=2)
    server.routes["/sitemap.xml"] = says(200, make_sitemap(server, **BOTH))
    assert look(library) == FOUND


def test_a_site_with_more_sitemaps_than_are_looked_through(library: Library, server: Loopback) -> None:
    children = [server.url(f"/{number}.xml") for number in range(40)]
    server.routes["/sitemap.xml"] = says(200, make_index(*children))
    server.routes |= {f"/{number}.xml": says(200, OPEN.encode() + b"</urlset>") for number in range(40)}
    found = library.find_editions(find(library))
    assert "too many" in str(found.problem)
    assert sum(server.count(f"/{number}.xml") for number in range(40)) < 20


def test_an_index_that_lists_itself_ends(library: Library, server: Loopback) -> None:
    server.routes["/sitemap.xml"] = says(200, make_index(server.url("/sitemap.xml"), server.url("/sitemap.xml?2")))
    server.routes["/sitemap.xml?2"] = says(200, make_index(server.url("/sitemap.xml?3")))
    server.routes["/sitemap.xml?3"] = says(200, make_index(server.url("/sitemap.xml?4")))
    assert look(library) == []
    assert not server.count("/sitemap.xml?4")


def test_what_nobody_waits_for_is_not_gone_on_with(library: Library, server: Loopback) -> None:
    own = find(library)
    server.routes["/sitemap.xml"] = says(200, make_sitemap(server, **BOTH))
    library.find_editions(own, cancelled=lambda: True)
    assert not server.count("/sitemap.xml")
    assert library.get_article(own).editions == ()


def test_offline_and_without_an_address(library: Library, server: Loopback, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text("A title\n\nSome text.", "utf-8")
    (reading,) = library.read_target(str(file))
    with pytest.raises(UsageError):
        library.find_editions(reading.article.id)
    library.add_source(str(file))
    with pytest.raises(SourceError, match="no address"):
        library.find_editions(reading.article.id)
    library.offline = True
    with pytest.raises(FetchError, match="--offline"):
        library.find_editions(find(library))
    assert not server.count("/robots.txt")
