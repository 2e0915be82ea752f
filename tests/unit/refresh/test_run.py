import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from newstui.fetch import FetchSettings
from newstui.model import FeedState, RefreshResult, RefreshStatus, RefreshSummary, SourceKind, View
from newstui.refresh import RefreshSettings, refresh_sources
from newstui.refresh.parsers import Parsers
from newstui.store import Store
from tests.fakes import FakeFeeds, ParsersHere
from tests.loopback import hang, run_loopback, says, trickle

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)
NEW, UNCHANGED, FAILED, SKIPPED = (
    RefreshStatus.NEW,
    RefreshStatus.UNCHANGED,
    RefreshStatus.FAILED,
    RefreshStatus.SKIPPED,
)


class Clock:
    """The time, which a test moves."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


class Reader:
    """A library that subscribes to fake feeds and refreshes them."""

    def __init__(self, store: Store, feeds: FakeFeeds) -> None:
        self.store = store
        self.feeds = feeds
        self.clock = Clock()
        self.settings = RefreshSettings(
            parsers=1, fetch=FetchSettings(connect_timeout=2, read_timeout=2, total_timeout=2, patience=0.3)
        )
        self.summary: RefreshSummary | None = None

    def subscribe(self, *numbers: int, host: str = "127.0.0.1") -> None:
        for number in numbers:
            url = self.feeds.url(number, host)
            self.store.add_source(kind=SourceKind.FEED, title=url, url=url, now=NOW)

    def key(self, number: int) -> str:
        return next(source.key for source in self.store.list_sources() if (source.url or "").endswith(f"/{number}"))

    def state(self, number: int) -> FeedState:
        return self.store.list_feed_states([self.key(number)])[0]

    def refresh(
        self,
        *numbers: int,
        force: bool = True,
        offline: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[str, RefreshResult]:
        results: list[RefreshResult] = []
        totals: list[int] = []
        self.summary = refresh_sources(
            self.store,
            keys=[self.key(number) for number in numbers] or None,
            now=self.clock,
            settings=self.settings,
            offline=offline,
            force=force,
            on_start=totals.append,
            on_result=results.append,
            cancelled=cancelled,
        )
        assert len(totals) == 1
        assert len(results) <= totals[0]
        return {result.source: result for result in results}

    def refresh_one(self, number: int) -> RefreshResult:
        return self.refresh(number)[self.key(number)]

    def titles(self) -> list[str]:
        return [article.title for article in self.store.articles.list_newest(View(), 100)]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    with run_loopback(hosts=4) as server, Store(None) as store:
        yield Reader(store, FakeFeeds(server))


def test_a_feed_and_its_days(reader: Reader) -> None:
    feeds = reader.feeds
    feeds.feed(1, title="Paper")
    feeds.entry(1, 1)
    feeds.entry(1, 2)
    reader.subscribe(1)
    result = reader.refresh_one(1)
    assert (result.status, result.http_status, result.new, result.updated) == (NEW, 200, 2, 0)
    assert reader.titles() == ["Title 1.2", "Title 1.1"]
    assert reader.store.list_sources()[0].title == "Paper"

    result = reader.refresh_one(1)
    assert (result.status, result.http_status) == (UNCHANGED, 304)

    feeds.entry(1, 2, title="Other title")
    feeds.entry(1, 3)
    feeds.drop(1, 1)
    result = reader.refresh_one(1)
    assert (result.status, result.new, result.updated) == (NEW, 1, 1)
    assert reader.titles() == ["Title 1.3", "Other title", "Title 1.1"]
    assert reader.summary is not None
    assert (reader.summary.total, reader.summary.new, reader.summary.updated, reader.summary.failed) == (1, 1, 1, 0)


def test_statuses_survive_what_a_feed_does(reader: Reader) -> None:
    reader.feeds.feed(1)
    reader.feeds.entry(1, 1)
    reader.subscribe(1)
    reader.refresh()
    (article,) = reader.store.articles.list_newest(View(), 9)
    reader.store.mark([article.id], read=True, starred=True, now=NOW)
    reader.feeds.entry(1, 1, guid="another", link="http://paper.example/1/1/?utm_source=rss", title="Other title")
    assert reader.refresh_one(1).updated == 1
    assert reader.store.get_status(article.id).starred
    reader.feeds.drop(1, 1)
    reader.refresh()
    reader.feeds.entry(1, 1, guid="another")
    assert reader.refresh_one(1).new == 0
    assert reader.store.get_status(article.id).read


def test_one_article_in_two_feeds_is_one(reader: Reader) -> None:
    for number in (1, 2):
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1, guid=f"{number}", link="https://paper.example/story", title="Story")
        reader.subscribe(number)
        reader.refresh(number)
    assert reader.titles() == ["Story"]
    for number in (1, 2):
        assert len(reader.store.articles.list_newest(View(sources=(reader.key(number),)), 9)) == 1


def test_a_body_that_has_not_changed_is_not_parsed(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.feeds.feed(1)
    reader.feeds.entry(1, 1)
    reader.subscribe(1)
    reader.feeds.answer(1, says(200, reader.feeds.feeds[1].render()))
    assert reader.refresh_one(1).new == 1
    monkeypatch.setattr("tests.fakes.ParsersHere.parse", lambda *_: pytest.fail("was parsed"))
    assert reader.refresh_one(1).status is UNCHANGED


def test_real_processes_parse_and_are_gone_in_the_end(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.refresh.run.Parsers", Parsers)
    for number in (1, 2):
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1)
        reader.subscribe(number)
    before = set(list_children())
    assert [result.new for result in reader.refresh().values()] == [1, 1]
    assert set(list_children()) == before


def list_children() -> list[str]:
    """The process numbers of this process's children, where the system tells."""
    return [number for path in Path("/proc/self/task").glob("*/children") for number in path.read_text().split()]


def test_only_what_is_due_is_fetched(reader: Reader) -> None:
    for number in (1, 2):
        reader.feeds.feed(number)
        reader.subscribe(number)
    assert len(reader.refresh(force=False)) == 2
    assert len(reader.refresh(force=False)) == 0
    assert len(reader.refresh(1, force=False)) == 1
    reader.clock.time += timedelta(days=1)
    assert len(reader.refresh(force=False)) == 2


def test_one_broken_feed_stops_nothing(reader: Reader) -> None:
    for number in range(1, 8):
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1)
        reader.subscribe(number, host=f"127.0.0.{1 + number % 4}")
    reader.feeds.answer(1, says(500))
    reader.feeds.answer(2, says(200, b"<!doctype html><p>Log in"))
    reader.feeds.answer(3, says(200, b""))
    reader.feeds.answer(4, trickle)
    reader.feeds.answer(5, hang)
    results = reader.refresh()
    assert {number: results[reader.key(number)].status for number in range(1, 8)} == {
        **dict.fromkeys(range(1, 6), FAILED),
        **dict.fromkeys((6, 7), NEW),
    }
    assert all((result.error is None) == (result.status is NEW) for result in results.values())
    reader.feeds.recover(1)
    assert reader.refresh_one(1).status is NEW


def test_a_feed_that_breaks_keeps_its_articles_and_is_well_again(reader: Reader) -> None:
    reader.feeds.feed(1)
    reader.feeds.entry(1, 1)
    reader.subscribe(1)
    reader.refresh()
    good = reader.state(1)
    reader.feeds.answer(1, says(200, b"<rss><channel><item", ETag='"broken"'))
    for failures in (1, 2):
        reader.refresh()
        state = reader.state(1)
        assert (state.failures, state.etag, state.last_good) == (failures, good.etag, good.last_good)
    assert reader.titles() == ["Title 1.1"]
    reader.feeds.recover(1)
    assert reader.refresh_one(1).http_status == 304
    assert reader.state(1).failures == 0


def test_a_server_that_wants_peace_gets_it_even_by_force(reader: Reader) -> None:
    for number in (1, 2, 3):
        reader.feeds.feed(number)
        reader.subscribe(number, host="127.0.0.2" if number == 3 else "127.0.0.1")
    reader.feeds.answer(1, says(429, Retry_After="3600"))
    result = reader.refresh_one(1)
    assert (result.status, result.http_status, result.next_due) == (FAILED, 429, NOW + timedelta(hours=1))
    results = reader.refresh()
    assert [results[reader.key(number)].status for number in (1, 2, 3)] == [SKIPPED, SKIPPED, UNCHANGED]
    assert [reader.feeds.count(number) for number in (1, 2, 3)] == [1, 0, 1]
    assert results[reader.key(2)].next_due == NOW + timedelta(hours=1)
    reader.clock.time += timedelta(hours=1)
    reader.feeds.recover(1)
    assert all(result.error is None for result in reader.refresh().values())


def test_a_feed_that_is_gone_is_left_in_peace(reader: Reader) -> None:
    reader.feeds.feed(1)
    reader.subscribe(1)
    reader.feeds.answer(1, says(410))
    assert "gone for good" in str(reader.refresh_one(1).error)
    assert reader.refresh() == {}
    reader.feeds.recover(1)
    assert reader.refresh_one(1).error is None
    assert not reader.state(1).gone


def test_a_feed_moves_when_it_says_so_twice(reader: Reader) -> None:
    old, new = reader.feeds.url(1), reader.feeds.url(2)
    reader.feeds.feed(1)
    reader.feeds.feed(2)
    reader.feeds.entry(2, 1, link="")
    reader.subscribe(1)
    reader.feeds.answer(1, says(302, Location=new))
    assert [reader.refresh_one(1).error for _ in range(3)] == [None] * 3
    assert reader.state(1).url == old
    reader.feeds.answer(1, says(301, Location=new))
    key = reader.key(1)
    reader.refresh()
    assert reader.state(1).url == old
    reader.feeds.entry(2, 2, link="")
    reader.refresh()
    assert reader.store.list_feed_states([key])[0].url == new
    count = reader.feeds.count(1)
    reader.feeds.entry(2, 3, link="")
    reader.refresh()
    assert reader.feeds.count(1) == count
    assert reader.titles() == ["Title 2.3", "Title 2.2", "Title 2.1"]


def test_offline_touches_no_server(reader: Reader, tmp_path: Path) -> None:
    reader.feeds.feed(1)
    reader.subscribe(1)
    (tmp_path / "article.txt").write_text("A headline\n\nThe words of an article.\n")
    reader.store.add_source(kind=SourceKind.DIRECTORY, title="news", path=str(tmp_path), now=NOW)
    assert [result.status for result in reader.refresh(offline=True).values()] == [NEW]
    result = reader.refresh(1, offline=True)[reader.key(1)]
    assert (result.status, "offline" in str(result.error)) == (SKIPPED, True)
    assert reader.feeds.count(1) == 0


def test_a_second_refresh_says_that_another_one_is_running(reader: Reader, tmp_path: Path) -> None:
    reader.feeds.feed(1)
    reader.subscribe(1)
    lock = tmp_path / "data" / "refresh.lock"
    reader.settings = RefreshSettings(parsers=1, lock=lock)
    reader.refresh()
    with FileLock(lock):
        result = reader.refresh()[reader.key(1)]
    assert (result.status, "another refresh is running" in str(result.error)) == (SKIPPED, True)
    assert reader.refresh_one(1).status is UNCHANGED


def test_a_second_refresh_waits_and_does_not_repeat_the_first(reader: Reader, tmp_path: Path) -> None:
    reader.feeds.feed(1)
    reader.subscribe(1)
    lock = FileLock(tmp_path / "refresh.lock", thread_local=False)
    reader.settings = RefreshSettings(parsers=1, lock=tmp_path / "refresh.lock", lock_timeout=10)
    first = RefreshSettings(parsers=1)

    def finish_first() -> None:
        refresh_sources(reader.store, keys=None, now=reader.clock, settings=first, offline=False)
        lock.release()

    lock.acquire()
    thread = threading.Thread(target=finish_first)
    thread.start()
    result = reader.refresh(force=False)[reader.key(1)]
    thread.join()
    assert (result.status, result.error) == (SKIPPED, None)
    assert reader.feeds.count(1) == 1


def test_cancelling_ends_at_once_and_keeps_what_has_come(reader: Reader) -> None:
    reader.settings = RefreshSettings(parsers=1)
    for number in range(1, 5):
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1)
        reader.subscribe(number, host=f"127.0.0.{number}")
    reader.feeds.answer(4, hang)
    started = time.monotonic()
    results = reader.refresh(cancelled=lambda: len(reader.titles()) == 3)
    assert len(results) == 3
    assert time.monotonic() - started < 5
    assert len(reader.titles()) == 3


def test_a_source_that_is_removed_meanwhile_is_no_failure(reader: Reader) -> None:
    for number in (1, 2):
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1)
        reader.subscribe(number)
    key = reader.key(1)
    asked = False

    def remove() -> bool:
        nonlocal asked
        if reader.feeds.count(1) and not asked:
            asked = True
            reader.store.remove_source(key)
        return False

    results = reader.refresh(cancelled=remove)
    assert results.keys() <= {key, reader.key(2)}
    assert reader.titles() == ["Title 2.1"]


def test_refreshing_loads_no_network_and_no_parser_before_it_needs_them() -> None:
    program = (
        "import sys; import newstui.refresh; from newstui.store import Store;"
        "from datetime import UTC, datetime;"
        "newstui.refresh.refresh_sources(Store(None), keys=None, now=lambda: datetime.now(UTC),"
        " settings=newstui.refresh.RefreshSettings(), offline=False);"
        "print(sorted({'httpx', 'feedparser', 'asyncio', 'trafilatura', 'lxml'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
