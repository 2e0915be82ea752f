"""The user's keymap: what is wrong is named with the line, what is right is in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from newstui.config import load_settings
from newstui.errors import ConfigError
from newstui.ui.app import NewstuiApp
from newstui.ui.commands import COMMANDS
from newstui.ui.key_names import draw_key_signs, show_key
from newstui.ui.keymap import DEFAULT_KEYMAP, check_keymap
from newstui.ui.panes.lines import Lines
from newstui.ui.screens.main import MainScreen
from tests.ui.driver import NOWHERE, open_reader
from tests.ui.fake_library import NOW, FakeLibrary


def _write(folder: Path, keys: str) -> Path:
    file = folder / "config.toml"
    file.write_text(f"theme = 'nord'\n\n[refresh]\nat_start = false\nevery = 0\n\n[keys]\n{keys}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ('"article.stra" = "s"', "{file}:8: keys.article.stra: no such command; did you mean article.star?"),
        ('"xyzzy" = "s"', "{file}:8: keys.xyzzy: no such command; docs/keys.md lists them all"),
        ('"article.star" = "F5"', "{file}:8: keys.article.star: “F5” is not a key; did you mean “f5”?"),
        ('"article.star" = "pagdown"', "{file}:8: keys.article.star: “pagdown” is not a key; did you mean “pagedown”?"),
        ('"article.star" = "ctrl+strg"', "“ctrl+strg” is not a key; write one such as “j”, “ctrl+d”, “f5” or “g g”"),
        ('"article.star" = "hyperctrl+s"', "“hyperctrl+s” is not a key"),
        (
            '# two\n"article.star" = "x"\n"article.read" = "f5,x"',
            "{file}:9: keys.article.star: “x” is the key of article.read too; give one of them another",
        ),
        (
            '"article.star" = "g g"\n"article.read" = "g"',
            "{file}:8: keys.article.star: “g g” and “g” of article.read begin alike; give one of them another",
        ),
        ('"article.star" = "g pagdown"', "“pagdown” is not a key; did you mean “pagedown”?"),
        (
            'preset = "emacs"',
            '{file}: keys.preset: must be one of "newstui", "newsboat", "vim", "plain", not \'emacs\'',
        ),
        ('"article.star" = "?"\n"program.help" = "question_mark"', "“?” is the key of program.help too"),
    ],
)
def test_what_cannot_be_meant(tmp_path: Path, keys: str, said: str) -> None:
    file = _write(tmp_path, keys)
    with pytest.raises(ConfigError) as caught:
        check_keymap(load_settings(file))
    assert said.format(file=file) in str(caught.value)


def test_the_users_choice_wins_over_a_default_and_says_so(tmp_path: Path) -> None:
    file = _write(tmp_path, '"article.star" = "j"')
    keymap = check_keymap(load_settings(file))
    assert keymap.keys["article.star"] == ("j",)
    assert keymap.keys["move.down"] == ("down",)
    assert [str(warning) for warning in keymap.warnings] == [
        f"{file}:8: keys.article.star: “j” was the key of move.down, which has ↓ now"
    ]


def test_keys_that_begin_a_sequence_of_the_users_give_way(tmp_path: Path) -> None:
    keymap = check_keymap(load_settings(_write(tmp_path, '"article.star" = "g s"')))
    assert keymap.keys["move.top"] == ("home",)
    assert keymap.sequences["g", "s"] == ("article.star",)
    assert keymap.for_textual() == {"move.top": "home", "article.star": "no-key-article.star"}
    assert ["“g” was the key of move.top, which has home now" in str(told) for told in keymap.warnings] == [True]


def test_the_users_keys_lie_over_the_preset(tmp_path: Path) -> None:
    keymap = check_keymap(load_settings(_write(tmp_path, 'preset = "vim"\n"source.starters" = ""\n"go.leave" = "Z Z"')))
    assert keymap.keys["move.top"] == ("g g", "home")
    assert keymap.keys["go.leave"] == ("Z Z",)
    assert keymap.keys["source.starters"] == ()


def test_exchanging_two_keys_is_no_clash(tmp_path: Path) -> None:
    keymap = check_keymap(load_settings(_write(tmp_path, '"article.star" = "m"\n"article.read" = "s"')))
    assert not keymap.warnings
    assert keymap.for_textual() == {"article.star": "m", "article.read": "s"}


def test_one_key_in_a_dialog_and_on_the_main_screen_is_no_clash(tmp_path: Path) -> None:
    assert not check_keymap(load_settings(_write(tmp_path, '"dialog.close" = "q,escape"'))).warnings


def test_no_keymap_is_the_table() -> None:
    assert DEFAULT_KEYMAP.for_textual() == {}
    assert DEFAULT_KEYMAP.keys == {command.name: command.keys for command in COMMANDS}


@pytest.mark.parametrize(
    ("key", "shown"),
    [("s", "s"), ("G", "G"), ("ctrl+d", "^d"), ("?", "?"), ("+", "+"), ("enter", "⏎"), ("pagedown", "pgdn")],
)
def test_keys_as_they_are_shown(key: str, shown: str) -> None:
    assert show_key(key) == shown


@pytest.mark.parametrize(("key", "shown"), [("enter", "enter"), ("shift+up", "shift+up"), ("ctrl+d", "^d"), ("s", "s")])
def test_keys_where_signs_are_not_drawn(key: str, shown: str) -> None:
    draw_key_signs(False)
    try:
        assert show_key(key) == shown
    finally:
        draw_key_signs(True)


async def test_the_keymap_is_in_force(tmp_path: Path) -> None:
    keys = (
        '"article.star" = "m"\n"article.read" = "s, f6"\n"move.down" = "x"\n"go.leave" = ""\n"program.language" = "Z"'
    )
    app = NewstuiApp(FakeLibrary(), load_settings(_write(tmp_path, keys)), NOWHERE, clock=lambda: NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        main = app.screen
        assert isinstance(main, MainScreen)
        assert app.theme == "nord"
        await pilot.press("x", "m", "f6")
        await app.workers.wait_for_complete([w for w in app.workers if w.group == "writing"])
        library = main.room.library
        assert isinstance(library, FakeLibrary)
        assert library.status("a001").starred
        assert library.status("a001").read
        await pilot.press("j", "q")
        assert main.room.headlines.cursor == 1
        assert main.office.pane.current == "headlines", "q does nothing any more"
        assert "m Star" in "".join(part.plain for part in [main.room.keys.render()])
        await pilot.press("Z")
        assert app.screen is not main


_VIM = {"keys.preset": "vim"}


async def test_a_sequence_of_keys() -> None:
    async with open_reader(options=_VIM, keys={"article.star": "Z s", "article.read": "Z m, f6"}) as reader:
        await reader.press("G", "g")
        assert reader.room.headlines.cursor == len(reader.room.headlines.stories) - 1, (
            "half of a sequence moves nothing"
        )
        assert " g To the top" in reader.text()
        await reader.press("g")
        assert reader.room.headlines.cursor == 0
        assert "To the top" not in reader.text()
        await reader.press("Z", "j")
        assert reader.room.headlines.cursor == 0, "what does not belong to a sequence ends it, and does nothing"
        await reader.press("j", "Z", "escape", "s")
        starred = reader.room.headlines.headline_at_cursor
        assert starred is not None
        assert not reader.library.status(starred.id).starred
        await reader.press("Z", "s")
        assert reader.library.status(starred.id).starred


async def test_a_sequence_is_no_text() -> None:
    async with open_reader(options=_VIM) as reader:
        await reader.press("/")
        await reader.type("gg")
        assert reader.main.query_one(Input).value == "gg"


async def test_a_sequence_in_a_dialog() -> None:
    async with open_reader(options=_VIM) as reader:
        await reader.press("S", "G")
        lines = reader.app.screen.query_one(Lines)
        assert lines.highlighted
        await reader.press("g", "g")
        assert lines.highlighted == min(n for n, line in enumerate(lines.options) if not line.disabled)


async def test_warnings_are_told_at_start(tmp_path: Path) -> None:
    settings = load_settings(_write(tmp_path, '"article.star" = "j"'))
    app = NewstuiApp(FakeLibrary(), settings, NOWHERE, clock=lambda: NOW)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == [str(check_keymap(settings).warnings[0])]
