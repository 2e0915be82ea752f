"""Frequent words that mean the same in several languages, from `vocabulary.txt`, which anybody may edit.

A handful of everyday words does for two texts what names and numbers do where there are none: dialogue, opinion,
three lines of a feed. A meaning is named by its English word, or by a figure for a word that is a number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from newstui.text.languages import primary

LANGUAGES: Final = ("en", "de", "nl", "fr", "es", "pt")
"""The columns of the file, in its order."""

_FILE: Final = Path(__file__).with_name("vocabulary.txt")
_MARKS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "'"})
_ENDING = 3  # letters that an inflected form may add to a stem without a star
_ANY = 99


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word in lower case, without accents and joined letters: what is left of a spelling across languages."""
    return _fold(word)


def find_meanings(word: str, language: str | None) -> tuple[str, ...]:
    """Return what a folded word may mean; nothing where the file does not know the word or the language (BCP 47)."""
    column = primary(language or "")
    return _look_up(word, column) if column in LANGUAGES else ()


@lru_cache(maxsize=1 << 15)
def _look_up(word: str, column: str) -> tuple[str, ...]:
    stems = _load_stems(column)
    for end in range(len(word), 0, -1):
        if (found := stems.get(word[:end])) and len(word) - end <= found[1]:
            return found[0]
    return ()


@cache
def _load_stems(column: str) -> dict[str, tuple[tuple[str, ...], int]]:
    """Stem -> its meanings, and how many letters may follow it."""
    stems: dict[str, tuple[tuple[str, ...], int]] = {}
    place = LANGUAGES.index(column)
    for line in _read_lines():
        cells = line.split("|")
        meaning = cells[0].split(maxsplit=1)[0]
        for entry in cells[place].split():
            stem = entry.rstrip("*")
            more = _ANY if entry.endswith("*") else _ENDING if len(stem) > 3 else 0
            others, least = stems.get(stem, ((), more))
            if meaning not in others and not stem.isdigit():  # a figure names its line, it is no word of English
                stems[stem] = ((*others, meaning), max(least, more))
    return stems


@cache
def _read_lines() -> list[str]:
    text = _fold(_FILE.read_text("utf-8"))
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _fold(text: str) -> str:
    text = text.casefold()
    return text if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFD", text.translate(_LETTERS)))
