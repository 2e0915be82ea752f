"""What an empty pane says, in its middle."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style


def paint_notice(notice: Content, size: Size, style: Style) -> dict[int, Strip]:
    """Return the lines of a pane on which a notice stands, wrapped and centred; the other lines are blank."""
    width = max(1, min(size.width - 4, 60))
    lines = notice.wrap(width)
    top = max(0, (size.height - len(lines)) // 2 - 1)
    strips = {}
    for number, line in enumerate(lines, top):
        left = max(0, (size.width - line.cell_length) // 2)
        segments = [Segment(" " * left, style.rich_style), *line.render_segments(style)]
        strips[number] = Strip(segments).adjust_cell_length(size.width, style.rich_style)
    return strips
