"""Files of kinds that newstui does not write, as EPUB: made from a page by the user's own program."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newstui.errors import N_, UsageError
from newstui.library.commands import run_program
from newstui.library.placeholders import fill_words
from newstui.text.clean import clean_line

NO_CONVERTER: Final = N_(
    "{file}: nothing is set that makes such a file; set commands.convert in {config}, as in {example}"
)
EXAMPLE: Final = 'convert = ["pandoc", "--from=html", "--output={file}"]'
_PATIENCE: Final = 300.0
"""Seconds that a program has for a book."""


def convert_page(words: Sequence[str], page: str, file: Path, title: str) -> None:
    """Have the program `words`, run without a shell, make `file` of a page of HTML; blocks, perhaps for minutes.

    {file} stands for the file, which names its kind by its ending, and {title} for the title. The page comes on the
    standard input, or as a file where {page} stands. Raises UsageError where the program fails or writes nothing.
    """
    with tempfile.TemporaryDirectory(prefix="newstui-") as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        # The file is put in its place when it is whole, and an older one is lost only then.
        made = Path(folder) / f"made{file.suffix}"
        command = fill_words(words, {"{file}": str(made), "{page}": str(source), "{title}": clean_line(title)})
        run_program(command, given=page.encode(), patience=_PATIENCE)
        if not made.is_file():
            raise UsageError(
                N_("{command} has written no file; {name} must stand among its words"), command=words[0], name="{file}"
            )
        try:
            file.write_bytes(made.read_bytes())
        except OSError as error:
            raise UsageError(
                N_("{file}: cannot be written: {reason}"), file=file, reason=error.strerror or error
            ) from None
