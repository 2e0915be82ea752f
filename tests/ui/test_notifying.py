"""Notifications on the desktop after refreshes that came by themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from textual import events

from newstui.model import Notice
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading

OSC = {"notifications.by": "osc9", "refresh.at_start": True}


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was written to the terminal that is no text."""
    for name in ("TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    said: list[str] = []
    monkeypatch.setattr("newstui.ui.pictures.terminal.tell_terminal", lambda _app, words: said.append(words))
    return said


def arriving(title: str = "News") -> FakeLibrary:
    library = FakeLibrary()
    library.arriving.append(short_reading("new", title, "harbour", "The Harbour Post", "en", NOW))
    return library


async def leave(reader: Reader) -> None:
    """Take the focus from the reader's terminal, which says so."""
    reader.office.source.catch_up()
    reader.app.post_message(events.AppBlur())
    await reader.settle()


async def test_they_are_off_at_first(written: list[str]) -> None:
    async with open_reader(arriving(), options={"refresh.at_start": True}) as reader:
        assert reader.said == "1 new article."
        assert written == []


async def test_the_terminal_is_told_of_the_newest(written: list[str]) -> None:
    async with open_reader(arriving(), options=OSC):
        assert written == ["\x1b]9;newstui: 1 new article: News (The Harbour Post)\x07"]


async def test_nothing_new_is_no_news(written: list[str]) -> None:
    async with open_reader(options=OSC):
        assert written == []


async def test_a_refresh_by_hand_is_looked_at(written: list[str]) -> None:
    async with open_reader(arriving(), options={"notifications.by": "osc9"}) as reader:
        await reader.press("R")
        assert reader.said == "1 new article."
        assert written == []


async def test_nobody_is_told_who_looks_at_the_reader(written: list[str]) -> None:
    async with open_reader(FakeLibrary(), options={"notifications.by": "osc9"}) as reader:
        await leave(reader)
        reader.library.arriving.append(short_reading("a", "One", "harbour", "The Harbour Post", "en", NOW))
        reader.office.source.refresh_due()
        await reader.settle()
        assert len(written) == 1
        reader.app.post_message(events.AppFocus())
        await reader.settle()
        reader.library.arriving.append(short_reading("b", "Two", "harbour", "The Harbour Post", "en", NOW))
        reader.office.source.refresh_due()
        await reader.settle()
        assert reader.said == "1 new article."
        assert len(written) == 1


@pytest.mark.parametrize(
    ("about", "notices", "told"),
    [
        ("rules", (), []),
        ("rules", (Notice("tram", ("Tram", "Bus")),), ["\x1b]9;newstui: 2 new articles: Tram\x07"]),
        ("news", (Notice("tram", ("Tram",)),), ["\x1b]9;newstui: 5 new articles: Tram\x07"]),
    ],
)
async def test_what_rules_find_is_told_first(
    written: list[str], about: str, notices: tuple[Notice, ...], told: list[str]
) -> None:
    async with open_reader(options={"notifications.by": "osc9", "notifications.about": about}) as reader:
        reader.office.source._notifier.tell(5, (), notices)
        await reader.settle()
        assert written == told


async def test_a_command_is_run_with_the_words_in_place(written: list[str], tmp_path: Path) -> None:
    file = tmp_path / "told"
    script = "import sys; open(sys.argv[1], 'w').write('|'.join(sys.argv[2:]))"
    command = [sys.executable, "-c", script, str(file), "{count}", "{title}", "{source}", "{text}"]
    options: dict[str, Any] = {
        "notifications.by": "command",
        "notifications.command": command,
        "refresh.at_start": True,
    }
    async with open_reader(arriving("-x $(id) {source}"), options=options):
        text = file.read_text(encoding="utf-8")
    assert text == ("1| -x $(id) {source}|The Harbour Post|1 new article: -x $(id) {source} (The Harbour Post)")
    assert written == []


@pytest.mark.parametrize(
    ("command", "said"), [(["no-such-notifier"], "no-such-notifier"), ([], "set notifications.command")]
)
async def test_a_command_that_fails_is_told(command: list[str], said: str) -> None:
    options: dict[str, Any] = {
        "notifications.by": "command",
        "notifications.command": command,
        "refresh.at_start": True,
    }
    async with open_reader(arriving(), options=options) as reader:
        assert said in reader.said
