"""What the linear reader says and hears: whole lines, on any two streams."""

from __future__ import annotations

import shutil
import textwrap
from typing import Final, TextIO

_PROMPT: Final = "> "
_WIDE: Final = 10_000


class Console:
    """Two streams. Lines are broken between words where a terminal would else break them within."""

    def __init__(self, hears: TextIO, says: TextIO) -> None:
        self._hears = hears
        self._says = says

    def say(self, line: str = "") -> None:
        """Say one thing; line breaks within it stay."""
        width = shutil.get_terminal_size((80, 24)).columns - 1 if self._says.isatty() else _WIDE
        for part in line.split("\n"):
            wrapped = textwrap.fill(part, max(width, 20), break_long_words=False, break_on_hyphens=False)
            self._says.write(f"{wrapped}\n")
        self._says.flush()

    def hear(self) -> str | None:
        """Wait for a line; None when no more will come. Where nobody types, no prompt is written."""
        if self._hears.isatty():
            self._says.write(_PROMPT)
            self._says.flush()
        line = self._hears.readline()
        if not line and self._hears.isatty():
            self.say()  # what comes next does not stand behind the prompt
        return line.strip() if line else None
