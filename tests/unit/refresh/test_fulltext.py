"""Full texts from pages on loopback, in the course of a refresh."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import escape

import pytest

from newstui.fetch import FetchSettings
from newstui.model import Article, Edition, FulltextResult, FulltextRule, Reason, RefreshSummary, SourceKind, View
from newstui.refresh import RefreshSettings, refresh_sources
from newstui.store import Store
from tests.fakes import FakeFeeds, ParsersHere
from tests.loopback import hang, run_loopback, says

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SENTENCES = (
    "The council of the city has put off its decision on the bridge until the spring of next year.",
    "The engineers had asked for more time, and the money that the bridge needs has not been found.",
    "Nobody in the hall was surprised, and few of those who had come to listen stayed to the end.",
    "The ferry will go on carrying people across the river, twice an hour, as it has since the war.",
)


def make_page(word: str, *, head: str = "", paragraphs: int = 6) -> bytes:
    body = "".join(f"<p>{word} {number}: {' '.join(SENTENCES)}</p>" for number in range(paragraphs))
    title = f"Page of {word}"
    return (
        f"<!doctype html><html lang=en><head><title>{escape(title)}</title>{head}</head>"
        f"<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    ).encode()


PAYWALL = (
    b"<html><title>Paper</title><h1>Bridge</h1><p>The council has met.</p><div>Subscribe to continue reading</div>"
)


class Reader:
    """A library that subscribes to fake feeds with pages behind them."""

    def __init__(self, store: Store, feeds: FakeFeeds) -> None:
        self.store = store
        self.feeds = feeds
        self.time = NOW
        self.results: list[FulltextResult] = []

    def subscribe(self, number: int, rule: FulltextRule) -> None:
        url = self.feeds.url(number)
        source = self.store.add_source(kind=SourceKind.FEED, title=url, url=url, now=NOW)
        self.store.update_source(source.key, fulltext=rule)

    def entry(self, number: int, body: bytes | None = None, **elements: str) -> None:
        """Publish an entry of feed 1 and, with a body, the page that it links to."""
        self.feeds.entry(1, number, link=self.feeds.server.url(f"/page/{number}"), **elements)
        if body is not None:
            self.feeds.server.routes[f"/page/{number}"] = says(200, body, Content_Type="text/html; charset=utf-8")

    def refresh(self, *, hours: float = 0, offline: bool = False, cancelled: bool = False) -> RefreshSummary:
        self.time += hours * HOUR
        self.results = []
        return refresh_sources(
            self.store,
            keys=None,
            now=lambda: self.time,
            settings=RefreshSettings(
                parsers=1,
                pages=3,
                fetch=FetchSettings(connect_timeout=2, read_timeout=2, total_timeout=1, patience=0.3),
            ),
            offline=offline,
            force=True,
            on_fulltext=self.results.append,
            cancelled=lambda: cancelled,
        )

    def article(self, number: int) -> Article:
        return next(a for a in self.store.articles.list_newest(View(), 99) if a.title.endswith(f"1.{number}"))

    def text(self, number: int) -> str:
        return self.store.articles.get_document(self.article(number).id).plain_text()

    def pages(self) -> list[str]:
        return [asked.path for asked in self.feeds.server.asked if asked.path.startswith("/page")]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    monkeypatch.setattr("newstui.refresh.fulltext.Parsers", ParsersHere)
    with run_loopback() as server, Store(None) as store:
        reader = Reader(store, FakeFeeds(server))
        reader.feeds.feed(1)
        yield reader
        assert store.check_integrity() == ()


def test_arrivals_of_a_source_that_wants_it_bring_their_full_text(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1, make_page("First"))
    reader.entry(2, make_page("Second"))
    summary = reader.refresh()
    assert summary.fulltexts == 2
    assert sorted((result.done, result.total, result.error) for result in reader.results) == [
        (1, 2, None),
        (2, 2, None),
    ]
    assert reader.text(1).startswith("First 0: The council")
    assert reader.text(2).endswith(SENTENCES[-1])
    assert reader.article(2).shows_fulltext
    assert reader.refresh().fulltexts == 0
    assert sorted(reader.pages()) == ["/page/1", "/page/2"], "a page that was had is not asked for again"


def test_nothing_is_asked_for_that_no_rule_wants(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.NEVER)
    reader.entry(1, make_page("First", head="<link rel=stylesheet href=/style.css><script src=/spy.js></script>"))
    reader.refresh()
    assert reader.pages() == []
    reader.store.update_source("1", fulltext=FulltextRule.ALWAYS)
    reader.refresh()
    assert reader.pages() == [], "the rule is about what arrives"
    reader.entry(2, make_page("Second", head="<link rel=stylesheet href=/style.css><img src=/pixel.gif>"))
    reader.refresh()
    assert {asked.path for asked in reader.feeds.server.asked} == {"/feed/1", "/page/2"}
    (page,) = (asked for asked in reader.feeds.server.asked if asked.path == "/page/2")
    assert "referer" not in page.headers
    assert "cookie" not in page.headers


def test_short_entries_alone_where_the_rule_says_so(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.SHORT)
    reader.entry(1, make_page("First"), description="A teaser.")
    reader.entry(2, make_page("Second"), description=" ".join(SENTENCES * 3))
    reader.refresh()
    assert reader.pages() == ["/page/1"]
    assert not reader.article(2).shows_fulltext


def test_one_failure_stops_nothing_and_takes_nothing_away(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1, PAYWALL)
    reader.entry(2)
    reader.feeds.server.routes["/page/2"] = hang
    reader.entry(3, make_page("Third"))
    assert reader.refresh().fulltexts == 1
    told = {result.article: str(result.error) for result in reader.results if result.error}
    assert "asks for a subscription" in told[reader.article(1).id]
    assert "takes too long" in told[reader.article(2).id]
    assert reader.text(1) == "Text 1.1."
    assert not reader.article(1).shows_fulltext
    assert "subscription" in str(reader.store.pages.find_failure(reader.article(1).id))
    assert reader.text(3).startswith("Third 0")


def test_failures_are_tried_again_later_and_then_left(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1, PAYWALL)
    reader.entry(2)
    reader.refresh()
    reader.refresh()
    assert sorted(reader.pages()) == ["/page/1", "/page/2"], "not before half an hour has passed"
    for tries, hours in enumerate((0.5, 2, 8, 99, 99), 2):
        reader.refresh(hours=hours)
        assert reader.feeds.server.count("/page/2") == min(tries, 4)
    assert reader.feeds.server.count("/page/1") == 1, "a subscription is not tried again"


def test_a_page_that_comes_at_the_second_time(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1)
    reader.refresh()
    assert reader.text(1) == "Text 1.1."
    reader.entry(1, make_page("First"))
    reader.refresh(hours=1)
    assert reader.text(1).startswith("First 0")
    assert reader.store.pages.find_failure(reader.article(1).id) is None


def test_a_host_that_wants_to_be_left_alone_is(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    for number in (1, 2, 3):
        reader.entry(number)
        reader.feeds.server.routes[f"/page/{number}"] = says(503, Retry_After="3600")
    reader.refresh()
    assert len(reader.pages()) < 3
    asked = len(reader.feeds.server.asked)
    reader.refresh(hours=0.9)
    assert len(reader.feeds.server.asked) == asked, "neither its pages nor its feed are asked for"
    for number in (1, 2, 3):
        reader.entry(number, make_page(f"Page {number}"))
    assert reader.refresh(hours=2).fulltexts == 3


def test_an_article_changed_by_its_feed_is_fetched_again_and_loses_nothing(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1, make_page("First"))
    reader.refresh()
    reader.entry(1, PAYWALL, description="Corrected.")
    reader.refresh()
    article = reader.article(1)
    assert reader.text(1).startswith("First 0"), "what was had stays when the page can be had no more"
    assert reader.store.articles.get_document(article.id, feed=True).plain_text() == "Corrected."
    reader.entry(1, make_page("Corrected"), description="Corrected again.")
    reader.refresh()
    assert reader.text(1).startswith("Corrected 0")
    assert [(revision.fulltext, revision.document.plain_text()[:7]) for revision in reader.store.articles.list_revisions(article.id)] == [
        (True, "First 0"),
        (False, "Correct"),
        (False, "Text 1."),
    ]  # fmt: skip


def test_few_pages_of_a_source_at_once(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    for number in range(5):
        reader.entry(number, make_page(f"Number {number}"))
    assert reader.refresh().fulltexts == 3
    assert sorted(reader.pages()) == ["/page/2", "/page/3", "/page/4"], "the newest first"
    assert reader.refresh().fulltexts == 2
    assert max(reader.feeds.server.most_open.values()) <= 2


def test_offline_and_cancelled_refreshes_leave_pages_for_later(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1)
    reader.refresh()
    reader.entry(1, make_page("First"))
    assert reader.refresh(hours=1, offline=True).fulltexts == 0
    assert reader.refresh(cancelled=True).fulltexts == 0
    assert len(reader.pages()) == 1
    assert reader.refresh().fulltexts == 1


def test_a_page_in_a_private_network_is_asked_for_only_where_the_feed_is_from(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1, make_page("First"))
    reader.feeds.entry(1, 1, link=f"http://localhost:{reader.feeds.server.port}/page/1")
    reader.refresh()
    assert reader.pages() == []
    assert "private network" in str(reader.results[0].error)


def test_what_is_no_page_is_said_to_be_a_file(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1)
    reader.feeds.server.routes["/page/1"] = says(200, b"%PDF-1.7", Content_Type="application/pdf")
    reader.refresh()
    assert "not a page but a file (application/pdf)" in str(reader.results[0].error)


def test_a_front_page_is_not_taken_for_an_article_that_has_gone(reader: Reader) -> None:
    reader.subscribe(1, FulltextRule.ALWAYS)
    reader.entry(1)
    reader.feeds.server.routes["/page/1"] = says(302, Location="/")
    reader.feeds.server.routes["/"] = says(200, make_page("Front"), Content_Type="text/html")
    reader.refresh()
    assert "leads to its front page" in str(reader.results[0].error)
    assert reader.text(1) == "Text 1.1."


def test_the_page_declares_what_the_feed_does_not(reader: Reader) -> None:
    reader.feeds.feed(1, language="")
    reader.subscribe(1, FulltextRule.ALWAYS)
    head = (
        '<meta name="author" content="Ann Lee"><meta property="og:locale" content="en_GB">'
        '<link rel=alternate hreflang=de href="https://paper.example/de/bridge-story-1">'
    )
    reader.entry(1, make_page("First", head=head), pubDate="")
    reader.refresh()
    article = reader.article(1)
    assert article.authors == ("Ann Lee",)
    assert article.language == "en"
    assert article.editions == (Edition("de", url="https://paper.example/de/bridge-story-1", reason=Reason.DECLARED),)
