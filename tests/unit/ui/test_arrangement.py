"""How the reader has arranged the panes: places, sizes, what is remembered of them, and the borders between them."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from newstui.ui.arrangement import Arrangement, Arrangements, Edge, read_arrangements
from newstui.ui.commands import Pane
from newstui.ui.layout import Breakpoint, find_breakpoint
from newstui.ui.panes.borders import Border


@pytest.mark.parametrize(
    ("width", "expected"),
    [(1, "narrow"), (99, "narrow"), (100, "middle"), (139, "middle"), (140, "wide"), (199, "wide"), (200, "vast")],
)
def test_breakpoints(width: int, expected: str) -> None:
    assert find_breakpoint(width) == expected


def test_each_edge_has_two_places() -> None:
    first = Arrangement(Breakpoint.WIDE)
    assert (first.sources_right, first.headlines_left, first.beside_below) == (False, False, False)
    assert [first.divides_columns(edge) for edge in Edge] == [True, False, True, False]
    other = first.move(Edge.SOURCES).move(Edge.HEADLINES).move(Edge.BESIDE)
    assert (other.sources_right, other.headlines_left, other.beside_below) == (True, True, True)
    assert [other.divides_columns(edge) for edge in Edge] == [True, True, False, True]
    assert other.move(Edge.SOURCES).move(Edge.HEADLINES).move(Edge.BESIDE) == first
    vast = Arrangement(Breakpoint.VAST)
    assert vast.headlines_left
    assert not vast.move(Edge.HEADLINES).headlines_left


def test_a_pane_has_a_size_as_a_column_and_one_as_a_row() -> None:
    column = Arrangement(Breakpoint.WIDE).resize(Edge.BESIDE, 40, 100)
    row = column.move(Edge.BESIDE)
    assert (column.share(Edge.BESIDE), row.share(Edge.BESIDE)) == (400, None)
    both = row.resize(Edge.BESIDE, 10, 50)
    assert (both.share(Edge.BESIDE), both.move(Edge.BESIDE).share(Edge.BESIDE)) == (200, 400)
    assert both.resize(Edge.BESIDE, None, 50).sizes == column.sizes


@pytest.mark.parametrize("room", [7, 38, 94, 120, 333, 700])
def test_a_share_is_the_cells_that_it_was_made_from(room: int) -> None:
    for cells in range(1, room):
        share = Arrangement(Breakpoint.WIDE).resize(Edge.SOURCES, cells, room).share(Edge.SOURCES)
        assert share is not None
        assert share * room // 1000 == cells


def test_it_is_read_as_it_was_written() -> None:
    arrangements = Arrangements(frozenset({Pane.SOURCES}))
    assert read_arrangements(Arrangements().write()) == Arrangements()
    changed = arrangements.find(Breakpoint.WIDE).move(Edge.BESIDE).resize(Edge.HEADLINES, 10, 30)
    arrangements = arrangements.put(changed)
    assert read_arrangements(arrangements.write()) == arrangements
    assert arrangements.find(Breakpoint.VAST) == Arrangement(Breakpoint.VAST)
    assert Arrangements().put(Arrangement(Breakpoint.WIDE)).write() is None, "nothing was changed"


@pytest.mark.parametrize(
    "text",
    [
        None, "", "{", "[]", "3", '{"folded": 3, "wide": []}', '{"folded": ["x"], "huge": {"moved": ["sources"]}}',
        '{"wide": {"moved": ["languages", 4], "sizes": {"sources-columns": "7", "x": 7, "headlines-rows": 1000}}}',
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_as_at_first(text: str | None) -> None:
    found = read_arrangements(text)
    assert found.folded == frozenset()
    assert all(found.find(each) == Arrangement(each) for each in Breakpoint)


def test_where_a_border_is_and_how_far_it_goes() -> None:
    border = Border(Edge.SOURCES, True, Region(0, 0, 100, 30), Region(0, 0, 26, 30), True)
    assert (border.line, border.cells, border.extent) == (26, 26, 100)
    assert [border.is_at(x, 5) for x in (24, 25, 26, 27)] == [False, True, True, False]
    assert not border.is_at(25, 30)
    assert [border.size_at(line) for line in (-5, 20, 40, 99)] == [14, 20, 40, 86]
    assert border.touches(Region(0, 0, 26, 30)) == (True, False)
    assert border.touches(Region(26, 0, 74, 10)) == (False, True)
    assert border.touches(Region(40, 0, 10, 10)) == (False, False)
    right = Border(Edge.SOURCES, True, Region(0, 0, 100, 30), Region(74, 0, 26, 30), False)
    assert (right.line, right.size_at(70), right.size_at(95)) == (74, 30, 14)
    level = Border(Edge.HEADLINES, False, Region(26, 2, 74, 20), Region(26, 2, 74, 7), True)
    assert (level.line, level.size_at(12), level.size_at(0), level.size_at(40)) == (9, 10, 3, 17)
    assert level.touches(Region(26, 9, 74, 13)) == (False, True)


def test_a_border_in_a_room_too_small_for_two_panes() -> None:
    border = Border(Edge.HEADLINES, False, Region(0, 0, 80, 4), Region(0, 0, 80, 2), True)
    assert [border.size_at(line) for line in range(5)] == [2, 2, 2, 2, 2]
