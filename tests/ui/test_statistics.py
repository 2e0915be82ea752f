"""Statistics: pictures, periods, and what is opened from there."""

from __future__ import annotations

import pytest

from newstui.model import FulltextRule, View
from newstui.ui.dialogs.spoken import SpokenDialog
from newstui.ui.dialogs.statistics import StatisticsDialog
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary


async def test_the_pictures_of_a_month() -> None:
    library = FakeLibrary()
    library.upkeep.change("harbour", title="[b]Odd feed", folder=None, language="en", fulltext=FulltextRule.NEVER)
    async with open_reader(library, size=(120, 60)) as reader:
        await reader.press("comma", "s")
        assert isinstance(reader.app.screen, StatisticsDialog)
        text = reader.text()
        assert "30 days: " in text
        assert "Articles a day" in text
        assert "█" in text
        assert "Languages" in text
        assert "The busiest sources" in text
        assert "[b]Odd feed" in text, "a source's name is no markup"
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_another_period() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "s")
        for said in ("90 days: ", "7 days: ", "30 days: "):
            await reader.press("p")
            assert said in reader.text()
        assert reader.library.calls.count("statistics 30") == 1, "what is counted is kept"


async def test_a_source_is_opened() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "s")
        languages = len(reader.library.statistics.count(30).languages)
        await reader.hold("j", languages)
        await reader.press("enter")
        assert isinstance(reader.app.screen, MainScreen)
        busiest = reader.library.statistics.count(30).sources[0]
        assert reader.office.list.row.key == f"source:{busiest.name}"


async def test_a_language_is_opened() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "s", "enter")
        spoken = reader.library.statistics.count(30).languages[0]
        assert reader.office.list.view.language == spoken.name
        assert list(reader.room.headlines.stories) == list(reader.library.list_stories(View(language=spoken.name)))


async def test_what_a_speaker_says_is_opened() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "s", "G")
        assert "Quoted most" in reader.text()
        await reader.press("enter")
        assert isinstance(reader.app.screen, SpokenDialog)
        await reader.press("escape", "escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_where_there_are_no_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    async with open_reader() as reader:
        await reader.press("comma", "s")
        assert "###" in reader.text()
        assert "█" not in reader.text()


async def test_an_empty_library_says_what_to_do() -> None:
    async with open_reader(FakeLibrary(empty=True)) as reader:
        await reader.press("comma", "s")
        assert "There is nothing to count yet" in reader.text()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 5)])
async def test_in_every_size(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("comma", "s", "j", "j", "p", "pagedown", "G", "g")
        assert isinstance(reader.app.screen, StatisticsDialog)
