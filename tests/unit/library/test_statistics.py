"""Statistics of a library: days in the reader's time zone, what was unread when, who brings what."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.library import Library
from newstui.library.statistics import describe_statistics
from newstui.model import Quote, QuoteKind, QuoteSpan
from newstui.paths import Paths
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

DAY = timedelta(days=1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three sources: "busy" brings an article on each of ten days, "rare" one, "silent" none."""
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: NOW) as library:
        busy, rare, _silent = (add_feed(library.store, name) for name in ("busy", "rare", "silent"))
        for ago, name in enumerate("abcdefghij"):
            at = NOW - ago * DAY - HOUR
            save(library.store, busy, make_arrival(name, "de", published=at), now=at)
        save(library.store, rare, make_arrival("z", "fr", published=NOW - DAY), now=NOW - HOUR)
        yield library


def test_what_comes_and_from_where(library: Library) -> None:
    counted = library.statistics.count(7)
    assert (counted.days[0], counted.days[-1]) == (date(2025, 12, 31), date(2026, 1, 6))
    assert counted.by_day == (1, 1, 1, 1, 1, 2, 1)
    assert [(each.title, each.articles) for each in counted.sources] == [("Busy", 7), ("Rare", 1)]
    assert [(each.title, each.articles) for each in counted.languages] == [("German", 7), ("French", 1)]
    assert (counted.silent, counted.stories) == (1, 11)
    assert library.statistics.count(30).silent == 1


def test_what_was_unread_at_the_end_of_each_day(library: Library) -> None:
    assert library.statistics.count(7).unread_by_day == (4, 5, 6, 7, 8, 9, 11), "z came today"
    library.store.mark([make_id("a"), make_id("i")], read=True, now=NOW)
    library.store.mark([make_id("b")], read=True, now=NOW - DAY)
    counted = library.statistics.count(7)
    assert counted.unread_by_day == (4, 5, 6, 7, 8, 8, 8)
    assert counted.read_by_day == (0, 0, 0, 0, 0, 1, 2)


def test_what_is_hardly_ever_read(library: Library) -> None:
    assert [each.title for each in library.statistics.count(7).list_neglected()] == ["Busy", "Rare"]
    library.mark([make_id("a")], read=True)
    counted = library.statistics.count(7)
    assert [each.title for each in counted.list_neglected()] == ["Rare"]
    assert [round(each.read_share, 2) for each in counted.sources] == [0.14, 0.0]


def test_who_is_quoted_most_in_the_period(library: Library) -> None:
    said = [Quote("q", QuoteKind.SPEECH, (QuoteSpan(0, 0, 1),), name, "er", "sagt", 1.0) for name in ("Ada", "Bea")]
    library.store.quotes.save_found({make_id("a"): said[1:], make_id("j"): said[:1] * 5}, 1)
    voices = library.statistics.count(7).voices
    assert [(voice.speaker.name, voice.quotes) for voice in voices] == [("Bea", 1)]
    assert [voice.quotes for voice in library.statistics.count(30).voices] == [5, 1]


@pytest.mark.parametrize(
    ("zone", "counts"),
    [("UTC", (0, 1)), ("Pacific/Auckland", (0, 1)), ("America/Los_Angeles", (1, 0))],
)
def test_days_begin_at_the_readers_midnight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str, counts: tuple[int, int]
) -> None:
    """Six in the morning of the 29th of March, when Europe's clocks have just been put forward."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    at = datetime(2026, 3, 29, 6, tzinfo=UTC)
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: at + 3 * HOUR) as library:
        save(library.store, add_feed(library.store), make_arrival("a", published=at), now=at)
        assert library.statistics.count(2).by_day == counts
    monkeypatch.undo()
    time.tzset()


def test_the_figures_in_words(library: Library) -> None:
    said = describe_statistics(library.statistics.count(7))
    assert said == "7 days: 8 articles · 1.1 a day · 2 sources · 11 unread in all"


def test_an_empty_library(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: NOW) as library:
        counted = library.statistics.count(7)
        assert (counted.by_day, counted.unread_by_day) == ((0,) * 7, (0,) * 7)
        assert (counted.sources, counted.languages, counted.voices) == ((), (), ())
