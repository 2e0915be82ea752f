"""Tying and setting apart by hand: the dialog, the panes, the list, and undoing."""

from __future__ import annotations

import pytest

from newstui.ui.commands import Pane
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def languages(reader: Reader) -> list[str]:
    return [edition.language for edition in reader.room.languages.editions if edition.available]


async def test_a_candidate_is_tied_and_the_tie_undone() -> None:
    async with open_reader(size=(140, 40)) as reader:
        before = list(reader.room.headlines.stories)
        await reader.press("enter", "2", "j", "T")
        assert "Which article is an edition of this story?" in reader.text()
        assert "Council votes on the tram" in reader.text()
        await reader.press("down", "enter")
        assert "They are one story now; press u to undo: " in reader.said
        assert len(reader.room.headlines.stories) == len(before) - 1
        under = reader.room.headlines.headline_at_cursor
        assert under is not None
        assert under.title == "Council votes on the tram", "the cursor stays on its article"
        assert len(under.languages) == 2
        await reader.press("u")
        assert list(reader.room.headlines.stories) == before
        under = reader.room.headlines.headline_at_cursor
        assert under is not None
        assert under.languages == ("en",)


async def test_any_article_is_found_by_its_words() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "T")
        await reader.type("tempête")
        await reader.press("enter")
        assert "La tempête ferme deux ponts" in reader.said
        assert languages(reader) == ["en", "de", "fr", "fr"], "the open article's pane follows"
        assert "by you" in reader.text()


async def test_words_that_find_nothing_are_told() -> None:
    async with open_reader() as reader:
        await reader.press("T")
        await reader.type("zebra")
        assert "Nothing found." in reader.text()
        await reader.press("enter", "escape")
        assert reader.said == ""


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
async def test_an_edition_is_set_apart_in_the_pane_and_comes_back(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        count = len(reader.room.headlines.stories)
        await reader.press("enter", "4", "j", "U")
        assert reader.said == "Set apart from its story; press u to undo."
        assert languages(reader) == ["en", "fr"]
        assert reader.title == "The night ferry comes back"
        assert len(reader.room.headlines.stories) == count + 1
        assert reader.pane() is Pane.LANGUAGES
        await reader.press("u")
        assert languages(reader) == ["en", "de", "fr"]
        assert len(reader.room.headlines.stories) == count


async def test_the_open_article_is_set_apart_where_it_is_read() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "space")
        place = reader.room.article.position()
        await reader.press("U")
        assert languages(reader) == ["en"]
        assert reader.room.article.position() == place
        await reader.press("s", "2")
        under = reader.room.headlines.headline_at_cursor
        assert under is not None
        assert (under.id, under.starred) == ("ferry-en", True)


async def test_what_was_done_is_said_though_the_end_of_the_article_is_on_the_screen() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "3", "G", "U")
        assert reader.room.article.at_end
        assert reader.said == "Set apart from its story; press u to undo."


async def test_what_cannot_be_set_apart_is_said() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("j", "U")
        assert reader.said == "This article is alone in its story."
        await reader.press("k", "enter", "4", "G", "U")
        assert reader.said == "This edition is not here: nothing ties it."
        await reader.press("u")
        assert reader.said == "There is nothing to undo."


@pytest.mark.parametrize("key", ["T", "U"])
async def test_nothing_is_chosen_in_an_empty_library(key: str) -> None:
    library = FakeLibrary(empty=True)
    library.add_source("quiet.example")
    async with open_reader(library) as reader:
        library.remove_source("added0")
        await reader.press("f", key)
        assert reader.said == "No article is chosen."
