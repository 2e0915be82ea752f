"""Where the reader is in each article: kept while and after it is read, found again at the same height."""

from __future__ import annotations

import pytest

from newstui.model import Position
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def top_line(reader: Reader) -> str:
    article = reader.room.article
    return article.render_line(0).text.strip()


@pytest.mark.parametrize("size", [(80, 16), (120, 20)])
async def test_an_article_opens_where_it_was_left(size: tuple[int, int]) -> None:
    library = FakeLibrary()
    async with open_reader(library, size=size) as reader:
        await reader.press("enter", "space", "j", "j")
        left, words = reader.room.article.scroll_offset.y, top_line(reader)
        assert left > 2
        await reader.press("J", "K")
        assert (reader.room.article.scroll_offset.y, top_line(reader)) == (left, words)
        await reader.press("q", "q", "q")
    async with open_reader(library, size=size) as reader:
        await reader.press("enter")
        assert (reader.room.article.scroll_offset.y, top_line(reader)) == (left, words)


async def test_it_is_the_same_paragraph_on_a_narrower_screen() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(120, 16)) as reader:
        await reader.press("enter", "space", "j")
        block = reader.room.article.position().block
        await reader.press("ctrl+q")
    async with open_reader(library, size=(60, 16)) as reader:
        await reader.press("enter")
        assert reader.room.article.position().block == block


async def test_each_edition_has_its_place() -> None:
    async with open_reader(FakeLibrary(), size=(80, 16)) as reader:
        await reader.press("enter", "space")
        english = reader.room.article.position()
        await reader.press("L", "d", "space")
        german = reader.room.article.position()
        assert german.block > english.block
        await reader.press("J", "K")
        assert reader.title == "The night ferry comes back"
        assert reader.room.article.position() == english
        await reader.press("J")
        reader.library.ladder = ("de",)
        reader.room.headlines.forget_rows()
        await reader.settle()
        await reader.press("K")
        assert reader.title == "Die Nachtfähre kehrt zurück"
        assert reader.room.article.position() == german


async def test_what_was_read_to_its_end_begins_at_its_top() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(80, 16)) as reader:
        await reader.press("enter", "space", "J", "K", "3", "G", "J", "K")
        assert reader.room.article.scroll_offset.y == 0
        await reader.press("ctrl+q")
    assert library.get_reading("ferry-en").place is None


async def test_nothing_is_written_while_the_text_moves() -> None:
    async with open_reader(size=(80, 16)) as reader:
        await reader.press("enter", *["j"] * 12)
        assert not [call for call in reader.library.calls if call.startswith("keep_places")]
        reader.office.places.keep()
        await reader.settle()
        assert [call for call in reader.library.calls if call.startswith("keep_places")] == ["keep_places 1"]
        reader.office.places.keep()
        await reader.settle()
        assert sum(call.startswith("keep_places") for call in reader.library.calls) == 1, "nothing new, nothing written"


async def test_a_place_that_the_article_no_longer_has() -> None:
    library = FakeLibrary()
    library.keep_places({"ferry-en": Position(500, -1, 3)})
    async with open_reader(library, size=(80, 16)) as reader:
        await reader.press("enter")
        assert reader.room.article.scroll_offset.y == 0
