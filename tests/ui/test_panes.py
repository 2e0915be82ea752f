"""Panes that are moved to their other place, resized by keys and by the mouse, and found again in the next run."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseEvent, MouseMove, MouseUp
from textual.geometry import Region
from textual.widget import Widget

from newstui.ui.arrangement import Edge
from newstui.ui.commands import Pane
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary

SIZES = [(100, 30), (120, 40), (160, 45), (220, 50)]


def region(reader: Reader, pane: Pane) -> Region:
    return reader.office.pane._widgets[pane].region


def shown(reader: Reader) -> set[Pane]:
    return {pane for pane in Pane if reader.office.pane.shown(pane)}


async def drag(reader: Reader, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the button at a cell of the screen, move to another one and let it go."""

    def make(kind: type[MouseEvent], at: tuple[int, int]) -> MouseEvent:
        widget: Widget = reader.app.screen
        return kind(widget, *at, 0, 0, 1, False, False, False, *at)

    for event in (make(MouseDown, start), make(MouseMove, end), make(MouseUp, end)):
        reader.app.screen._forward_event(event)
        await reader.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_the_sources_go_to_the_right_and_back(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("1", "comma", "p")
        assert region(reader, Pane.SOURCES).right == size[0]
        assert region(reader, Pane.HEADLINES).x == 0
        assert reader.said == "The sources are at the right."
        await reader.press("comma", "p")
        assert region(reader, Pane.SOURCES).x == 0


@pytest.mark.parametrize("size", SIZES)
async def test_headlines_stand_above_the_article_or_at_its_left(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("enter", "2")
        before = region(reader, Pane.HEADLINES).right == region(reader, Pane.ARTICLE).x
        assert before == (size[0] >= 200)
        await reader.press("comma", "p")
        headlines, article = region(reader, Pane.HEADLINES), region(reader, Pane.ARTICLE)
        assert (headlines.right == article.x, headlines.bottom == article.y) == (not before, before)
        await reader.press("3", "comma", "p")
        assert (region(reader, Pane.HEADLINES).right == region(reader, Pane.ARTICLE).x) == before


@pytest.mark.parametrize("size", SIZES)
async def test_languages_and_quotes_go_below(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("enter", "4", "comma", "p")
        languages, quotes = region(reader, Pane.LANGUAGES), region(reader, Pane.QUOTES)
        assert languages.y == quotes.y >= region(reader, Pane.ARTICLE).bottom
        assert languages.right == quotes.x
        assert reader.said == "Languages and quotes are below."
        assert Pane.SOURCES in shown(reader), "there is room for the sources now"
        await reader.press("3")
        assert (Pane.QUOTES in shown(reader)) == (size[1] >= 36)


@pytest.mark.parametrize(
    ("keys", "pane", "sides"),
    [
        (["1", "alt+right", "alt+right", "alt+left"], Pane.SOURCES, (2, 0)),
        (["2", "alt+left"], Pane.HEADLINES, (2, 0)),
        (["2", "alt+down", "alt+down"], Pane.HEADLINES, (0, 2)),
        (["3", "alt+up"], Pane.ARTICLE, (0, 1)),
        (["5", "alt+left", "alt+left"], Pane.QUOTES, (4, 0)),
        (["4", "alt+down"], Pane.LANGUAGES, (0, 1)),
    ],
)
async def test_borders_are_moved_by_keys(keys: list[str], pane: Pane, sides: tuple[int, int]) -> None:
    async with open_reader(size=(160, 45)) as reader:
        await reader.press("enter", keys[0])
        before = region(reader, pane)
        await reader.press(*keys[1:])
        now = region(reader, pane)
        assert (abs(now.width - before.width), abs(now.height - before.height)) == sides
        await reader.press("alt+0")
        assert region(reader, pane) == before


async def test_a_border_that_is_not_there() -> None:
    async with open_reader(size=(160, 45)) as reader:
        await reader.press("1", "alt+up")
        assert reader.said == "No border of this pane can be moved that way."
    async with open_reader(size=(60, 18)) as reader:
        await reader.press("1", "alt+right")
        assert reader.said == "No border of this pane can be moved that way."
        assert region(reader, Pane.SOURCES).width == 60


@pytest.mark.parametrize("size", SIZES)
async def test_something_of_each_pane_is_left(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("enter")
        for pane in "1234":
            await reader.press(pane)
            for key in ("alt+right", "alt+down", "alt+left", "alt+up"):
                await reader.hold(key, 60)
                assert all(
                    region(reader, each).width >= 14 and region(reader, each).height >= 3 for each in shown(reader)
                )
                assert sum(region(reader, each).area for each in shown(reader)) == size[0] * (size[1] - 2)


async def test_what_was_arranged_is_found_again_for_each_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.desks.panes._REST", 60.0)
    library = FakeLibrary()
    async with open_reader(library, size=(160, 45)) as reader:
        await reader.press("enter", "1", "comma", "p", "alt+left", "alt+left", "5", "v")
        sources = region(reader, Pane.SOURCES)
        assert (sources.width, sources.right) == (34, 160)
        assert library.recall("panes") is None, "nothing is written while a border moves"
        await reader.press("ctrl+q")
    async with open_reader(library, size=(160, 45)) as reader:
        assert region(reader, Pane.SOURCES) == sources
        await reader.press("enter")
        assert Pane.QUOTES not in shown(reader)
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        assert region(reader, Pane.SOURCES).x == 0, "each width has its own"
        await reader.press("5")
        assert Pane.QUOTES in shown(reader)
        await reader.pilot.resize_terminal(160, 45)
        await reader.settle()
        assert region(reader, Pane.SOURCES) == sources
        await reader.press("alt+0", "ctrl+q")
    assert library.recall("panes") is None


async def test_sources_that_are_folded_away_stay_so() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("1", "v", "ctrl+q")
    async with open_reader(library) as reader:
        await reader.press("enter", "escape", "escape")
        assert Pane.SOURCES not in shown(reader)
        await reader.press("1")
        assert Pane.SOURCES in shown(reader)
        await reader.press("v", "q")
        assert reader.app._exit, "there is nothing to go back to"


async def test_borders_are_dragged() -> None:
    async with open_reader(size=(160, 45)) as reader:
        await reader.press("enter")
        first = {pane: region(reader, pane) for pane in shown(reader)}
        await drag(reader, (29, 10), (39, 12))
        assert region(reader, Pane.SOURCES).width == 40
        line = region(reader, Pane.ARTICLE).y
        await drag(reader, (60, line), (60, line + 5))
        assert region(reader, Pane.HEADLINES).height == first[Pane.HEADLINES].height + 5
        await drag(reader, (124, 20), (110, 20))
        assert region(reader, Pane.QUOTES).width == 50
        line = region(reader, Pane.QUOTES).y
        await drag(reader, (140, line), (140, line + 3))
        assert region(reader, Pane.LANGUAGES).height == first[Pane.LANGUAGES].height + 3
        assert reader.title == "The night ferry comes back"
        assert not reader.app.screen.get_selected_text()
        for edge in Edge:
            border = next(border for border in reader.office.pane.frame.list_borders() if border.edge is edge)
            at = (border.line, border.room.y + 20) if border.columns else (border.room.x + 10, border.line)
            await reader.pilot.click(offset=at, times=2)
            await reader.settle()
        assert {pane: region(reader, pane) for pane in shown(reader)} == first


async def test_no_border_is_dragged_elsewhere_or_by_another_button() -> None:
    async with open_reader(size=(160, 45)) as reader:
        await reader.press("enter")
        first = {pane: region(reader, pane) for pane in shown(reader)}
        await drag(reader, (10, 10), (50, 10))
        await drag(reader, (60, 30), (60, 10))
        await reader.pilot.click(offset=(29, 10), button=3)
        await reader.pilot.hover(offset=(50, 10))
        await reader.settle()
        assert {pane: region(reader, pane) for pane in shown(reader)} == first


async def test_sixty_by_eighteen_shows_one_pane_at_a_time() -> None:
    async with open_reader(size=(60, 18)) as reader:
        assert shown(reader) == {Pane.HEADLINES}
        await reader.press("enter")
        assert shown(reader) == {Pane.ARTICLE}
        for key in ("1", "comma", "p", "2", "comma", "p", "4", "comma", "p", "5", "3"):
            await reader.press(key)
            assert len(shown(reader)) == 1
            assert reader.office.pane.widget.region == Region(0, 0, 60, 16)
