"""Finding words in the article and among the headlines."""

from __future__ import annotations

import pytest

from newstui.model import View
from newstui.ui.commands import Pane
from newstui.ui.desks.finding import find_headlines
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary


async def test_in_the_article() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "slash")
        await reader.type("midnight")
        assert reader.said.startswith("Place 1 of ")
        await reader.press("enter")
        assert reader.pane() is Pane.ARTICLE
        assert reader.office.pane.widget.has_focus
        await reader.press("n")
        assert reader.said.startswith("Place 2 of ")
        await reader.press("N")
        assert reader.said.startswith("Place 1 of ")
        await reader.press("escape")
        assert reader.pane() is Pane.ARTICLE, "the first Escape ends the search"
        await reader.press("n")
        assert reader.title == "Council votes on the tram"


async def test_in_the_article_without_success() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "slash")
        await reader.type("zebra")
        await reader.press("enter")
        assert reader.said == "Not found."
        await reader.press("N")
        assert reader.said == "Nothing is being found; press / to start."


async def test_another_article_ends_the_search() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "slash")
        await reader.type("midnight")
        await reader.press("enter", "J", "n")
        assert reader.title == "Rat stimmt über die Straßenbahn ab"


async def test_leaving_the_line_by_escape() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "slash", "x", "escape")
        assert reader.pane() is Pane.ARTICLE
        assert not reader.main.query_one("#find").display
        await reader.press("j")


async def test_among_the_headlines() -> None:
    async with open_reader() as reader:
        await reader.press("slash")
        await reader.type("storm")
        await reader.press("enter")
        assert reader.said == "4 headlines found; press esc to show all again."
        assert "“storm”" in str(reader.room.headlines.border_subtitle)
        assert len(reader.room.headlines.stories) == 4
        await reader.press("A")
        assert reader.library.total_unread() == 23
        await reader.press("escape")
        assert len(reader.room.headlines.stories) == 37
        assert reader.pane() is Pane.HEADLINES


async def test_nothing_among_the_headlines() -> None:
    async with open_reader() as reader:
        await reader.press("slash")
        await reader.type("zebra")
        await reader.press("enter")
        assert "Nothing found. Press esc for the whole list." in reader.text()
        await reader.press("slash")
        await reader.hold("backspace", 5)
        await reader.press("enter")
        assert len(reader.room.headlines.stories) == 37


@pytest.mark.parametrize(("words", "count"), [("STURM brucken", 2), ("tramway", 2), ("tranvia", 2), ("two one", 0)])
def test_words_whatever_their_case_and_accents(words: str, count: int) -> None:
    library = FakeLibrary()
    assert len(find_headlines(library, library.list_stories(View()), words)) == count
