from __future__ import annotations

from array import array

import pytest

from newstui.model.heading import VISIT, heading_of_day, heading_of_source
from newstui.ui.headlines.place import find_row, find_successor, leave_out, list_headings, put_in_place

DAY = heading_of_day(739_000)
SOURCE = heading_of_source(12)


@pytest.mark.parametrize(
    ("before", "now", "row", "expected"),
    [
        ([1, 2, 3], [1, 2, 3], 1, 1),
        ([1, 2, 3], [8, 9, 1, 2, 3], 1, 3),
        ([1, 2, 3], [1, 3], 1, 1),
        ([1, 2, 3, 4], [1, 4], 1, 1),
        ([1, 2, 3], [1, 2], 2, 1),
        ([1, 2, 3], [7, 8], 1, 0),
        ([1, 2, 3], [], 1, 0),
        ([], [1, 2], 0, 0),
        ([1, 2], [5, 2, 1], 9, 1),
    ],
)
def test_find_successor(before: list[int], now: list[int], row: int, expected: int) -> None:
    assert find_successor(array("q", before), array("q", now), row) == expected


def test_find_row() -> None:
    stories = array("q", [5, 6, 7])
    assert [find_row(stories, story) for story in (5, 7, 8, None)] == [0, 2, None, None]


@pytest.mark.parametrize("near", [0, 600, 1500, 2999, 9000])
def test_a_row_is_found_wherever_it_is_looked_for_first(near: int) -> None:
    stories = array("q", range(3000, 0, -1))
    assert [find_row(stories, story, near) for story in (3000, 2000, 1, 0)] == [0, 1000, 2999, None]


@pytest.mark.parametrize("gone", [1, 2, 5, 50])
def test_the_cursor_goes_on_below_many_that_have_gone(gone: int) -> None:
    before = array("q", range(100, 0, -1))
    now = before[:40] + before[40 + gone :]
    assert find_successor(before, now, 40) == 40
    assert find_successor(before, before[:40], 40 + gone) == 39


@pytest.mark.parametrize(
    ("stories", "places"),
    [
        ([], []),
        ([1, 65535, (1 << 48) - 1], []),
        ([3, -3, -65536, -(1 << 40), 4], []),
        ([DAY, 3, -3, VISIT, 4, SOURCE, 5, DAY], [0, 3, 5, 7]),
    ],
)
def test_headings_are_told_from_stories_and_editions(stories: list[int], places: list[int]) -> None:
    assert list_headings(array("q", stories)) == array("q", places)


@pytest.mark.parametrize(
    ("row", "story", "now", "found"),
    [
        (2, 9, [1, 2, 9, 4], 2),
        (2, 4, [1, 2, 4], 2),
        (2, 1, [2, 1, 4], 1),
        (0, 1, [1, 2, 3, 4], 0),
        (3, 3, [1, 2, 3], 2),
    ],
)
def test_a_row_goes_on_as_another_story(row: int, story: int, now: list[int], found: int) -> None:
    assert put_in_place(array("q", [1, 2, 3, 4]), row, story) == (array("q", now), found)


def test_what_has_gone_is_left_out() -> None:
    assert leave_out(array("q", [3, 1, 2]), {1, 7}) == array("q", [3, 2])
