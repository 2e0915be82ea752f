"""What servers see over many refreshes: how often, how many at once, and what of their wishes is granted."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from typing import Any

import pytest

from newstui.fetch import FetchSettings
from newstui.model import FeedState, RefreshResult, SourceKind
from newstui.refresh import RefreshSettings, refresh_sources
from newstui.store import Store
from tests.fakes import FakeFeeds, ParsersHere
from tests.loopback import Exchange, Loopback, run_loopback, says

NOW = datetime(2026, 1, 6, 12, tzinfo=UTC)  # a Tuesday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PUBLIC, HOME = "127.0.0.2", "127.0.0.1"


class Reader:
    """A library whose clock a test moves."""

    def __init__(self, store: Store, server: Loopback) -> None:
        self.store = store
        self.server = server
        self.feeds = FakeFeeds(server)
        self.time = NOW
        self.settings = RefreshSettings(
            parsers=1, fetch=FetchSettings(connect_timeout=2, read_timeout=2, total_timeout=4)
        )

    def subscribe(self, *urls: str) -> None:
        for url in urls:
            self.store.add_source(kind=SourceKind.FEED, title=url, url=url, now=NOW)

    def refresh(self, *keys: str, force: bool = False) -> list[RefreshResult]:
        results: list[RefreshResult] = []
        refresh_sources(
            self.store,
            keys=keys or None,
            now=lambda: self.time,
            settings=self.settings,
            offline=False,
            force=force,
            on_result=results.append,
        )
        return results

    def pass_time(self, time: timedelta) -> None:
        self.time += time

    @property
    def state(self) -> FeedState:
        return self.store.list_feed_states()[0]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    with run_loopback(hosts=2) as server, Store(None) as store:
        yield Reader(store, server)


def publish(reader: Reader, *numbers: int) -> None:
    for number in numbers:
        reader.feeds.feed(number)
        reader.feeds.entry(number, 1)


def test_a_host_sees_two_connections_whatever_the_port(reader: Reader) -> None:
    under_way: list[int] = []
    now = 0

    async def slowly(exchange: Exchange) -> None:
        nonlocal now
        now += 1
        under_way.append(now)
        await asyncio.sleep(0.3)
        now -= 1
        await exchange.answer(500)

    with run_loopback() as other:
        for server in (reader.server, other):
            server.routes |= {f"/{number}": slowly for number in range(4)}
            reader.subscribe(*(server.url(f"/{number}", HOME) for number in range(4)))
        assert len(reader.refresh()) == 8
    assert len(under_way) == 8
    assert max(under_way) == 2


@pytest.mark.parametrize("as_date", [False, True])
def test_a_host_that_wants_peace_has_it_until_then(reader: Reader, *, as_date: bool) -> None:
    until = NOW + 2 * HOUR
    publish(reader, 1, 2, 3)
    reader.feeds.answer(1, says(429, Retry_After=format_datetime(until, usegmt=True) if as_date else "7200"))
    reader.subscribe(*(reader.feeds.url(number, HOME) for number in (1, 2)), reader.feeds.url(3, PUBLIC))
    reader.refresh()
    assert (reader.feeds.count(1), reader.feeds.count(2), reader.feeds.count(3)) == (1, 0, 1)
    for _ in range(4):
        reader.pass_time(29 * MINUTE)
        reader.refresh(force=True)
    assert (reader.feeds.count(1), reader.feeds.count(2), reader.feeds.count(3)) == (1, 0, 5)
    reader.feeds.recover(1)
    reader.pass_time(5 * MINUTE)
    assert reader.time >= until
    reader.refresh()
    assert (reader.feeds.count(1), reader.feeds.count(2)) == (2, 1)


def test_a_host_that_wants_peace_has_it_from_filters_too(reader: Reader) -> None:
    publish(reader, 1, 2)
    reader.settings = replace(reader.settings, programs=True)
    reader.feeds.answer(1, says(429, Retry_After="7200"))
    reader.subscribe(f"filter:/bin/cat:{reader.feeds.url(1)}")
    assert reader.refresh()[0].http_status == 429
    reader.subscribe(reader.feeds.url(2))
    reader.pass_time(HOUR)
    reader.refresh(force=True)
    assert (reader.feeds.count(1), reader.feeds.count(2)) == (1, 0)
    reader.feeds.recover(1)
    reader.pass_time(HOUR)
    assert [result.error for result in reader.refresh()] == [None, None]


@pytest.mark.parametrize("validator", ["ETag", "Last_Modified"])
def test_a_feed_is_asked_for_unconditionally_once(reader: Reader, validator: str) -> None:
    async def answer(exchange: Exchange) -> None:
        known = {"if-none-match", "if-modified-since"} & exchange.asked.headers.keys()
        await exchange.answer(304 if known and not changed else 200, body, **{validator: "then"})

    reader.feeds.feed(1)
    reader.feeds.entry(1, 1)
    body, changed = reader.feeds.feeds[1].render(), False
    reader.feeds.answer(1, answer)
    reader.subscribe(reader.feeds.url(1))
    for round_ in range(6):
        if round_ == 2:
            reader.feeds.entry(1, 2)
            body = reader.feeds.feeds[1].render()
        changed = round_ in (2, 3)
        if round_ == 4:
            reader.feeds.answer(1, says(500))
        elif round_ == 5:
            reader.feeds.answer(1, answer)
        reader.refresh(force=True)
    bare = [asked for asked in reader.server.asked if not {"if-none-match", "if-modified-since"} & asked.headers.keys()]
    assert (len(reader.server.asked), len(bare)) == (6, 1)


@pytest.mark.parametrize(
    ("headers", "elements", "wait"),
    [
        ({}, {}, 15 * MINUTE),
        ({"Cache_Control": "public, max-age=10800"}, {}, 3 * HOUR),
        ({"Cache_Control": "max-age=315360000"}, {}, DAY),
        ({"Cache_Control": "max-age=10800", "Age": "3600"}, {}, 2 * HOUR),
        ({"Expires": format_datetime(NOW + 5 * HOUR, usegmt=True)}, {}, 5 * HOUR),
        ({"Expires": "0"}, {}, 15 * MINUTE),
        ({}, {"ttl": "240"}, 4 * HOUR),
        ({}, {"ttl": "99999999"}, DAY),
        ({}, {"sy:updatePeriod": "daily", "sy:updateFrequency": "4"}, 6 * HOUR),
        ({"Cache_Control": "max-age=60"}, {"ttl": "120"}, 2 * HOUR),
        ({}, {"skipHours": "<hour>12</hour><hour>13</hour>"}, 2 * HOUR),
        ({}, {"skipDays": "<day>Tuesday</day>"}, 12 * HOUR),
        ({}, {"skipDays": "".join(f"<day>{day}day</day>" for day in ("Tues", "Wednes", "Thurs", "Fri", "Satur"))},
         3 * DAY + 15 * MINUTE),
    ],
)  # fmt: skip
def test_what_a_feed_asks_for_is_granted_as_far_as_it_makes_sense(
    reader: Reader, headers: dict[str, str], elements: dict[str, str], wait: timedelta
) -> None:
    dates = "".join(
        f"<item><title>{number}</title><guid>{number}</guid><pubDate>{format_datetime(NOW - number * MINUTE)}</pubDate></item>"
        for number in range(1, 12)
    )
    wishes = "".join(f"<{name}>{text}</{name}>" for name, text in elements.items())
    space = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
    body = f"<rss version='2.0' {space}><channel><title>F</title>{wishes}{dates}</channel></rss>".encode()
    reader.feeds.answer(1, says(200, body, **headers))
    reader.subscribe(reader.feeds.url(1))
    reader.refresh()
    assert reader.state.next_due == NOW + wait
    reader.pass_time(wait - timedelta(seconds=1))
    assert reader.refresh() == []
    assert reader.feeds.count(1) == 1
    reader.pass_time(timedelta(seconds=1))
    reader.refresh()
    assert reader.feeds.count(1) == 2


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ((301, 301), True),
        ((308, 308), True),
        ((301, 308), True),
        ((301,), False),
        ((301, 200, 301), False),
        ((301, 500, 301), True),
        ((302,) * 6, False),
        ((307,) * 6, False),
        ((303,) * 3, False),
        ((301, 302, 301), False),
    ],
)
def test_a_subscription_moves_when_it_was_told_twice_that_it_has(
    reader: Reader, statuses: Sequence[int], *, moved: bool
) -> None:
    publish(reader, 1, 2)
    reader.subscribe(reader.feeds.url(1))
    for status in statuses:
        if status == 200:
            reader.feeds.recover(1)
        else:
            reader.feeds.answer(1, says(status, Location="/feed/2"))
        reader.refresh(force=True)
    assert reader.state.url == reader.feeds.url(2 if moved else 1)
    asked = reader.feeds.count(1)
    reader.refresh(force=True)
    assert reader.feeds.count(1) - asked == (0 if moved else 1)


def test_what_is_gone_is_asked_no_more_but_by_hand(reader: Reader) -> None:
    publish(reader, 1)
    reader.subscribe(reader.feeds.url(1))
    reader.refresh()
    reader.feeds.answer(1, says(410))
    (gone,) = reader.refresh(force=True)
    assert "gone for good (410)" in str(gone.error)
    for _ in range(5):
        reader.pass_time(30 * DAY)
        reader.refresh(force=True)
    assert reader.feeds.count(1) == 2
    reader.feeds.recover(1)
    (result,) = reader.refresh(reader.state.source)
    assert result.error is None
    assert not reader.state.gone


def test_a_feed_that_fails_is_asked_less_and_less(reader: Reader) -> None:
    reader.feeds.answer(1, says(500))
    reader.subscribe(reader.feeds.url(1))
    asked_at: list[timedelta] = []
    while reader.time < NOW + 4 * DAY:
        if reader.refresh():
            asked_at.append(reader.time - NOW)
        reader.pass_time(15 * MINUTE)
    waits = [later - earlier for earlier, later in pairwise(asked_at)]
    assert waits == [MINUTE * 15 * 2**n for n in range(7)] + [DAY, DAY]
    assert reader.feeds.count(1) == len(asked_at)


class Names:
    """A name server, and a world in which 127.0.0.2 counts as public."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.address = PUBLIC
        monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", self._look_up)
        monkeypatch.setattr("newstui.fetch.connecting.is_private", lambda address: str(address) != PUBLIC)

    async def _look_up(self, *_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (self.address, 0))]


def test_a_public_source_never_leads_home_later(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(monkeypatch)
    publish(reader, 1)
    reader.subscribe(reader.feeds.url(1, "paper.example"))
    assert reader.refresh()[0].new == 1
    names.address = HOME
    (result,) = reader.refresh(force=True)
    assert "lies in a private network; add it by hand if you trust it" in str(result.error)
    assert reader.server.most_open.keys() == {PUBLIC}, "nobody knocked at the private door"
    names.address = PUBLIC
    assert reader.refresh(force=True)[0].error is None


def test_a_source_that_was_at_home_may_stay_there(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(monkeypatch)
    names.address = HOME
    publish(reader, 1)
    reader.subscribe(reader.feeds.url(1, "nas.example"))
    for address in (HOME, PUBLIC, HOME):
        names.address = address
        assert reader.refresh(force=True)[0].error is None
    key = reader.state.source
    reader.store.update_source(key, url=reader.feeds.url(1, "other.example"))
    assert reader.state.home is None, "another address is another matter"
