from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest
from textual.widgets import Input

from newstui.config import SETTINGS, Settings
from newstui.errors import UsageError
from newstui.ui.app import NewstuiApp
from newstui.ui.outside import leave_to_visitor, open_address, open_image
from newstui.ui.served import restrict
from tests.ui.driver import open_reader

CONFIGURED = Settings(share={"print": ("lp",)}).replace(
    **{
        "commands.browser": ["firefox"],
        "commands.player": ["mpv"],
        "commands.copy": ["wl-copy"],
        "rules.run_commands": True,
        "refresh.programs": True,
    }
)


@pytest.fixture(autouse=True)
def _nobody_visits() -> Iterator[None]:
    yield
    leave_to_visitor(None)


def test_a_served_reader_runs_nothing() -> None:
    served = restrict(CONFIGURED)
    kept = {setting.key: served[setting.key] for setting in SETTINGS if setting.key.startswith("commands.")}
    assert not any(kept.values())
    assert (served["refresh.programs"], served["rules.run_commands"], dict(served.share)) == (False, False, {})


def test_unless_the_configuration_allows_it() -> None:
    served = restrict(CONFIGURED.replace(**{"serve.programs": True}))
    assert served["commands.player"] == ["mpv"]
    assert (served["refresh.programs"], served["rules.run_commands"]) == (True, True)
    assert served.share == {"print": ("lp",)}
    assert served["commands.browser"] == served["commands.copy"] == []  # those are the visitor's own


@pytest.mark.parametrize(
    "key", ["serve.programs", "commands.player", "refresh.programs", "rules.run_commands", "share.print"]
)
async def test_what_is_taken_away_is_not_taken_back_from_a_browser(key: str) -> None:
    async with open_reader() as reader:
        reader.room.settings = restrict(reader.room.settings)
        before = reader.room.settings
        reader.room.choose(key, True)
        assert reader.room.settings is before
        assert key in reader.said
        reader.room.choose("text_width", 50)
        assert reader.room.settings["text_width"] == 50


async def test_the_dialog_of_settings_does_not_offer_it() -> None:
    async with open_reader(size=(120, 80)) as reader:
        await reader.press("comma", "comma")
        assert "serve.programs" in reader.text()
        assert "share: a new program" in reader.text()
        await reader.press("escape")
        reader.room.settings = restrict(reader.room.settings)
        await reader.press("comma", "comma")
        assert "text_width" in reader.text()
        for hidden in ("serve.programs", "commands.player", "share: a new program"):
            assert hidden not in reader.text()


def test_links_and_images_are_opened_by_the_visitor() -> None:
    opened: list[str] = []
    leave_to_visitor(opened.append)
    open_address("https://a.example/")
    open_image("https://a.example/i.png", Path("kept.png"), (), ())
    assert opened == ["https://a.example/", "https://a.example/i.png"]
    with pytest.raises(UsageError):
        open_address("javascript:alert(1)")


async def test_in_a_browser_links_and_files_go_to_the_visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    delivered: list[tuple[str | None, str]] = []

    def deliver(_app: NewstuiApp, file: TextIO, *, save_filename: str | None = None) -> None:
        delivered.append((save_filename, file.read()))

    monkeypatch.setattr(NewstuiApp, "is_web", property(lambda _app: True))
    monkeypatch.setattr(NewstuiApp, "open_url", lambda _app, url: opened.append(url))
    monkeypatch.setattr(NewstuiApp, "deliver_text", deliver)
    async with open_reader() as reader:
        await reader.press("enter", "o")
        assert opened == [reader.room.article.reading.article.url]  # type: ignore[union-attr]
        await reader.press("ctrl+s")
        assert "/" not in reader.app.screen.query_one(Input).value
        await reader.press("ctrl+u")
        await reader.type("/etc/story.md")
        await reader.press("enter")
        assert [name for name, _text in delivered] == ["story.md"]
        assert reader.title is not None
        assert reader.title in delivered[0][1]


async def test_a_reader_ends_when_its_server_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(NewstuiApp, "is_web", property(lambda _app: True))
    monkeypatch.setattr("newstui.ui.app._LOOK", 0.01)
    async with open_reader() as reader:
        assert reader.app.is_running
        monkeypatch.setattr("os.getppid", lambda: 1)
        for _ in range(500):
            if not reader.app.is_running:
                break
            await asyncio.sleep(0.01)
        assert not reader.app.is_running
