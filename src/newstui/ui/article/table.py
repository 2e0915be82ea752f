"""Setting tables: aligned columns fitted to the width, or where that is too narrow a record for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newstui.ui.article.lines import Line, Part, Role, Run
from newstui.ui.wrap import display, measure, truncate, wrap

_GAP: Final = 2
_NARROWEST: Final = 8
"""No column that must be wrapped gets fewer cells: below that, rows are set as records."""
_LONGEST_WORD: Final = 16
"""Longer words may be cut to make a column narrower."""
_WORD = re.compile("[^\\s\u2e80-\uffe6]+")
_NUMBER = re.compile(r"[-+−±]?[\d\s.,'’%€$£]*\d[\d\s.,'’%€$£]*")


class _Cell(NamedTuple):
    """A cell's text and where it begins in the part's."""

    text: str
    start: int


def set_table(part: Part, width: int) -> Iterator[Line]:
    """Set a table whose rows are lines and whose cells stand apart by tabs; the first row heads the columns."""
    rows = list(_split_rows(part.text))
    columns = max(len(row) for row in rows)
    measured = [_measure_column(rows, column) for column in range(columns)]
    widths = fit_columns([natural for natural, _ in measured], [least for _, least in measured], width)
    if widths is None:
        yield from _set_records(part.number, rows, width)
        return
    right = [_is_numeric(rows, column) for column in range(columns)]
    for number, row in enumerate(rows):
        head = number == 0 and len(rows) > 1
        yield from _set_row(part.number, Role.TABLE_HEAD if head else Role.TABLE, row, widths, right)
        if head:
            yield Line(part.number, Role.RULE, "─" * (sum(widths) + _GAP * (columns - 1)))


def fit_columns(natural: Sequence[int], least: Sequence[int], width: int) -> list[int] | None:
    """Return the columns' widths, the widest narrowed first until all fit; None if one would come below its `least`."""
    room = width - _GAP * (len(natural) - 1)
    if sum(least) > room:
        return None
    widths = [min(cells, room) for cells in natural]
    for _ in range(sum(widths) - room):
        spare = [cells if cells > floor else 0 for cells, floor in zip(widths, least, strict=True)]
        widths[spare.index(max(spare))] -= 1
    return widths


def _split_rows(text: str) -> Iterator[list[_Cell]]:
    offset = 0
    for line in text.split("\n"):
        cells = []
        for cell in line.split("\t"):
            cells.append(_Cell(cell, offset))
            offset += len(cell) + 1
        yield cells


def _measure_column(rows: list[list[_Cell]], column: int) -> tuple[int, int]:
    """Return the width that a column wants, and the least in which it can be read: that of its longest word."""
    cells = [row[column].text for row in rows if column < len(row)]
    natural = max(map(measure, cells), default=0)
    word = max((measure(word) for cell in cells for word in _WORD.findall(cell)), default=0)
    return natural, min(natural, max(_NARROWEST, min(word, _LONGEST_WORD)))


def _is_numeric(rows: list[list[_Cell]], column: int) -> bool:
    """Whether all that stands below a column's head are numbers: these are set to the right."""
    cells = [row[column].text for row in rows[1:] if column < len(row) and row[column].text]
    return bool(cells) and all(_NUMBER.fullmatch(cell) for cell in cells)


def _set_row(number: int, role: Role, row: list[_Cell], widths: list[int], right: list[bool]) -> Iterator[Line]:
    wrapped = [
        [(cell.start + start, cell.start + end) for start, end in wrap(cell.text, max(1, widths[column]))]
        for column, cell in enumerate(row)
    ]
    for line in range(max(len(lines) for lines in wrapped)):
        runs = []
        left = 0
        for column, lines in enumerate(wrapped):
            if line < len(lines) and lines[line][0] < lines[line][1]:
                start, end = lines[line]
                words = row[column].text[start - row[column].start : end - row[column].start]
                shift = widths[column] - measure(words) if right[column] else 0
                runs.append(Run(left + max(0, shift), start, end))
            left += widths[column] + _GAP
        yield Line(number, role, runs=tuple(runs))


def _set_records(number: int, rows: list[list[_Cell]], width: int) -> Iterator[Line]:
    """Set each row below the head as lines "label: value"; a lonely row has no labels."""
    heads, body = (rows[0], rows[1:]) if len(rows) > 1 else ([], rows)
    for index, row in enumerate(body):
        if index:
            yield Line(number, Role.TABLE)
        for column, cell in enumerate(row):
            head = display(heads[column].text) if column < len(heads) else ""
            yield from _set_field(number, f"{truncate(head, max(1, width // 2))}: " if head else "", cell, width)


def _set_field(number: int, lead: str, cell: _Cell, width: int) -> Iterator[Line]:
    """Set a label and its value, side by side where both have room."""
    indent = measure(lead)
    if lead and width - indent < _NARROWEST:
        yield Line(number, Role.TABLE, truncate(lead.rstrip(), width))
        lead, indent = "", 0
    for line, (start, end) in enumerate(wrap(cell.text, width - indent)):
        run = (Run(indent, cell.start + start, cell.start + end),) if end > start else ()
        yield Line(number, Role.TABLE, "" if line else lead, run)
