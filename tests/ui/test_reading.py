"""Opening, reading on, marking: the keys that a reader uses all day."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from newstui.errors import N_, UsageError
from newstui.model import Block, BlockKind, Document, Reading, Source, SourceKind, View
from newstui.ui.commands import Pane
from newstui.ui.desks.reading import find_unread, find_unread_row
from newstui.ui.panes.source_rows import list_rows
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


async def test_enter_opens_and_marks_as_read_at_once() -> None:
    async with open_reader() as reader:
        assert not reader.library.status("ferry-en").read
        await reader.press("enter")
        assert reader.title == "The night ferry comes back"
        assert reader.pane() is Pane.ARTICLE
        assert reader.library.status("ferry-en").read
        row = reader.room.headlines.headline_at_cursor
        assert row is not None
        assert row.read


async def test_what_was_opened_once_is_not_asked_for_again() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "escape", "enter")
        assert reader.library.calls.count("get_reading ferry-en") == 1
        assert [call for call in reader.library.calls if call.startswith("mark")] == [
            "mark ferry-en read=True starred=None"
        ]


async def test_the_next_unread_article_is_ready_before_it_is_asked_for() -> None:
    async with open_reader() as reader:
        await reader.press("enter")
        assert "get_reading a001" in reader.library.calls
        reader.library.calls.clear()
        await reader.pilot.press("n")
        assert reader.title == "Council votes on the tram", "without waiting for a thread"
        await reader.settle()
        assert "get_reading a001" not in reader.library.calls


async def test_n_and_p_skip_what_is_read() -> None:
    async with open_reader() as reader:
        titles = []
        await reader.press("enter")
        for _ in range(4):
            await reader.press("n")
            titles.append(reader.title)
        assert titles == [
            "Council votes on the tram",
            "Rat stimmt über die Straßenbahn ab",
            "Le conseil vote le tramway",
            "El consejo vota el tranvía",
        ]
        await reader.press("p")
        assert reader.said == "Nothing further up is unread."
        assert reader.title == "El consejo vota el tranvía"


async def test_next_article_does_not_skip_what_is_read() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "J", "J", "J")
        assert reader.title == "Raad stemt over de tram"
        await reader.press("K")
        assert reader.title == "Rat stimmt über die Straßenbahn ab"


async def test_space_turns_pages_then_opens_the_next_unread() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter")
        for _ in range(30):
            if reader.room.article.at_end:
                break
            assert reader.title == "The night ferry comes back"
            await reader.press("space")
        assert reader.room.article.at_end
        assert "end of the article" in reader.said
        await reader.press("space")
        assert reader.title == "Council votes on the tram"


async def test_space_reads_everything_and_says_where_it_ends() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(80, 24)) as reader:
        for _ in range(200):
            await reader.pilot.press("space")
            await reader.settle()
            if reader.said.startswith("The end:"):
                break
        assert library.total_unread() == 0
        assert reader.said == "The end: nothing further down is unread."


async def test_star_and_read_from_the_list_and_back_by_undo() -> None:
    async with open_reader() as reader:
        await reader.press("j", "s", "m")
        assert reader.library.status("a001").starred
        assert reader.library.status("a001").read
        await reader.press("u")
        assert reader.library.status("a001").starred
        assert not reader.library.status("a001").read
        await reader.press("u")
        assert not reader.library.status("a001").starred
        await reader.press("u")
        assert reader.said == "There is nothing to undo."


async def test_opening_is_not_undone() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "u")
        assert reader.library.status("ferry-en").read
        assert reader.said == "There is nothing to undo."


async def test_m_in_an_open_article_makes_it_unread_again() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "m")
        assert not reader.library.status("ferry-en").read
        assert reader.said == "Marked as unread."
        await reader.press("m")
        assert reader.library.status("ferry-en").read


async def test_marks_are_written_in_the_order_of_the_keys() -> None:
    async with open_reader() as reader:
        for _ in range(7):
            await reader.pilot.press("s")
        await reader.settle()
        written = [call for call in reader.library.calls if "starred=" in call]
        assert [call.endswith("starred=True") for call in written] == [True, False] * 3 + [True]
        assert reader.library.status("ferry-en").starred


async def test_quitting_waits_for_marks() -> None:
    async with open_reader() as reader:
        await reader.pilot.press("m", "ctrl+q")
        await reader.pilot.pause(0.3)
        assert reader.library.status("ferry-en").read
        assert reader.app._exit


async def test_q_goes_back_and_at_last_quits() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "q")
        assert reader.pane() is Pane.HEADLINES
        await reader.press("q")
        assert reader.pane() is Pane.SOURCES
        await reader.pilot.press("q")
        await reader.pilot.pause(0.2)
        assert reader.app._exit


async def test_a_view_of_one_story_is_opened_at_once() -> None:
    library = FakeLibrary(empty=True)
    library.add(short_reading("only", "The only one", "file", "A file", "en", NOW))
    async with open_reader(library, view=View(sources=("file",))) as reader:
        assert reader.title == "The only one"
        assert "Opened" in reader.text()


async def test_an_article_that_has_gone_is_told() -> None:
    class Forgetful(FakeLibrary):
        def get_reading(self, article_id: str) -> Reading:
            raise UsageError(N_("{id}: no such article"), id=article_id)

    async with open_reader(Forgetful()) as reader:
        await reader.press("enter")
        assert reader.said == "ferry-en: no such article"
        assert reader.room.status.severity == "error"
        assert not reader.library.status("ferry-en").read, "what was not seen is not read"


async def test_what_cannot_be_made_ready_is_not_told() -> None:
    class Patchy(FakeLibrary):
        def get_reading(self, article_id: str) -> Reading:
            if article_id == "a001":
                raise UsageError(N_("{id}: no such article"), id=article_id)
            return super().get_reading(article_id)

    async with open_reader(Patchy()) as reader:
        await reader.press("enter")
        assert reader.said == ""
        await reader.press("J")
        assert reader.said == "a001: no such article"


async def test_the_article_asked_for_last_is_the_one_shown() -> None:
    may_answer = threading.Event()

    class Slow(FakeLibrary):
        def get_reading(self, article_id: str) -> Reading:
            if article_id == "a002":
                may_answer.wait(10)
            return super().get_reading(article_id)

    async with open_reader(Slow()) as reader:
        for key in ("j", "j", "enter", "k", "enter"):
            reader.send(key)
        for _ in range(500):
            await asyncio.sleep(0.01)
            if reader.title:
                break
        may_answer.set()
        await reader.settle()
        assert reader.title == "Council votes on the tram"
        assert not reader.library.status("a002").read


@pytest.mark.parametrize(("at", "step", "found"), [(0, 1, "r250"), (299, -1, "r250"), (249, 1, "r250"), (250, 1, None)])
def test_the_nearest_unread_story_far_away(at: int, step: int, found: str | None) -> None:
    library = FakeLibrary(empty=True)
    for number in range(300):
        library.add(
            short_reading(
                f"r{number:03}", f"Story {number}", "s", "S", "en", NOW - timedelta(minutes=number), read=number != 250
            )
        )
    headline = find_unread(library, library.list_stories(View()), at, step, View())
    assert (headline.id if headline else None) == found


async def test_the_end_of_a_source_says_where_the_next_unread_one_is_and_space_goes_there() -> None:
    async with open_reader(size=(120, 40)) as reader:
        reader.room.sources.go_to("source:costa")
        await reader.settle()
        await reader.press("2")
        for _ in range(40):
            await reader.press("space")
            if "end of this list" in reader.said:
                break
        after = find_unread_row(reader.room.sources.rows, reader.office.list.row)
        assert after is not None
        assert reader.said == (
            f"The end of this list; press space for the next, with {after.unread} unread: {after.title}"
        )
        await reader.press("space")
        assert reader.office.list.row.key == after.key
        assert reader.pane() is Pane.HEADLINES
        await reader.press("space")
        reading = reader.room.article.reading
        assert reading is not None
        assert reading.article.source_title == after.title


async def test_the_end_of_a_list_goes_back_to_what_was_left_unread_above() -> None:
    async with open_reader() as reader:
        await reader.press("j", "j", "enter", "escape", "A", "k", "k", "m")
        await reader.press("G", "n")
        assert reader.said == "The end of this list; press space for its first unread article."
        await reader.press("space")
        assert reader.title == "The night ferry comes back"


async def test_the_place_beyond_the_end_is_forgotten_when_the_reader_goes_elsewhere() -> None:
    async with open_reader() as reader:
        await reader.press("A", "g", "m", "G", "n")
        assert "first unread" in reader.said
        await reader.press("k", "n")
        assert "first unread" in reader.said, "told anew, not gone to"


@pytest.mark.parametrize(
    ("here", "unread", "expected"),
    [
        ("a", {"b": 2, "c": 1}, "source:b"),
        ("b", {"a": 2}, "source:a"),
        ("b", {"b": 3}, None),
        ("all", {"b": 3}, None),
        ("folder:F", {"b": 0, "a": 4}, "source:a"),
        ("folder:F", {"a": 0, "d": 4}, "source:d"),
    ],
)
def test_the_next_source_with_something_unread(here: str, unread: dict[str, int], expected: str | None) -> None:
    sources = [
        Source(key=key, kind=SourceKind.FEED, title=key, folder="F" if key in "bc" else None, unread=unread.get(key, 0))
        for key in "abcd"
    ]
    rows = list_rows(sources, 0)
    row = next(row for row in rows if row.key in (here, f"source:{here}"))
    found = find_unread_row(rows, row)
    assert (found.key if found else None) == expected


async def test_how_far_the_article_is_read_and_how_long_the_rest_takes() -> None:
    library = FakeLibrary()
    long = short_reading("long", "A long one", "harbour", "The Harbour Post", "en", NOW + timedelta(hours=1))
    library.add(replace(long, document=Document(tuple(Block(BlockKind.PARAGRAPH, "word " * 76) for _ in range(30)))))
    async with open_reader(library, size=(80, 24)) as reader:
        await reader.press("enter")
        assert reader.room.status.reading.endswith("min left")
        await reader.press(*["space"] * 5)
        assert "min left · 1/" in reader.text()
        assert "% · " in reader.room.status.reading
        await reader.press("G")
        assert reader.room.status.reading == "100 %"
        await reader.press("escape")
        assert reader.room.status.reading == ""
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        await reader.press("3", "g")
        assert "min left" in str(reader.room.article.border_subtitle)
