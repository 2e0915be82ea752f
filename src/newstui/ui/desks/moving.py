"""The desk "move": the cursor of whatever is in use, or its scrolling."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from newstui.ui.article.view import ArticleView
from newstui.ui.desks.panes import PaneDesk


@runtime_checkable
class Movable(Protocol):
    """A list with a cursor."""

    def move(self, delta: int) -> None:
        """Move the cursor by rows."""

    def page(self, pages: float) -> None:
        """Move the cursor by screens."""

    def home(self) -> None:
        """Move the cursor to the first row."""

    def end(self) -> None:
        """Move the cursor to the last row."""


class MoveDesk:
    """Moves in the pane in use."""

    def __init__(self, panes: PaneDesk) -> None:
        self._panes = panes

    def _lines(self, delta: int) -> None:
        widget = self._panes.widget
        if isinstance(widget, ArticleView):
            widget.scroll_lines(delta)
        elif isinstance(widget, Movable):
            widget.move(delta)

    def _pages(self, pages: float) -> None:
        widget = self._panes.widget
        if isinstance(widget, ArticleView):
            widget.scroll_pages(pages)
        elif isinstance(widget, Movable):
            widget.page(pages)

    def down(self) -> None:
        """Move down by a line."""
        self._lines(1)

    def up(self) -> None:
        """Move up by a line."""
        self._lines(-1)

    def half_down(self) -> None:
        """Move down by half a page."""
        self._pages(0.5)

    def half_up(self) -> None:
        """Move up by half a page."""
        self._pages(-0.5)

    def page_down(self) -> None:
        """Move down by a page."""
        self._pages(1)

    def page_up(self) -> None:
        """Move up by a page."""
        self._pages(-1)

    def top(self) -> None:
        """Move to the first line."""
        widget = self._panes.widget
        if isinstance(widget, ArticleView):
            widget.scroll_to_top()
        elif isinstance(widget, Movable):
            widget.home()

    def bottom(self) -> None:
        """Move to the last line."""
        widget = self._panes.widget
        if isinstance(widget, ArticleView):
            widget.scroll_to_end()
        elif isinstance(widget, Movable):
            widget.end()
