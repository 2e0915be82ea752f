"""Places in articles: kept, forgotten, and outliving what they are places in."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.model import SUMMARY, TITLE, Position
from newstui.store import Store
from tests.unit.store.examples import add_feed, make_arrival, make_id, save

PLACES = (Position(7, 3), Position(0, -2, 180), Position(TITLE, -1, 12), Position(SUMMARY, 0))


@pytest.mark.parametrize("place", PLACES)
def test_a_place_is_kept_as_it_is_until_it_is_forgotten(store: Store, place: Position) -> None:
    assert store.places.find("one") is None
    store.places.keep({"one": Position(1), "two": Position(2)})
    store.places.keep({"one": place})
    assert store.places.find("one") == place
    store.places.keep({"one": None, "nothing": None})
    assert store.places.find("one") is None
    assert store.places.find("two") == Position(2)


def test_a_place_outlives_its_article_and_the_process(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        source = add_feed(store)
        save(store, source, make_arrival("de", "de"))
        store.places.keep({make_id("de"): Position(4, -1, 99)})
        store.remove_source(source.key)
    with Store(tmp_path / "library.db") as store:
        assert store.places.find(make_id("de")) == Position(4, -1, 99)
