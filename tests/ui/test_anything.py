"""Any keys in any order at any size: nothing breaks, and the pane in use is on the screen."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from newstui.ui.commands import COMMANDS
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading

_LEAVING = {"go.leave", "program.quit", "article.browser"}
_KEYS = sorted({key for command in COMMANDS if command.name not in _LEAVING for key in command.keys} - {"q", "o"})
_SIZES = [(80, 24), (120, 40), (20, 5), (160, 45), (200, 50), (100, 12), (3, 2)]


@pytest.mark.parametrize("seed", range(6))
async def test_anything(seed: int) -> None:
    chance = random.Random(seed)
    library = FakeLibrary(ladder=chance.choice([("en",), ("de", "fr"), ()]), empty=seed == 5)
    library.failing = {"costa"}
    async with open_reader(library, size=chance.choice(_SIZES), every_frame=True) as reader:
        pressed = []
        for turn in range(120):
            key = chance.choice([*_KEYS, "escape", "enter", "j", "x", "1", "2"])
            pressed.append(key)
            reader.send(key)
            if turn % 20 == 0:
                await reader.pilot.resize_terminal(*chance.choice(_SIZES))
                library.arriving.append(
                    short_reading(
                        f"new{turn}", f"News {turn}", "hafen", "Hafenblatt", "de", NOW + timedelta(hours=turn)
                    )
                )
            if chance.random() < 0.3:
                await reader.settle()
            assert reader.app._exception is None, pressed
        await reader.settle()
        for _ in range(5):
            if isinstance(reader.app.screen, MainScreen):
                break
            await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen), pressed
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        assert reader.office.pane.shown(reader.pane()), pressed
        unforeseen = [str(error) for error in reader.room.errors if "should not" in str(error)]
        assert not unforeseen, pressed
