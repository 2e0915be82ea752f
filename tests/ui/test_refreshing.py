"""Refreshing: progress, failures with reasons, stopping, offline, by itself."""

from __future__ import annotations

import asyncio

from newstui.errors import N_, StoreError
from newstui.model import RefreshSummary
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


async def test_failures_have_their_reasons() -> None:
    library = FakeLibrary()
    library.failing = {"costa", "haven"}
    async with open_reader(library) as reader:
        await reader.press("!")
        assert "Nothing has failed." in reader.text()
        await reader.press("escape", "R")
        assert reader.said == "Nothing new. 2 sources failed; press ! to see why."
        line = next(line for line in reader.text().splitlines() if "La Costa" in line)
        assert "! 6" in line
        await reader.press("!")
        assert "La Costa" in reader.text()
        assert "https://costa.example/feed: the server does not answer" in reader.text()
        await reader.press("escape")
        library.failing = set()
        await reader.press("R", "!")
        assert "https://costa" not in reader.text()


async def test_one_source_or_a_folder_alone() -> None:
    async with open_reader() as reader:
        await reader.press("1", "G", "r")
        assert _last_refresh(reader) == "refresh ['haven'] force=False"
        await reader.press("k", "k", "k", "r")
        assert _last_refresh(reader) == "refresh ['harbour', 'hafen', 'haven'] force=False"
        await reader.press("g", "r")
        assert _last_refresh(reader) == "refresh None force=True"


def _last_refresh(reader: Reader) -> str:
    return [call for call in reader.library.calls if call.startswith("refresh")][-1]


async def test_progress_is_shown_and_escape_stops() -> None:
    library = FakeLibrary()
    library.refresh_pause = 0.2
    library.arriving.append(short_reading("new", "News", "harbour", "The Harbour Post", "en", NOW))
    async with open_reader(library) as reader:
        await reader.pilot.press("R")
        for _ in range(100):
            await asyncio.sleep(0.01)
            if "1 new" in reader.room.status.progress:
                break
        assert reader.room.status.progress == "Refreshing 1 of 6 · 1 new · stop: , x"
        assert reader.room.status.share == 1 / 6
        await reader.pilot.press("R")
        assert reader.said == "A refresh is going on already."
        await reader.pilot.press("escape", "escape")
        await reader.settle()
        assert reader.said == "1 new article. The refresh was stopped."
        assert reader.room.status.progress == ""


async def test_reading_goes_on_during_a_refresh() -> None:
    library = FakeLibrary()
    library.refresh_pause = 0.5
    async with open_reader(library) as reader:
        await reader.pilot.press("R", "enter")
        for _ in range(50):
            await asyncio.sleep(0.01)
            if reader.title:
                break
        assert reader.title == "The night ferry comes back"
        assert reader.room.status.progress


async def test_at_start_if_the_settings_say_so() -> None:
    async with open_reader(options={"refresh.at_start": True}) as reader:
        assert [call for call in reader.library.calls if "refresh" in call] == ["refresh None force=False"]


async def test_a_refresh_by_itself_that_brings_nothing_says_nothing() -> None:
    async with open_reader(options={"refresh.at_start": True}) as reader:
        assert reader.said == ""
        await reader.press("R")
        assert reader.said == "Nothing new."


async def test_quitting_stops_a_refresh() -> None:
    library = FakeLibrary()
    library.refresh_pause = 0.1
    async with open_reader(library) as reader:
        await reader.pilot.press("R", "ctrl+q")
        await asyncio.sleep(0.3)
        assert reader.app._exit
        assert reader.office.source.refreshing.was_cancelled


async def test_offline_says_so() -> None:
    async with open_reader(FakeLibrary(offline=True), options={"refresh.at_start": True}) as reader:
        assert not any("refresh" in call for call in reader.library.calls)
        assert reader.text().splitlines()[-2].startswith(" Offline ")
        await reader.press("R")
        assert reader.said == "Offline: nothing is fetched. Start without --offline to look for news."


async def test_a_refresh_that_cannot_be_done_is_told() -> None:
    class Broken(FakeLibrary):
        def refresh(self, *_args: object, **_options: object) -> RefreshSummary:
            raise StoreError(N_("{file}: the disk is full"), file="library.sqlite3")

    async with open_reader(Broken()) as reader:
        await reader.press("R")
        assert reader.said == "library.sqlite3: the disk is full"
        assert reader.room.status.severity == "error"


async def test_what_nobody_foresaw_does_not_end_the_reader() -> None:
    class Broken(FakeLibrary):
        def refresh(self, *_args: object, **_options: object) -> RefreshSummary:
            raise ZeroDivisionError("[boom]")

    async with open_reader(Broken()) as reader:
        await reader.press("R")
        assert reader.said == "Something went wrong that should not: ZeroDivisionError: [boom]"
        await reader.press("!")
        assert "[boom]" in reader.text()
        await reader.press("escape", "enter")
        assert reader.title


async def test_what_can_wait_is_done_after_a_refresh_and_aside() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("R")
        done = library.calls[library.calls.index("refresh None force=True") + 1 :]
        assert [call for call in done if call.startswith(("tie", "find quotes"))] == [
            "tie and index",
            "find quotes aside=True",
        ]


async def test_editions_that_were_tied_meanwhile_are_shown() -> None:
    library = FakeLibrary()
    library.matched = 1
    async with open_reader(library) as reader:
        before = reader.room.headlines.story_at_cursor
        await reader.press("R")
        assert reader.room.headlines.story_at_cursor == before
        assert library.calls.count("tie and index") == 1


async def test_where_nothing_can_be_reached_the_network_is_asked_about() -> None:
    library = FakeLibrary()
    library.failing = {source.key for source in library.list_sources()}
    async with open_reader(library) as reader:
        await reader.press("R")
        assert reader.said == "None of 6 sources could be reached. Is there a network? Press ! to see why."
