"""Arranging sources, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.library import Library
from newstui.model import Action, ActionKind, SourceKind, View
from newstui.paths import Paths
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, list_ids, make_arrival, make_id, save

MOVE_TO_WORLD = Action(ActionKind.MOVE, ("World",))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Sources 1 to 4 in the folders World, World / Europe, Coast and none, with the articles a to d; d is starred."""
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(), now=lambda: NOW) as library:
        folders = {"one": "World", "two": "World / Europe", "three": "Coast", "four": None}
        for (name, folder), article in zip(folders.items(), "abcd", strict=True):
            save(library.store, add_feed(library.store, name, folder=folder), make_arrival(article))
        library.mark([make_id("d")], starred=True)
        yield library


def folders(library: Library) -> dict[str, str | None]:
    return {source.title: source.folder for source in library.list_sources()}


def keys(library: Library, *titles: str) -> list[str]:
    return [source.key for source in library.list_sources() if source.title in titles]


def test_several_sources_are_moved(library: Library) -> None:
    before = folders(library)
    undo = library.arranging.move(keys(library, "One", "Four"), "New")
    assert folders(library) == {**before, "One": "New", "Four": "New"}
    assert sorted(list_ids(library.store, View(folder="New"))[i] for i in range(2)) == ["a", "d"]
    undo()
    assert folders(library) == before
    library.arranging.move(keys(library, "One", "Two"), None)
    assert folders(library) == {**before, "One": None, "Two": None}


def test_a_folder_is_renamed_with_the_folders_in_it(library: Library) -> None:
    before = folders(library)
    undo = library.arranging.rename_folder("World", "Globe")
    assert folders(library) == {**before, "One": "Globe", "Two": "Globe / Europe"}
    undo()
    assert folders(library) == before
    library.arranging.rename_folder("World", "Coast")
    assert folders(library)["One"] == "Coast", "two folders become one"


def test_what_was_moved_to_a_folder_and_what_names_it_goes_with_it(library: Library) -> None:
    library.mark([make_id("c")], folder="World")
    library.mark([make_id("d")], folder="World / Europe", hidden=True)
    library.rules.add('-folder:world title:"folder:World" OR folder:"world / europe"', [MOVE_TO_WORLD])
    library.views.add("W", "FOLDER:World is:unread")
    before = named(library)
    undo = library.arranging.rename_folder("World", "The Globe")
    assert list_ids(library.store, View(folder="The Globe")) == "ca"
    assert library.get_article(make_id("d")).status.folder == "The Globe / Europe"
    assert named(library) == (
        '-folder:"The Globe" title:"folder:World" OR folder:"The Globe / Europe"',
        ("The Globe",),
        'folder:"The Globe" is:unread',
    )
    undo()
    assert named(library) == before
    assert list_ids(library.store, View(folder="World")) == "ca"
    assert library.get_article(make_id("d")).status.folder == "World / Europe"


def test_what_was_moved_to_a_folder_that_is_no_more_goes_back(library: Library) -> None:
    library.mark([make_id("c")], folder="World")
    library.rules.add("folder:world", [MOVE_TO_WORLD])
    undo = library.arranging.rename_folder("World", None)
    assert library.get_article(make_id("c")).status.folder is None
    assert list_ids(library.store, View(folder="Coast")) == "c"
    assert library.rules.list_rules()[0].query == "folder:world"
    undo()
    assert list_ids(library.store, View(folder="World")) == "ca"


def named(library: Library) -> tuple[str, tuple[str, ...], str]:
    """The query and the folder of the rule, and the query of the view."""
    (rule,), (view,) = library.rules.list_rules(), library.views.list_views()
    return rule.query, rule.actions[0].words, view.query


def test_a_folder_is_put_into_another(library: Library) -> None:
    library.arranging.rename_folder("Coast", "World / Coast")
    assert folders(library)["Three"] == "World / Coast"


def test_a_folder_is_removed_without_its_sources(library: Library) -> None:
    library.arranging.rename_folder("World", None)
    assert (folders(library)["One"], folders(library)["Two"]) == (None, "World / Europe")


def test_what_is_removed_can_be_taken_back(library: Library) -> None:
    before = library.list_sources()
    undo = library.arranging.remove(keys(library, "One", "Four"))
    assert [source.title for source in library.list_sources()] == ["Three", "Two"]
    assert sorted(list_ids(library.store)) == ["b", "c", "d"], "what is starred stays"
    undo()
    assert library.list_sources() == before
    assert library.arranging.forget_removed() == 0


def test_what_was_removed_is_forgotten_for_good(library: Library) -> None:
    undo = library.arranging.remove(keys(library, "One", "Four"))
    assert library.arranging.forget_removed() == 2
    assert library.store.articles.find(make_id("a")) is None
    assert library.store.articles.find(make_id("d")) is not None
    assert library.check_integrity() == ()
    undo()
    assert len(library.list_sources()) == 2, "too late"
    assert library.arranging.forget_removed() == 0


def test_a_source_that_was_added_again_is_not_forgotten(library: Library) -> None:
    library.arranging.remove(keys(library, "One"))
    library.store.add_source(kind=SourceKind.FEED, title="One", url="https://one.example/feed", now=NOW)
    assert library.arranging.forget_removed() == 0
    assert len(library.list_sources()) == 4
