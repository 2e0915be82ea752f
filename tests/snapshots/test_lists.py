"""Pictures of lists in groups, of what is new since the last visit, and of panes in their other places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newstui.ui.visits import Visit
from tests.snapshots.test_screens import MIDDLE, SMALL, VAST, WIDE, Compare, _check
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


def make_visited() -> FakeLibrary:
    """A library in which three stories have come since the last visit."""
    library = FakeLibrary(ladder=("en", "de"))
    library.remember("visit", Visit(NOW - timedelta(hours=20), library.last_story()).write())
    for number, title in enumerate(("Harbour gets a clock", "Ferry breaks its record", "Bees on the town hall")):
        at = NOW - timedelta(minutes=10 * number + 3)
        library.add(short_reading(f"new{number}", title, "harbour", "The Harbour Post", "en", at))
    return library


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_day_by_day_with_the_last_visit(snap_compare: Compare, size: tuple[int, int]) -> None:
    _check(snap_compare, size, "comma", "g", "j", library=make_visited())


def test_source_by_source_in_two_lines(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "comma", "g", "comma", "g", "comma", "d", library=make_visited())


def test_new_since_the_last_visit(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "comma", "n", library=make_visited())


def test_what_may_follow_the_comma(snap_compare: Compare) -> None:
    _check(snap_compare, SMALL, "comma")


@pytest.mark.parametrize("size", [MIDDLE, VAST], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_pane_in_its_other_place(snap_compare: Compare, size: tuple[int, int]) -> None:
    keys = ("1", "comma", "p", "2", "comma", "p", "4", "comma", "p", "alt+up", "alt+up")
    _check(snap_compare, size, "enter", *keys)
