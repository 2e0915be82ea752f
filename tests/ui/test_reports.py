"""Messages, the check of the library, and what newstui is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from threading import Event

import pytest

from newstui import __version__
from newstui.errors import FetchError, MiscountError, NewstuiError, StoreError
from newstui.ui.dialogs.health import DoctorDialog
from newstui.ui.dialogs.messages import MessagesDialog
from newstui.ui.messages import KEPT, Messages, Told
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary

LONG = (
    "https://example.org/feed: the server says that it is tired and would rather sleep, "
    + "and so on, " * 30
    + "THE-END"
)


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is copied to the clipboard."""
    texts: list[str] = []
    monkeypatch.setattr("textual.app.App.copy_to_clipboard", lambda _app, text: texts.append(text))
    return texts


# Messages


async def test_messages_are_listed_in_full_the_newest_first(copied: list[str]) -> None:
    async with open_reader(size=(80, 40)) as reader:
        reader.room.say("The [b]first[/b] message.")
        reader.room.fail(FetchError(LONG))
        await reader.press("comma", "e")
        assert isinstance(reader.app.screen, MessagesDialog)
        text = reader.text()
        assert text.index("the server says") < text.index("THE-END") < text.index("The [b]first[/b] message.")
        await reader.press("y")
        assert copied == [LONG]
        await reader.press("j", "y", "escape")
        assert copied[-1] == "The [b]first[/b] message."
        assert isinstance(reader.app.screen, MainScreen)


async def test_no_message_yet() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "e")
        assert "Nothing has been said yet." in reader.text()
        await reader.press("y", "escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_a_message_that_is_cut_says_which_key_shows_all_of_it() -> None:
    async with open_reader(size=(80, 24)) as reader:
        reader.room.fail(FetchError(LONG))
        await reader.settle()
        foot = reader.text().splitlines()[-2]
        assert foot.rstrip().endswith(", e all of it")
        reader.room.say("Short.")
        await reader.settle()
        foot = reader.text().splitlines()[-2]
        assert foot.startswith(" Short.")
        assert "all of it" not in foot


async def test_a_message_that_just_fits_takes_the_room_of_the_place() -> None:
    async with open_reader(size=(80, 24)) as reader:
        reader.room.say("x" * 78)
        await reader.settle()
        assert reader.text().splitlines()[-2].strip() == "x" * 78


def test_the_same_message_twice_is_one() -> None:
    messages = Messages()
    messages.note(Told(NOW, "a"))
    messages.note(Told(NOW, "a"))
    messages.note(Told(NOW, "a", "error"))
    assert [told.severity for told in messages.list_newest()] == ["error", "information"]


def test_so_many_messages_are_kept() -> None:
    messages = Messages()
    for number in range(KEPT + 5):
        messages.note(Told(NOW, str(number)))
    assert len(messages.list_newest()) == KEPT
    assert messages.list_newest()[0].text == str(KEPT + 4)


async def test_a_mark_that_cannot_be_written_is_shown_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    library = FakeLibrary()

    def mark(*_ids: object, **_marking: object) -> None:
        raise StoreError("There is no room left.")

    monkeypatch.setattr(library, "mark", mark)
    async with open_reader(library) as reader:
        await reader.press("s")
        assert reader.said == "There is no room left."
        headline = reader.room.headlines.headline_at_cursor
        assert headline is not None
        assert not headline.starred


# The check


async def _check(reader: Reader) -> None:
    await reader.press(":")
    await reader.type("Check the library")
    await reader.press("enter")


async def test_a_sound_library(copied: list[str]) -> None:
    async with open_reader() as reader:
        await _check(reader)
        assert "All is well." in reader.text()
        assert __version__ in reader.text()
        await reader.press("m")
        assert "There is nothing to mend here." in reader.text()
        await reader.press("y")
        assert f"newstui: {__version__}\n" in copied[0]
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_what_is_miscounted_is_mended_there() -> None:
    library = FakeLibrary()
    library.problems = [MiscountError("The list [b] is wrong.")]
    async with open_reader(library) as reader:
        await _check(reader)
        assert "✗  " in reader.text()
        assert "The list [b] is wrong. Work out its counts and indexes anew: newstui doctor --repair." in reader.text()
        assert "Something is wrong; press m to mend it." in reader.text()
        await reader.press("m")
        assert "repair" in library.calls
        assert "All is well." in reader.text()


async def test_what_is_damaged_says_what_to_do() -> None:
    library = FakeLibrary()
    library.problems = [StoreError("The file is damaged.")]
    async with open_reader(library) as reader:
        await _check(reader)
        assert "The file is damaged. Put back a copy of the file" in reader.text()
        assert "Something is wrong; see above." in reader.text()


async def test_a_check_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    library = FakeLibrary()
    begun = Event()

    def check(tell: Callable[[int, int], bool]) -> tuple[NewstuiError, ...]:
        while tell(1, 100):
            begun.set()
            time.sleep(0.01)
        return ()

    monkeypatch.setattr(library.store, "check_integrity", check)
    async with open_reader(library) as reader:
        await reader.press(":")
        await reader.type("Check the library")
        reader.send("enter")
        assert await asyncio.to_thread(begun.wait, 30)
        reader.send("escape")
        await reader.settle()
        assert isinstance(reader.app.screen, DoctorDialog)
        assert "The check was stopped" in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


# About


async def test_what_newstui_is() -> None:
    async with open_reader() as reader:
        await reader.press(":")
        await reader.type("About newstui")
        await reader.press("enter")
        text = reader.text()
        assert "MIT licence" in text
        assert __version__ in text
        assert "? Help" in text.replace("\N{NO-BREAK SPACE}", " ")
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)
