"""Lists in another order than the one that the store keeps."""

from __future__ import annotations

import pytest

from newstui.model import Order, View
from newstui.store import Store, lists
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

TITLES = {
    # id: (source, title), the newest first
    "a": ("zoo", "Zebra"),
    "b": ("art", "„Über den Fluss“"),
    "c": ("zoo", "éclair"),
    "d": ("art", "apple"),
    "e": ("art", "Überall"),
}


@pytest.fixture
def filled(store: Store) -> Store:
    sources = {name: add_feed(store, name) for name in ("zoo", "art")}
    for hours, (name, (source, title)) in enumerate(TITLES.items(), 1):
        save(store, sources[source], make_arrival(name, title=title, published=NOW - hours * HOUR))
    store.mark([make_id("a"), make_id("c")], read=True, now=NOW)
    return store


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.NEWEST, "abcde"),
        (Order.OLDEST, "edcba"),
        (Order.UNREAD, "bdeac"),
        (Order.SOURCE, "bdeac"),
        (Order.TITLE, "dcbea"),
    ],
)
def test_orders(filled: Store, order: Order, ids: str) -> None:
    stories = filled.orders.sort(filled.list_stories(View()), order, ())
    assert "".join(row.id[0] for row in filled.load_headlines(stories)) == ids


@pytest.mark.parametrize("limit", [None, 1, 2, 3, 4, 9])
def test_orders_by_date_and_of_what_is_unread_are_read_as_far_as_wanted(filled: Store, limit: int | None) -> None:
    two = View(order=Order.OLDEST, sources=tuple(source.key for source in filled.list_sources()))
    for view in (View(order=Order.OLDEST), two):
        oldest = filled.list_stories(view, limit)
        assert "".join(row.id[0] for row in filled.load_headlines(oldest)) == "edcba"[:limit]
    unread = filled.orders.list_unread_first(View(), limit)
    assert "".join(row.id[0] for row in filled.load_headlines(unread)) == "bdeac"[:limit]


@pytest.mark.parametrize("piece", [1, 2, 4, 5, 6])
def test_a_long_list_is_read_in_pieces(filled: Store, piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    views = [View(), View(order=Order.OLDEST), View(unread=True, language="de"), View(language="xx")]
    whole = [filled.list_stories(view) for view in views]
    monkeypatch.setattr(lists, "_PIECE", piece)
    assert [filled.list_stories(view) for view in views] == whole
    assert list(whole[0]) == list(reversed(whole[1]))
    assert len(whole[0]) == len(TITLES)


def test_what_is_newer_is_listed_by_date(filled: Store) -> None:
    last = filled.last_story()
    source = filled.list_sources()[0]
    save(filled, source, make_arrival("f", published=NOW - 9 * HOUR), make_arrival("g", published=NOW - 0.5 * HOUR))
    for order, ids in ((Order.NEWEST, "gf"), (Order.OLDEST, "fg")):
        found = filled.list_stories(View(newer_than=last, order=order))
        assert "".join(row.id[0] for row in filled.load_headlines(found)) == ids
        assert filled.list_stories(View(newer_than=last, order=order), 1) == found[:1]


def test_stories_that_have_gone_stay_in_the_list_until_it_is_loaded(filled: Store) -> None:
    stories = filled.list_stories(View())
    stories.append(999)
    assert set(filled.orders.sort(stories, Order.TITLE, ())) == set(stories)


def test_many_are_marked_by_number_and_age(filled: Store) -> None:
    stories = filled.list_stories(View())
    changes = filled.mark_stories(stories, read=True, now=NOW, older=NOW - 3.5 * HOUR)
    assert sorted(change.id[0] for change in changes) == ["d", "e"]
    assert filled.total_unread() == 1
    filled.restore(changes, NOW)
    assert filled.total_unread() == 3
    assert len(filled.mark_stories(stories[:2], read=True, now=NOW)) == 1
