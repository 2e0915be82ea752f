"""Headlines under the names of their days or sources: headings that the cursor passes, whatever is done."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest
from textual.events import MouseScrollDown

from newstui.model import Group, Heading, Headline, Order
from newstui.model.heading import VISIT, heading_of_day, heading_of_source, is_heading
from newstui.ui.headlines import HeadlineList
from newstui.ui.headlines.headings import lay_out_heading
from newstui.ui.headlines.place import find_successor, leave_out, list_headings, place_visit
from newstui.ui.wrap import measure
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading
from tests.ui.stage import play
from tests.ui.test_headlines import bind, headline, make_list, settle

DAY = heading_of_day(NOW.toordinal())
OTHER = DAY + 1


def rows(*given: int) -> array[int]:
    return array("q", given)


def load(wanted: Sequence[int]) -> list[Headline | Heading]:
    return [Heading(row, f"Source {-row}", 3) if is_heading(row) else headline(row) for row in wanted]


# Pure


@pytest.mark.parametrize(
    ("stories", "gone", "left"),
    [
        ((DAY, 1, 2, OTHER, 3), {3}, (DAY, 1, 2)),
        ((DAY, 1, 2, OTHER, 3), {1, 2}, (OTHER, 3)),
        ((DAY, 1, VISIT, 2, OTHER, 3), {1}, (DAY, VISIT, 2, OTHER, 3)),
        ((DAY, 1, VISIT, OTHER, 3), {7}, (DAY, 1, VISIT, OTHER, 3)),
        ((DAY, 1), {1}, ()),
    ],
)  # fmt: skip
def test_a_heading_above_nothing_goes(stories: tuple[int, ...], gone: set[int], left: tuple[int, ...]) -> None:
    assert leave_out(rows(*stories), gone) == rows(*left)


def test_the_successor_of_a_story_is_no_heading() -> None:
    assert find_successor(rows(DAY, 1, OTHER, 2), rows(OTHER, 2), 1) == 1
    assert find_successor(rows(DAY, 1, 2, OTHER, 3), rows(DAY, 1), 4) == 1
    assert list_headings(rows(DAY, 1, 2, OTHER, 3)) == rows(0, 3)
    assert list_headings(rows(1, -4)) == rows()


@pytest.mark.parametrize(
    ("stories", "placed"),
    [
        ((9, 8, 3, 2), (9, 8, VISIT, 3, 2)),
        ((9, -5, 3, -4), (9, -5, VISIT, 3, -4)),
        ((9, 3, 8, 2), (9, VISIT, 3, 8, 2)),
        ((DAY, 9, OTHER, 3), (DAY, 9, VISIT, OTHER, 3)),
        ((DAY, 9, 3, OTHER, 2), (DAY, 9, VISIT, 3, OTHER, 2)),
        ((DAY, 3, 9), (DAY, 3, 9)),
        ((9, 8), (9, 8)),
        ((3, 2), (3, 2)),
        ((), ()),
    ],
)  # fmt: skip
def test_the_line_stands_below_what_is_all_new(stories: tuple[int, ...], placed: tuple[int, ...]) -> None:
    assert place_visit(rows(*stories), 5) == rows(*placed)


@pytest.mark.parametrize(
    ("stories", "placed"),
    [
        ((2, 3, 8, 9), (2, 3, VISIT, 8, 9)),
        ((2, 8, 3, -4, 9), (2, 8, 3, -4, VISIT, 9)),
        ((OTHER, 3, DAY, 9), (OTHER, 3, VISIT, DAY, 9)),
        ((8, 9), (8, 9)),
        ((2, 3), (2, 3)),
    ],
)  # fmt: skip
def test_the_line_stands_above_what_is_all_new_the_oldest_first(
    stories: tuple[int, ...], placed: tuple[int, ...]
) -> None:
    assert place_visit(rows(*stories), 5, oldest_first=True) == rows(*placed)


@pytest.mark.parametrize("width", [16, 20, 40, 80, 200])
def test_a_heading_fits(width: int) -> None:
    source = Heading(heading_of_source(4), "日本の新聞 and a long name 👩‍👩‍👧", 12_345)
    for row, heading in ((DAY, None), (VISIT, None), (source.key, source), (source.key, None)):
        pieces = lay_out_heading(row, width, NOW, heading=heading, visited_at=NOW)
        assert sum(measure(piece.text) for piece in pieces) == width - 1


# The widget


async def test_the_cursor_passes_headings() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(rows(DAY, 1, 2, OTHER, VISIT, 3, 4), load)
        await settle(view)
        assert view.story_at_cursor == 1
        await stage.press("k")
        assert view.story_at_cursor == 1
        await stage.press("j", "j")
        assert (view.story_at_cursor, view.place) == (3, (3, 4))
        await stage.press("k")
        assert view.story_at_cursor == 2
        await stage.press("G")
        assert (view.story_at_cursor, view.place) == (4, (4, 4))
        await stage.press("g")
        assert (view.story_at_cursor, view.scroll_offset.y) == (1, 0)
        view.replace_list(rows(OTHER, 3, 4))
        assert view.story_at_cursor == 3


@pytest.mark.parametrize("density", ["1", "2"])
async def test_headings_are_seen_above_the_cursor(density: str) -> None:
    view = make_list()
    given = [row for day in range(40) for row in (heading_of_source(day), 3 * day + 1, 3 * day + 2)]
    async with play(view, bind(view), (60, 12)) as stage:
        view.show_list(rows(*given), load)
        await stage.press(density)
        for key in ("G", "k", "k", "k", "b", "k", "k", "d", "k", "g"):
            await stage.press(key)
            await settle(view)
            await stage.pilot.pause()
            row = view.cursor * view.density - view.scroll_offset.y
            assert 0 <= row < 12
            if is_heading(view.stories[view.cursor - 1]):
                assert row >= view.density, key
            assert view.story_at_cursor is not None


async def test_a_click_on_a_heading_chooses_nothing() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(rows(DAY, 1, OTHER, 3), load)
        await settle(view)
        await stage.pilot.click(HeadlineList, offset=(3, 2))
        assert (view.story_at_cursor, stage.heard(HeadlineList.Chosen)) == (1, [])


async def test_only_what_is_seen_of_a_hundred_thousand_is_loaded() -> None:
    view = make_list()
    asked: list[int] = []

    def note(wanted: Sequence[int]) -> list[Headline | Heading]:
        asked.extend(wanted)
        return load(wanted)

    given = array("q")
    for day in range(1000):
        given.append(heading_of_day(700_000 - day))
        given.extend(range(100 * day + 1, 100 * day + 101))
    async with play(view, bind(view)) as stage:
        view.show_list(given, note)
        await stage.press("f", "G", "g", "j")
        view.post_message(MouseScrollDown(view, 1, 1, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await settle(view)
        assert len(asked) < 800
        assert not any(map(is_heading, asked)), "what a day is called needs no loading"
        assert view.place == (2, 100_000)


# The reader


def stories_of(reader: Reader) -> list[int]:
    return [row for row in reader.room.headlines.stories if row > 0]


async def test_grouping_goes_round_and_is_remembered() -> None:
    library = FakeLibrary()
    async with open_reader(library, size=(80, 60)) as reader:
        headlines = reader.room.headlines
        await reader.hold("j", 5)
        story, plain = headlines.story_at_cursor, stories_of(reader)
        await reader.press("comma", "g")
        assert reader.said == "The headlines stand day by day."
        assert headlines.story_at_cursor == story
        assert stories_of(reader) == plain
        assert str(headlines.border_subtitle) == "All · day by day"
        text = reader.text()
        assert all(words in text for words in (" Today 4 ─", " Yesterday 5 ─", " Sat, Feb 28 6 ─"))
        await reader.press("comma", "g")
        assert headlines.story_at_cursor == story
        assert " Hafenblatt 7 ─" in reader.text()
        assert library.recall("headlines.group") == "source"
    async with open_reader(library, size=(80, 60)) as reader:
        assert " Hafenblatt 7 ─" in reader.text()
        assert reader.room.status.place == "1/37"
        await reader.press("comma", "g")
        assert stories_of(reader) == plain
        assert library.recall("headlines.group") is None


async def test_what_is_unread_in_a_source_follows_the_marks() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "source")
    async with open_reader(library, size=(80, 60)) as reader:
        assert " A Maré ─" in reader.text(), "nothing is unread there"
        assert " Hafenblatt 7 ─" in reader.text()
        await reader.hold("j", 12)
        await reader.press("m")
        assert " Hafenblatt 6 ─" in reader.text()
        await reader.press("m")
        assert " Hafenblatt 7 ─" in reader.text()


async def test_marks_over_a_list_in_groups() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "day")
    async with open_reader(library) as reader:
        headlines, unread = reader.room.headlines, library.total_unread()
        await reader.press("j", "j", "comma", "a")
        above = [row for row in headlines.stories[: headlines.cursor] if row > 0]
        assert all(row.read for row in library.load_headlines(above))
        await reader.press("u")
        assert library.total_unread() == unread
        await reader.press("A")
        assert library.total_unread() == 0


async def test_finding_and_reading_on_in_groups() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "day")
    async with open_reader(library) as reader:
        await reader.press("/")
        await reader.type("storm")
        await reader.press("enter")
        assert not any(map(is_heading, reader.room.headlines.stories))
        await reader.press("escape")
        assert any(map(is_heading, reader.room.headlines.stories))
        titles = []
        for _ in range(12):
            await reader.press("n")
            titles.append(reader.title)
        assert len(set(titles)) > 8
        await reader.press("J", "J", "J", "J", "K")
        assert reader.title is not None


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("group", list(Group))
@pytest.mark.parametrize("keys", [(), ("f",), ("V",)], ids=["all", "unread", "editions"])
async def test_the_selection_survives_every_refresh(order: Order, group: Group, keys: tuple[str, ...]) -> None:
    library = FakeLibrary(ladder=("en", "de"))
    library.remember("headlines.order", order.value)
    library.remember("headlines.group", group.value)
    library.remember("visit", f"20 {NOW.isoformat()}")
    async with open_reader(library) as reader:
        headlines = reader.room.headlines
        await reader.press(*keys)
        await reader.hold("j", 10)
        story, row = headlines.story_at_cursor, headlines.cursor - headlines.scroll_offset.y
        before = reader.text().splitlines()[1 + row]
        for number in range(4):
            name, title, language = [("costa", "La Costa", "es"), ("harbour", "The Harbour Post", "en")][number % 2]
            library.arriving.append(short_reading(f"new{number}", f"New {number}", name, title, language, NOW))
        await reader.press("R")
        assert headlines.story_at_cursor == story
        assert headlines.cursor - headlines.scroll_offset.y == row
        assert reader.text().splitlines()[1 + row][27:] == before[27:]
        await reader.press("enter", "escape", "R")
        assert headlines.story_at_cursor == story
