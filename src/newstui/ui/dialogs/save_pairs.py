"""Saving two editions: where to, and the form by the name's ending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import N_, UsageError
from newstui.i18n import _
from newstui.paths import documents_folder
from newstui.text.parallel import Comparison, Row, pair_sentences
from newstui.text.parallel.export import write_markdown, write_tsv
from newstui.ui.dialogs.dialog import Dialog

_LONGEST: Final = 60
_ENDINGS: Final = (".md", ".tsv")


class SavePairsDialog(Dialog[str]):
    """Answers with the path of the file that was written; what goes wrong is said in place and can be mended there."""

    def __init__(self, comparison: Comparison, rows: Sequence[Row], languages: tuple[str, str]) -> None:
        """`rows` go into Markdown; cards for Anki hold sentences in any case."""
        super().__init__(_("Save side by side"))
        self._comparison = comparison
        self._rows = rows
        self._languages = languages
        self._warned: Path | None = None

    def compose_content(self) -> Iterable[Widget]:
        """One field, and what the endings mean."""
        yield Static(Content(_("The file to write:")))
        # Not selected, or the first letter typed would be the whole name.
        name = str(documents_folder() / name_file(self._comparison))
        yield Input(name, compact=True, select_on_focus=False, id="file")
        said = _("A name that ends in .md gets Markdown, one in .tsv pairs of sentences for Anki.")
        yield Static(Content(f"{said} {_('Enter saves, Escape closes.')}"), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        file = Path(event.value.strip()).expanduser()
        if file.suffix.lower() not in _ENDINGS:
            self.tell(_("The name must end in .md or .tsv."), "error")
        elif file.exists() and file != self._warned:
            self._warned = file
            self.tell(_("There is such a file already; Enter replaces it."), "error")
        else:
            write = partial(write_pairs, file, self._comparison, self._rows, self._languages)
            self.threads.ask("save", write, lambda _none: self.answer(str(file)))


def name_file(comparison: Comparison) -> str:
    """Return a file's name from the title and the languages: "the-night-ferry.en-de.md"."""
    title = re.sub(r"[\W_]+", "-", comparison.left.article.title.lower()).strip("-")[:_LONGEST].rstrip("-")
    languages = "-".join(side.article.language or "x" for side in (comparison.left, comparison.right))
    return f"{title or 'newstui'}.{languages}.md"


def write_pairs(file: Path, comparison: Comparison, rows: Sequence[Row], languages: tuple[str, str]) -> None:
    """Write a file in the form that its name asks for; raises UsageError."""
    if file.suffix.lower() == ".tsv":
        text = write_tsv(comparison, pair_sentences(comparison))
    else:
        text = write_markdown(comparison, rows, languages)
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror or error) from None
