"""Pictures of numbers."""

from __future__ import annotations

import pytest

from newstui.printing.charts import draw_bar, draw_columns, draw_sparkline, knows_blocks, merge


def test_the_highest_column_fills_all_lines() -> None:
    assert draw_columns([0, 1, 8, 16], 4, 2) == ["   █", " ▁██"]
    assert draw_columns([0, 1, 3, 6], 4, 2, blocks=False) == ["   #", " .##"]


def test_columns_are_as_wide_as_there_is_room() -> None:
    assert draw_columns([2, 1], 4, 1) == ["██▄▄"]
    assert draw_columns([2, 1], 9, 1) == ["███ ▄▄▄▄ "]


def test_more_values_than_cells_share_columns() -> None:
    assert draw_columns([1, 2, 1, 1, 4], 3, 1) == ["▂▄█"]


@pytest.mark.parametrize(
    ("values", "columns", "greatest", "sums"),
    [
        ([1, 2, 3], 5, [1, 2, 3], [1, 2, 3]),
        ([1, 2, 3, 4], 2, [2, 4], [3, 7]),
        ([1, 2, 3, 4, 5], 2, [2, 5], [3, 12]),
        ([], 4, [], []),
    ],
)
def test_merging(values: list[int], columns: int, greatest: list[int], sums: list[int]) -> None:
    assert merge(values, columns) == greatest
    assert merge(values, columns, add=True) == sums


def test_what_is_more_than_nothing_is_seen() -> None:
    assert draw_sparkline([0, 1, 1000], 3) == " ▁█"
    assert draw_sparkline([0, 1, 1000], 3, blocks=False) == " .#"
    assert draw_bar(1, 1000, 4) == "╸   "
    assert draw_bar(0, 1000, 4) == "    "


def test_bars_are_drawn_to_half_a_cell() -> None:
    assert draw_bar(10, 10, 4) == "━━━━"
    assert draw_bar(6, 16, 4) == "━╸  "
    assert draw_bar(6, 16, 4, blocks=False) == "=-  "


def test_nothing_at_all() -> None:
    assert draw_columns([0, 0], 2, 2) == ["  ", "  "]
    assert draw_columns([], 8, 1) == [""]
    assert draw_sparkline([0], 3) == " "
    assert draw_bar(0, 0, 3) == "   "


@pytest.mark.parametrize(
    ("environment", "blocks"),
    [
        ({}, True),
        ({"LANG": "nl_NL.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "POSIX"}, False),
        ({"LC_ALL": "", "LC_CTYPE": "en_GB.ISO-8859-1"}, False),
    ],
)
def test_what_the_terminal_shows(environment: dict[str, str], blocks: bool) -> None:
    assert knows_blocks(environment) is blocks
