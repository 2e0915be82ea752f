"""Selecting with keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.ui.commands import Pane
from tests.ui.driver import open_reader
from tests.ui.test_outside import _wait_for


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (20, 5)])
async def test_words_are_selected_and_copied(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "copied"
    async with open_reader(size=size, options={"commands.copy": ["tee", str(file)]}) as reader:
        await reader.press("enter", "comma", "c")
        assert reader.said == "Caret: v selects, Escape leaves."
        await reader.press("v", "w", "w", "left", "left")
        assert reader.said == "9 characters selected: y copies, Escape leaves."
        await reader.press("y")
        assert _wait_for(file) == "The night"
        assert reader.said == "9 characters are copied."


async def test_without_a_command_the_terminal_copies() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "comma", "c", "space", "e", "e", "b", "h", "enter")
        assert reader.app.clipboard == "The "


async def test_every_key_moves_the_caret_until_escape() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "comma", "c")
        view = reader.room.article
        top = view.scroll_offset.y
        await reader.press("G")
        assert view.scroll_offset.y > top
        await reader.press("g", *"jkhlwb)(}{$0", "x", "q", "tab")
        assert reader.pane() is Pane.ARTICLE
        assert view.scroll_offset.y == top
        await reader.press("escape", "escape")
        assert reader.pane() is Pane.HEADLINES


async def test_the_caret_begins_at_the_quotation_that_is_chosen() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "]", "comma", "c", "v", "w", "y")
        index = reader.room.article.current_quote
        reading = reader.room.article.reading
        assert index is not None
        assert reading is not None
        assert reading.quotes[index].text.startswith(reader.app.clipboard[:3])


async def test_another_article_or_width_ends_it() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "c")
        assert reader.said == "No article is open."
        await reader.press("enter", "comma", "c")
        await reader.pilot.resize_terminal(60, 30)
        await reader.settle()
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES
        await reader.press("comma", "c")
        assert reader.pane() is Pane.ARTICLE
        assert reader.said == "Caret: v selects, Escape leaves."
