"""The application: what it takes from the environment."""

from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.ui.app import run_reader
from tests.ui.driver import NOWHERE, open_reader
from tests.ui.fake_library import FakeLibrary, settings


def test_a_terminal_that_can_do_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(UsageError, match="newstui list"):
        run_reader(FakeLibrary(), settings(), NOWHERE)


async def test_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader() as reader:
        await reader.press("enter", "]", "escape", "L", "escape", "?")
        assert reader.app.no_color


@pytest.mark.parametrize("theme", ["newstui-light", "ansi-dark", "ansi-light", "textual-light", "no such theme"])
async def test_themes(theme: str) -> None:
    async with open_reader(options={"theme": theme}) as reader:
        assert reader.app.theme == (theme if theme in reader.app.available_themes else "newstui-dark")
        await reader.press("enter", "]", "?")
