"""Which panes are shown at which size: the plan, and what the screen makes of it."""

from __future__ import annotations

import pytest

from newstui.ui.commands import Pane
from newstui.ui.layout import plan_panes
from tests.ui.driver import open_reader

_LETTERS = {"s": Pane.SOURCES, "h": Pane.HEADLINES, "a": Pane.ARTICLE, "l": Pane.LANGUAGES, "q": Pane.QUOTES}
_PANES = list(_LETTERS.values())


@pytest.mark.parametrize(
    ("size", "current", "shown"),
    [
        ((20, 5), "s", "s"),
        ((20, 5), "a", "a"),
        ((200, 8), "h", "h"),
        ((80, 24), "s", "sh"),
        ((80, 24), "h", "sh"),
        ((80, 24), "a", "a"),
        ((80, 24), "q", "alq"),
        ((100, 30), "h", "sha"),
        ((100, 30), "a", "sha"),
        ((120, 40), "l", "halq"),
        ((120, 20), "h", "sh"),
        ((120, 20), "a", "sa"),
        ((140, 40), "h", "shalq"),
        ((160, 20), "a", "salq"),
        ((200, 50), "q", "shalq"),
        ((200, 20), "h", "shalq"),
        ((200, 50), "c", "c"),
        ((80, 24), "c", "c"),
    ],
)
def test_plan(size: tuple[int, int], current: str, shown: str) -> None:
    letters = _LETTERS | {"c": Pane.COMPARE}
    assert plan_panes(*size, letters[current]) == {letters[letter] for letter in shown}


@pytest.mark.parametrize("pane", list(Pane))
@pytest.mark.parametrize("size", [(20, 5), (80, 24), (120, 40), (200, 50)])
def test_the_pane_in_use_is_always_shown(size: tuple[int, int], pane: Pane) -> None:
    assert pane in plan_panes(*size, pane, folded=frozenset(Pane))
    assert pane in plan_panes(*size, pane, alone=True)


@pytest.mark.parametrize("size", [(20, 5), (40, 10), (80, 24), (100, 30), (120, 40), (140, 40), (200, 50)])
async def test_every_pane_can_be_reached_at_every_size(size: tuple[int, int]) -> None:
    async with open_reader(size=size) as reader:
        await reader.press("enter")
        for key, pane in zip("12345", _PANES, strict=True):
            await reader.press(key)
            assert reader.pane() is pane
            assert reader.office.pane.widget.has_focus
            assert reader.office.pane.widget.size.height > 0, "it is on the screen"
        for pane in _PANES:
            await reader.press("tab")
            assert reader.pane() is pane
        await reader.press("shift+tab")
        assert reader.pane() is Pane.LANGUAGES


async def test_tab_leaves_out_what_is_empty() -> None:
    async with open_reader() as reader:
        await reader.press("tab")
        assert reader.pane() is Pane.SOURCES
        await reader.press("tab")
        assert reader.pane() is Pane.HEADLINES


async def test_alone_and_back() -> None:
    async with open_reader(size=(200, 50)) as reader:
        await reader.press("z")
        assert reader.said == "No article is open."
        await reader.press("enter", "z")
        assert [pane for pane in Pane if reader.office.pane.shown(pane)] == [Pane.ARTICLE]
        await reader.press("escape")
        assert all(reader.office.pane.shown(pane) for pane in _PANES)
        assert reader.pane() is Pane.ARTICLE


async def test_a_folded_pane_comes_back_by_its_number() -> None:
    async with open_reader(size=(200, 50)) as reader:
        await reader.press("1", "v")
        assert not reader.office.pane.shown(Pane.SOURCES)
        assert reader.pane() is Pane.HEADLINES
        assert reader.said == "Folded away; press 1 to bring it back."
        await reader.press("1")
        assert reader.office.pane.shown(Pane.SOURCES)


async def test_resizing_in_the_middle_of_anything() -> None:
    async with open_reader(size=(200, 50)) as reader:
        await reader.press("enter", "]")
        for size in [(80, 24), (20, 5), (1, 1), (120, 40), (300, 80), (60, 12), (200, 50)]:
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            assert reader.office.pane.widget.has_focus
        assert reader.room.article.current_quote == 0


async def test_panes_by_the_mouse() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.pilot.click("#headlines", offset=(10, 2))
        await reader.settle()
        assert (reader.title, reader.room.headlines.cursor) == (None, 1)
        await reader.pilot.click("#headlines", offset=(10, 2))
        await reader.settle()
        assert reader.title == "Council votes on the tram"
        await reader.pilot.click("#sources", offset=(5, 9))
        await reader.settle()
        assert reader.pane() is Pane.HEADLINES, "a source that is clicked shows its headlines"
        assert "Hafenblatt" in str(reader.room.headlines.border_subtitle)


async def test_keys_can_be_clicked() -> None:
    async with open_reader() as reader:
        keys = reader.room.keys
        at = reader.text().splitlines()[-1].index("Star")
        await reader.pilot.click(keys, offset=(at, 0))
        await reader.settle()
        assert reader.said == "Starred."
