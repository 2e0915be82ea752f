"""How long a text takes to read.

The speeds are those of the International Reading Speed Texts (Trauzettel-Klosinski & Dietz, 2012): words a minute, and
characters where none are spaced. They were read aloud, so they are nobody's least; a reader who is faster is glad.
"""

from __future__ import annotations

from typing import Final

from newstui.text.languages import primary

_WORDS: Final = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
_CHARACTERS: Final = {"zh": 255, "ja": 357}
_OTHER: Final = 184
"""The mean of all seventeen."""


def estimate_minutes(text: str, language: str | None) -> float:
    """Return how many minutes a text takes, by the words or, in Chinese and Japanese, by the characters it has."""
    code = primary(language or "")
    words = text.split()
    if code in _CHARACTERS:
        return sum(map(len, words)) / _CHARACTERS[code]
    return len(words) / _WORDS.get(code, _OTHER)
