"""Painter: an article's lines as strips, and what lies over its words: quotations, places found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from newstui.model import Reading
from newstui.ui.article.find import Hit
from newstui.ui.article.layout import Layout
from newstui.ui.article.lines import Part
from newstui.ui.article.marks import Mark, list_marks, mark_quotes
from newstui.ui.article.paint import paint_empty_row, paint_line, paint_picture_row

_KEPT = 1024


FindRow = Callable[[Part, int], Strip | None]
"""Gives a row of a part's picture; None as long as it is not painted."""


class Painter:
    """Paints the lines of one layout. `make_style` gives the style for component classes from below to above."""

    def __init__(self, make_style: Callable[..., Style], find_row: FindRow = lambda _part, _row: None) -> None:
        self._make_style = make_style
        self._find_row = find_row
        self._layout: Layout | None = None
        self._links = 0
        self._quotes: dict[int, list[Mark]] = {}
        self._hits: dict[int, list[Mark]] = {}
        self._above: Mapping[int, Sequence[Mark]] = {}
        self._current_quote: int | None = None
        self._shown_quotes: Container[int] | None = None
        self._marks: dict[int, list[Mark]] = {}
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}

    def set_article(self, reading: Reading, layout: Layout) -> None:
        """Paint another layout from now on."""
        self._layout = layout
        self._links = len(reading.document.links)
        self._quotes = mark_quotes(reading, layout.parts)
        self._forget_marks()

    def mark_hits(self, hits: Sequence[Hit], current: int | None) -> None:
        """Lay places found over the text, one of them stronger."""
        marks: dict[int, list[Mark]] = defaultdict(list)
        for index, hit in enumerate(hits):
            marks[hit.part].append(Mark(hit.start, hit.end, "hit-current" if index == current else "hit"))
        self._hits = marks
        self._forget_marks()

    def lay_over(self, marks: Mapping[int, Sequence[Mark]]) -> None:
        """Lay marks over everything else, by the numbers of their parts."""
        self._above = marks
        self._forget_marks()

    def mark_current_quote(self, index: int | None) -> None:
        """Make a quotation stand out among the others."""
        self._current_quote = index
        self._forget_marks()

    def narrow_quotes(self, shown: Container[int] | None) -> None:
        """Mark these quotations and no others; None: all."""
        self._shown_quotes = shown
        self._forget_marks()

    def forget_styles(self) -> None:
        """Paint everything anew: colours have changed."""
        self._styles.clear()
        self._strips.clear()

    def forget_strips(self) -> None:
        """Paint everything anew: the margin has changed."""
        self._strips.clear()

    def paint(self, number: int, *, margin: int, width: int) -> Strip:
        """Return a line's strip; all lines are painted with the same margin and width until `forget_strips`."""
        strip = self._strips.get(number)
        if strip is None:
            assert self._layout is not None
            line = self._layout.lines[number]
            part = self._layout.find_part(line.part)
            if part is not None and line.row is not None:
                return self._paint_picture(number, line.row, part, margin, width)
            strip = self._strips[number] = paint_line(
                line,
                part.text if part else "",
                self._list_marks(line.part),
                self.style,
                margin=margin,
                column=self._layout.width,
                width=width,
            )
        return strip

    def _paint_picture(self, number: int, row: int, part: Part, margin: int, width: int) -> Strip:
        assert self._layout is not None
        found = self._find_row(part, row)
        if found is None:
            frame = self._layout.frames[part.number]
            return paint_empty_row(row, frame, self.style, number=number, margin=margin, width=width)
        strip = self._strips[number] = paint_picture_row(found, self.style, number=number, margin=margin, width=width)
        return strip

    def style(self, *names: str) -> Style:
        """Return the style for names of component classes, from below to above; for none, the widget's own."""
        style = self._styles.get(names)
        if style is None:
            style = self._styles[names] = self._make_style(*names)
        return style

    def _list_marks(self, number: int) -> list[Mark]:
        """Return a part's marks from below to above: its own, quotations, the current one, places found."""
        marks = self._marks.get(number)
        if marks is None:
            part = self._layout.find_part(number) if self._layout else None
            quotes = [mark for mark in self._quotes.get(number, []) if self._shows(mark)]
            current = [mark._replace(name="quote-current") for mark in quotes if mark.quote == self._current_quote]
            own = list_marks(part, self._links) if part else []
            above = (*self._hits.get(number, ()), *self._above.get(number, ()))
            marks = self._marks[number] = [*own, *quotes, *current, *above]
        return marks

    def _shows(self, mark: Mark) -> bool:
        return self._shown_quotes is None or mark.quote in self._shown_quotes

    def _forget_marks(self) -> None:
        self._marks.clear()
        self._strips.clear()
