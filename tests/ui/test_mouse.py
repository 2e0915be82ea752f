"""The mouse: what a click, the wheel, a badge, the other buttons and the scrollbar do."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseUp

from newstui.ui.commands import Pane
from newstui.ui.headlines.rows import Piece, find_badge
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def find(reader: Reader, words: str) -> tuple[int, int]:
    """The column and the row of words on the screen."""
    rows = reader.text().splitlines()
    row = next(number for number, line in enumerate(rows) if words in line)
    return rows[row].index(words), row


async def click(reader: Reader, at: tuple[int, int], *, button: int = 1, times: int = 1) -> None:
    """Click as a terminal tells it, through the whole application."""
    for _ in range(times):
        for kind in (MouseDown, MouseUp):
            reader.app.post_message(kind(None, *at, 0, 0, button, False, False, False, *at))
        await reader.settle()


def test_which_badge_is_in_a_column() -> None:
    pieces = [Piece(" "), Piece("日本 Title"), Piece("  "), Piece("en", "badge-shown"), Piece("·de·pt-BR+2", "badge")]
    found = "".join((find_badge(pieces, column) or "-")[0] for column in range(30))
    assert found == "-" * 13 + "ee" + "ddd" + "pppppp" + "-" * 6


@pytest.mark.parametrize("density", [1, 2])
async def test_a_badge_opens_its_edition(density: int) -> None:
    library = FakeLibrary(ladder=("en", "de"))
    library.remember("headlines.density", str(density))
    async with open_reader(library, size=(160, 45)) as reader:
        column, row = find(reader, "en·de·fr+2")
        await click(reader, (column + 7, row))
        assert reader.title == "Le ferry de nuit revient"
        assert reader.pane() is Pane.ARTICLE
        assert "The night ferry comes back" in reader.text(), "the row stays as it is"
        await click(reader, (column + 1, row))
        assert reader.title == "The night ferry comes back"
        await click(reader, (column + 4, row))
        assert reader.title == "Die Nachtfähre kehrt zurück"
        await click(reader, find(reader, "Council votes on the tram"))
        assert reader.title == "Die Nachtfähre kehrt zurück", "a click elsewhere selects"
        await click(reader, find(reader, "+2"))
        assert reader.room.headlines.cursor == 0


async def test_a_click_selects_and_another_one_opens() -> None:
    async with open_reader(size=(160, 45)) as reader:
        at = find(reader, "Storm closes two bridges")
        await click(reader, at)
        assert reader.title is None
        assert reader.pane() is Pane.HEADLINES
        await click(reader, at)
        assert reader.title == "Storm closes two bridges"


@pytest.mark.parametrize("button", [2, 3])
async def test_other_buttons_do_nothing(button: int) -> None:
    async with open_reader(size=(160, 45)) as reader:
        await reader.press("enter")
        before, panes = reader.text(), [pane for pane in Pane if reader.office.pane.shown(pane)]
        for words in (
            "Storm closes", "Hafenblatt", "en·de·fr", "│", "German", "Nobody believed", "The first crossing", "n Next",
        ):  # fmt: skip
            await click(reader, find(reader, words), button=button, times=2)
        assert reader.text() == before
        assert [pane for pane in Pane if reader.office.pane.shown(pane)] == panes


@pytest.mark.parametrize("pane", ["#sources", "#headlines", "#article"])
async def test_the_wheel_scrolls_three_lines(pane: str) -> None:
    async with open_reader(size=(140, 14)) as reader:
        await reader.press("enter", "2" if pane == "#headlines" else "3")
        widget = reader.app.screen.query_one(pane)
        before, cursor = widget.scroll_offset.y, reader.room.headlines.cursor
        x, y = widget.region.x + 2, widget.region.y + 2
        reader.app.post_message(MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y))
        await reader.settle()
        assert widget.scroll_offset.y - before == min(3, widget.max_scroll_y)
        assert reader.room.headlines.cursor == cursor


async def test_the_scrollbar_is_dragged() -> None:
    async with open_reader(size=(140, 40)) as reader:
        headlines = reader.room.headlines
        bar = headlines.vertical_scrollbar.region
        x, y = bar.x, bar.y
        for kind, row in ((MouseDown, y), (MouseMove, y + 4), (MouseMove, y + 20), (MouseUp, y + 20)):
            reader.app.post_message(kind(None, x, row, 0, 0, 1, False, False, False, x, row))
            await reader.settle()
        assert headlines.scroll_offset.y == headlines.max_scroll_y > 0
        assert headlines.cursor == 0
        assert headlines.region.width == 74, "the border beside it stays"


async def test_a_click_beside_a_dialog_closes_it() -> None:
    async with open_reader(size=(80, 24)) as reader:
        for keys in (["O"], ["comma", "s"], ["comma", "P"], ["t"]):
            await reader.press(*keys)
            assert reader.app.screen is not reader.main, keys
            await click(reader, find(reader, reader.app.screen.query_one(".dialog").border_title or ""))
            assert reader.app.screen is not reader.main, "the frame is the dialog's"
            await click(reader, (0, 0))
            assert reader.app.screen is reader.main, keys
        assert reader.pane() is Pane.HEADLINES


async def test_a_click_beside_a_dialog_loses_nothing_that_was_typed() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("a")
        await reader.type("https://new.example")
        await click(reader, (0, 0))
        assert reader.app.screen is not reader.main
