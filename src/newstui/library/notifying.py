"""What a refresh has brought, told beyond the reader: the words of a notification, and the user's command for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newstui.i18n import format_number, ngettext
from newstui.library.commands import run_program
from newstui.library.placeholders import fill_words
from newstui.record import record
from newstui.text.clean import clean_line

_LONGEST: Final = 200
"""Characters; what shows notifications cuts them sooner."""
_PATIENCE: Final = 10.0


@record
class Notification:
    """What is told: how many articles, and of the newest of them its headline and its source."""

    count: int
    title: str = ""
    source: str = ""

    def describe(self) -> str:
        """Return all of it on one line that no terminal acts on."""
        count = ngettext("{count} new article", "{count} new articles", self.count)
        parts = [count.format(count=format_number(self.count)), shorten(self.title)]
        return ": ".join(filter(None, parts)) + (f" ({shorten(self.source)})" if self.source else "")


def shorten(text: str) -> str:
    """Return foreign text on one line, cleaned, and cut where it is too long."""
    line = "".join(character for character in clean_line(text) if character.isprintable())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def run_notifier(words: Sequence[str], told: Notification) -> None:
    """Run the user's command, without a shell; raises UsageError where it fails or takes too long.

    {count}, {title}, {source} and {text}, which is all of it, are replaced within the words. What is foreign never
    begins a word of its own that could be read as an option.
    """
    values = {
        "{count}": str(told.count),
        "{title}": _harmless(shorten(told.title)),
        "{source}": _harmless(shorten(told.source)),
        "{text}": told.describe(),
    }
    run_program(fill_words(words, values), patience=_PATIENCE)


def _harmless(text: str) -> str:
    """Put a space before what could be taken for an option."""
    return f" {text}" if text.startswith("-") else text
