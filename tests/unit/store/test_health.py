from __future__ import annotations

from functools import partial

import pytest

from newstui.model import Reason, View
from newstui.store import Store, health
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE lists SET unread = unread + 1 WHERE kind = 'folder'", "counts 3 stories in its list"),
        ("UPDATE lists SET stories = 9 WHERE id = 0", "counts 9 stories in its list 0 (everything)"),
        ("DELETE FROM placements WHERE story = 1 AND state = 1", "has the wrong stories in its list"),
        (
            "UPDATE placements SET sort_at = sort_at + 1 WHERE story = 1 AND list = 0",
            "the wrong stories in its list 0 (everything)",
        ),
        ("INSERT INTO placements VALUES (0, 2, 5, 1)", "has the wrong stories in its list 0 (everything)"),
        ("INSERT INTO placements VALUES (77, 0, 5, 1)", "has the wrong stories in its list 77"),
        ("UPDATE statuses SET read = 1 WHERE starred", "has 1 stories in the wrong lists"),
        ("UPDATE stories SET places = '[0]' WHERE id = 1", "has 1 stories in the wrong lists"),
        ("UPDATE articles SET language = 'xx' WHERE number = 1", "has 1 stories in the wrong lists"),
        ("UPDATE sources SET folder = 'Other'", "has 3 stories in the wrong lists"),
        ("INSERT INTO stories (sort_at) VALUES (1)", "has 1 stories in the wrong lists"),
    ],
)
def test_what_is_wrong_is_told_and_repaired(damage: str, told: str) -> None:
    with Store(None) as store:
        source = add_feed(store, folder="News")
        save(store, source, *(make_arrival(name, "de") for name in "abcd"))
        store.ties.tie(make_id("a"), make_id("b"), Reason.NAME)
        store.mark([make_id("c")], read=True, now=NOW)
        store.mark([make_id("d")], starred=True, now=NOW)
        assert store.check_integrity() == ()
        with store._connections.writing() as connection:
            connection.execute(damage)
        assert told in "\n".join(str(problem) for problem in store.check_integrity())
        store.repair()
        assert store.check_integrity() == ()
        assert len(store.list_stories(View(sources=(source.key,)))) == 3


def test_a_row_without_its_parent_is_told() -> None:
    with Store(None) as store:
        save(store, add_feed(store), make_arrival("a"))
        with store._connections.alone() as connection:
            connection.execute("PRAGMA foreign_keys = OFF; DELETE FROM articles")
        assert "is damaged: bodies, 1: articles" in "\n".join(str(problem) for problem in store.check_integrity())


def test_the_check_says_how_far_it_is_and_stops_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_STEPS", 100)
    monkeypatch.setattr(health, "_BATCH", 5)
    with Store(None) as store:
        save(store, add_feed(store), *(make_arrival(f"{number}") for number in range(20)))
        told: list[tuple[int, int]] = []

        def tell(done: int, total: int, until: int = 1000) -> bool:
            told.append((done, total))
            return done < until

        assert store.check_integrity(tell) == ()
        assert {total for _, total in told} == {20}
        done = [done for done, _ in told]
        assert done == sorted(done)
        assert {done for done in done if done > 15} == {16, 17, 18}
        assert len({done for done in done if done < 15}) > 3
        with store._connections.writing() as connection:
            connection.execute("DELETE FROM placements")
        for until in (0, 5, 17):
            told.clear()
            assert store.check_integrity(partial(tell, until=until)) == ()
            assert told[-1][0] >= until
        assert store.check_integrity()
