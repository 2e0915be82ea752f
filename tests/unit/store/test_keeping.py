"""What goes when a source's articles are old or many, what stays, and that what went does not come back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from newstui.model import Source
from newstui.refresh.decide import decide
from newstui.store import Store
from newstui.store.keeping import KeepLimits
from tests.unit.store.examples import NOW, add_feed, list_ids, make_arrival, make_id, save

DAY = timedelta(days=1)


def drop(store: Store, source: Source, **limits: Any) -> int:
    given = KeepLimits(**limits)
    count = store.keeping.count_disposable(source.key, given, NOW)
    dropped = 0
    while done := store.keeping.drop_batch(source.key, given, NOW, 2):
        dropped += done
    assert count == dropped
    return dropped


def fill(store: Store, *, arrived_days_ago: int = 0) -> Source:
    """A source with a to f, one a day, f of today; all are read."""
    source = add_feed(store)
    arrivals = [make_arrival(name, published=NOW - (5 - place) * DAY) for place, name in enumerate("abcdef")]
    for place, arrival in enumerate(arrivals):
        save(store, source, arrival, now=NOW - max(5 - place, 0) * DAY + arrived_days_ago * DAY)
    store.mark([make_id(name) for name in "abcdef"], read=True, now=NOW)
    return source


def test_what_is_older_goes(store: Store) -> None:
    source = fill(store)
    assert drop(store, source, days=3) == 2
    assert list_ids(store) == "fedc"
    assert store.get_status(make_id("a")).read, "what was read is remembered"


def test_what_has_just_arrived_is_not_old_yet(store: Store) -> None:
    source = fill(store, arrived_days_ago=5)
    assert drop(store, source, days=3) == 0


def test_what_is_too_many_goes(store: Store) -> None:
    source = fill(store)
    assert drop(store, source, articles=10) == 0
    assert drop(store, source, articles=4) == 2
    assert list_ids(store) == "fedc"
    assert drop(store, source, articles=3, days=1) == 2


def test_no_limit_lets_nothing_go(store: Store) -> None:
    source = fill(store)
    assert not KeepLimits()
    assert drop(store, source) == 0


def test_what_the_reader_marked_stays(store: Store) -> None:
    source = fill(store)
    store.mark([make_id("a")], starred=True, now=NOW)
    store.mark([make_id("b")], tag=["keep"], now=NOW)
    store.mark([make_id("c")], read=False, now=NOW)
    store.mark([make_id("d")], read=False, hidden=True, now=NOW)
    assert drop(store, source, articles=1) == 2
    assert list_ids(store) == "fcba", "unread ones stay, hidden ones are done with"
    assert drop(store, source, articles=1, unread=True) == 1
    assert list_ids(store) == "fba"


def test_what_another_source_lists_stays_there(store: Store) -> None:
    source, other = fill(store), add_feed(store, "two")
    save(store, other, seen=[make_id("a")])
    assert drop(store, source, articles=5) == 1
    assert list_ids(store) == "fedcba"
    assert store.find_known(["guid:a"], dropped=True)["guid:a"].id == make_id("a")


def test_what_went_does_not_come_back(store: Store) -> None:
    source = fill(store)
    drop(store, source, articles=5)
    assert store.find_known(["guid:a"]) == {}
    arrivals = [make_arrival(name) for name in "ab"]
    known = store.find_known(["guid:a", "guid:b"], dropped=True)
    decision = decide(arrivals, known, source.key)
    assert (decision.new, decision.arrivals, decision.seen) == (0, (), (make_id("b"),))
    store.remove_source(source.key)
    again = add_feed(store)
    assert store.find_known(["guid:a"], dropped=True) == {}, "who subscribes anew gets all of it"
    save(store, again, make_arrival("a"))
    assert list_ids(store) == "a"


def test_sizes_are_those_of_the_texts(store: Store) -> None:
    source, empty = fill(store), add_feed(store, "two")
    before = store.keeping.measure([source.key, empty.key])
    assert [(size.articles, size.size > 0) for size in before] == [(6, True), (0, False)]
    save(store, source, make_arrival("a", body="Other. " * 50))
    (after,) = store.keeping.measure([source.key])
    assert after.size > before[0].size, "earlier wordings count too"


def test_free_pages_are_given_back_in_steps(tmp_path: Any) -> None:
    path = tmp_path / "library.db"
    with Store(path) as store:
        source = add_feed(store)
        noise = [
            make_arrival(f"{number}", body="".join(map(chr, range(200, 3000))) + str(number)) for number in range(600)
        ]
        save(store, source, *noise)
        store.remove_source(source.key)
        left = store.keeping.give_back_pages()
        assert left > 0
        while left := store.keeping.give_back_pages():
            pass
