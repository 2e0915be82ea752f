"""Where stories are at home: the same whether the stories are asked, or the lists of the sources."""

from __future__ import annotations

import pytest

from newstui.model import Reason, View
from newstui.store import Store, shown
from newstui.store.shown import find_homes, list_shown
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

SLOW, FAST = 0, 1 << 40


@pytest.fixture
def filled(store: Store) -> Store:
    """a: alone; b: listed by both; c and d: one story in two sources; e: its source has gone; f: hidden."""
    zoo, art, gone = (add_feed(store, name) for name in ("zoo", "art", "gone"))
    arrivals = {
        name: make_arrival(name, language, published=NOW - hours * HOUR)
        for hours, (name, language) in enumerate(
            {"a": "en", "b": "en", "c": "en", "d": "de", "e": "en", "f": "en"}.items()
        )
    }
    save(store, zoo, *(arrivals[name] for name in "abcf"))
    save(store, art, arrivals["d"], seen=[make_id("b")])
    save(store, gone, arrivals["e"])
    store.ties.tie(make_id("c"), make_id("d"), Reason.NAME)
    store.mark([make_id("e")], starred=True, now=NOW)
    store.mark([make_id("f")], hidden=True, now=NOW)
    store.remove_source(gone.key)
    return store


@pytest.mark.parametrize("many", [SLOW, FAST])
@pytest.mark.parametrize(("ladder", "story_of_two"), [(("en",), "Zoo"), (("de",), "Art")])
def test_homes(
    filled: Store, monkeypatch: pytest.MonkeyPatch, many: int, ladder: tuple[str, ...], story_of_two: str
) -> None:
    monkeypatch.setattr(shown, "_MANY", many)
    names = {int(source.key): source.title for source in filled.list_sources()} | {0: ""}
    with filled._connections.reading() as connection:
        rows = connection.execute("SELECT substr(id, 1, 1), story FROM articles WHERE id <> ?", (make_id("d"),))
        stories = dict(rows) | {"-": 999}
        homes = find_homes(connection, list(stories.values()), ladder)
    found = {name: names[homes[story]] for name, story in stories.items()}
    assert found == {"a": "Zoo", "b": "Zoo", "c": story_of_two, "e": "", "f": "Zoo", "-": ""}


@pytest.mark.parametrize("at_once", [1, 2, 5000])
def test_a_column_of_what_is_shown(filled: Store, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(shown, "_AT_ONCE", at_once)
    stories = [*filled.list_stories(View()), 999]
    with filled._connections.reading() as connection:
        ids = dict(list_shown(connection, stories, "id", ("de",)))
    assert "".join(found[0] for found in ids.values()) == "abde"
    assert list(ids) == stories[:-1]
