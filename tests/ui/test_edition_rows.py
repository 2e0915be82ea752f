"""Every edition in a row of its own, beneath its story's."""

from __future__ import annotations

import pytest

from newstui.model import Headline
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def under(reader: Reader) -> Headline:
    headline = reader.room.headlines.headline_at_cursor
    assert headline is not None
    return headline


async def test_editions_have_rows_beneath_their_story_and_lose_them_again() -> None:
    async with open_reader(size=(120, 40)) as reader:
        before = list(reader.room.headlines.stories)
        await reader.press("V")
        rows = list(reader.room.headlines.stories)
        assert [row for row in rows if row > 0] == before
        assert all(row < 0 for row in rows[1:3])
        assert "de Die Nachtfähre kehrt zurück" in reader.text()
        assert "fr Le ferry de nuit revient" in reader.text()
        await reader.press("j", "j", "V")
        assert list(reader.room.headlines.stories) == before
        assert under(reader).title == "The night ferry comes back", "the cursor goes to the story of its edition"


async def test_the_choice_is_remembered() -> None:
    library = FakeLibrary()
    for expected in (True, False):
        async with open_reader(library) as reader:
            await reader.press("V")
        async with open_reader(library) as reader:
            assert any(row < 0 for row in reader.room.headlines.stories) is expected


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (140, 40)])
async def test_an_edition_is_opened_from_its_row_and_its_story_is_read(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("V", "j", "j", "enter")
        assert reader.title == "Le ferry de nuit revient"
        await reader.press("2")
        assert under(reader).id == "ferry-fr", "the cursor stays on the edition's row"
        story = reader.library.load_headlines([under(reader).story])[0]
        assert story.read
        await reader.press("k", "k")
        assert under(reader).read, "all rows of the story say so"


async def test_a_star_is_the_storys() -> None:
    async with open_reader() as reader:
        await reader.press("V", "j", "s", "k")
        assert under(reader).starred
        await reader.press("s", "j")
        assert not under(reader).starred


async def test_reading_on_goes_from_story_to_story() -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("V", "j", "j", "j", "enter")
        assert reader.title == "Council votes on the tram"
        await reader.press("p")
        assert reader.title == "The night ferry comes back", "not one of the editions beneath it"
        await reader.press("n")
        assert reader.title == "Rat stimmt über die Straßenbahn ab"


async def test_an_edition_set_apart_gets_a_storys_row() -> None:
    async with open_reader(size=(120, 40)) as reader:
        count = len(reader.room.headlines.stories)
        await reader.press("V", "j", "U")
        assert (under(reader).id, under(reader).beneath) == ("ferry-de", 0)
        assert len(reader.room.headlines.stories) == count + 2
        await reader.press("u")
        assert (under(reader).id, under(reader).beneath) != ("ferry-de", 0)
        assert len(reader.room.headlines.stories) == count + 2


async def test_unread_counts_are_of_stories() -> None:
    async with open_reader(size=(120, 40)) as reader:
        before = reader.library.total_unread()
        await reader.press("V", "j", "enter")
        assert reader.library.total_unread() == before - 1
