"""Saved views and tags: counted, listed, renamed, removed, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import UsageError
from newstui.library import Library
from newstui.model import SavedView, Tag, View
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.query import QueryError
from tests.unit.store.examples import NOW, add_feed, list_ids, make_arrival, make_id, save


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Four articles: two in German, two in English; a is read, b is starred."""
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: NOW) as library:
        arrivals = [
            make_arrival(name, lang, title=f"Bridge {name}")
            for name, lang in zip("abcd", ("de", "en") * 2, strict=True)
        ]
        save(library.store, add_feed(library.store), *arrivals)
        library.mark([make_id("a")], read=True)
        library.mark([make_id("b")], starred=True)
        library.searching.index_waiting()
        yield library


def list_view(library: Library, unread: bool = False, starred: bool = False) -> str:
    view = replace(library.views.get_view("German"), unread=unread, starred=starred)
    return "".join(row.id[0] for row in library.load_headlines(library.list_stories(view)))


def test_a_view_is_a_query_with_a_name(library: Library) -> None:
    view, undo = library.views.add(" German ", "lang:de bridge")
    assert view == SavedView(key=view.key, name="German", query="lang:de bridge", unread=1)
    assert library.views.list_views() == [view]
    assert list_view(library) == "ac"
    assert list_view(library, unread=True) == "c"
    assert list_view(library, starred=True) == ""
    assert [article.id[0] for article in library.list_articles(View(query="lang:de"), 1)] == ["a"]
    undo()
    assert library.views.list_views() == []


def test_counts_are_kept(library: Library) -> None:
    library.views.add("German", "lang:de")
    library.views.add("One of two", "lang:de OR lang:en")
    undo = library.mark_view(library.views.get_view("German"), read=True)
    assert undo.count == 1
    assert [view.unread for view in library.views.list_views()] == [1, 3]
    assert [view.unread for view in library.views.recount()] == [0, 2]
    assert [view.unread for view in library.views.list_views()] == [0, 2]
    undo()
    assert [view.unread for view in library.views.recount()] == [1, 3]


def test_views_are_renamed_and_removed(library: Library) -> None:
    library.views.add("One", "lang:de")
    library.views.add("Two", "lang:en")
    _, undo = library.views.rename("one", "First")
    assert [view.name for view in library.views.list_views()] == ["First", "Two"]
    undo()
    _, undo = library.views.remove("One")
    assert [view.name for view in library.views.list_views()] == ["Two"]
    undo()
    assert [view.name for view in library.views.list_views()] == ["One", "Two"]
    with pytest.raises(UsageError, match="view Two already"):
        library.views.rename("One", "Two")
    with pytest.raises(UsageError, match="view Two already"):
        library.views.add("Two", "x")
    with pytest.raises(UsageError, match="needs a name"):
        library.views.add(" ", "x")
    with pytest.raises(QueryError):
        library.views.add("Three", "titel:x")
    with pytest.raises(UsageError, match="no view Four"):
        library.views.get_view("Four")


def test_tags_are_set_as_a_whole(library: Library) -> None:
    library.tags.tag([make_id("a"), make_id("b")], add=["later", "Ärger"])
    assert library.tags.list_tags() == [Tag("Ärger", 2, 1), Tag("later", 2, 1)]
    undo = library.tags.set_tags(make_id("a"), ["later", "new"])
    assert library.get_article(make_id("a")).status.tags == ("later", "new")
    assert list_ids(library.store, View(tag="Ärger")) == "b"
    undo()
    assert library.get_article(make_id("a")).status.tags == ("later", "Ärger")
