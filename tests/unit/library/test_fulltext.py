from __future__ import annotations

import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import FetchError, SourceError, UsageError
from newstui.library import Library
from newstui.model import Article, FulltextResult, FulltextRule, Reason, SourceKind, View
from newstui.paths import Paths
from newstui.refresh.pages import WallError
from newstui.store import Store
from tests.fakes import FIRST_DAY, FakeFeeds, ParsersHere
from tests.loopback import Loopback, hang, run_loopback, says

SAID = "“We do not have the money for this bridge,” the mayor Anna Weber told the press in the evening."
GERMAN = "Am Hafen wurde gestern ein Seehund gefunden, der sich in einem Netz verfangen hatte. "
REST = "The council of the city has put off its decision on the bridge until the spring of next year. " * 6
PAYWALL = (
    b"<html><title>Paper</title><h1>Bridge</h1><p>The council has met.</p><div>Subscribe to continue reading</div>"
)


def make_page(*paragraphs: str, head: str = "", language: str = "en") -> bytes:
    body = "".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs)
    return f"<!doctype html><html lang={language}><title>T</title>{head}<article><h1>T</h1>{body}</article>".encode()


class House:
    """A library with one feed whose entries link to pages."""

    def __init__(self, library: Library, feeds: FakeFeeds) -> None:
        self.library = library
        self.feeds = feeds

    @property
    def server(self) -> Loopback:
        return self.feeds.server

    def entry(self, number: int, page: bytes | None = None, *, feed: int = 1, **elements: str) -> None:
        path = f"/page/{feed}/story-{number}"
        self.feeds.entry(feed, number, **{"link": self.server.url(path), **elements})
        if page is not None:
            self.server.routes[path] = says(200, page, Content_Type="text/html; charset=utf-8")

    def refresh(self) -> None:
        self.library.refresh(force=True)

    def article(self, number: int, feed: int = 1) -> Article:
        articles = self.library.store.articles.list_newest(View(), 99)
        return next(article for article in articles if article.title == f"Title {feed}.{number}")

    def asked(self) -> list[str]:
        return [asked.path for asked in self.server.asked if asked.path.startswith("/page")]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    monkeypatch.setattr("newstui.refresh.fulltext.Parsers", ParsersHere)
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with (
        run_loopback() as server,
        Library(Store(tmp_path / "library.db"), paths, Settings(), now=lambda: FIRST_DAY) as library,
    ):
        house = House(library, FakeFeeds(server))
        house.feeds.feed(1)
        library.store.add_source(kind=SourceKind.FEED, title="Paper", url=house.feeds.url(1), now=FIRST_DAY)
        yield house


def test_the_full_text_comes_with_its_quotations_and_goes_back_to_the_feeds(house: House) -> None:
    house.entry(1, make_page(SAID, REST), description="“No bridge,” the engineer Paul Grau said.")
    house.refresh()
    article = house.article(1)
    assert [quote.speaker for quote in house.library.get_reading(article.id).quotes] == ["Paul Grau"]

    reading = house.library.fulltexts.fetch(article.id[:6])
    assert reading.article.shows_fulltext
    assert reading.document.plain_text().startswith(SAID)
    assert [quote.speaker for quote in reading.quotes] == ["Anna Weber"]

    reading = house.library.fulltexts.show_feed_text(article.id, prefer_feed=True)
    assert not reading.article.shows_fulltext
    assert [quote.speaker for quote in reading.quotes] == ["Paul Grau"]

    reading = house.library.fulltexts.show_feed_text(article.id, prefer_feed=False)
    assert reading.article.shows_fulltext
    assert house.asked() == ["/page/1/story-1"]

    house.library.fulltexts.show_feed_text(article.id, prefer_feed=True)
    assert house.library.fulltexts.fetch(article.id).article.shows_fulltext, "who asks for it wants to see it"


def test_it_is_read_when_the_server_is_gone(house: House, tmp_path: Path) -> None:
    house.entry(1, make_page(SAID, REST))
    house.refresh()
    article = house.article(1)
    house.library.fulltexts.fetch(article.id)
    house.server.routes.clear()
    with Library(Store(tmp_path / "library.db"), house.library.paths, Settings(), offline=True) as later:
        reading = later.get_reading(article.id)
        assert reading.document.plain_text().startswith(SAID)
        assert [quote.speaker for quote in reading.quotes] == ["Anna Weber"]
    with pytest.raises(FetchError, match="404"):
        house.library.fulltexts.fetch(article.id)
    assert house.library.get_reading(article.id).document == reading.document, "a failure takes nothing away"


def test_offline_nothing_is_asked(house: House) -> None:
    house.entry(1, make_page(SAID, REST))
    house.refresh()
    house.library.offline = True
    with pytest.raises(FetchError, match=r"story-1: not fetched, since --offline"):
        house.library.fulltexts.fetch(house.article(1).id)
    assert house.asked() == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (PAYWALL, "asks for a subscription"),
        (b"<title>Just a moment...</title><h1>paper.example</h1>", "whether a person is reading"),
        (b"<p>We use cookies with your consent. See our privacy policy.</p><button>Accept</button>", "for consent"),
    ],
)
def test_a_wall_is_called_by_its_name_and_is_not_stored(house: House, page: bytes, said: str) -> None:
    house.entry(1, page)
    house.refresh()
    article = house.article(1)
    with pytest.raises(WallError, match=said) as caught:
        house.library.fulltexts.fetch(article.id)
    assert article.url is not None
    assert article.url in str(caught.value)
    assert house.library.get_document(article.id).plain_text() == "Text 1.1."
    assert house.article(1).fulltext_at is None
    assert said in str(house.library.get_reading(article.id).missing)


def test_a_page_with_less_text_than_the_feed_is_not_taken(house: House) -> None:
    house.entry(1, make_page("Only this."), description=REST)
    house.entry(2, make_page())
    house.refresh()
    for number in (1, 2):
        with pytest.raises(SourceError, match="no more text"):
            house.library.fulltexts.fetch(house.article(number).id)


def test_what_has_no_page(house: House) -> None:
    house.entry(1, link="", guid="urn:paper:1")
    house.refresh()
    with pytest.raises(SourceError, match=r"Title 1\.1: this article has no address"):
        house.library.fulltexts.fetch(house.article(1).id)
    with pytest.raises(UsageError):
        house.library.fulltexts.fetch("nobody")


def test_a_host_that_wants_to_be_left_alone_is_not_asked_by_hand_either(house: House) -> None:
    house.entry(1, make_page(SAID, REST))
    house.entry(2)
    house.server.routes["/page/1/story-2"] = says(429, Retry_After="600")
    house.refresh()
    with pytest.raises(FetchError, match="429"):
        house.library.fulltexts.fetch(house.article(2).id)
    with pytest.raises(FetchError, match="wants to be left alone until 2026-01-05 08:10"):
        house.library.fulltexts.fetch(house.article(1).id)
    assert house.asked() == ["/page/1/story-2"]


def test_many_at_once_and_cancelled(house: House) -> None:
    for number in range(4):
        house.entry(number, make_page(SAID, REST) if number else PAYWALL)
    house.refresh()
    ids = [house.article(number).id for number in range(4)]
    results: list[FulltextResult] = []
    house.library.fulltexts.fetch_many([*ids, ids[1]], on_result=results.append)
    assert {result.article: result.error is None for result in results} == dict(
        zip(ids, [False, True, True, True], strict=True)
    )
    assert [result.done for result in results] == [1, 2, 3, 4]
    assert max(house.server.most_open.values()) <= 2
    with pytest.raises(FetchError, match="cancelled"):
        house.library.fulltexts.fetch(ids[1], cancelled=lambda: True)


def test_a_page_ties_the_editions_that_it_declares(house: House) -> None:
    house.feeds.feed(2, language="de")
    house.library.store.add_source(kind=SourceKind.FEED, title="Blatt", url=house.feeds.url(2), now=FIRST_DAY)
    german = house.server.url("/page/2/story-5")
    house.entry(1, make_page(SAID, REST, head=f'<link rel="alternate" hreflang="de" href="{german}">'))
    house.entry(5, feed=2, description=GERMAN)
    house.refresh()
    other = house.article(5, feed=2)
    reading = house.library.fulltexts.fetch(house.article(1).id)
    assert [(edition.id, edition.language, edition.reason) for edition in reading.article.editions] == [
        (other.id, "de", Reason.DECLARED)
    ]


def test_a_story_is_known_by_the_address_that_its_link_redirects_to(house: House) -> None:
    house.feeds.feed(2, language="de")
    house.library.store.add_source(kind=SourceKind.FEED, title="Blatt", url=house.feeds.url(2), now=FIRST_DAY)
    story = house.server.url("/2026/01/council-puts-off-the-bridge")
    house.entry(1, link=house.server.url("/page/go/1"))
    house.server.routes["/page/go/1"] = says(302, Location=story)
    house.server.routes["/2026/01/council-puts-off-the-bridge"] = says(200, make_page(SAID, REST))
    page = make_page(GERMAN * 20, head=f'<link rel="alternate" hreflang="en" href="{story}">', language="de")
    house.entry(5, page, feed=2, description=GERMAN)
    house.refresh()
    english, german = house.article(1), house.article(5, feed=2)
    house.library.fulltexts.fetch(english.id)
    reading = house.library.fulltexts.fetch(german.id)
    assert [edition.id for edition in reading.article.editions] == [english.id]


def test_it_ends_at_once_when_it_is_cancelled(house: House) -> None:
    house.entry(1)
    house.server.routes["/page/1/story-1"] = hang
    house.refresh()
    started = time.monotonic()
    with pytest.raises(FetchError, match="cancelled"):
        house.library.fulltexts.fetch(house.article(1).id, cancelled=lambda: time.monotonic() > started + 0.3)
    assert time.monotonic() < started + 3


def test_a_rule_begins_with_the_newest_unread_articles(house: House) -> None:
    for number in range(3):
        house.entry(number, make_page(SAID, REST))
    house.entry(3, make_page(SAID, REST), description=REST)
    house.refresh()
    house.library.mark([house.article(0).id], read=True)
    house.library.fulltexts.fetch(house.article(1).id)
    source = house.library.fulltexts.set_rule(house.feeds.url(1), FulltextRule.SHORT)
    assert source.fulltext is FulltextRule.SHORT
    house.refresh()
    assert house.asked() == ["/page/1/story-1", "/page/1/story-2"]
    house.library.fulltexts.set_rule(source.key, FulltextRule.ALWAYS)
    house.library.fulltexts.set_rule(source.key, FulltextRule.NEVER)
    house.refresh()
    assert len(house.asked()) == 2
