from __future__ import annotations

import pytest

from newstui.model import Reason, Status, StatusChange, View
from newstui.store import Store, statuses
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save

A, B, C, D = (make_id(name) for name in "abcd")


@pytest.fixture
def filled(store: Store) -> Store:
    """Stories a+b (de, later en), c and d; c in folder F."""
    save(
        store,
        add_feed(store, "one"),
        make_arrival("a", "de", published=NOW - 2 * HOUR),
        make_arrival("b", "en"),
        make_arrival("d"),
    )
    save(store, add_feed(store, "other", folder="F"), make_arrival("c"))
    store.ties.tie(A, B, Reason.NAME)
    return store


def states(store: Store) -> dict[str, tuple[bool, bool]]:
    return {name: (store.get_status(name).read, store.get_status(name).starred) for name in (A, B, C, D)}


def test_a_mark_counts_for_the_story_and_remembers_the_edition(filled: Store) -> None:
    assert filled.total_unread() == 3
    assert filled.mark([A], read=True, now=NOW) == (StatusChange(A, read=False, starred=False),)
    assert (filled.get_status(A).read, filled.get_status(B).read) == (True, False)
    assert filled.total_unread() == 2
    assert filled.load_headlines(filled.list_stories(View()), ["en"])[-1].read
    assert filled.mark([A], read=True, now=NOW + HOUR) == (), "nothing changed"
    assert filled.mark([B], read=False, now=NOW) == (StatusChange(A, read=True, starred=False, read_at=NOW),)
    assert filled.total_unread() == 3


def test_a_star_is_taken_from_all_editions(filled: Store) -> None:
    filled.mark([A], starred=True, now=NOW)
    assert list_ids(filled, View(starred=True, language="en")) == "a"
    assert states(filled)[B] == (False, False)
    filled.mark([B], starred=False, now=NOW)
    assert list_ids(filled, View(starred=True)) == ""
    assert not any(starred for _, starred in states(filled).values())


def test_read_and_star_in_one_go_are_undone_in_one_go(filled: Store) -> None:
    filled.mark([B], read=True, now=NOW)
    before = states(filled)
    changes = filled.mark([A, C, A, D], read=False, starred=True, now=NOW)
    assert sorted(change.id for change in changes) == sorted([A, B, C, D])
    assert filled.total_unread() == 3
    assert filled.count_stories(View(starred=True)) == 3
    redo = filled.restore(changes, NOW)
    assert states(filled) == before
    filled.restore(redo, NOW)
    assert states(filled) == {A: (False, True), B: (False, False), C: (False, True), D: (False, True)}


def test_nothing_is_marked_when_nothing_is_asked(filled: Store) -> None:
    assert filled.mark([A], now=NOW) == filled.mark([], read=True, now=NOW) == filled.restore([], NOW) == ()


def test_an_article_that_is_not_here_keeps_its_mark_until_it_arrives(filled: Store) -> None:
    later = make_id("later")
    assert filled.get_status(later) == Status()
    assert filled.mark([later], read=True, starred=True, now=NOW) == (StatusChange(later, read=False, starred=False),)
    assert filled.get_status(later) == Status(read=True, starred=True)
    (source, _) = filled.list_sources()
    save(filled, source, make_arrival("later"), now=NOW + HOUR)
    assert filled.get_status(later) == Status(read=True, starred=True, arrived_at=NOW + HOUR)
    assert list_ids(filled, View(starred=True)) == "l"
    assert filled.total_unread() == 3


@pytest.mark.parametrize(
    ("view", "unread"),
    [
        (View(), ""),
        (View(folder="F"), "da"),
        (View(sources=("1",)), "c"),
        (View(language="en"), "cd"),
        (View(language="fr"), "cda"),
        (View(starred=True), "cda"),
    ],
)
def test_a_view_is_marked_in_all_its_editions(filled: Store, view: View, unread: str) -> None:
    before = states(filled)
    changes = filled.mark_view(view, read=True, now=NOW)
    assert sorted(list_ids(filled, View(unread=True))) == sorted(unread)
    assert filled.mark_view(view, read=True, now=NOW) == ()
    back = filled.mark_view(view, read=False, now=NOW)
    assert {change.id for change in back} == {change.id for change in changes}
    assert all(change.read and change.read_at == NOW for change in back)
    assert states(filled) == before
    filled.restore(back, NOW)
    filled.restore(changes, NOW)
    assert states(filled) == before


def test_marking_a_view_leaves_what_came_while_the_reader_was_looking(filled: Store) -> None:
    (source, _) = filled.list_sources()
    save(filled, source, make_arrival("old", published=NOW - 99 * HOUR), now=NOW + HOUR)
    filled.mark_view(View(), read=True, now=NOW + 2 * HOUR, before=NOW + HOUR)
    assert list_ids(filled, View(unread=True)) == "o"
    filled.mark_view(View(), read=True, now=NOW + 2 * HOUR, before=NOW + 2 * HOUR)
    assert filled.total_unread() == 0


def test_an_edition_that_comes_to_a_read_story_leaves_it_read(filled: Store) -> None:
    filled.mark([C], read=True, now=NOW)
    (source, _) = filled.list_sources()
    save(filled, source, make_arrival("new", "fr"))
    assert filled.total_unread() == 3
    filled.ties.tie(make_id("new"), C, Reason.MATCHED)
    assert filled.total_unread() == 2
    filled.ties.untie(make_id("new"))
    assert filled.total_unread() == 3


@pytest.mark.parametrize("at_once", [1, 2, 3, 5000])
def test_many_are_marked_some_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(statuses, "_AT_ONCE", at_once)
    source = add_feed(store)
    save(store, source, *(make_arrival(name) for name in "abcde"))
    store.ties.tie(make_id("a"), make_id("e"), Reason.NAME)
    store.mark([make_id("b")], read=True, now=NOW)
    changes = store.mark_view(View(sources=(source.key,)), read=True, now=NOW)
    assert sorted(change.id[0] for change in changes) == ["a", "c", "d", "e"]
    assert store.total_unread() == 0
    undone = store.restore(changes, NOW)
    assert (store.total_unread(), store.get_status(make_id("b")).read) == (3, True)
    store.restore(undone, NOW)
    assert store.total_unread() == 0
    assert store.check_integrity() == ()
