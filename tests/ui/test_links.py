"""Following links by keys: hints, the list of links, places within the article."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from newstui.model import Block, BlockKind, Document, Link, SpanKind
from newstui.ui.commands import Pane
from newstui.ui.dialogs.add import AddDialog
from newstui.ui.dialogs.links import LinksDialog, write_links
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading
from tests.ui.samples import paragraph, span
from tests.ui.test_media import program
from tests.ui.test_outside import _wait_for

TEXT = "Read the report [@click=app.quit]here[/], write to Ann, or bank.example, or the picture."
LINKS = (
    Link("report", "https://xn--mnchen-3ya.example/report"),
    Link("Ann", "mailto:ann@paper.example"),
    Link("bank.example", "https://bank.example@evil.example/login"),
)


def library(*blocks: Block, links: Sequence[Link] = LINKS) -> FakeLibrary:
    """A library whose newest article has these blocks after one with links."""
    made = FakeLibrary()
    article = short_reading("linked", "An article with links", "harbour", "The Harbour Post", "en", NOW + timedelta(1))
    spans = [span(TEXT, link.text, SpanKind.LINK, number) for number, link in enumerate(links)]
    made.add(replace(article, document=Document((paragraph(TEXT, *spans), *blocks), tuple(links))))
    return made


@asynccontextmanager
async def read_links(
    tmp_path: Path, fake: FakeLibrary | None = None, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reader]:
    options = {
        "commands.browser": program(tmp_path / "opened"),
        "commands.viewer": program(tmp_path / "seen"),
        "commands.copy": ["tee", str(tmp_path / "copied")],
    }
    async with open_reader(fake or library(), size=size, options=options) as reader:
        await reader.press("enter")
        yield reader


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_letters_open_a_link_and_say_where_it_leads(tmp_path: Path, size: tuple[int, int]) -> None:
    async with read_links(tmp_path, size=size) as reader:
        await reader.press(";")
        assert "Letters open" in reader.said
        assert "Read the aeport" in reader.text()
        await reader.press("a")
        assert _wait_for(tmp_path / "opened") == LINKS[0].url
        assert reader.said == "Opened in the browser: xn--mnchen-3ya.example"
        assert "Read the report" in reader.text()
        await reader.press(";", "s")
        assert reader.said == "Opened in the browser: ann@paper.example"


async def test_words_that_name_another_host_are_asked_about(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        await reader.press(";", "d")
        assert reader.said == "“bank.example” leads to evil.example: Enter opens it, Escape does not."
        await reader.press("escape")
        assert not (tmp_path / "opened").exists()
        await reader.press(";", "d", "enter")
        assert _wait_for(tmp_path / "opened") == LINKS[2].url


async def test_capitals_copy_and_plus_adds_a_source(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        await reader.press(";", "S")
        assert _wait_for(tmp_path / "copied") == LINKS[1].url
        await reader.press(";", "+", "a")
        assert isinstance(reader.app.screen, AddDialog)
        assert reader.app.screen.query_one("#address", Input).value == LINKS[0].url
        assert not (tmp_path / "opened").exists()


async def test_letters_that_come_with_the_key_that_asks_for_them(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        for key in (";", "s"):
            reader.send(key)  # as over a slow line: both before anything is done
        await reader.settle()
        assert _wait_for(tmp_path / "opened") == LINKS[1].url


async def test_a_click_on_the_mark_of_a_note_goes_to_it(tmp_path: Path) -> None:
    marked = paragraph("Found.[1]", span("Found.[1]", "[1]", SpanKind.PLACE, 1))
    filling = [paragraph(f"Paragraph {number}. " + "The tide comes in. " * 20) for number in range(10)]
    note = Block(BlockKind.LIST_ITEM, "The note itself.", 1, info="1.", places=(1,))
    async with read_links(tmp_path, library(marked, *filling, note, *filling), size=(80, 24)) as reader:
        lines = reader.text().splitlines()
        row = next(number for number, line in enumerate(lines) if "Found.[1]" in line)
        await reader.pilot.click(offset=(lines[row].index("[1]") + 1, row))
        await reader.settle()
        assert "The note itself." in reader.text()


async def test_escape_backspace_and_other_keys(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        plain = reader.text()
        await reader.press(";", "1", "q", "escape")
        assert reader.pane() is Pane.ARTICLE
        assert reader.text().splitlines()[:-2] == plain.splitlines()[:-2]
        await reader.press(";", "backspace", "escape")
        assert reader.pane() is Pane.HEADLINES


async def test_the_reader_being_elsewhere_ends_the_letters(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        await reader.press(";")
        await reader.pilot.click("#headlines", offset=(3, 2), times=2)
        await reader.settle()
        assert "Read the aeport" not in reader.text()
        await reader.press("3", ";")
        await reader.pilot.resize_terminal(100, 30)
        await reader.settle()
        assert "Read the aeport" not in reader.text()
        await reader.press("a")
        assert not (tmp_path / "opened").exists()


@pytest.mark.parametrize("size", [(120, 40), (60, 24)])
async def test_from_the_list_the_letters_come_to_the_open_article(tmp_path: Path, size: tuple[int, int]) -> None:
    async with read_links(tmp_path, size=size) as reader:
        await reader.press("escape", ";")
        assert reader.pane() is Pane.ARTICLE
        assert "Read the aeport" in reader.text()


async def test_scrolling_puts_the_letters_on_what_is_seen_then(tmp_path: Path) -> None:
    filling = [paragraph(f"Paragraph {number}. " + "The tide comes in. " * 20) for number in range(10)]
    far = Block(BlockKind.IMAGE, "A seal", info="https://a.example/seal.png")
    async with read_links(tmp_path, library(*filling, far), size=(80, 24)) as reader:
        await reader.press(";")
        await reader.hold("pagedown", 12)
        await reader.press("a")
        assert _wait_for(tmp_path / "seen") == far.info


async def test_nothing_to_follow(tmp_path: Path) -> None:
    async with open_reader() as reader:
        await reader.press(";")
        assert reader.said == "No article is open."
        await reader.press("enter", "J", ";")
        assert reader.said == "No link is on the screen; press , l for all of the article."
        await reader.press("comma", "l")
        assert reader.said == "This article has no links."


async def test_the_list_opens_copies_and_adds(tmp_path: Path) -> None:
    async with read_links(tmp_path) as reader:
        await reader.press("comma", "l")
        assert isinstance(reader.app.screen, LinksDialog)
        assert "evil.example" in reader.text()
        assert LINKS[0].url in reader.text()
        await reader.press("down", "y")
        assert _wait_for(tmp_path / "copied") == LINKS[1].url
        assert LINKS[1].url in reader.text()
        await reader.press("enter")
        assert _wait_for(tmp_path / "opened") == LINKS[1].url
        await reader.press("comma", "l", "a")
        assert isinstance(reader.app.screen, AddDialog)
        assert reader.app.screen.query_one("#address", Input).value == LINKS[0].url


def test_links_as_markdown() -> None:
    assert write_links([Link("a [b]", "https://a.example/x_(y)"), Link("", "https://b.example/")]) == (
        "- [a \\[b\\]](<https://a.example/x_(y)>)\n- [https://b.example/](<https://b.example/>)"
    )


async def test_a_note_and_back_again(tmp_path: Path) -> None:
    text = "This was found in 1901.[1] " + "The tide comes in. " * 6
    marked = paragraph(text, span(text, "[1]", SpanKind.PLACE, 1))
    filling = [paragraph(f"Paragraph {number}. " + "The tide comes in. " * 20) for number in range(10)]
    note = Block(BlockKind.LIST_ITEM, "The note itself.", 1, info="1.", places=(1,))
    async with read_links(tmp_path, library(marked, *filling, note, *filling), size=(80, 24)) as reader:
        before = reader.room.article.position()
        await reader.press(";", "f")
        assert "The note itself." in reader.text()
        assert reader.said == "Press esc to go back to where you were."
        await reader.press("escape")
        assert reader.room.article.position() == before
        assert reader.pane() is Pane.ARTICLE
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES


async def test_a_note_that_was_cut_off(tmp_path: Path) -> None:
    marked = paragraph("Found.[1]", span("Found.[1]", "[1]", SpanKind.PLACE, 1))
    async with read_links(tmp_path, library(marked)) as reader:
        await reader.press(";", "f")
        assert reader.said == "Where this leads is not in the text."
