"""One line with something at its left, cut if need be, and something at its right, always whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from newstui.ui.panes.lined import paint_lines


class Spread(Visual):
    """A row of a list: a name and a number."""

    def __init__(self, left: Content, right: Content) -> None:
        self._left, self._right = left, right

    @property
    def plain(self) -> str:
        """Both sides as text, a space between them."""
        return f"{self._left.plain} {self._right.plain}".strip()

    def fit(self, width: int) -> Content:
        """Return the line in exactly so many cells; the right side gives way where there is no room for both."""
        right = self._right.cell_length
        room = width - right - 1 if right else width
        if room < 1:
            return self._left.truncate(max(1, width), ellipsis=True, pad=True)
        left = self._left.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(left, " ", self._right) if right else left

    def render_strips(
        self,
        width: int,
        height: int | None,  # noqa: ARG002  Textual's signature
        style: Style,
        options: RenderOptions,  # noqa: ARG002  likewise
    ) -> list[Strip]:
        """Draw the line."""
        return paint_lines([self.fit(width)], width, style)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002  Textual's signature
        """Everything in full."""
        return self._left.cell_length + 1 + self._right.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  Textual's signature
        """Always one line."""
        return 1


class LateSpread(Visual):
    """A row that is put together when it is first seen: a list has more rows than a screen."""

    def __init__(self, compose: Callable[[], Spread]) -> None:
        self._compose = compose

    @cached_property
    def _spread(self) -> Spread:
        return self._compose()

    @property
    def plain(self) -> str:
        """Both sides as text, a space between them."""
        return self._spread.plain

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw the line."""
        return self._spread.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Everything in full."""
        return self._spread.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002  Textual's signature
        """Always one line."""
        return 1
