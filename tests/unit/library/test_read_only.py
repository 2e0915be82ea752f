"""A library that can only be read: everything is shown, nothing is kept, and what would change it says why not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import ReadOnlyError
from newstui.library import Library
from newstui.library.health import find_problems
from newstui.model import Position, View
from newstui.paths import Paths
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save
from tests.unit.store.read_only import forbid_writing

ID = make_id("a")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Store(paths.library_file) as store:
        save(store, add_feed(store), make_arrival("a"), make_arrival("b"))
    forbid_writing(monkeypatch)
    with Library(Store(paths.library_file), paths, Settings(), now=lambda: NOW) as library:
        yield library


def test_what_is_there_is_read(library: Library) -> None:
    assert library.read_only
    assert len(library.load_headlines(library.list_stories(View()))) == 2
    assert library.get_reading(ID).article.id == ID
    assert library.views.recount() == []


def test_small_things_go_unkept(library: Library) -> None:
    library.remember("a", "1")
    assert library.recall("a") is None
    library.keep_places({ID: Position(0, 1)})
    assert library.searching.index_waiting() == library.match_waiting() == library.tie_and_index() == 0


def test_changes_say_why_they_are_not_made(library: Library) -> None:
    for change in (
        lambda: library.mark([ID], read=True),
        lambda: library.mark_view(View(), read=True),
        lambda: library.remove_source(library.list_sources()[0].key),
        library.refresh,
        library.repair,
    ):
        with pytest.raises(ReadOnlyError):
            change()
    assert library.total_unread() == 2


def test_the_doctor_tells_it(library: Library) -> None:
    assert [finding.error.template[:30] for finding in find_problems(library)] == ["This library cannot be changed"]
