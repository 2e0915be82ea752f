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


def _begin_table(state: State, element: _Element) -> None:
    state.writer.flush()
    state.tables.append(is_data_table(element))
    state.rows = state.cells = 0
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
    elif state.cells:
        state.writer.text.separate("\t")
    elif state.rows:
        state.writer.text.separate("\n")
    state.cells += 1
    if element.tag == "th":
        state.writer.text.open(SpanKind.STRONG)


def _end_cell(state: State, element: _Element) -> None:
    if element.tag == "th":
        state.writer.text.close(SpanKind.STRONG)
    if not state.writer.in_cell:
        state.writer.end_block()
        return
    span = element.get("colspan") or ""
    more = min(int(span), _WIDEST) - 1 if span.isascii() and span.isdigit() and len(span) < 9 else 0
    for _ in range(more):
        state.writer.text.separate("\t")
        state.cells += 1


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
