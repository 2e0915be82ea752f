"""Painting two editions: each line of either side as in an article, and quotations that correspond in one colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from newstui.model import Quote, QuoteKind, Reading
from newstui.ui.article.lines import Line, Part
from newstui.ui.article.marks import Mark, list_marks, mark_quotes
from newstui.ui.article.paint import paint_line
from newstui.ui.compare.found import Marks
from newstui.ui.compare.layout import CompareLayout, Side

if TYPE_CHECKING:
    from newstui.text.parallel import Comparison

COLOURS: Final = 4
"""So many colours quotations have in turn; those that correspond have the same one."""
GUTTER: Final = 3
"""Cells between the two columns, as many as before the left one."""
_BAR: Final = "▌"
_KEPT: Final = 1024


class Frame(NamedTuple):
    """Where the columns stand: cells left of the cursor's bar, and of the whole line."""

    margin: int
    width: int


class ComparePainter:
    """Paints the lines of one layout; `make_style` gives the style for component classes from below to above."""

    def __init__(self, make_style: Callable[..., Style]) -> None:
        self._make_style = make_style
        self._layout: CompareLayout | None = None
        self._quotes: tuple[Marks, Marks] = ({}, {})
        self._found: tuple[Marks, Marks] = ({}, {})
        self._links = (0, 0)
        self._strips: LRUCache[tuple[int, bool], Strip] = LRUCache(_KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}

    def set_comparison(self, comparison: Comparison, layout: CompareLayout) -> None:
        """Paint another layout from now on."""
        self._layout = layout
        self._links = len(comparison.left.document.links), len(comparison.right.document.links)
        colours = _choose_colours(comparison)
        self._quotes = (
            _mark_quotes(comparison.left, layout.left, colours[0]),
            _mark_quotes(comparison.right, layout.right, colours[1]),
        )
        self._found = ({}, {})
        self._strips.clear()

    def mark_found(self, marks: tuple[Marks, Marks]) -> None:
        """Let places in either edition stand out, and none but these."""
        self._found = marks
        self._strips.clear()

    def forget(self) -> None:
        """Paint everything anew: colours or margins have changed."""
        self._styles.clear()
        self._strips.clear()

    def paint(self, number: int, frame: Frame, *, current: bool) -> Strip:
        """Return a line's strip; the row under the cursor stands out."""
        strip = self._strips.get((number, current))
        if strip is None:
            strip = self._strips[number, current] = self._paint(number, frame, current=current)
        return strip

    def _paint(self, number: int, frame: Frame, *, current: bool) -> Strip:
        layout = self._layout
        assert layout is not None
        beside = layout.lines[number]
        empty = beside.left is beside.right is None
        if empty:
            return Strip.blank(frame.width, self.style())
        current_class = ("cursor",) if current else ()
        bar = Segment(_BAR if current else " ", self.style(*current_class, "bar"))
        gap = Segment(" ", self.style(*current_class))
        margin = Segment(" " * frame.margin, self.style())
        if layout.interleaved:
            quiet = beside.left is None
            side, line = (layout.right, beside.right) if quiet else (layout.left, beside.left)
            strip = self._paint_side(side, line, current_class, quiet=quiet)
            strips = [Strip([margin, bar, gap, *([gap, gap] if quiet else [])]), strip]
        else:
            left = self._paint_side(layout.left, beside.left, current_class)
            right = self._paint_side(layout.right, beside.right, current_class)
            strips = [Strip([margin, bar, gap]), left, Strip([gap, bar, gap]), right]
        return Strip.join(strips).adjust_cell_length(frame.width, self.style())

    def _paint_side(self, side: Side, line: Line | None, below: tuple[str, ...], *, quiet: bool = False) -> Strip:
        assert self._layout is not None
        styles = partial(self._style_over, below, quiet)
        if line is None:
            return Strip.blank(side.width, styles())
        part = side.parts.get(line.part)
        return paint_line(
            line,
            part.text if part else "",
            self._list_marks(side, part) if part else (),
            styles,
            margin=0,
            column=side.width,
            width=side.width,
        )

    def _list_marks(self, side: Side, part: Part) -> list[Mark]:
        which = 0 if self._layout is not None and side is self._layout.left else 1
        quotes, found = (marks[which].get(part.number, []) for marks in (self._quotes, self._found))
        return [*list_marks(part, self._links[which]), *quotes, *found]

    def style(self, *names: str) -> Style:
        """Return the style for names of component classes, from below to above; for none, the widget's own."""
        style = self._styles.get(names)
        if style is None:
            style = self._styles[names] = self._make_style(*names)
        return style

    def _style_over(self, below: tuple[str, ...], quiet: bool, *names: str) -> Style:
        """Return the style of what stands over the cursor's, and as quiet as a counterpart that stands below."""
        role, *over = names or ("",)
        if not role:
            return self.style(*below)
        return self.style(*below, role, *(["counterpart"] if quiet else []), *over)


def _choose_colours(comparison: Comparison) -> tuple[dict[Quote, str], dict[Quote, str]]:
    """Return the component class of each quotation that has a counterpart, left and right."""
    colours: tuple[dict[Quote, str], dict[Quote, str]] = ({}, {})
    paired = [pair for pair in comparison.quotes if pair.left and pair.right]
    for number, pair in enumerate(paired):
        name = f"pair-{number % COLOURS + 1}"
        colours[0].update(dict.fromkeys(pair.left, name))
        colours[1].update(dict.fromkeys(pair.right, name))
    return colours


def _mark_quotes(reading: Reading, side: Side, colours: dict[Quote, str]) -> dict[int, list[Mark]]:
    """Return the marks of one side's quotations; what is said and has no counterpart is told from what has one."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    for part, found in mark_quotes(reading, side.parts.values()).items():
        for mark in found:
            quote = reading.quotes[mark.quote or 0]
            alone = "quote-alone" if quote.kind is QuoteKind.SPEECH else "quote-term"
            marks[part].append(mark._replace(name=colours.get(quote, alone)))
    return marks
