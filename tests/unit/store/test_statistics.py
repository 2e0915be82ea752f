"""Counting lists by day, and what came and was read when."""

from __future__ import annotations

from datetime import timedelta

from newstui.model import Quote, QuoteKind, QuoteSpan, Reason
from newstui.store import Store
from newstui.store.statistics import ListCounts
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

DAY = timedelta(days=1)
BOUNDS = [NOW - 2 * DAY, NOW - DAY, NOW, NOW + DAY]
"""Three days, the last of which begins now."""


def _store() -> Store:
    """a and b yesterday (b read), c the day before, d long ago; e today from another source."""
    store = Store(None)
    one, other = add_feed(store, "one"), add_feed(store, "two")
    for name, ago, language in (("a", 1, "de"), ("b", 1, "fr"), ("c", 2, "de"), ("d", 9, "de")):
        at = NOW - ago * DAY + HOUR
        save(store, one, make_arrival(name, language, published=at), now=at)
    save(store, other, make_arrival("e", "de", published=NOW + HOUR), now=NOW + HOUR)
    store.mark([make_id("b")], read=True, now=NOW + 2 * HOUR)
    return store


def test_stories_are_counted_by_day_and_list() -> None:
    with _store() as store:
        assert store.statistics.count_everything(BOUNDS) == ListCounts((1, 2, 1), 3)
        sources = store.statistics.count_sources(BOUNDS)
        assert list(sources.values()) == [ListCounts((1, 2, 0), 2), ListCounts((0, 0, 1), 1)]
        assert list(sources) == [source.key for source in store.list_sources()]
        assert store.statistics.count_languages(BOUNDS) == {
            "de": ListCounts((1, 1, 1), 3),
            "fr": ListCounts((0, 1, 0), 0),
        }
        assert store.statistics.count_stories() == 5


def test_when_stories_came_and_were_read() -> None:
    with _store() as store:
        assert store.statistics.count_comings(BOUNDS) == ((1, 2, 1), (0, 0, 1))
        store.mark([make_id("d")], read=True, now=NOW - HOUR)
        assert store.statistics.count_comings(BOUNDS) == ((1, 2, 1), (0, 1, 1)), "came before, read now"


def test_what_was_read_when_it_came_has_neither_come_nor_been_read() -> None:
    with _store() as store:
        store.mark([make_id("a")], read=True, now=NOW - 5 * DAY)
        assert store.statistics.count_comings(BOUNDS) == ((1, 1, 1), (0, 0, 1))


def test_editions_are_one_story_and_what_is_hidden_is_none() -> None:
    with _store() as store:
        store.ties.tie(make_id("a"), make_id("c"), Reason.USER)
        assert store.statistics.count_comings(BOUNDS).came == (1, 1, 1)
        store.mark([make_id("e")], hidden=True, now=NOW)
        assert store.statistics.count_comings(BOUNDS).came == (1, 1, 0)
        assert store.statistics.count_everything(BOUNDS).by_day == (1, 1, 0)


def test_quotes_of_a_period() -> None:
    said = [Quote("q", QuoteKind.SPEECH, (QuoteSpan(0, 0, 1),), name, "er", "sagt", 1.0) for name in ("Ada", "Bea")]
    with _store() as store:
        store.quotes.save_found({make_id("a"): said * 2, make_id("d"): said[1:]}, 1)
        keys = {speaker.name: speaker.key for speaker in store.speakers.list_names()}
        assert store.statistics.count_quotes() == 5
        every = list(keys.values())
        assert store.statistics.count_quotes_since(every, NOW - 30 * DAY) == {keys["Ada"]: 2, keys["Bea"]: 3}
        assert store.statistics.count_quotes_since(every, NOW - 2 * DAY) == {keys["Ada"]: 2, keys["Bea"]: 2}
        assert store.statistics.count_quotes_since(every, NOW) == {}


def test_an_empty_library() -> None:
    with Store(None) as store:
        counts = store.statistics
        assert counts.count_everything(BOUNDS) == ListCounts((0, 0, 0), 0)
        assert (counts.count_sources(BOUNDS), counts.count_stories(), counts.count_quotes()) == ({}, 0, 0)
        assert counts.count_comings(BOUNDS) == ((0, 0, 0), (0, 0, 0))
