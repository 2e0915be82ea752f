"""What could not be refreshed, and what else went wrong since the start: each a name and a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from newstui.errors import NewstuiError
from newstui.i18n import _, translate_error
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines, say


class FailuresDialog(Dialog[None]):
    """A list to be read."""

    def __init__(self, sources: Sequence[tuple[str, NewstuiError | None]], errors: Sequence[NewstuiError]) -> None:
        """`sources` are names and reasons, `errors` what was told in the status line, the newest last."""
        super().__init__(_("What failed"))
        self._sources = sources
        self._errors = errors

    def compose_content(self) -> Iterable[Widget]:
        """The list."""
        yield Lines(id="failures")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        entries = [
            _draw(title, translate_error(error) if error else _("no reason is known")) for title, error in self._sources
        ]
        entries += [_draw(_("In the reader"), translate_error(error)) for error in reversed(self._errors)]
        lines = self.query_one(Lines)
        lines.show_lines([Option(entry) for entry in entries] or [say(_("Nothing has failed."))])
        lines.focus()


def _draw(title: str, reason: str) -> Content:
    return Content.assemble(foreign_content(title, "bold"), "\n", foreign_content(reason, "$quiet"))
