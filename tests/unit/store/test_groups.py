"""Lists in groups: days in the time zone of here, sources by their names, each below its heading."""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from newstui.model import Group, Heading, Reason, View
from newstui.model.heading import (
    VISIT,
    find_day,
    find_source_number,
    heading_of_day,
    heading_of_source,
    is_heading,
)
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save


@pytest.fixture(autouse=True)
def _in_amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def show(store: Store, rows: Sequence[int]) -> list[str]:
    """What a list holds: ids by their first letter, days and sources as they are."""
    ids = {row.story: row.id[0] for row in store.load_headlines([row for row in rows if row > 0])}
    titles = {heading.key: heading.title for heading in store.groups.load(rows)}
    return [ids.get(row) or titles.get(row) or str(find_day(row) or row) for row in rows]


def test_a_heading_is_no_story_and_no_edition() -> None:
    day, source = heading_of_day(NOW.toordinal()), heading_of_source(12)
    assert [is_heading(row) for row in (1, -1, -(1 << 40), VISIT, day, source)] == [
        False,
        False,
        False,
        True,
        True,
        True,
    ]
    assert (find_day(day), find_day(source), find_day(VISIT), find_day(-4)) == (NOW.date(), None, None, None)
    assert [find_source_number(row) for row in (source, day, VISIT, -4)] == [12, None, None, None]


@pytest.mark.parametrize(
    ("oldest_first", "rows"),
    [
        (False, ["2026-01-06", "a", "b", "2026-01-05", "c", "2025-12-31", "d"]),
        (True, ["2025-12-31", "d", "2026-01-05", "c", "2026-01-06", "b", "a"]),
    ],
)
def test_days_begin_at_midnight_here(store: Store, oldest_first: bool, rows: list[str]) -> None:
    moments = {
        "a": datetime(2026, 1, 6, 8, tzinfo=UTC),
        "b": datetime(2026, 1, 5, 23, 0, tzinfo=UTC),
        "c": datetime(2026, 1, 5, 22, 59, tzinfo=UTC),
        "d": datetime(2025, 12, 31, 22, 59, tzinfo=UTC),
    }
    save(store, add_feed(store), *(make_arrival(name, published=moment) for name, moment in moments.items()))
    stories = store.list_stories(View())
    grouped = store.groups.arrange(stories[::-1] if oldest_first else stories, Group.DAY, (), oldest_first=oldest_first)
    assert show(store, grouped) == rows


def test_within_a_day_another_order_holds(store: Store) -> None:
    moments = {"a": 1, "b": 2, "c": 20}
    save(
        store,
        add_feed(store),
        *(make_arrival(name, published=NOW - timedelta(hours=hours)) for name, hours in moments.items()),
    )
    stories = store.list_stories(View())[::-1]
    assert show(store, store.groups.arrange(stories, Group.DAY, ())) == ["2026-01-06", "b", "a", "2026-01-05", "c"]


def test_sources_stand_by_their_names_with_what_is_unread(store: Store) -> None:
    sources = {name: add_feed(store, name) for name in ("zoo", "école", "dune")}
    for minutes, (name, source) in enumerate([("a", "zoo"), ("b", "école"), ("c", "zoo"), ("d", "dune")]):
        save(store, sources[source], make_arrival(name, published=NOW - timedelta(minutes=minutes)))
    store.mark([make_id("a")], read=True, now=NOW)
    rows = store.groups.arrange(store.list_stories(View()), Group.SOURCE, ())
    assert show(store, rows) == ["Dune", "d", "École", "b", "Zoo", "a", "c"]
    assert [(each.title, each.unread) for each in store.groups.load(rows)] == [("Dune", 1), ("École", 1), ("Zoo", 1)]


def test_what_is_unread_in_groups(store: Store) -> None:
    source = add_feed(store)
    save(store, source, *(make_arrival(name) for name in "abc"))
    store.mark([make_id("b")], read=True, now=NOW)
    stories = store.list_stories(View())
    today, none = heading_of_day(700_000), heading_of_day(699_999)
    groups = {today: [*stories, -7, 999], none: []}
    assert store.groups.count_unread(groups) == [Heading(today, "", 2), Heading(none, "", 0)]


def test_a_story_stands_under_the_source_of_the_edition_that_is_shown(store: Store) -> None:
    german, french = add_feed(store, "german"), add_feed(store, "french")
    save(store, german, make_arrival("a", "de"))
    save(store, french, make_arrival("b", "fr"))
    store.ties.tie(make_id("a"), make_id("b"), Reason.NAME)
    stories = store.list_stories(View())
    for ladder, title in ((("de",), "German"), (("fr",), "French")):
        (heading,) = store.groups.load(store.groups.arrange(stories, Group.SOURCE, ladder))
        assert heading.title == title


def test_what_has_gone_meanwhile_harms_nothing(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a"))
    stories = array("q", [*store.list_stories(View()), 999])
    assert [row for row in store.groups.arrange(stories, Group.DAY, ()) if row > 0] == list(stories)
    by_source = store.groups.arrange(stories, Group.SOURCE, ())
    assert sorted(row for row in by_source if row > 0) == sorted(stories)
    assert store.groups.load([heading_of_source(0), heading_of_source(77)]) == [
        Heading(heading_of_source(0), ""),
        Heading(heading_of_source(77), ""),
    ]


def test_stories_that_came_later_than_another(store: Store) -> None:
    source = add_feed(store)
    assert store.last_story() == 0
    save(store, source, make_arrival("a", "de"), make_arrival("b", "fr"))
    mark = store.last_story()
    save(store, source, make_arrival("c", "de", published=NOW - timedelta(days=9)), make_arrival("d", "fr"))
    assert len(store.list_stories(View(newer_than=mark))) == 2
    both = View(sources=(source.key, "99"), language="de", newer_than=mark)
    assert [row.id[0] for row in store.load_headlines(store.list_stories(both))] == ["c"]
    assert store.count_stories(View(newer_than=mark)) is None
    store.mark_view(View(newer_than=mark), read=True, now=NOW)
    assert len(store.list_stories(View(unread=True))) == 2, "what was there before is not marked"
