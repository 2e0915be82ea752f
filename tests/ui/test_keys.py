"""Finding out what a key does, giving a command other keys, choosing a preset: in force at once, and kept."""

from __future__ import annotations

from pathlib import Path

from newstui.config import load_settings
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import Reader, open_configured, open_reader


async def test_what_a_key_does() -> None:
    async with open_reader(options={"keys.preset": "vim"}) as reader:
        await reader.press("f2", "s")
        assert "s Star" in reader.text()
        await reader.press("g")
        assert "g g To the top" in reader.text()
        assert "g x Browser" in reader.text()
        await reader.press("x")
        assert "g g To the top" not in reader.text()
        await reader.press("backspace")
        assert "g g To the top" in reader.text()
        await reader.press("ctrl+q")
        assert "Quit at once." in reader.text(), "nothing is done while keys are asked about"
        await reader.press("f9")
        assert "These keys do nothing." in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def _change(reader: Reader, command: str, *keys: str) -> None:
    reader.main.action_command("keys.change")
    await reader.settle()
    await reader.type(command)
    await reader.press("enter", *keys)


async def test_a_key_is_changed_and_kept(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# mine\n[refresh]\nat_start = false\nevery = 0\n", encoding="utf-8")
    async with open_configured(file) as reader:
        await _change(reader, "Star the article", "m")
        assert "“Read or unread” has m now, and would lose it." in reader.text()
        await reader.press("backspace", "g", "s")
        assert "“To the top” has g now" in reader.text()
        await reader.press("enter")
        assert reader.said == "“Star” has g s now."
        await reader.press("g", "s")
        headline = reader.room.headlines.headline_at_cursor
        assert headline is not None
        assert reader.library.status(headline.id).starred
        assert "g s Star" in reader.text().splitlines()[-1]
    assert file.read_text(encoding="utf-8").startswith("# mine\n")
    assert load_settings(file).keys == {"article.star": "g s"}


async def test_a_preset_is_in_force_at_once() -> None:
    async with open_reader() as reader:
        reader.main.action_command("keys.preset")
        await reader.settle()
        await reader.type("vim")
        await reader.press("enter")
        assert reader.said == "The keys follow the preset vim."
        await reader.press("G", "g", "g")
        assert reader.room.headlines.cursor == 0
        assert reader.room.settings["keys.preset"] == "vim"


async def test_keys_that_another_of_the_users_commands_has_are_not_taken() -> None:
    async with open_reader(keys={"article.read": "f6"}) as reader:
        await _change(reader, "Star the article", "f6", "enter")
        assert reader.said.endswith("“f6” is the key of article.star too; give one of them another")
        assert "s Star" in reader.text().splitlines()[-1]
