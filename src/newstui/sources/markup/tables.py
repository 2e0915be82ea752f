"""Tables: those that hold data become one block, those that lay out a page are only paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newstui.model import SpanKind
from newstui.sources.markup.elements import is_data_table
from newstui.sources.markup.state import Rule, State

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDEST: Final = 30
"""Columns that one cell may span."""

_TALLEST: Final = 1000
"""Rows that one cell may span; so many where it says 0, which is to the end of its part of the table."""


def _begin_table(state: State, element: _Element) -> None:
    state.writer.flush()
    state.tables.append(is_data_table(element))
    state.rows = state.cells = 0
    state.covered.clear()
    state.writer.in_cell = state.tables[-1]


def _end_table(state: State, _element: _Element) -> None:
    if state.tables.pop():
        state.writer.write_table()
    state.writer.flush()


def _begin_row(state: State, _element: _Element) -> None:
    state.cells = 0
    if not state.writer.in_cell:
        state.writer.end_block()


def _end_row(state: State, _element: _Element) -> None:
    if state.cells:
        state.rows += 1
    if not state.writer.in_cell:
        state.writer.end_block()


def _begin_cell(state: State, element: _Element) -> None:
    if not state.writer.in_cell:
        state.writer.end_block()
        state.cells += 1
    else:
        while state.covered.get(state.cells, 0) > state.rows:  # by a cell of a row above: what it says stands there
            _separate_cell(state)
        _separate_cell(state)
    if element.tag == "th":
        state.writer.text.open(SpanKind.STRONG)


def _separate_cell(state: State) -> None:
    """Set the next cell of a table of data apart from the one before it."""
    if state.cells:
        state.writer.text.separate("\t")
    elif state.rows:
        state.writer.text.separate("\n")
    state.cells += 1


def _end_cell(state: State, element: _Element) -> None:
    if element.tag == "th":
        state.writer.text.close(SpanKind.STRONG)
    if not state.writer.in_cell:
        state.writer.end_block()
        return
    first = state.cells - 1
    for _ in range(_read_span(element, "colspan", _WIDEST) - 1):
        _separate_cell(state)
    tall = _read_span(element, "rowspan", _TALLEST)
    if tall > 1:
        state.covered.update(dict.fromkeys(range(first, state.cells), state.rows + tall))


def _read_span(element: _Element, name: str, most: int) -> int:
    """Return how many columns or rows a cell spans, one where it does not say."""
    span = element.get(name) or ""
    if not (span.isascii() and span.isdigit() and len(span) < 9):
        return 1
    return min(int(span), most) or (most if name == "rowspan" else 1)


def _begin_caption(state: State, _element: _Element) -> None:
    if not state.rows:
        state.writer.in_cell = False
    state.writer.end_block()


def _end_caption(state: State, _element: _Element) -> None:
    state.writer.end_block()
    state.writer.in_cell = bool(state.tables) and state.tables[-1]


TABLES: Final[dict[str, Rule]] = {
    "table": Rule(_begin_table, _end_table),
    "caption": Rule(_begin_caption, _end_caption),
    "tr": Rule(_begin_row, _end_row),
    **dict.fromkeys(("td", "th"), Rule(_begin_cell, _end_cell)),
}
