"""Painter: rows of headlines as strips."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from newstui.model import Headline
from newstui.ui.headlines.rows import INDENT, Columns, Piece, lay_out_details, lay_out_row, lay_out_title

_KEPT = 512


class Painter:
    """Paints lines of a list and keeps them. `make_style` gives the style for component classes from below to above."""

    def __init__(self, make_style: Callable[..., Style]) -> None:
        self._make_style = make_style
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}

    def find(self, line: int) -> Strip | None:
        """Return a line that has been painted."""
        return self._strips.get(line)

    def paint(self, line: int, row: str, pieces: list[Piece], width: int, *, cursor: bool = False) -> Strip:
        """Paint a line from its pieces and keep it; `row` names how it looks. The cursor lies over everything."""
        above = ("cursor",) if cursor else ()
        segments = [
            Segment(piece.text, self.style(row, *((piece.name,) if piece.name else ()), *above)) for piece in pieces
        ]
        strip = self._strips[line] = Strip(segments).adjust_cell_length(width, self.style(row, *above))
        return strip

    def forget(self, lines: range | None = None) -> None:
        """Paint lines anew, all by default."""
        if lines is None:
            self._strips.clear()
            return
        for line in lines:
            self._strips.discard(line)

    def forget_styles(self) -> None:
        """Paint everything anew: colours have changed, or the focus."""
        self._styles.clear()
        self._strips.clear()

    def style(self, *names: str) -> Style:
        """Return the style for names of component classes, from below to above; for none, the widget's own."""
        style = self._styles.get(names)
        if style is None:
            style = self._styles[names] = self._make_style(*names)
        return style


def look_of(headline: Headline | None) -> str:
    """Return the name of the component class that says how a row looks."""
    return "placeholder" if headline is None else "read" if headline.read else "unread"


def lay_out(
    headline: Headline | None, columns: Columns, line: int, density: int, age: Callable[[Headline], str]
) -> list[Piece]:
    """Return the pieces of a row's line, of one or two that it has; of a row not loaded, a placeholder."""
    if headline is None:
        return [Piece(" " * INDENT), Piece("…")] if line == 0 else []
    if density == 1:
        return lay_out_row(headline, columns, age(headline))
    return lay_out_title(headline, columns) if line == 0 else lay_out_details(headline, columns, age(headline))
