"""What is new since the last visit: a line in lists by date, a list of it alone, and when a visit ends."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newstui.model import View
from newstui.model.heading import VISIT
from newstui.ui.visits import Visit, read_visit
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


def add(library: FakeLibrary, *names: str, hours: float = -1) -> None:
    """Let articles come that are the newest, or so many hours old."""
    for number, name in enumerate(names):
        at = NOW - timedelta(hours=hours, minutes=number)
        library.add(short_reading(name, f"News of {name}", "costa", "La Costa", "es", at))


@pytest.mark.parametrize("text", [None, "", "x", "5", "x 2026-03-02T12:00:00+00:00", "5 yesterday", "5 2026-03-02"])
def test_what_is_no_visit(text: str | None) -> None:
    assert read_visit(text) is None


def test_a_visit_is_read_as_it_was_written() -> None:
    visit = Visit(NOW, 1234)
    assert read_visit(visit.write()) == visit


async def test_the_first_visit_has_nothing_before_it() -> None:
    async with open_reader() as reader:
        assert VISIT not in reader.room.headlines.stories
        await reader.press("comma", "n")
        assert reader.said == "This is the first visit: everything is new."


async def test_a_line_between_what_is_new_and_what_was_there() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("ctrl+q")
    add(library, "one", "two")
    add(library, "late", hours=30)
    async with open_reader(library, size=(80, 40)) as reader:
        headlines = reader.room.headlines
        assert list(headlines.stories).index(VISIT) == 2
        assert " Last visit: 12:00\N{NARROW NO-BREAK SPACE}PM ─" in reader.text()
        await reader.press("j", "j")
        assert headlines.place == (3, 40)
        await reader.press("comma", "n")
        assert [row.title for row in library.load_headlines(headlines.stories)] == [
            "News of one",
            "News of two",
            "News of late",
        ]
        assert str(headlines.border_subtitle) == "All · new since the last visit"
        await reader.press("A")
        assert library.total_unread() == 25, "the rest is not marked"
        await reader.press("u", "comma", "n")
        assert VISIT in headlines.stories


@pytest.mark.parametrize(
    ("order", "group", "shown"),
    [
        ("newest", "none", True),
        ("oldest", "none", True),
        ("newest", "day", True),
        ("oldest", "day", True),
        ("unread", "none", False),
        ("source", "none", False),
        ("title", "day", False),
        ("newest", "source", False),
    ],
)
async def test_the_line_stands_in_lists_by_date_alone(order: str, group: str, shown: bool) -> None:
    library = FakeLibrary()
    library.remember("headlines.order", order)
    library.remember("headlines.group", group)
    library.remember("visit", Visit(NOW, library.last_story()).write())
    add(library, "one", "two")
    async with open_reader(library) as reader:
        assert (VISIT in reader.room.headlines.stories) == shown


async def test_what_comes_during_a_visit_is_new_and_stays_so() -> None:
    library = FakeLibrary()
    library.remember("visit", Visit(NOW - timedelta(days=1), library.last_story()).write())
    async with open_reader(library, size=(80, 40)) as reader:
        assert VISIT not in reader.room.headlines.stories, "nothing has come"
        library.arriving.append(short_reading("x", "News", "costa", "La Costa", "es", NOW))
        await reader.press("j", "R")
        assert list(reader.room.headlines.stories).index(VISIT) == 1
        await reader.press("g")
        assert " Last visit: Yesterday, 12:00" in reader.text()
        await reader.press("enter", "escape", "R")
        assert list(reader.room.headlines.stories).index(VISIT) == 1


async def test_several_runs_at_once() -> None:
    library = FakeLibrary()
    library.remember("visit", Visit(NOW, library.last_story()).write())
    add(library, "one")
    async with open_reader(library) as first:
        async with open_reader(library) as second:
            assert list(second.room.headlines.stories).index(VISIT) == 1
            await second.press("ctrl+q")
        add(library, "two", hours=-2)
        await first.press("f", "f", "f")
        assert list(first.room.headlines.stories).index(VISIT) == 2, "this visit goes on"
        assert read_visit(library.recall("visit")) == Visit(NOW, library.last_story() - 1)
        async with open_reader(library) as third:
            assert list(third.room.headlines.stories).index(VISIT) == 1, "since the second one was left"


async def test_a_run_that_is_killed_has_ended_when_something_was_last_done() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        reader.office.visits._note_if_busy()
        await reader.settle()
        assert library.recall("visit") is not None, "somebody was here when it started"
        library.remember("visit", None)
        reader.office.visits._note_if_busy()
        await reader.settle()
        assert library.recall("visit") is None, "nobody does anything"
        await reader.press("j")
        reader.office.visits._note_if_busy()
        await reader.settle()
        assert library.recall("visit") is not None


async def test_to_read_a_file_is_no_visit() -> None:
    library = FakeLibrary()
    library.remember("visit", Visit(NOW, 3).write())
    async with open_reader(library, view=View(sources=("costa",))) as reader:
        assert VISIT not in reader.room.headlines.stories
        await reader.press("ctrl+q")
    assert read_visit(library.recall("visit")) == Visit(NOW, 3)


async def test_nothing_new_says_so() -> None:
    library = FakeLibrary()
    library.remember("visit", Visit(NOW, library.last_story()).write())
    async with open_reader(library, size=(139, 40)) as reader:
        await reader.press("comma", "n")
        assert "Nothing new since the last visit. Press , n for the rest" in reader.text()
