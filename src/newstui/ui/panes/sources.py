"""The pane of sources: a tree of folders and sources with what is unread in each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number
from newstui.library.views import Filed
from newstui.model import Source
from newstui.ui.commands import Context, list_bindings
from newstui.ui.content import foreign_content
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.source_rows import NOTHING_FILED, SourceRow, list_rows
from newstui.ui.panes.spread import LateSpread, Spread


class SourcesPane(Lines):
    """All, unread, starred, then the sources in their folders. Moving the cursor shows what a row holds.

    `opened` is a row for what is read without being subscribed to; `hint` is said while there are no sources.
    """

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.SOURCES)

    class Highlighted(Message):
        """The cursor came to a row."""

        def __init__(self, row: SourceRow) -> None:
            super().__init__()
            self.row = row

    class Chosen(Message):
        """A row was clicked or chosen."""

        def __init__(self, row: SourceRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, clock: Callable[[], datetime], id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._clock = clock
        self.opened: SourceRow | None = None
        self.hint = ""
        self._rows: dict[str, SourceRow] = {}
        self._folded: set[str] = set()
        self.sources: Sequence[Source] = ()
        self._unread = 0
        self.filed = NOTHING_FILED

    @property
    def row(self) -> SourceRow | None:
        """The row under the cursor."""
        return self._rows.get(self.key or "")

    @property
    def rows(self) -> list[SourceRow]:
        """All rows, from top to bottom."""
        return list(self._rows.values())

    @property
    def any_source(self) -> bool:
        """Whether anything is subscribed to."""
        return any(source.subscribed for source in self.sources)

    def show_sources(self, sources: Sequence[Source], unread: int, filed: Filed = NOTHING_FILED) -> None:
        """Show these sources, views and tags; `unread` counts the library's unread stories. Draws what has changed."""
        self.sources, self._unread, self.filed = sources, unread, filed
        rows = self._list_rows()
        if list(rows) != list(self._rows) or not self.any_source:
            self._show_rows(rows)
            return
        changed = [row for row in rows.values() if row != self._rows[row.key]]
        self._rows = rows
        for row in changed:
            self.replace_option_prompt(row.key, self._draw(row))

    def rebuild(self) -> None:
        """Draw all rows anew: the language of the interface, or what is folded, has changed."""
        self._show_rows(self._list_rows())

    def _show_rows(self, rows: dict[str, SourceRow]) -> None:
        self._rows = rows
        lines = [
            Option(LateSpread(partial(self._draw, row)), id=row.key, disabled=row.is_heading) for row in rows.values()
        ]
        if not self.any_source:
            lines += [say(""), say(self.hint)]
        self.show_lines(lines)

    def fold(self) -> None:
        """Hide or show what is in the folder under the cursor, or around it."""
        row = self.row
        if row is None:
            return
        folder = row.title if row.folded is not None else (row.source.folder if row.source else None)
        if folder:
            self._folded.symmetric_difference_update({folder})
            self.rebuild()
            self.go_to(f"folder:{folder}")

    def go_to(self, key: str) -> None:
        """Put the cursor on a row, unfolding its folder."""
        source = next((source for source in self.sources if f"source:{source.key}" == key), None)
        if source and source.folder in self._folded:
            self._folded.discard(source.folder)
            self.rebuild()
        if key in self._rows:
            self.highlighted = self.get_option_index(key)

    def _list_rows(self) -> dict[str, SourceRow]:
        rows = list_rows(self.sources, self._unread, folded=self._folded, opened=self.opened, filed=self.filed)
        return {row.key: row for row in rows}

    def _draw(self, row: SourceRow) -> Spread:
        if row.is_heading:
            return Spread(Content.styled(row_title(row), "bold $text-accent"), Content(""))
        indent = "  " * row.depth
        sign = {None: "", True: "▸ ", False: "▾ "}[row.folded]
        style = "bold" if row.unread else "$quiet" if row.source else ""
        title = Content.assemble(indent, (sign, "$quiet"), foreign_content(row_title(row), style))
        marks = [("! ", "bold $text-error")] if row.failed else []
        marks += [("~ ", "$text-warning")] if row.is_stale(self._clock()) else []
        number = f"{format_number(row.unread)}{'+' if row.more else ''}" if row.unread else ""
        count = (number, "$text-accent")
        return Spread(title, Content.assemble(*marks, count).rstrip())

    @on(OptionList.OptionHighlighted)
    def _tell_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if row := self._rows.get(event.option_id or ""):
            self.post_message(self.Highlighted(row))

    @on(OptionList.OptionSelected)
    def _tell_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if row := self._rows.get(event.option_id or ""):
            self.post_message(self.Chosen(row))


def row_title(row: SourceRow) -> str:
    """Return what a row is called, in the interface's language where the name is ours."""
    ours = {
        "all": _("All"),
        "unread": _("Unread"),
        "starred": _("Starred"),
        "hidden": _("Hidden"),
        "views": _("Views"),
        "tags": _("Tags"),
        "sources": _("Sources"),
        "opened": _("Opened"),
        "welcome": _("Welcome"),
    }
    return row.title or ours.get(row.key, "")
