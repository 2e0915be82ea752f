"""Dialogs: adding, starting, removing, help, palette, colours."""

from __future__ import annotations

import pytest

from newstui.model import View
from newstui.ui.commands import COMMANDS, Pane
from newstui.ui.dialogs.add import AddDialog
from newstui.ui.dialogs.choose import Choice, rank_choices
from newstui.ui.panes.lines import Lines
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary


async def test_adding_a_source() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("https://new.example")
        await reader.press("tab")
        await reader.type("New")
        await reader.press("tab")
        await reader.type("Wo")
        await reader.press("right", "enter")
        assert reader.said == "Added: New"
        added = next(source for source in reader.library.list_sources() if source.title == "New")
        assert added.folder == "World"
        assert "First from New" in reader.text()


async def test_a_source_that_cannot_be_added_is_told_in_place() -> None:
    async with open_reader() as reader:
        await reader.press("a", "enter")
        assert "An address is needed." in reader.text()
        await reader.type("broken")
        await reader.press("enter")
        assert "broken: no feed was found there" in reader.text()
        assert isinstance(reader.app.screen, AddDialog)
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_choosing_among_several_feeds() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("several.example")
        await reader.press("enter")
        assert "Several feeds were found there; choose one." in reader.text()
        assert "[b]Feed 2" in reader.text()
        await reader.press("j", "enter")
        assert reader.said == "Added: https://several.example/2"


async def test_removing_asks_first() -> None:
    async with open_reader() as reader:
        await reader.press("d")
        assert isinstance(reader.app.screen, MainScreen), "only in the pane of sources"
        await reader.press("1", "d")
        assert reader.said == "Put the cursor on a source to remove it."
        await reader.press("G", "d", "enter")
        assert len(reader.library.list_sources()) == 6, "the cursor stands on no"
        await reader.press("d", "k", "enter")
        assert reader.said == "Removed: De Havenkrant"
        assert str(reader.room.headlines.border_subtitle) == "All"
        assert len(reader.room.headlines.stories) == 31
        assert not reader.library.list_stories(View(sources=("haven",)))
        assert "De Havenkrant" not in reader.text().splitlines()[8]


async def test_the_first_start() -> None:
    async with open_reader(FakeLibrary(empty=True)) as reader:
        assert "Welcome to newstui" in reader.text()
        assert "No sources yet." in reader.text()
        assert reader.said == "Welcome. ⏎ opens the story, ? lists all keys."
        await reader.press("enter")
        assert reader.title == "Welcome to newstui"
        await reader.press("S")
        assert "Deutsche Welle" in reader.text()
        await reader.press("enter", "j", "enter", "escape")
        assert reader.said == "2 sources added."
        assert str(reader.room.headlines.border_subtitle) == "All"
        assert len(reader.room.headlines.stories) == 3
        assert len(reader.library.list_sources()) == 2


async def test_help_lists_every_command_and_finds_by_key_and_by_word() -> None:
    async with open_reader(size=(120, 140)) as reader:
        await reader.press("?")
        listed = reader.text()
        for command in COMMANDS:
            assert command.title in listed
        lines = reader.app.screen.query_one("#choices", Lines)
        await reader.press("s")
        assert lines.key == "command:article.star"
        await reader.press("backspace")
        await reader.type("kept for good")
        assert lines.key == "command:article.star"
        await reader.type("zzz")
        assert "Nothing is called that." in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_the_palette_does_what_is_chosen() -> None:
    async with open_reader() as reader:
        await reader.press("ctrl+p")
        await reader.type("mark all")
        await reader.press("enter")
        assert reader.library.total_unread() == 0
        await reader.press("colon")
        await reader.type("costa")
        await reader.press("enter")
        row = reader.room.sources.row
        assert row is not None
        assert row.title == "La Costa"
        assert str(reader.room.headlines.border_subtitle) == "La Costa"


async def test_colours_are_shown_while_choosing_and_put_back() -> None:
    async with open_reader() as reader:
        before = reader.app.theme
        await reader.press("t", "down")
        assert reader.app.theme != before
        await reader.press("escape")
        assert reader.app.theme == before
        await reader.press("t")
        await reader.type("nord")
        await reader.press("enter")
        assert reader.app.theme == "nord"


@pytest.mark.parametrize(
    ("query", "first"),
    [("star", "Star"), ("j", "Down"), ("nxt", "Next unread"), ("kept for good", "Star")],
)
def test_ranking(query: str, first: str) -> None:
    choices = [
        Choice("1", "Starter sources", "S"),
        Choice("2", "Star", "s", "What is starred is kept for good."),
        Choice("3", "Down", "j ↓"),
        Choice("4", "Next unread", "n"),
    ]
    assert str(getattr(next(rank_choices(choices, query)).prompt, "plain", "")).startswith(first)


async def test_dialogs_fit_a_tiny_terminal() -> None:
    async with open_reader(size=(20, 5)) as reader:
        for key in ("?", "+", "S", "t", "!", "ctrl+p"):
            await reader.press(key, "j", "escape")
            assert isinstance(reader.app.screen, MainScreen), key
        await reader.press("enter", "L", "escape")
        assert reader.pane() is Pane.ARTICLE


async def test_ctrl_q_quits_from_a_dialog() -> None:
    async with open_reader() as reader:
        await reader.press("?")
        await reader.pilot.press("ctrl+q")
        await reader.pilot.pause(0.2)
        assert reader.app._exit
