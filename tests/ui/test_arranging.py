"""Arranging sources and folders: moving, renaming, removing, several at once, and taking it back."""

from __future__ import annotations

from newstui.ui.dialogs.several import SeveralDialog
from newstui.ui.panes.lines import Lines
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def _folders(library: FakeLibrary) -> dict[str, str | None]:
    return {source.title: source.folder for source in library.list_sources()}


async def _go_to(reader: Reader, key: str) -> None:
    await reader.press("1")
    reader.room.sources.go_to(key)
    await reader.settle()


async def test_a_source_is_moved_and_moved_back() -> None:
    async with open_reader() as reader:
        before = _folders(reader.library)
        await _go_to(reader, "source:rivage")
        await reader.press("M")
        await reader.type("World")
        await reader.press("enter")
        assert _folders(reader.library)["Le Rivage"] == "World"
        assert reader.said == "1 source moved; press u to undo: Le Rivage"
        await reader.press("u")
        assert _folders(reader.library) == before
        assert reader.said == "Undone."


async def test_a_folder_is_renamed() -> None:
    async with open_reader() as reader:
        before = _folders(reader.library)
        await _go_to(reader, "folder:World")
        await reader.press("M")
        await reader.hold("backspace", 5)
        await reader.press("enter")
        assert "A folder needs a name." in reader.text()
        await reader.type("[b]Globe")
        await reader.press("enter")
        assert _folders(reader.library)["Hafenblatt"] == "[b]Globe"
        assert reader.said == "Renamed; press u to undo: World → [b]Globe"
        assert reader.room.sources.key == "folder:[b]Globe"
        await reader.press("u")
        assert _folders(reader.library) == before


async def test_a_source_is_removed_and_comes_back() -> None:
    async with open_reader() as reader:
        await _go_to(reader, "source:rivage")
        await reader.press("d", "enter")
        assert "Le Rivage" in _folders(reader.library), "the cursor stands on no"
        await reader.press("1")
        await _go_to(reader, "source:rivage")
        await reader.press("d", "k", "enter")
        assert "Le Rivage" not in _folders(reader.library)
        assert reader.said == "1 source removed; press u to undo: Le Rivage"
        await reader.press("u")
        assert "Le Rivage" in _folders(reader.library)


async def test_a_folder_is_removed_alone_or_with_its_sources() -> None:
    async with open_reader() as reader:
        before = _folders(reader.library)
        await _go_to(reader, "folder:World")
        await reader.press("d", "enter")
        assert _folders(reader.library) == before
        await reader.press("d", "home", "enter")
        assert set(_folders(reader.library).values()) == {None}
        assert reader.said == "The folder is gone, its sources stay; press u to undo: World"
        await reader.press("u")
        assert _folders(reader.library) == before
        await _go_to(reader, "folder:World")
        await reader.press("d")
        assert "with its 3 sources" in reader.text()
        await reader.press("k", "enter")
        assert len(_folders(reader.library)) == 3
        assert reader.said.startswith("3 sources removed; press u to undo: The Harbour Post")
        await reader.press("u")
        assert _folders(reader.library) == before


async def test_several_sources_at_once() -> None:
    async with open_reader() as reader:
        before = _folders(reader.library)
        await reader.press("comma", "m", "M")
        assert "Nothing is marked; press space to mark a source" in reader.text()
        lines = [row for row in reader.text().splitlines() if "World" in row]
        assert lines
        await reader.press("G", "home", "space", "space", "M")
        await reader.type("Abroad")
        await reader.press("enter")
        assert reader.said.startswith("2 sources moved; press u to undo: ")
        assert sum(folder == "Abroad" for folder in _folders(reader.library).values()) == 2
        await reader.press("u")
        assert _folders(reader.library) == before


async def test_a_folder_marks_all_that_is_in_it() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "m")
        assert isinstance(reader.app.screen, SeveralDialog)
        rows = [option.id for option in reader.app.screen.query_one(Lines).options]
        at = rows.index("folder:World")
        await reader.press("g")
        await reader.hold("j", at)
        await reader.press("enter")
        assert "3 sources are marked." in reader.text()
        await reader.press("k", "enter", "d")
        assert "Nothing is marked" in reader.text(), "the second press took the marks away"
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_what_was_removed_before_the_start_is_forgotten() -> None:
    async with open_reader() as reader:
        reader.office.source.catch_up()
        await reader.settle()
        assert "forget removed" in reader.library.calls
