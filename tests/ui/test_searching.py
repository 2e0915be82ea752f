"""Searching the whole library from the line at the foot."""

from __future__ import annotations

import pytest

from newstui.ui.commands import Pane
from newstui.ui.find_line import FindLine
from tests.ui.driver import Reader, open_reader
from tests.ui.test_editions import wait_until


def _line(reader: Reader) -> FindLine:
    return reader.main.query_one("#find", FindLine)


async def _type(reader: Reader, text: str) -> None:
    """Type, and wait until the query is tried."""
    await reader.type(text)
    await reader.settle()


async def test_what_is_found_is_listed_while_one_types_and_stays_after_enter() -> None:
    async with open_reader() as reader:
        await reader.press("1", "j", "j", "enter")
        await reader.press("F")
        await _type(reader, "storm")
        assert len(reader.room.headlines.stories) == 4, "in all sources"
        assert reader.said == "4 stories found."
        assert str(reader.room.headlines.border_subtitle) == "All articles · “storm”"
        assert reader.library.searching.searched[-1] == "storm"
        await reader.press("enter")
        assert reader.pane() is Pane.HEADLINES
        assert not _line(reader).display
        await reader.press("j", "enter")
        assert reader.title is not None
        assert "torm" in reader.title
        assert len(reader.room.headlines.stories) == 4
        await reader.press("escape", "escape")
        assert "storm" not in str(reader.room.headlines.border_subtitle)


async def test_escape_puts_the_former_list_back_with_its_cursor() -> None:
    async with open_reader() as reader:
        await reader.press("j", "j", "j")
        before, story = list(reader.room.headlines.stories), reader.room.headlines.story_at_cursor
        await reader.press("F")
        await _type(reader, "storm")
        assert len(reader.room.headlines.stories) == 4
        await reader.press("escape")
        assert list(reader.room.headlines.stories) == before
        assert reader.room.headlines.story_at_cursor == story
        assert reader.pane() is Pane.HEADLINES
        await reader.press("F")
        await _type(reader, "")
        await reader.press("enter", "j", "escape")
        assert reader.room.headlines.story_at_cursor == story, "after Enter, too"
        assert list(reader.room.headlines.stories) == before


async def test_a_mistake_is_shown_at_its_place_and_mended() -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await _type(reader, "storm titel:x")
        await wait_until(lambda: _line(reader).mistake is not None)
        assert _line(reader).mistake == (6, 12)
        assert "titel:" in reader.said
        assert reader.room.status.severity == "warning"
        await reader.press("enter")
        assert _line(reader).display, "what cannot be read is to be mended"
        await reader.press("backspace")
        assert _line(reader).mistake is None
        await _type(reader, "")
        await reader.hold("backspace", 7)
        await reader.press("enter")
        assert len(reader.room.headlines.stories) == 4


async def test_who_goes_on_typing_is_not_told_what_is_not_finished_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.desks.searching._PAUSE", 3600.0)
    async with open_reader() as reader:
        await reader.press("F")
        await _type(reader, "storm titel:x")
        assert _line(reader).mistake is None
        await reader.press(*["backspace"] * 8)
        assert reader.said == "4 stories found."


@pytest.mark.parametrize(("screenful", "listed"), [(4, 4), (5, None)])
async def test_titles_fill_the_screen_while_all_else_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, screenful: int, listed: int | None
) -> None:
    monkeypatch.setattr("newstui.ui.desks.searching._SCREENFUL", screenful)
    async with open_reader() as reader:
        shown: list[int] = []
        monkeypatch.setattr(
            reader.office.find._search._lists,
            "show_found",
            lambda stories, _words, everywhere: shown.append(len(stories)),
        )
        await reader.press("F")
        reader.main.query_one("#find", FindLine).value = "sto*"
        await reader.settle()
        assert reader.library.searching.searched[-2:] == ["sto", "sto*"]
        assert shown == [*([listed] if listed else []), 0], "few would only make the list flicker"


async def test_nothing_found_and_an_empty_query() -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await _type(reader, "zebra")
        assert reader.said == "0 stories found."
        await reader.press("enter")
        assert "Nothing found. Press esc for the whole list." in reader.text()
        await reader.press("F")
        await reader.hold("backspace", 5)
        await reader.press("enter")
        assert len(reader.room.headlines.stories) == 37


async def test_from_an_article_in_a_narrow_window() -> None:
    async with open_reader(size=(60, 20)) as reader:
        await reader.press("enter", "F")
        assert reader.pane() is Pane.HEADLINES
        await _type(reader, "[b]storm")
        assert reader.said == "0 stories found."
        await reader.press("escape", "slash")
        await reader.type("storm")
        await reader.press("enter")
        assert reader.said.startswith("4 headlines found")


async def test_the_foot_shows_where_the_words_stand_in_the_story_under_the_cursor() -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await _type(reader, "storm")
        assert reader.room.status.excerpt is None, "while one types the number of stories is told"
        await reader.press("enter", "j")
        await reader.settle()
        excerpt = reader.room.status.excerpt
        assert excerpt is not None
        assert excerpt.plain.startswith("pt "), "another language than that of the row"
        marked = [
            excerpt.plain[span.start : span.end].casefold() for span in excerpt.spans if "bold" in str(span.style)
        ]
        assert marked == ["storm"]
        await reader.press("escape")
        assert reader.room.status.excerpt is None


async def test_without_a_search_the_foot_shows_no_text() -> None:
    async with open_reader() as reader:
        await reader.press("j", "j")
        await reader.settle()
        assert reader.room.status.excerpt is None


async def test_an_article_that_was_searched_for_shows_where_the_words_stand_and_stays_at_its_top() -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await _type(reader, "storm")
        await reader.press("enter", "enter")
        await reader.settle()
        article = reader.room.article
        assert article.hits > 0
        assert (article.current_hit, article.scroll_offset.y) == (None, 0)
        await reader.press("escape", "escape", "enter")
        await reader.settle()
        assert article.hits == 0, "opened from another list"
