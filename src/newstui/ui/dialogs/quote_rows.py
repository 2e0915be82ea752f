"""One quotation in all editions of a story: a column for each, or one below the other where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual.content import Content

from newstui.i18n import _
from newstui.model import Quote
from newstui.text.clean import clean_line
from newstui.ui.content import foreign_content
from newstui.ui.panes.lined import LinedVisual
from newstui.ui.panes.quote_rows import draw_name, show_name
from newstui.ui.quotation import name_speaker
from newstui.ui.wrap import wrap

_BETWEEN: Final = " │ "
_NARROWEST: Final = 16
"""A column of fewer cells cannot be read."""
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What an edition says there; nothing where it leaves the quotation out. `label` is the edition's language."""

    label: str
    quotes: tuple[Quote, ...]
    chosen: bool = False

    def draw(self, width: int, label: str = "") -> list[Content]:
        """Return the lines: who says it, behind the label, and the words."""
        mark = Content.styled(label, "bold $speaker" if self.chosen else "$quiet")
        if not self.quotes:
            return [Content.assemble(mark, (_("left out"), "italic $quiet")).truncate(width, ellipsis=True)]
        lines = []
        before = None
        for quote in self.quotes:
            name = name_speaker(quote)
            if name != before:
                style = _style_name(known=bool(name), chosen=self.chosen)
                who = draw_name(show_name(name), style, max(1, width - mark.cell_length))
                lines.append(Content.assemble(mark, who).truncate(width, ellipsis=True))
            before, mark = name, Content()
            words = clean_line(quote.text)
            lines += [foreign_content(words[start:end]) for start, end in wrap(words, width)]
        return lines


def _style_name(*, known: bool, chosen: bool) -> str:
    if not known:
        return "$quiet"
    return "bold $speaker" if chosen else "bold"


class QuoteRow(LinedVisual):
    """A row of the table, with a blank line below it. `beside`: in columns, as far as they are wide enough."""

    def __init__(self, cells: Sequence[Cell], *, beside: bool) -> None:
        self._cells = cells
        self._beside = beside
        super().__init__()

    def set_lines(self, width: int) -> list[Content]:
        """Set the cells, in columns where they are wide enough."""
        column = measure_column(width, len(self._cells)) if self._beside else None
        drawn = self._draw_stacked(width) if column is None else self._draw_beside(column)
        return [*drawn, Content()]

    def _draw_beside(self, column: int) -> list[Content]:
        columns = [cell.draw(column) for cell in self._cells]
        between = Content.styled(_BETWEEN, "$faint")
        return [
            between.join([line.truncate(column, pad=True) for line in row])
            for row in zip_longest(*columns, fillvalue=Content())
        ]

    def _draw_stacked(self, width: int) -> list[Content]:
        lines = []
        for cell in self._cells:
            first, *rest = cell.draw(max(1, width - _INDENT), f"{cell.label}  ")
            lines += [first, *(Content.assemble(" " * _INDENT, line) for line in rest)]
        return lines


def measure_column(width: int, columns: int) -> int | None:
    """Return how many cells each column has in a row of so many, None if they cannot stand beside each other."""
    column = (width - len(_BETWEEN) * (columns - 1)) // max(1, columns)
    return column if column >= _NARROWEST else None


def draw_head(cells: Sequence[Cell], width: int) -> Content:
    """Draw the names of the columns over them."""
    column = measure_column(width, len(cells))
    if column is None:
        return Content()
    names = [
        foreign_content(cell.label, "bold underline $speaker" if cell.chosen else "$quiet").truncate(
            column, ellipsis=True, pad=True
        )
        for cell in cells
    ]
    return Content.styled(_BETWEEN, "$faint").join(names)
