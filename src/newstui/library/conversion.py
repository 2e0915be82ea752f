"""Files of kinds that newstui does not write, as EPUB: made from a page by the user's own program."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from newstui.errors import N_, UsageError
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
        _run(command, page)
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


def _run(command: Sequence[str], page: str) -> None:
    try:
        done = subprocess.run(
            command,
            input=page.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UsageError(
            N_("{command} was ended after {seconds} seconds"), command=command[0], seconds=round(_PATIENCE)
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(N_("{command} cannot be run: {reason}"), command=command[0], reason=reason) from None
    if done.returncode:
        last = clean_line(done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2])
        raise UsageError(
            N_("{command} ended with status {status}: {words}"),
            command=command[0],
            status=done.returncode,
            words=last or "-",
        )
