"""What may follow the first keys of a sequence: a panel above the foot, for those who wait with the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from textual import events
from textual.app import App
from textual.content import Content
from textual.geometry import Offset, Size
from textual.keys import key_to_character
from textual.timer import Timer
from textual.widget import Widget

from newstui.i18n import _
from newstui.record import record
from newstui.ui.commands import BY_NAME
from newstui.ui.key_names import short_name, show_key
from newstui.ui.sequences import Keys, Step
from newstui.ui.wrap import measure

_PAUSE: Final = 0.3
"""Seconds after a key: whoever knows the next one has pressed it, and sees no panel."""
_GAP: Final = 3
"""Cells between two columns."""
_BORDER: Final = 2
"""Lines of the panel that hold no keys."""


@record
class _Entry:
    """Keys that may follow, as they are shown, and what they would do."""

    keys: Keys
    shown: str
    title: str


_Column: TypeAlias = Sequence[_Entry]


class FollowingPanel(Widget):
    """Keys and what they do, in columns. A click on one presses it."""

    def __init__(self, step: Step, titles: Mapping[str, str], foot: int) -> None:
        """`titles` are messages by the names of commands that do something else here than ever; `foot` is left free."""
        super().__init__()
        self._titles = titles
        self._foot = foot
        self.styles.margin = (0, 0, foot, 0)
        self._entries: list[_Entry] = []
        self._columns: list[_Column] = []
        self.take(step)

    def take(self, step: Step) -> None:
        """Show what may follow other keys."""
        self._entries = [
            _Entry(keys, _show(keys), _(self._titles.get(name, BY_NAME[name].title))) for keys, name in step.rest
        ]
        self.border_title = Content(_show(step.before))
        self.border_subtitle = Content(" ".join((show_key("escape"), _("Close"))))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's
        """As many lines as it takes, if the screen has them."""
        return min(_count_rows(self._entries, width), max(1, viewport.height - self._foot - _BORDER))

    def render(self) -> Content:
        """Draw the columns, and keep them for the mouse."""
        width, rows = self.content_size
        self._columns = _set_columns(self._entries, rows)
        drawn = [_draw_column(column) for column in self._columns]
        lines = [
            Content(" " * _GAP)
            .join(column[row] for column in drawn if row < len(column))
            .truncate(width, ellipsis=True)
            for row in range(rows)
        ]
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        """Press the keys that were clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        left = 0
        for column in self._columns:
            left += _measure_column(column) + _GAP
            if offset.x < left:
                for key in column[offset.y].keys if offset.y < len(column) else ():
                    self.app.post_message(events.Key(key, key if len(key) == 1 else key_to_character(key)))
                return


class Following:
    """Opens the panel when nothing has followed for a while, and closes it with the next key."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._panel: FollowingPanel | None = None

    def take(self, step: Step, titles: Mapping[str, str], foot: int) -> None:
        """Take up a press; `titles` and `foot` as a panel has them."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if step.rest and self._panel is not None and self._panel.is_attached:
            self._panel.take(step)
        elif step.rest:
            self._timer = self._app.set_timer(_PAUSE, lambda: self._open(FollowingPanel(step, titles, foot)))
        elif self._panel is not None:
            self._panel.remove()
            self._panel = None

    def is_at(self, place: Offset) -> bool:
        """Whether the panel is at a place of the screen."""
        return self._panel is not None and self._panel.region.contains_point(place)

    def _open(self, panel: FollowingPanel) -> None:
        self._panel = panel
        self._app.screen.mount(panel)


def _show(keys: Keys) -> str:
    return show_key(" ".join(map(short_name, keys)))


def _set_columns(entries: Sequence[_Entry], rows: int) -> list[_Column]:
    """Divide what may follow into columns of so many rows."""
    return [entries[first : first + rows] for first in range(0, len(entries), rows)] if rows else []


def _count_rows(entries: Sequence[_Entry], width: int) -> int:
    """Return the least rows with which all columns stand beside each other."""
    for rows in range(1, len(entries)):
        columns = _set_columns(entries, rows)
        if sum(map(_measure_column, columns)) + _GAP * (len(columns) - 1) <= width:
            return rows
    return len(entries)


def _measure_column(column: _Column) -> int:
    return _widest_keys(column) + 1 + max(measure(entry.title) for entry in column)


def _draw_column(column: _Column) -> list[Content]:
    """Return the lines of a column, all of the same width: the titles stand below each other."""
    keys, width = _widest_keys(column), _measure_column(column)
    return [
        Content.assemble(
            (entry.shown, "bold $text-accent"), " " * (keys + 1 - measure(entry.shown)), (entry.title, "$foreground")
        ).pad_right(width - keys - 1 - measure(entry.title))
        for entry in column
    ]


def _widest_keys(column: _Column) -> int:
    return max(measure(entry.shown) for entry in column)
