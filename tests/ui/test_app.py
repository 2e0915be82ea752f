"""The application: what it takes from the environment."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from rich.style import Style
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.events import Key

from newstui.config import load_settings
from newstui.errors import UsageError
from newstui.paths import Paths
from newstui.ui.app import NewstuiApp, run_reader
from newstui.ui.commands import Pane
from newstui.ui.screens.main import MainScreen
from newstui.ui.signs import SIGNS, PlainSigns
from tests.ui.driver import NOWHERE, Reader, open_reader
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


def _paths(folder: Path) -> Paths:
    return Paths(folder / "config.toml", folder, folder)


async def test_a_style_sheet_of_ones_own(tmp_path: Path) -> None:
    sheet = tmp_path / "style.tcss"
    sheet.write_text("$quote-speech: #123456;\nHeadlineList { background: #654321; }\n", encoding="utf-8")
    app = NewstuiApp(FakeLibrary(), settings(), _paths(tmp_path), clock=lambda: NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        main = app.screen
        assert isinstance(main, MainScreen)
        room = main.room
        while not room.article.is_attached:  # which comes after the first screen
            await pilot.pause()
        speech = room.article.get_component_styles("article-view--quote-speech")
        assert room.headlines.styles.background.hex == "#654321"
        assert speech.color.hex == "#123456", "a variable holds in our style sheets too"
        sheet.write_text("HeadlineList { colour: red; }", encoding="utf-8")
        app._look_at_own_style()
        await pilot.pause()
        assert room.headlines.styles.background.hex != "#654321"
        assert f"{sheet}, line 1" in room.status.message
        assert room.status.severity == "error"
        sheet.write_text("$quote-speech: #fedcba;\n", encoding="utf-8")
        app._look_at_own_style()
        await pilot.pause()
        speech = room.article.get_component_styles("article-view--quote-speech")
        assert speech.color.hex == "#FEDCBA", "what is changed is seen at once"


async def test_a_style_sheet_with_a_mistake_at_start(tmp_path: Path) -> None:
    (tmp_path / "style.tcss").write_text("\n$quote-speech: nothing;\n", encoding="utf-8")
    app = NewstuiApp(FakeLibrary(), settings(), _paths(tmp_path), clock=lambda: NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        main = app.screen
        assert isinstance(main, MainScreen)
        assert "style.tcss, line 2: “nothing” is no colour" in main.room.status.message


async def test_signs_in_letters() -> None:
    app = NewstuiApp(FakeLibrary(), settings(), NOWHERE, clock=lambda: NOW, signs=PlainSigns())
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        for keys in ((), ("enter",), ("?",)):
            await pilot.press(*keys)
            await pilot.pause()
            text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
            assert not {ord(character) for character in text} & SIGNS.keys()
            assert "+-" in text


@pytest.mark.parametrize(("theme", "no_color"), [("newstui-dark", True), ("ansi-dark", False), ("ansi-light", False)])
async def test_cursors_without_shades(monkeypatch: pytest.MonkeyPatch, theme: str, no_color: bool) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(options={"theme": theme}) as reader:
        for key, used, other in (("1", 0, 1), ("2", 1, 0)):
            await reader.press(key)
            line = list(reader.app.screen._compositor.render_strips()[1])
            parts = [next(part for part in line if word in part.text) for word in ("All", "The night ferry")]
            looks = [part.style or Style() for part in parts]
            assert looks[used].reverse, "the cursor of the pane in use"
            assert looks[other].underline, "that of the other"
            assert not looks[other].reverse


async def test_garbage_is_looked_for_from_the_first_screen_on() -> None:
    gc.disable()
    try:
        async with open_reader():
            assert gc.isenabled()
            assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
        gc.enable()


async def test_no_widget_is_styled_twice_before_the_first_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def note(sheet: Stylesheet, node: DOMNode, **options: Any) -> None:
        if node.parent is not None and node.id in ("sources", "article", "languages", "quotes"):
            styled.append(node)
        apply(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", note)
    async with open_reader(size=(120, 40)):
        assert len(styled) == len(set(styled))
        assert sorted(type(node).__name__ for node in styled) == [
            "ArticleToCome",
            "ArticleView",
            "LanguagesPane",
            "QuotesPane",
            "SourcesPane",
        ]


class _Hasty(NewstuiApp):
    """Somebody presses keys while it starts."""

    def on_load(self) -> None:
        for key in ("j", "j", "enter"):
            self.post_message(Key(key, key if len(key) == 1 else None))


async def test_what_is_pressed_while_it_starts_is_done_when_all_is_there() -> None:
    library = FakeLibrary()
    app = _Hasty(library, settings(), NOWHERE, clock=lambda: NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        assert reader.room.headlines.cursor == 2
        assert reader.title is not None
        assert reader.pane() is Pane.ARTICLE
