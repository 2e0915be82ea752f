"""The messages and errors since the start, the newest first, each in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from newstui.i18n import _, format_time
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.report import ReportDialog
from newstui.ui.keymap import Keymap
from newstui.ui.messages import Told
from newstui.ui.panes.lines import Lines, say

_STYLES = {"error": "$text-error", "warning": "$text-warning"}


class MessagesDialog(ReportDialog[None]):
    """A list to be read; `copy` copies a text."""

    def __init__(self, told: Sequence[Told], keymap: Keymap, copy: Callable[[str], None]) -> None:
        super().__init__(_("Messages"), keymap)
        self._told = told
        self._copy = copy

    def compose_content(self) -> Iterable[Widget]:
        """The list, and the keys."""
        yield Lines(id="report")
        yield self.name_keys("report.copy", "dialog.close")

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Copy the message under the cursor."""
        return {"report.copy": self._copy_message}

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        lines = self.query_one(Lines)
        rows = [Option(_draw(told), id=str(number)) for number, told in enumerate(self._told)]
        lines.show_lines(rows or [say(_("Nothing has been said yet."))])
        lines.focus()

    def _copy_message(self) -> None:
        key = self.query_one(Lines).key
        if key is not None:
            self._copy(self._told[int(key)].text)
            self.tell(_("The message is copied."))


def _draw(told: Told) -> Content:
    """Draw the time over the words."""
    return Content.assemble(
        (format_time(told.at), "$quiet"), "  ", foreign_content(told.text, _STYLES.get(told.severity, ""))
    )
