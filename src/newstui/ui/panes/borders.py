"""The borders between panes: where they are, and what size a pane has when one is moved."""

from __future__ import annotations

from typing import Final

from textual.geometry import Region

from newstui.record import record
from newstui.ui.arrangement import Edge

_LEAST_COLUMNS: Final = 14
_LEAST_ROWS: Final = 3
"""What is left of the smaller one of two panes."""


@record
class Border:
    """The border at an edge: it is moved between the two sides of `room`, and `sized` has the size that is kept.

    `sized` comes before the other panes, or after them.
    """

    edge: Edge
    columns: bool
    room: Region
    sized: Region
    first: bool

    @property
    def cells(self) -> int:
        """How large the pane is now."""
        return self.sized.width if self.columns else self.sized.height

    @property
    def extent(self) -> int:
        """The cells that are divided."""
        return self.room.width if self.columns else self.room.height

    @property
    def line(self) -> int:
        """The first column or row behind the border."""
        if self.columns:
            return self.sized.right if self.first else self.sized.x
        return self.sized.bottom if self.first else self.sized.y

    def is_at(self, x: int, y: int) -> bool:
        """Whether a cell belongs to it: the frames of the panes at both sides do."""
        along = self.room.y <= y < self.room.bottom if self.columns else self.room.x <= x < self.room.right
        return along and (x if self.columns else y) in (self.line - 1, self.line)

    def touches(self, pane: Region) -> tuple[bool, bool]:
        """Whether it is the right or lower border of a pane, and whether it is its left or upper one."""
        if self.columns:
            meets = pane.y < self.room.bottom and self.room.y < pane.bottom
            return meets and pane.right == self.line, meets and pane.x == self.line
        meets = pane.x < self.room.right and self.room.x < pane.right
        return meets and pane.bottom == self.line, meets and pane.y == self.line

    def size_at(self, line: int) -> int:
        """Return the size of the pane if the border were at `line`, as far as it can be there."""
        start = self.room.x if self.columns else self.room.y
        return self.fit(line - start if self.first else start + self.extent - line)

    def fit(self, cells: int) -> int:
        """Return a size that leaves something of both panes."""
        least = min(_LEAST_COLUMNS if self.columns else _LEAST_ROWS, self.extent // 2)
        return max(least, min(cells, self.extent - least))
