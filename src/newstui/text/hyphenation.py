"""Where words may be broken, by the patterns of their language (Liang 1983), which come with pyphen.

Pyphen's own reader takes 0.7 s for the 78,000 German patterns, and nobody can read on meanwhile. Here a dictionary is
taken apart in bulk, and a pattern is read when a word first holds it: 35 ms for German, 5 for most others.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from newstui.text.languages import primary

_LEAST: Final = 3
"""So many letters at least stay together before a hyphen and after it."""
_SHORTEST: Final = 2 * _LEAST
_CAPITAL_NOUNS: Final = frozenset({"de", "lb"})
_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"\S+")
_NO_WORD = re.compile(r"[\d_@#\\|=~\xad]|://|www\.|[^\W\d_][./:&][^\W\d_]", re.IGNORECASE)
"""Addresses, file names, figures, and words in which the author has said where they break."""
_DIGITS: Final = b"0123456789"
_ESCAPED = re.compile(r"\^\^([0-9a-f]{2})")
_STEP = re.compile(r"(\d?)(\D?)")


def find_hyphens(text: str, language: str | None) -> tuple[int, ...]:
    """Return the offsets in `text` before which a hyphen may be put in, in order.

    None in addresses, abbreviations in capitals, words with digits, nor in those with soft hyphens; in names only where
    every noun begins with a capital. None at all where nothing is known of the language.
    """
    if language is None or len(text) < _SHORTEST:
        return ()
    capitals = primary(language) in _CAPITAL_NOUNS
    return tuple(
        word.start() + place
        for piece in _PIECE.finditer(text)
        if not _NO_WORD.search(piece.group())
        for word in _LETTERS.finditer(text, piece.start(), piece.end())
        if word.end() - word.start() >= _SHORTEST and (word.group().islower() or (capitals and word.group().istitle()))
        for place in break_word(word.group(), language)
    )


@lru_cache(maxsize=8192)
def break_word(word: str, language: str) -> tuple[int, ...]:
    """Return where a word of letters alone may be broken by a hyphen and nothing else."""
    patterns = load_patterns(language)
    lower = word.lower()
    if patterns is None or len(lower) != len(word):
        return ()
    dotted = f".{lower}."
    points = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, min(start + patterns.longest, len(dotted)) + 1):
            values = patterns.find(dotted[start:end])
            for offset, value in enumerate(values, start):
                points[offset] = max(points[offset], value)
    return tuple(
        place for place in range(_LEAST, len(word) - _LEAST + 1) if points[place + 1] >> 1 & 1 and points[place + 1] & 1
    )


class Patterns(NamedTuple):
    """The patterns of a language, each as it is written, by its letters; `longest` is the number of most letters."""

    written: dict[str, str]
    longest: int

    def find(self, letters: str) -> tuple[int, ...]:
        """Return the values before each letter and after the last one; none where these letters are no pattern.

        A value is twice the pattern's, and one more where a hyphen is all that is put in: "Schiffahrt" gets its third
        f back in the old spelling, which is more than a line can do that shows a range of its text.
        """
        written = self.written.get(letters)
        return _read(written) if written is not None else ()


@cache
def _read(written: str) -> tuple[int, ...]:
    pattern, alternative, _change = written.partition("/")
    plain = not alternative
    return tuple(2 * int(digit or 0) + plain for digit, _letter in _STEP.findall(pattern))


@cache
def load_patterns(language: str) -> Patterns | None:
    """Read the patterns of a language by its tag, once; None where there are none. May take some 40 ms."""
    import pyphen  # noqa: PLC0415  5 ms, and only for who hyphenates

    known = pyphen.language_fallback(language)
    return _load_file(pyphen.LANGUAGES[known]) if known else None


@cache
def _load_file(path: Path) -> Patterns:
    encoding, _line, body = path.read_bytes().partition(b"\n")
    name = encoding.decode("ascii").strip()
    name = "cp1251" if name.lower() == "microsoft-cp1251" else name
    if b"^^" in body:
        body = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), body.decode(name)).encode(name)
    # Every encoding that there is has ASCII's digits. Comments and settings go in with the patterns: they hold what no
    # word holds.
    letters, lines = body.translate(None, _DIGITS).decode(name).split("\n"), body.decode(name).split("\n")
    written = dict(zip(letters, lines, strict=True))
    for key in [key for key in written if "/" in key]:
        written[key.partition("/")[0]] = written.pop(key)
    written.pop("", None)
    return Patterns(written, min(64, max(map(len, written))))
