"""Looking at an address and taking what is there, step by step."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from newstui.config import Settings
from newstui.errors import FetchError, UsageError
from newstui.library.adding import Wishes
from newstui.library.facade import Library
from newstui.model import View
from newstui.paths import Paths
from tests.fakes import FakeFeeds
from tests.loopback import Exchange, hang, run_loopback, says

HTML = {"Content_Type": "text/html"}


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    with run_loopback() as server:
        fake = FakeFeeds(server)
        for number in (1, 2, 3):
            fake.feed(number, title=f"Paper {number}")
            fake.entry(number, 1)
        links = "".join(
            f'<link rel="alternate" type="application/rss+xml" href="/feed/{number}" title="Part {number}">'
            for number in (1, 2, 3)
        )
        server.routes["/"] = says(200, f"<html><head>{links}</head></html>".encode(), **HTML)
        yield fake


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Paths(tmp_path / "c.toml", tmp_path / "data", tmp_path / "cache"), Settings())
    yield library
    library.close()


def test_looking_changes_nothing_and_says_what_it_asks(library: Library, feeds: FakeFeeds) -> None:
    steps: list[str] = []
    offer = library.adding.look(feeds.server.url("/"), on_step=steps.append)
    assert [feed.title for feed in offer.feeds] == ["Part 1", "Part 2", "Part 3"]
    assert (offer.main, offer.known, dict(offer.subscribed)) == (None, None, {})
    assert steps == [feeds.server.url("/")]
    assert library.list_sources() == []


def test_several_are_taken_and_what_is_there_is_known(library: Library, feeds: FakeFeeds) -> None:
    offer = library.adding.look(feeds.server.url("/"))
    wishes = Wishes(folder="Papers", language="de")
    for feed in offer.feeds[:2]:
        addition = library.adding.take(offer, feed, wishes)
        assert not addition.known
    sources = library.list_sources()
    assert [(source.title, source.folder, source.language, source.unread) for source in sources] == [
        ("Paper 1", "Papers", "de", 1),
        ("Paper 2", "Papers", "de", 1),
    ]
    assert library.adding.take(offer, offer.feeds[0]).known
    again = library.adding.look(feeds.server.url("/"))
    assert {url: source.title for url, source in again.subscribed.items()} == {
        feeds.url(1): "Paper 1",
        feeds.url(2): "Paper 2",
    }
    known = library.adding.look(feeds.url(2))
    assert known.known is not None
    assert known.known.title == "Paper 2"
    assert feeds.count(2) == 1, "the second time nobody was asked"


def test_a_feed_that_was_found_by_its_own_address_costs_one_request(library: Library, feeds: FakeFeeds) -> None:
    offer = library.adding.look(feeds.url(1))
    assert offer.main == offer.feeds[0]
    library.adding.take(offer, offer.main, Wishes(title="Mine"))
    assert [source.title for source in library.list_sources()] == ["Mine"]
    assert feeds.count(1) == 1


def test_looking_stops_when_it_is_told_to(library: Library, feeds: FakeFeeds) -> None:
    cancelled = Event()
    feeds.server.routes["/slow/feed.xml"] = hang
    with pytest.raises(FetchError, match="nothing was added, since that was cancelled"):
        library.adding.look(
            feeds.server.url("/slow/feed.xml"), on_step=lambda _: cancelled.set(), cancelled=cancelled.is_set
        )
    assert library.list_sources() == []


def test_taking_stops_until_the_very_end(library: Library, feeds: FakeFeeds) -> None:
    cancelled = Event()

    async def answer_and_cancel(exchange: Exchange) -> None:
        cancelled.set()
        await exchange.answer(200, feeds.feeds[1].render())

    offer = library.adding.look(feeds.server.url("/"))
    feeds.answer(1, answer_and_cancel)
    with pytest.raises(FetchError, match="nothing was added"):
        library.adding.take(offer, offer.feeds[0], cancelled=cancelled.is_set)
    assert library.list_sources() == []
    feeds.recover(1)
    assert library.adding.take(offer, offer.feeds[0]).source is not None


def test_a_file_is_one_thing_that_is_taken(library: Library, feeds: FakeFeeds, tmp_path: Path) -> None:
    file = tmp_path / "paper.xml"
    file.write_bytes(feeds.feeds[1].render())
    offer = library.adding.look(str(file))
    assert (offer.feeds, offer.main, offer.known) == ((), None, None)
    source = library.adding.take(offer, wishes=Wishes(folder="Files")).source
    assert source is not None
    assert (source.title, source.folder) == ("Paper 1", "Files")
    assert library.adding.look(str(file)).known == source
    with pytest.raises(UsageError, match="no such file"):
        library.adding.look(str(tmp_path / "nothing.xml"))


def test_a_directory_is_taken_though_a_file_in_it_cannot_be_read(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("# No\n\nThe name of this file is in another encoding.\n")
    (folder / "good.md").write_text("# Yes\n\nThis file can be read by everybody who wants to.\n")
    source = library.adding.take(library.adding.look(str(folder))).source
    assert source is not None
    assert "1 of 2 files could not be read" in str(source.last_error)
    assert [article.title for article in library.list_articles(View(), 10)] == ["Yes"]
