"""The text of an article's page: fetched, shown in place of the feed's, and back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from newstui.model import FulltextResult, RefreshSummary
from newstui.ui.commands import Pane
from newstui.ui.refreshing import Progress
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


async def _wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something that is seen while a thread still works."""
    for _ in range(2000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError


def _top_words(reader: Reader) -> str:
    """The first words of the block at the top of the article's pane."""
    reading, place = reader.room.article.reading, reader.room.article.position()
    assert reading is not None
    return reading.document.blocks[place.block].text[:20] if place.block >= 0 else ""


async def test_there_and_back_at_the_same_paragraph() -> None:
    async with open_reader(size=(80, 16)) as reader:
        await reader.press("enter", "space")
        before = _top_words(reader)
        assert before
        await reader.press("x")
        reading = reader.room.article.reading
        assert reading is not None
        assert reading.article.shows_fulltext
        assert reader.said == "The page’s text."
        assert _top_words(reader) == before
        await reader.press("g")
        assert "the page’s text" in reader.text()
        await reader.press("x")
        assert reader.said == "What the feed said."
        assert "the page’s text" not in reader.text()
        assert "From our correspondent" not in reader.text()
        await reader.press("x")
        assert reader.said == "The page’s text."
        assert sum(call.startswith("fetch_fulltext") for call in reader.library.calls) == 1


async def test_what_comes_late_does_not_take_the_place_of_another_article() -> None:
    library = FakeLibrary()
    library.page_pause = 0.3
    async with open_reader(library) as reader:
        await reader.press("enter")
        reader.send("x")
        reader.send("x")
        await asyncio.sleep(0.1)
        assert reader.said == "The page is being fetched already."
        reader.send("J")
        await reader.settle()
        assert reader.title == "Council votes on the tram"
        assert reader.said == "The full text is here: The night ferry comes back"
        await reader.press("K")
        reading = reader.room.article.reading
        assert reading is not None
        assert reading.article.shows_fulltext


async def test_a_wall_is_told_and_what_the_feed_said_stays() -> None:
    library = FakeLibrary()
    library.walled = {"ferry-en"}
    async with open_reader(library) as reader:
        await reader.press("enter", "x")
        assert reader.said == (
            "This page asks for a subscription; what the feed says stays as it is"
            " · press x to try again, o for the browser"
        )
        assert "https://ferry.example/en" in str(reader.room.errors[-1])
        assert reader.room.status.severity == "error"
        reading = reader.room.article.reading
        assert reading is not None
        assert not reading.article.shows_fulltext
        library.walled = set()
        await reader.press("x")
        assert reader.said == "The page’s text."


async def test_escape_stops_the_fetching_and_the_next_time_begins_anew() -> None:
    library = FakeLibrary()
    library.page_pause = 30.0
    async with open_reader(library) as reader:
        await reader.press("enter")
        reader.send("x")
        await _wait_until(lambda: reader.said == "Fetching the page … press esc to stop.")
        await reader.press("escape")
        assert reader.said == "Stopped."
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.errors == []
        library.page_pause = 0.0
        await reader.press("x")
        assert reader.said == "The page’s text."
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES


async def test_what_is_no_page_is_told_with_its_article_where_another_is_open() -> None:
    library = FakeLibrary()
    library.page_pause = 30.0
    library.walled = {"ferry-en"}
    async with open_reader(library) as reader:
        await reader.press("enter")
        reader.send("x")
        await _wait_until(lambda: reader.said == "Fetching the page … press esc to stop.")
        reader.send("J")
        await _wait_until(lambda: reader.title == "Council votes on the tram")
        library.page_pause = 0.0
        await reader.settle()
        assert reader.said.startswith("https://ferry.example/en: this page asks for a subscription")


async def test_offline_and_without_an_article() -> None:
    async with open_reader(FakeLibrary(offline=True)) as reader:
        await reader.press("x")
        assert reader.said == "No article is open."
        await reader.press("enter", "x")
        assert reader.said == "Not fetched, since --offline was given"


async def test_the_pages_of_a_refresh_are_counted() -> None:
    class Paging(FakeLibrary):
        def refresh(self, *_args: object, **options: object) -> RefreshSummary:
            on_start, on_fulltext = options["on_start"], options["on_fulltext"]
            assert callable(on_start)
            assert callable(on_fulltext)
            on_start(6)
            on_fulltext(FulltextResult("ferry-en", 1, 3))
            return RefreshSummary(total=6, new=0, updated=0, failed=0, seconds=0.0)

    async with open_reader(Paging()) as reader:
        reader.office.source.show_progress(Progress(6, 6, 2, 1, 3))
        assert reader.room.status.progress == "Refreshing 6 of 6 · 2 new · full texts: 1 of 3 · stop: , x"
        seen: list[str] = []

        def note(progress: str) -> None:
            seen.append(progress)

        reader.room.status.watch(reader.room.status, "progress", note, init=False)
        await reader.press("R")
        assert "Refreshing 0 of 6 · full texts: 1 of 3 · stop: , x" in seen
