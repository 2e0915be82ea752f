"""How far something is: a bar, drawn in the status line and in dialogs alike."""

from __future__ import annotations

import os
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from newstui.i18n import format_share
from newstui.printing.charts import draw_bar, knows_blocks

_SHORT: Final = 10
"""Cells of the bar in the status line."""
_AROUND: Final = 6
"""Cells that stand beside the bar in a dialog, for the percentage."""


def draw_share(share: float, width: int = _SHORT) -> Content:
    """Return a bar of so many cells, as much of it filled as is done: `share` is from 0 to 1."""
    bar = draw_bar(round(1000 * min(1.0, share)), 1000, width, blocks=knows_blocks(os.environ))
    return Content.styled(bar, "$text-accent on $panel")


class ProgressLine(Widget):
    """A bar over the whole width with its percentage; nothing while `share` is None."""

    share: reactive[float | None] = reactive(None)

    def render(self) -> Content:
        """Draw the bar."""
        if self.share is None:
            return Content("")
        percent = f"{format_share(self.share):>{_AROUND}}"
        return Content.assemble(
            draw_share(self.share, max(1, self.content_size.width - len(percent))), (percent, "$quiet")
        )
