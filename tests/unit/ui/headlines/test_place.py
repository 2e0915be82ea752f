from __future__ import annotations

from array import array

import pytest

from newstui.ui.headlines.place import find_row, find_successor, leave_out, put_in_place


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
