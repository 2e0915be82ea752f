"""The desk of the commands that move panes to their other place and change their sizes."""

from __future__ import annotations

from typing import Final

from newstui.i18n import _
from newstui.ui.arrangement import EDGE_OF, Edge
from newstui.ui.commands import Pane
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.panes.borders import Border
from newstui.ui.panes.frame import PaneFrame
from newstui.ui.room import Room

_COLUMNS: Final = 2
"""So many columns a border is moved at a time; rows are moved one by one, as they are twice as high."""


class BorderDesk:
    """Moves borders: that at the right of the pane in use or below it, else that at its left or above it."""

    def __init__(self, room: Room, panes: PaneDesk) -> None:
        self._room = room
        self._panes = panes

    def wider(self) -> None:
        """Move the upright border to the right."""
        self._move(_COLUMNS, columns=True)

    def narrower(self) -> None:
        """Move the upright border to the left."""
        self._move(-_COLUMNS, columns=True)

    def lower(self) -> None:
        """Move the level border down."""
        self._move(1, columns=False)

    def higher(self) -> None:
        """Move the level border up."""
        self._move(-1, columns=False)

    def reset(self) -> None:
        """Give all panes the places and sizes that they have at first on a screen of this width."""
        self._panes.reset()
        self._room.say(_("The panes are as they were at first."))

    def place(self) -> None:
        """Put the pane in use to the other side, or below."""
        edge = EDGE_OF.get(self._panes.current)
        if edge is None:
            self._room.warn(_("This pane has one place."))
            return
        arrangement = self._panes.arrangement.move(edge)
        self._panes.take(arrangement)
        said = {
            Edge.SOURCES: (_("The sources are at the left."), _("The sources are at the right.")),
            Edge.HEADLINES: (_("The headlines are above the article."), _("The headlines are left of the article.")),
            Edge.BESIDE: (_("Languages and quotes are at the side."), _("Languages and quotes are below.")),
        }
        other = {
            Edge.SOURCES: arrangement.sources_right,
            Edge.HEADLINES: arrangement.headlines_left,
            Edge.BESIDE: arrangement.beside_below,
        }
        self._room.say(said[edge][other[edge]])

    def resize(self, message: PaneFrame.Resized) -> None:
        """Take up that a border was moved by the mouse."""
        self._panes.take(self._panes.arrangement.resize(message.edge, message.cells, message.room))

    def _move(self, cells: int, *, columns: bool) -> None:
        border = self._find_border(columns=columns)
        if border is None:
            self._room.warn(_("No border of this pane can be moved that way."))
            return
        size = border.size_at(border.line + cells)
        self._panes.take(self._panes.arrangement.resize(border.edge, size, border.extent))

    def _find_border(self, *, columns: bool) -> Border | None:
        pane = self._panes.widget.region
        borders = [(border, border.touches(pane)) for border in self._panes.frame.list_borders()]
        touching = [each for each in borders if each[0].columns == columns and any(each[1])]
        touching.sort(key=lambda each: each[1], reverse=True)
        return touching[0][0] if touching and Pane.COMPARE is not self._panes.current else None
