"""How long a text would be in English: languages need different room for the same."""

from __future__ import annotations

from typing import Final

from newstui.text.languages import primary

_LETTERS: Final = {"en": 100, "de": 115, "nl": 112, "fr": 116, "es": 113, "pt": 111}  # for what takes English 100


def as_in_english(length: float, language: str | None) -> float:
    """Convert a length in letters, as far as the language (BCP 47) is known here."""
    return length * 100 / _LETTERS.get(primary(language or ""), 100)
