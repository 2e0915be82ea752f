"""PaneFrame: the panes as they stand on the main screen, and the borders between them, which the mouse can drag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget

from newstui.ui.arrangement import WHOLE, Arrangement, Edge
from newstui.ui.commands import Pane
from newstui.ui.layout import Breakpoint
from newstui.ui.panes.borders import Border

_LISTS = (Pane.HEADLINES, Pane.ARTICLE, Pane.COMPARE)
_BESIDE = (Pane.LANGUAGES, Pane.QUOTES)


class _Side(NamedTuple):
    """The pane whose size an edge changes, what is divided there, and whether the pane comes first."""

    sized: Widget
    room: Widget
    first: bool


class _Column(Vertical):
    """Panes above each other. They cover it, so that it need not be painted."""

    BLANK = True


class _Part(Container):
    """Panes above or beside each other; likewise."""

    BLANK = True


class PaneFrame(Horizontal):
    """The sources beside the rest: headlines and article in the middle, languages and quotes beside them or below.

    `panes` are those that are there from the start; the others are added when they are first wanted.
    """

    BLANK = True

    class Resized(Message):
        """A border was dragged, or (`cells` is None) clicked twice: its pane is to have its first size again."""

        def __init__(self, edge: Edge, cells: int | None, room: int) -> None:
            super().__init__()
            self.edge, self.cells, self.room = edge, cells, room

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts while a border is being dragged."""
            return isinstance(message, type(self))

    def __init__(self, panes: Mapping[Pane, Widget], *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._panes = dict(panes)
        self._middle = _Column(panes[Pane.HEADLINES], panes[Pane.ARTICLE], id="middle")
        self._beside = _Column(id="beside")
        self._rest = _Part(self._middle, self._beside, id="rest")
        self._arrangement = Arrangement(Breakpoint.NARROW)
        self._dragged: tuple[Edge, int] | None = None
        """The edge whose border is being dragged, and how far behind the mouse its line is."""

    def compose(self) -> ComposeResult:
        """Put the sources before the rest."""
        yield self._panes[Pane.SOURCES]
        yield self._rest

    def add(self, pane: Pane, widget: Widget) -> None:
        """Put a pane to its place, hidden until it is shown."""
        widget.display = False
        self._panes[pane] = widget
        if pane in _BESIDE:
            self._beside.mount(widget, before=self._panes.get(Pane.QUOTES) if pane is Pane.LANGUAGES else None)
        else:
            self._middle.mount(widget)

    def show(self, shown: frozenset[Pane], arrangement: Arrangement) -> None:
        """Show these panes, arranged so."""
        self._arrangement = arrangement
        for pane, widget in self._panes.items():
            widget.display = pane in shown
        self._middle.display = not shown.isdisjoint(_LISTS)
        self._beside.display = not shown.isdisjoint(_BESIDE)
        self._rest.display = self._middle.display or self._beside.display
        self.set_class(arrangement.sources_right, "-sources-right")
        self.set_class(arrangement.headlines_left, "-headlines-left")
        self.set_class(arrangement.beside_below, "-beside-below")
        self._set_sizes()

    def list_borders(self) -> Iterator[Border]:
        """Yield the borders that are on the screen."""
        for edge in Edge:
            side = self._find_side(edge)
            if side is not None:
                columns = self._arrangement.divides_columns(edge)
                yield Border(edge, columns, side.room.region, side.sized.region, side.first)

    def _find_side(self, edge: Edge) -> _Side | None:
        """What is at an edge, if there are panes on both sides of it."""
        panes = self._panes
        other: Widget
        if edge is Edge.SOURCES:
            side, other = _Side(panes[Pane.SOURCES], self, not self._arrangement.sources_right), self._rest
        elif edge is Edge.HEADLINES:
            side, other = _Side(panes[Pane.HEADLINES], self._middle, True), panes[Pane.ARTICLE]
        elif edge is Edge.BESIDE:
            side, other = _Side(self._beside, self._rest, False), self._middle
        elif Pane.LANGUAGES in panes and Pane.QUOTES in panes:
            side, other = _Side(panes[Pane.LANGUAGES], self._beside, True), panes[Pane.QUOTES]
        else:
            return None
        return side if side.room.display and side.sized.display and other.display else None

    def _set_sizes(self) -> None:
        """Give each pane the share that was chosen for it; where it has its room alone, all of it."""
        for edge, sized in (
            (Edge.SOURCES, self._panes[Pane.SOURCES]),
            (Edge.HEADLINES, self._panes[Pane.HEADLINES]),
            (Edge.BESIDE, self._beside),
            (Edge.LANGUAGES, self._panes.get(Pane.LANGUAGES)),
        ):
            if sized is None:
                continue
            share = self._arrangement.share(edge) if self._find_side(edge) is not None else None
            columns = self._arrangement.divides_columns(edge)
            _set_length(sized, "width", share if columns else None)
            _set_length(sized, "height", None if columns else share)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a border."""
        border = self._find_border(event) if event.button == 1 else None
        if border is not None:
            event.stop()
            self.screen.clear_selection()
            self._dragged = border.edge, border.line - _along(border, event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the border that is held."""
        if self._dragged is None:
            return
        edge, behind = self._dragged
        border = next((border for border in self.list_borders() if border.edge is edge), None)
        if border is None or event.button != 1:  # it was let go outside of the window
            self._dragged = None
            return
        event.stop()
        cells = border.size_at(_along(border, event) + behind)
        if cells != border.cells:
            self.post_message(self.Resized(edge, cells, border.extent))

    def on_mouse_up(self) -> None:
        """Let the border go."""
        self._dragged = None

    def on_click(self, event: events.Click) -> None:
        """Give a pane its first size again when its border is clicked twice."""
        border = self._find_border(event) if event.button == 1 else None
        if border is not None and event.chain == 2:
            event.stop()
            self.post_message(self.Resized(border.edge, None, border.extent))

    def _find_border(self, event: events.MouseEvent) -> Border | None:
        x, y = event.screen_offset
        return next((border for border in self.list_borders() if border.is_at(x, y)), None)


def _along(border: Border, event: events.MouseEvent) -> int:
    return event.screen_x if border.columns else event.screen_y


def _set_length(widget: Widget, name: str, share: int | None) -> None:
    """Give a widget so many thousandths of its room, whatever the style sheet says; None: what it says."""
    rules = (name, f"min_{name}", f"max_{name}")
    if share is not None:
        for rule, length in zip(rules, (f"{100 * share / WHOLE:.1f}%", "1", "100%"), strict=True):
            setattr(widget.styles, rule, length)
    elif widget.styles.inline.has_rule(name):
        for rule in rules:
            widget.styles.inline.clear_rule(rule)
        widget.refresh(layout=True)
