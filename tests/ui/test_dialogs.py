"""Dialogs: adding, starting, removing, help, palette, colours."""

from __future__ import annotations

import pytest

from newstui.model import FulltextRule, View
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
        await reader.press("right", "tab")
        await reader.type("DE")
        await reader.press("enter")
        assert reader.said == "Added: New"
        added = next(source for source in reader.library.list_sources() if source.title == "New")
        assert (added.folder, added.language) == ("World", "de")
        assert "First from New" in reader.text()
        assert "tie and index" in reader.library.calls, "what has come can be found by its words"


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
        assert "Several feeds were found there; choose one or more." in reader.text()
        assert "[b]Feed fr" in reader.text()
        assert "RSS · French · https://several.example/fr" in reader.text()
        await reader.press("j", "enter")
        assert "✓ [b]Feed fr" in reader.text()
        assert "Added: https://several.example/fr" in reader.text()
        await reader.press("enter", "j", "enter", "escape")
        assert reader.said == "2 sources added.", "twice the same is once"
        await reader.press("+")
        await reader.type("several.example")
        await reader.press("enter", "j", "enter")
        assert "Subscribed to already: https://several.example/fr" in reader.text()
        assert "subscribed to already · RSS · French" in reader.text()
        await reader.press("k", "enter", "escape")
        assert reader.said == "Added: https://several.example/de"
        assert len(reader.library.list_sources()) == 9


async def test_one_of_several_that_fails_leaves_the_choice() -> None:
    library = FakeLibrary()
    library.failing.add("https://several.example/de")
    async with open_reader(library) as reader:
        await reader.press("+")
        await reader.type("several.example")
        await reader.press("enter", "enter")
        assert "! [b]Feed de" in reader.text()
        assert "https://several.example/de: the server does not answer" in reader.text()
        library.failing.clear()
        await reader.press("enter", "escape")
        assert reader.said == "Added: https://several.example/de"


async def test_what_is_there_already_is_said() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("https://costa.example/feed")
        await reader.press("enter")
        assert reader.said == "Subscribed to already: La Costa"
        assert reader.room.sources.row is not None
        assert reader.room.sources.row.title == "La Costa"
        assert len(reader.library.list_sources()) == 6


async def test_what_could_not_be_read_yet_is_told_with_the_reason() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("https://down.example/feed")
        await reader.press("enter")
        assert reader.said == (
            "Added, but it could not be read yet: https://down.example/feed · https://down.example/feed: it is down"
        )
        await reader.press("+")
        await reader.type("https://unlooked.example/feed")
        await reader.press("enter")
        assert reader.said.startswith("Added; the next refresh with a network looks at it: https://unl")


async def test_escape_stops_a_search_and_then_closes() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("slow.example")
        reader.send("enter")
        while "Looking at https://slow.example …" not in reader.text():
            await reader.pilot.pause()
        assert "Escape stops." in reader.text()
        await reader.press("escape")
        assert "Stopped; nothing was added." in reader.text()
        assert isinstance(reader.app.screen, AddDialog)
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)
        assert len(reader.library.list_sources()) == 6


async def test_a_language_that_is_none_is_told_before_anything_is_asked() -> None:
    async with open_reader() as reader:
        await reader.press("+")
        await reader.type("slow.example")
        await reader.press("down", "down", "down")
        await reader.type("deutsch!")
        await reader.press("enter")
        assert "deutsch! is no language tag; write one such as de, en or pt-BR." in reader.text()


async def test_a_source_says_how_it_is_and_is_changed() -> None:
    async with open_reader() as reader:
        await reader.press("H")
        assert reader.said == "Put the cursor on a source to see how it is."
        await reader.press("1", "G", "H")
        text = reader.text()
        assert "https://haven.example/feed" in text
        assert "Failed: [b]De Havenkrant is closed" in text
        await reader.type(" X")
        await reader.press("down", "ctrl+u")
        await reader.type("Zuid")
        await reader.press("tab", "tab", "j", "j", "enter")
        assert reader.said == "Changed: De Havenkrant X"
        changed = next(source for source in reader.library.list_sources() if source.key == "haven")
        assert (changed.title, changed.folder, changed.language) == ("De Havenkrant X", "Zuid", "nl")
        assert changed.fulltext is FulltextRule.ALWAYS
        assert "▾ Zuid" in reader.text()
        row = reader.room.sources.row
        assert row is not None
        assert row.title == "De Havenkrant X"


async def test_a_source_moves_to_another_folder() -> None:
    async with open_reader() as reader:
        await reader.press("1", "M")
        assert reader.said == "Put the cursor on a source or a folder to move it."
        await reader.press("G", "M")
        assert "De Havenkrant" in reader.text()
        await reader.press("up", "enter")
        assert reader.said == "1 source moved; press u to undo: De Havenkrant"
        folders = {source.key: source.folder for source in reader.library.list_sources()}
        assert folders["haven"] is None
        await reader.press("M")
        await reader.type("wor")
        await reader.press("enter")
        assert {source.key: source.folder for source in reader.library.list_sources()}["haven"] == "World"
        await reader.press("M")
        await reader.type("Nord")
        assert "A new folder: “Nord”" in reader.text()
        await reader.press("enter")
        assert {source.key: source.folder for source in reader.library.list_sources()}["haven"] == "Nord"
        await reader.press("M", "escape")
        assert {source.key: source.folder for source in reader.library.list_sources()}["haven"] == "Nord"


async def test_removing_asks_first() -> None:
    async with open_reader() as reader:
        await reader.press("d")
        assert isinstance(reader.app.screen, MainScreen), "only in the pane of sources"
        await reader.press("1", "d")
        assert reader.said == "Put the cursor on a source or a folder to remove it."
        await reader.press("G", "d", "enter")
        assert len(reader.library.list_sources()) == 6, "the cursor stands on no"
        await reader.press("d", "k", "enter")
        assert reader.said == "1 source removed; press u to undo: De Havenkrant"
        assert str(reader.room.headlines.border_subtitle) == "All"
        assert len(reader.room.headlines.stories) == 31
        assert not reader.library.list_stories(View(sources=("haven",)))
        assert "De Havenkrant" not in reader.text().splitlines()[8]


async def test_the_first_start() -> None:
    async with open_reader(FakeLibrary(empty=True)) as reader:
        assert "Welcome to newstui" in reader.text()
        assert "No sources yet." in reader.text()
        assert reader.said == "Welcome. Press ⏎ to open the story, ? for all keys."
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
    async with open_reader(size=(120, 200)) as reader:
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
        await reader.press("comma", "t", "down")
        assert reader.app.theme != before
        await reader.press("escape")
        assert reader.app.theme == before
        await reader.press("comma", "t")
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
        for key in ("?", "+", "S", "!", "ctrl+p"):
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


async def test_few_choices_need_little_room_whatever_is_typed() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("O")
        frame = reader.app.screen.query_one(".dialog")
        height = frame.region.height
        assert height <= 12
        await reader.type("old")
        assert frame.region.height == height
        await reader.pilot.resize_terminal(80, 16)
        await reader.settle()
        assert frame.region.bottom <= 16
        await reader.press("escape", ":")
        assert reader.app.screen.query_one(".dialog").region.height >= 14, "many commands take what there is"
