from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.library import Library
from newstui.model import View
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.query import QueryError, Words
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Ten articles in English, none of them indexed."""
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: NOW) as library:
        arrivals = [make_arrival(f"{letter}", "en", title=f"Bridge {letter}{letter}") for letter in "bcdefghijk"]
        save(library.store, add_feed(library.store), *arrivals)
        yield library


def test_what_has_arrived_is_indexed_until_it_is_cancelled(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.library.searching._BATCH", 4)
    searching = library.searching
    told: list[int] = []
    assert searching.count_unindexed() == 10
    assert searching.index_waiting(told.append, lambda: bool(told)) == 4
    assert len(searching.search("bridge")) == 4
    assert searching.index_waiting(told.append) == 6
    assert told == [4, 4, 6]
    assert searching.count_unindexed() == 0
    assert len(searching.search("bridge")) == searching.count_stories("bridge") == 10
    assert searching.count_stories("bridge", 3) == 4


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("brid", True),
        ("bri", False),
        ("bridge ", False),
        ("foo:bri", None),
        ("title:brid", True),
        ("NOT", None),
        ("(a|bri", None),
    ],
)
def test_a_last_word_may_go_on_while_it_is_typed(library: Library, text: str, prefix: bool | None) -> None:
    if prefix is None:
        with pytest.raises(QueryError):
            library.searching.check_query(text, typing=True)
    else:
        tree = library.searching.check_query(text, typing=True)
        assert isinstance(tree, Words)
        assert tree.unfinished is prefix
        assert library.searching.check_query(text) == Words(tree.text, tree.scope)


def test_what_is_being_typed_finds_what_it_begins(library: Library) -> None:
    library.searching.index_waiting()
    assert len(library.searching.search("-is:read brid", 3, typing=True)) == 3
    assert list(library.searching.list_stories("lang:en", 2)) == list(library.store.list_stories(View(), 2))
    assert len(library.searching.list_stories("bridge", ranked=True)) == 10
    assert library.searching.choose_articles('"bb"', [make_id("b"), make_id("c")]) == [make_id("b")]


def test_what_stands_in_titles_is_had_first(library: Library) -> None:
    source = add_feed(library.store, "two")
    save(library.store, source, make_arrival("x", "en", title="Ferry", body="The bridge is far."))
    library.searching.index_waiting()
    assert len(library.searching.list_stories("br*", ranked=True)) == 11
    titled = library.searching.list_titled("br*", 60)
    assert len(titled) == 10
    assert list(library.searching.list_titled("br* -cc", 60)) == [
        story for story in titled if story in set(library.searching.list_stories("title:br* -cc"))
    ]
    assert len(library.searching.list_titled("br*", 3)) == 3
    assert len(library.searching.list_titled("is:unread", 3)) == 0, "without words there is nothing to rank"
    with pytest.raises(QueryError):
        library.searching.list_titled("br* titel:x", 3)
