"""Saving something into a file whose ending says how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import N_, UsageError
from newstui.i18n import _
from newstui.paths import documents_folder
from newstui.ui.dialogs.dialog import Dialog

_LONGEST: Final = 60

Forms = Mapping[str, Callable[[], str]]
"""What gives the text, by the ending of the file's name (".md"); it is called in a thread."""


class SaveDialog(Dialog[Path]):
    """Answers with the file that was written. One that exists is replaced when Enter is pressed once more."""

    def __init__(
        self, title: str, name: str, forms: Forms, explained: str, make: Callable[[Path], None] | None = None
    ) -> None:
        """`name` is offered, in the documents' folder; `explained` says what the endings mean.

        `make` writes files with other endings, if anything does; it may take minutes.
        """
        super().__init__(title)
        self._offered = name
        self._forms = forms
        self._explained = explained
        self._make = make
        self._warned: Path | None = None

    def compose_content(self) -> Iterable[Widget]:
        """A line for the file's name."""
        yield Static(Content(_("The file to write:")))
        # Not selected, or the first letter typed would be the whole name.
        offered = self._offered if self.app.is_web else str(documents_folder() / self._offered)
        yield Input(offered, compact=True, select_on_focus=False, id="file")
        keys = _("Enter saves, Escape closes.")
        yield Static(Content(f"{self._explained} {keys}"), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        file = Path(event.value.strip())
        write = self._forms.get(file.suffix.lower())
        make = self._make if file.suffix and not self.app.is_web else None
        if write is None and make is None:
            self.tell(_("The name must end in one of these: {endings}.").format(endings=" ".join(self._forms)), "error")
            return
        if write is not None and self.app.is_web:
            self.threads.ask("save", write, partial(self._deliver, file.name))
            return
        file = file.expanduser()
        if file.exists() and file != self._warned:
            self._warned = file
            self.tell(_("There is such a file already; Enter replaces it."), "error")
        elif write is not None:
            self.tell(_("Writing …"))
            self.threads.ask("save", partial(_save, file, write), self.answer)
        elif make is not None:
            self.tell(_("Writing …"))
            self.threads.ask("save", partial(make, file), lambda _none: self.answer(file.absolute()), long=True)

    def _deliver(self, name: str, text: str) -> None:
        """Hand the file to the browser in which the reader is shown."""
        self.app.deliver_text(StringIO(text), save_filename=name)
        self.answer(Path(name))


def name_file(title: str, *endings: str) -> str:
    """Return a file's name from a title: "the-night-ferry.en-de.md"."""
    name = re.sub(r"[\W_]+", "-", title.lower()).strip("-")[:_LONGEST].rstrip("-")
    return ".".join([name or "newstui", *endings])


def _save(file: Path, write: Callable[[], str]) -> Path:
    """Write a file; raises UsageError."""
    try:
        file.write_text(write(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror or error) from None
    return file.absolute()
