"""Letters without case and accents, and those that Unicode does not decompose (ß, œ, ø, ł, dotless i) spelt out."""

from __future__ import annotations

import unicodedata
from typing import Final

from newstui.text.patterns import compile_late

_LETTERS: Final = {
    "ß": "ss", "ẞ": "SS", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
}  # fmt: skip
_ANY_LETTER: Final = compile_late(f"[{''.join(_LETTERS)}]")
_LATIN_MARKS: Final = compile_late("[\u0300-\u036f]+")


def fold_word(word: str) -> str:
    """Return one word without case and accents, to be compared with others that were folded so."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", spell_out(word).casefold())
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", decomposed))


def spell_out(text: str) -> str:
    """Compose compatibly (width, ligatures) and spell out the letters that no decomposition spells out."""
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if not _ANY_LETTER.search(text):
        return text
    for letter, spelt in _LETTERS.items():
        text = text.replace(letter, spelt)
    return text
