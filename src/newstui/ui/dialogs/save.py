"""Saving a table into a file whose ending says how it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import N_, UsageError
from newstui.i18n import _
from newstui.library.tabulating import TableForm, find_form
from newstui.paths import documents_folder
from newstui.ui.dialogs.dialog import Dialog


class SaveDialog(Dialog[Path]):
    """Answers with the file that was written. One that exists is replaced when Enter is pressed once more."""

    def __init__(self, title: str, name: str, write: Callable[[TableForm], str]) -> None:
        """`name` is offered, in the documents' folder; `write` gives the text."""
        super().__init__(title)
        self._offered = name
        self._write = write
        self._warned: Path | None = None

    def compose_content(self) -> Iterable[Widget]:
        """A line for the file's name."""
        yield Static(Content(_("The file to write:")))
        yield Input(str(documents_folder() / self._offered), compact=True, id="file")
        said = _("The ending says how: .md for Markdown, .tsv or .csv for spreadsheets.")
        yield Static(Content(f"{said} {_('Enter saves, Escape closes.')}"), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        form = find_form(name)
        if form is None:
            self.tell(_("The name must end in .md, .tsv or .csv."), "error")
            return
        file = Path(name).expanduser()
        if file.exists() and file != self._warned:
            self._warned = file
            self.tell(_("There is such a file already; Enter replaces it."), "error")
            return
        text = self._write(form)
        self.threads.ask("save", partial(_save, file, text), self.answer)


def _save(file: Path, text: str) -> Path:
    """Write a file; raises UsageError."""
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror or error) from None
    return file.absolute()
