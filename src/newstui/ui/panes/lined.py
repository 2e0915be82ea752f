"""Rows of several lines, set for the width that there is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class LinedVisual(Visual):
    """A row of a list that is set once for each width."""

    def __init__(self) -> None:
        self._set: tuple[int, list[Content]] = (0, [])

    @abstractmethod
    def set_lines(self, width: int) -> list[Content]:
        """Return the lines, each at most `width` cells wide."""

    def lines(self, width: int) -> list[Content]:
        """Return the lines that were set for this width."""
        if self._set[0] != width:
            self._set = width, self.set_lines(width)
        return self._set[1]

    def render_strips(
        self,
        width: int,
        height: int | None,  # noqa: ARG002  Textual's signature
        style: Style,
        options: RenderOptions,  # noqa: ARG002  likewise
    ) -> list[Strip]:
        """Draw the lines."""
        return paint_lines(self.lines(width), width, style)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002  Textual's signature
        """As wide as there is room."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  Textual's signature
        """So many lines as they are."""
        return len(self.lines(width))


def paint_lines(lines: Iterable[Content], width: int, style: Style) -> list[Strip]:
    """Paint lines that are set already: Textual's own rendering would wrap them once more, and drop what indents them."""
    return [
        Strip(line.render_segments(style), line.cell_length).adjust_cell_length(width, style.rich_style)
        for line in lines
    ]
