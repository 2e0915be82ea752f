"""The application: what it takes from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.config import load_settings
from newstui.errors import UsageError
from newstui.ui.app import NewstuiApp, run_reader
from tests.ui.driver import NOWHERE, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, settings


def test_a_terminal_that_can_do_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with pytest.raises(UsageError, match="newstui list"):
        run_reader(FakeLibrary(), settings(), NOWHERE)


async def test_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader() as reader:
        await reader.press("enter", "]", "escape", "L", "escape", "?")
        assert reader.app.no_color


async def test_what_is_chosen_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# mine\n[refresh]\nat_start = false\nevery = 0\n", encoding="utf-8")
    app = NewstuiApp(FakeLibrary(), load_settings(file), NOWHERE, clock=lambda: NOW)
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("comma", "t", *"nord", "enter", "ctrl+p", *"language of", "enter", *"french", "enter")
        await app.workers.wait_for_complete([worker for worker in app.workers if worker.group == "writing"])
    settings = load_settings(file)
    assert settings["theme"] == "nord"
    assert settings["interface_language"] == "fr"
    assert "# mine" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["newstui-light", "ansi-dark", "ansi-light", "textual-light", "no such theme"])
async def test_themes(theme: str) -> None:
    async with open_reader(options={"theme": theme}) as reader:
        assert reader.app.theme == (theme if theme in reader.app.available_themes else "newstui-dark")
        await reader.press("enter", "]", "?")
