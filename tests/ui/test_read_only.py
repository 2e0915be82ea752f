"""A library that can only be read: told once, and again where something would change it."""

from __future__ import annotations

from newstui.ui.commands import BY_NAME
from newstui.ui.commands.changing import CHANGING
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary

TOLD = "This library cannot be changed, only read;"


def protected() -> FakeLibrary:
    library = FakeLibrary()
    library.protected = True
    return library


async def test_it_is_told_once_and_everything_is_read() -> None:
    library = protected()
    unread = library.total_unread()
    async with open_reader(library, options={"refresh.at_start": True}) as reader:
        assert reader.said.startswith(TOLD)
        assert reader.room.status.severity == "warning"
        reader.office.source.catch_up()
        await reader.press("enter")
        assert reader.title
        assert reader.said == ""
        await reader.press("space", "n", ">", "escape", "/")
        await reader.type("storm")
        await reader.press("enter", "escape")
        assert reader.room.errors == []
        assert library.total_unread() == unread, "what was opened is not marked"
        assert not [call for call in library.calls if call.split()[0] in ("refresh", "mark", "tie_and_index")]


async def test_what_would_change_it_is_not_begun() -> None:
    async with open_reader(protected()) as reader:
        for name in sorted(CHANGING):
            assert name in BY_NAME
            reader.room.say("")
            reader.main.action_command(name)
            await reader.settle()
            assert reader.said.startswith(TOLD), name
            assert isinstance(reader.app.screen, MainScreen)
        assert reader.room.errors == []
