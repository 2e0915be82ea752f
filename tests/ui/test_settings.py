"""The settings: listed, changed in place, in force at once, and written down."""

from __future__ import annotations

from pathlib import Path

from newstui.config import SETTINGS, load_settings
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import Reader, open_configured, open_reader


async def _choose(reader: Reader, words: str) -> None:
    await reader.type(words)
    await reader.press("enter")


async def test_all_settings_are_listed_with_what_they_are_for() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "comma")
        assert "Settings" in reader.text()
        assert SETTINGS[0].key in reader.text()
        await reader.type("text_width")
        assert "66" in reader.text()
        assert "How many columns wide the text of an article is at most." in reader.text()
        await reader.press("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_a_number_is_changed_and_holds_at_once(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# mine\ntext_width = 70  # wide\n[refresh]\nat_start = false\nevery = 0\n", encoding="utf-8")
    async with open_configured(file) as reader:
        await reader.press("comma", "comma")
        await _choose(reader, "text_width")
        await reader.press("backspace", "backspace")
        await _choose(reader, "many")
        assert "It must be a whole number from 20 to 400." in reader.text()
        await reader.hold("backspace", 4)
        await _choose(reader, "44")
        assert reader.room.article.column_width == 44
        await reader.press("escape")
        assert reader.said == "text_width is 44 now."
    assert file.read_text(encoding="utf-8").startswith("# mine\ntext_width = 44  # wide\n")


async def test_a_flag_is_turned_and_a_word_chosen() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "comma")
        await _choose(reader, "justify")
        assert reader.room.article.typography.justify
        await _choose(reader, "quotes.by_speaker")
        assert reader.room.quotes.choice.grouped
        await _choose(reader, "bidi")
        await _choose(reader, "on")
        assert reader.room.article.typography.reorder
        await _choose(reader, "refresh.every")
        await reader.press("backspace")
        await _choose(reader, "5")
        await reader.press("escape")
        assert reader.said == "refresh.every is 5 from the next start on."


async def test_the_ladder_is_in_force_at_once() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "comma")
        await _choose(reader, "languages")
        await _choose(reader, "de, en")
        assert reader.library.ladder == ("de", "en")
        assert reader.library.settings.languages == ("de", "en")


async def test_a_setting_with_a_dialog_of_its_own() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "comma")
        await _choose(reader, "keys.preset")
        await _choose(reader, "vim")
        assert reader.said == "The keys follow the preset vim."


async def test_programs_for_articles_are_added_changed_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# mine\n[refresh]\nat_start = false\nevery = 0\n", encoding="utf-8")
    async with open_configured(file) as reader:
        await reader.press("comma", "comma")
        await _choose(reader, "share: a new program")
        await reader.press("enter")
        assert "It must be a name that no other program has." in reader.text()
        await _choose(reader, "mail")
        await _choose(reader, 'mail -s "Read this')
        assert "It must be the words of a command" in reader.text()
        await _choose(reader, '" ada@example.org')
        assert load_settings(file).share == {"mail": ("mail", "-s", "Read this", "ada@example.org")}
        await _choose(reader, "share.mail")
        await reader.hold("backspace", 60)
        await _choose(reader, '["mutt", "-x"]')
        assert load_settings(file).share == {"mail": ("mutt", "-x")}
        await _choose(reader, "share.mail")
        await reader.hold("backspace", 10)
        await reader.press("enter")
        await reader.press("escape")
        assert reader.said == "share.mail is – now."
        assert load_settings(file).share == {}
    assert file.read_text(encoding="utf-8").startswith("# mine\n[refresh]\nat_start = false\n")


async def test_the_keys_of_the_users_own_are_reached_from_the_settings() -> None:
    async with open_reader(keys={"article.star": "S"}) as reader:
        await reader.press("comma", "comma")
        await reader.type("keys")
        assert "1 key changed" in reader.text()
        await _choose(reader, "")
        assert "Change a key" in reader.text()
