"""Groups of headlines that are folded: the cursor stands on their headings, and comes back to where it was."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

import pytest

from newstui.model import Heading, Headline
from newstui.model.heading import VISIT, heading_of_day, heading_of_source, is_heading
from newstui.ui.headlines import HeadlineList
from newstui.ui.headlines.folding import hide_folded
from newstui.ui.headlines.headings import lay_out_heading
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading
from tests.ui.stage import play
from tests.ui.test_groups import DAY, OTHER, load, rows
from tests.ui.test_headlines import bind, make_list, settle

ALL = (DAY, 1, 2, OTHER, 3, 4, 5)


@pytest.mark.parametrize(
    ("stories", "folded", "shown"),
    [
        (ALL, {OTHER}, (DAY, 1, 2, OTHER)),
        (ALL, {DAY}, (DAY, OTHER, 3, 4, 5)),
        (ALL, {DAY, OTHER}, (DAY, OTHER)),
        (ALL, {7}, ALL),
        ((VISIT, DAY, 1, VISIT, -2, OTHER, 3), {DAY}, (VISIT, DAY, OTHER, 3)),
        ((DAY, 1, VISIT, OTHER, 3), {DAY}, (DAY, VISIT, OTHER, 3)),
        ((1, 2), {DAY}, (1, 2)),
        ((), {DAY}, ()),
    ],
)
def test_of_a_folded_group_the_heading_is_seen(
    stories: tuple[int, ...], folded: set[int], shown: tuple[int, ...]
) -> None:
    places = [place for place, row in enumerate(stories) if row < VISIT]
    assert hide_folded(rows(*stories), places, folded) == rows(*shown)


def test_a_folded_heading_says_so_and_is_as_wide() -> None:
    heading = Heading(heading_of_source(4), "Hafenblatt", 7)
    for folded in (True, False):
        line = "".join(piece.text for piece in lay_out_heading(heading.key, 40, NOW, heading=heading, folded=folded))
        assert line.startswith("▸Hafenblatt 7 ─" if folded else " Hafenblatt 7 ─")
        assert len(line) == 39


async def test_the_cursor_comes_back_to_where_it_was() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(rows(*ALL), load)
        await settle(view)
        view.move_to_story(4)
        assert view.fold()
        assert (view.story_at_cursor, view.cursor, view.position, view.place) == (None, 3, 3, (3, 5))
        await stage.press("j")
        assert view.cursor == 3, "nothing below"
        await stage.press("k", "j")
        assert view.story_at_cursor is None
        view.choose()
        assert view.story_at_cursor == 4
        assert stage.heard(HeadlineList.Chosen) == []
        assert view.fold()
        assert view.move_to_story(5), "what is gone to is seen"
        assert view.story_at_cursor == 5
        assert list(view.stories) == list(ALL)


async def test_all_at_once() -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(rows(*ALL), load)
        await settle(view)
        view.move_to_story(5)
        assert view.fold_all()
        assert (view.cursor, view.virtual_size.height) == (1, 2)
        await stage.press("k")
        assert view.cursor == 0
        await stage.press("j")
        assert view.fold_all()
        assert (view.story_at_cursor, view.virtual_size.height) == (5, 7)
        view.show_list(rows(1, 2), load)
        assert not view.fold()
        assert not view.fold_all()


async def test_a_list_keeps_its_folds_and_another_has_its_own() -> None:
    view = make_list()
    async with play(view, bind(view)):
        view.show_list(rows(*ALL), load, name="a")
        view.fold()
        view.show_list(rows(*ALL), load, name="b")
        assert (view.story_at_cursor, view.virtual_size.height) == (1, 7)
        view.show_list(rows(*ALL), load, name="a")
        assert (view.cursor, view.story_at_cursor, view.virtual_size.height) == (0, None, 5)
        view.replace_list(rows(DAY, 9, 1, 2, OTHER, 3, 4, 5))
        assert (view.cursor, view.virtual_size.height) == (0, 5)
        view.replace_list(rows(OTHER, 3, 4, 5))
        assert view.story_at_cursor == 3, "its heading has gone"


@pytest.mark.parametrize("line", [0, 3])
async def test_a_click_on_a_heading_folds_its_group_and_moves_no_cursor_elsewhere(line: int) -> None:
    view = make_list()
    async with play(view, bind(view)) as stage:
        view.show_list(rows(*ALL), load)
        await settle(view)
        view.move_to_story(4)
        await stage.pilot.click(HeadlineList, offset=(5, line))
        assert view.story_at_cursor == (None if line == 3 else 4)
        await stage.pilot.click(HeadlineList, offset=(5, line))
        assert view.story_at_cursor == 4
        assert stage.heard(HeadlineList.Chosen) == []


async def test_of_a_hundred_thousand_nothing_is_loaded_that_is_folded() -> None:
    view = make_list()
    asked: list[int] = []
    counted: list[int] = []

    def note(wanted: Sequence[int]) -> list[Headline | Heading]:
        asked.extend(wanted)
        return load(wanted)

    def count(groups: Mapping[int, Sequence[int]]) -> list[Heading]:
        counted.extend(groups)
        return [Heading(heading, "", len(members)) for heading, members in groups.items()]

    given = array("q")
    for day in range(1000):
        given.append(heading_of_day(700_000 - day))
        given.extend(range(100 * day + 1, 100 * day + 101))
    async with play(view, bind(view)) as stage:
        view.show_list(given, note, count=count)
        await settle(view)
        asked.clear()
        view.fold_all()
        await settle(view)
        await stage.press("G", "k")
        await settle(view)
        assert asked == []
        assert 0 < len(counted) < 500
        assert not any(not is_heading(heading) for heading in counted)
        assert view.place == (99_801, 100_000)


# The reader


def shown(reader: Reader) -> list[str]:
    return [line.split("│")[3].strip() for line in reader.text().splitlines() if line.count("│") >= 4]


async def test_folding_by_keys() -> None:
    async with open_reader(size=(80, 30)) as reader:
        await reader.press("minus")
        assert reader.said == "The headlines are not grouped; press , g to group them."
        await reader.press("comma", "g", *"jjjjjj")
        story = reader.room.headlines.story_at_cursor
        await reader.press("minus")
        assert reader.said == ""
        assert any(line.startswith("▸Yesterday 5 ─") for line in shown(reader))
        await reader.press("enter")
        assert (reader.room.headlines.story_at_cursor, reader.title) == (story, None)
        await reader.press("underscore")
        assert [line[0] for line in shown(reader) if line] == ["▸"] * 5
        await reader.press("k", "enter", "enter")
        assert reader.title is not None, "unfolded, then opened"


async def test_folders_of_the_sources_are_folded_by_the_same_key() -> None:
    async with open_reader(size=(80, 30)) as reader:
        await reader.press("1", "G", "minus")
        assert "▸ World" in reader.text()
        await reader.press("minus")
        assert "▾ World" in reader.text()


async def test_reading_on_goes_into_folded_groups_and_unfolds_them() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "day")
    async with open_reader(library, size=(80, 40)) as reader:
        await reader.press("underscore", "n")
        first = reader.title
        assert first is not None
        for _ in range(8):
            await reader.press("n")
        assert reader.title != first


async def test_next_article_passes_what_is_folded() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "day")
    async with open_reader(library, size=(80, 40)) as reader:
        headlines = reader.room.headlines
        headlines.move_to_story(headlines.stories[headlines.stories.index(OTHER) - 1])
        await reader.press("enter")
        headlines.fold(OTHER)
        before = reader.title
        await reader.press("J")
        assert reader.title not in (None, before)
        assert headlines.stories[headlines.position - 1] == OTHER + 1, "the first of the day before that"


async def test_marks_count_on_headings_and_above_the_cursor_is_all_that_is_folded() -> None:
    library = FakeLibrary()
    library.remember("headlines.group", "day")
    async with open_reader(library, size=(80, 40)) as reader:
        await reader.press("m")
        assert any(line.startswith("Today 3 ─") for line in shown(reader))
        await reader.press("underscore", "G", "comma", "a")
        assert [line[1:].split(" ─")[0] for line in shown(reader) if line][:2] == ["Today", "Yesterday"]


@pytest.mark.parametrize("group", ["day", "source"])
async def test_a_refresh_leaves_folds_and_cursor(group: str) -> None:
    library = FakeLibrary()
    library.remember("headlines.group", group)
    async with open_reader(library, size=(80, 40)) as reader:
        headlines = reader.room.headlines
        await reader.press("underscore", "j")
        before = headlines.stories[headlines.position]
        for number in range(2):
            library.arriving.append(
                short_reading(f"new{number}", f"New {number}", "harbour", "The Harbour Post", "en", NOW)
            )
        await reader.press("R")
        assert headlines.stories[headlines.position] == before
        assert not any(line.startswith("New") for line in shown(reader))
