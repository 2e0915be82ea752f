"""What comes with an article: played, shown and kept by the programs that the reader has chosen, and when it asks."""

from __future__ import annotations

import asyncio
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newstui.errors import UsageError
from newstui.model import Block, BlockKind, Document, Enclosure
from newstui.ui.commands import Pane
from newstui.ui.dialogs.choose import ChooseDialog
from newstui.ui.errands import Errands
from newstui.ui.outside import open_image, play_address
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading
from tests.ui.test_outside import _WRITE_ARGUMENT, _wait_for

TALK = Enclosure("https://radio.example/talk.mp3", "audio/mpeg", 14_200_000, 3723)
FILM = Enclosure("https://radio.example/film.mp4", "video/mp4")


def fill(*enclosures: Enclosure, images: int = 0, url: str | None = None, offline: bool = False) -> FakeLibrary:
    """A library whose newest article has these enclosures and so many images."""
    library = FakeLibrary(offline=offline)
    reading = short_reading("talk", "A talk", "harbour", "The Harbour Post", "en", NOW + timedelta(hours=1))
    pictures = tuple(
        Block(BlockKind.IMAGE, f"Picture {number}", info=f"https://pictures.example/{number}.png")
        for number in range(images)
    )
    article = replace(reading.article, enclosures=enclosures, url=url or reading.article.url)
    library.add(replace(reading, article=article, document=Document(tuple(pictures), reading.document.links)))
    return library


async def _wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something that is seen while a thread still works."""
    for _ in range(2000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError


def program(file: Path) -> list[str]:
    return [sys.executable, "-c", _WRITE_ARGUMENT, str(file), "{url}"]


async def test_the_player_gets_the_address_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "played"
    async with open_reader(fill(TALK), options={"commands.player": program(file)}) as reader:
        await reader.press("P")
        assert _wait_for(file) == TALK.url
        assert reader.said == f"Handed to {sys.executable}."
        await reader.press("enter")
        assert "talk.mp3 · audio/mpeg · 1:02:03 · 14 MB" in reader.text()


async def test_of_several_things_one_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "played"
    library = fill(TALK, FILM, TALK)
    async with open_reader(library, options={"commands.player": program(file)}) as reader:
        await reader.press("enter", "P")
        assert isinstance(reader.app.screen, ChooseDialog)
        assert "film.mp4 · video/mp4" in reader.text()
        await reader.press("escape", "P", "down", "enter")
        assert _wait_for(file) == FILM.url


async def test_without_a_player_the_browser_and_how_to_set_one(tmp_path: Path) -> None:
    file = tmp_path / "opened"
    async with open_reader(fill(TALK), options={"commands.browser": program(file)}, size=(160, 40)) as reader:
        await reader.press("P")
        assert _wait_for(file) == TALK.url
        assert "no player is set; set commands.player in " in reader.said
        assert reader.said.endswith('player = ["mpv", "{url}"]')
        await reader.press("j", "P")
        assert reader.said == "Nothing to play comes with this article."


@pytest.mark.parametrize(
    ("enclosure", "program_for_it"),
    [
        (Enclosure("https://radio.example/talk"), "browser"),
        (Enclosure("https://radio.example/talk.ogg"), "player"),
        (Enclosure("https://radio.example/stream", "video/webm"), "player"),
        (Enclosure("https://radio.example/paper.pdf", "application/pdf"), "browser"),
        (Enclosure("https://radio.example/poster", "image/png"), "viewer"),
    ],
)
async def test_each_kind_has_its_program(tmp_path: Path, enclosure: Enclosure, program_for_it: str) -> None:
    options = {f"commands.{name}": program(tmp_path / name) for name in ("player", "viewer", "browser")}
    async with open_reader(fill(enclosure), options=options) as reader:
        await reader.press("P")
        assert _wait_for(tmp_path / program_for_it) == enclosure.url


async def test_a_player_that_is_not_there() -> None:
    async with open_reader(fill(TALK), options={"commands.player": ["no-such-player"]}) as reader:
        await reader.press("P")
        assert reader.said.startswith("no-such-player: cannot be started")


async def test_a_click_on_an_enclosure_plays_it(tmp_path: Path) -> None:
    file = tmp_path / "played"
    async with open_reader(fill(TALK), size=(100, 40), options={"commands.player": program(file)}) as reader:
        await reader.press("enter")
        lines = reader.text().splitlines()
        row = next(number for number, line in enumerate(lines) if "talk.mp3" in line)
        await reader.pilot.click(offset=(lines[row].index("talk.mp3") + 2, row))
        await reader.settle()
        assert _wait_for(file) == TALK.url


@pytest.mark.parametrize("url", ["file:///etc/passwd", "--script=x", "mailto:a@a.example", "ftp://a.example/x.mp3", ""])
def test_only_the_web_is_played(url: str) -> None:
    with pytest.raises(UsageError, match="only http and https"):
        play_address(url, [sys.executable, "-c", "raise SystemExit"])


def test_an_image_is_shown_from_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url, kept = "https://pictures.example/1.png", tmp_path / "kept.png"
    for number, (path, viewer, browser, shown) in enumerate(
        [
            (kept, True, True, str(kept)),
            (None, True, True, url),
            (kept, False, True, kept.as_uri()),
            (None, False, True, url),
        ]
    ):
        file = tmp_path / str(number)
        open_image(url, path, program(file) if viewer else [], program(file) if browser else [])
        assert _wait_for(file) == shown
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("lynx"))
    with pytest.raises(UsageError, match=r"commands\.browser"):
        open_image(url, None, [], [])
    with pytest.raises(UsageError, match="only http"):
        open_image("file:///etc/passwd", None, program(tmp_path / "no"), [])


async def test_images_are_listed_kept_and_opened(tmp_path: Path) -> None:
    file = tmp_path / "shown"
    library = fill(images=2)
    async with open_reader(library, options={"commands.viewer": program(file)}) as reader:
        await reader.press("I", "enter")
        assert _wait_for(file) == "https://pictures.example/0.png"
        assert reader.said.startswith("Opened the image at its address; press D to keep")
        assert "keep_images" not in library.calls, "nothing is fetched that nobody asked for"
        await reader.press("I")
        assert "Keep all for reading offline" in reader.text()
        await reader.press("down", "down", "enter")
        assert reader.said == "2 images are kept for reading offline."
        await reader.press("I")
        text = reader.text()
        assert [line.count("kept") for line in text.splitlines() if "Picture" in line] == [1, 1]
        assert "Keep all" not in text
        file.unlink()
        await reader.press("down", "enter")
        assert _wait_for(file) == "/cache/2.png"
        assert reader.said == "Opened the image that is kept."
        await reader.press("j", "I")
        assert reader.said == "This article has no images."
        await reader.press("D")
        assert reader.said == "This article has no images."


async def test_what_cannot_be_kept_is_told() -> None:
    library = fill(images=3)
    library.images.failing = {"https://pictures.example/1.png"}
    async with open_reader(library) as reader:
        await reader.press("D")
        assert reader.said == "2 of 3 images are kept; https://pictures.example/1.png: 404"
        assert [str(error) for error in reader.room.errors] == ["https://pictures.example/1.png: 404"]
    async with open_reader(fill(images=1, offline=True)) as reader:
        await reader.press("D")
        assert "--offline" in reader.said
        await reader.press("I", "enter")
        assert reader.said == "This image is not kept, and --offline was given."


async def test_escape_stops_the_fetching_of_images() -> None:
    library = fill(images=2)
    library.images.pause = 30.0
    async with open_reader(library) as reader:
        await reader.press("enter")
        reader.send("D")
        reader.send("D")
        await _wait_until(lambda: reader.said == "The images are being fetched already.")
        await reader.press("escape")
        assert reader.said == "Stopped."
        assert library.images.kept == {}
        assert reader.pane() is Pane.ARTICLE


async def test_a_recording_has_no_page_to_fetch() -> None:
    library = fill(TALK, url=TALK.url)
    async with open_reader(library) as reader:
        await reader.press("enter", "x")
        assert reader.said == "A recording, without a text of its own; press P to play it."
        assert not any(call.startswith("fetch_fulltext") for call in library.calls)


def test_errands_end_once() -> None:
    errands = Errands()
    first = errands.begin("a")
    assert first is not None
    assert errands.begin("a") is None
    assert errands.end(first)
    assert not errands.stop()
    second = errands.begin("a")
    assert second is not None
    assert errands.stop()
    third = errands.begin("a")
    assert third is not None
    assert (second.is_stopped(), third.is_stopped()) == (True, False)
    assert not errands.end(second), "nobody waits for what was stopped"
    assert errands.begin("a") is None, "the third goes on"
    assert errands.end(third)
