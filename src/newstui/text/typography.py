"""Quotation marks as six languages set them, and quotations moved from one typography into another.

A quotation inside a quotation has marks of its own, in each language other ones (The Chicago Manual of Style 13.30;
Duden K 11; Lexique des règles typographiques, «guillemets»; Fundéu, «comillas»; Taalunie, «aanhalingstekens»).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newstui.text.quotes.pairing import Pair

_THIN: Final = "\N{NARROW NO-BREAK SPACE}"
_SPACES: Final = f" \N{NO-BREAK SPACE}{_THIN}\N{THIN SPACE}"
"""What stands inside the marks where a language sets its marks apart from the words."""
_MARKS: Final = frozenset("\"'«»‹›„“”‟‚‘’「」『』＂`´")


class Marks(NamedTuple):
    """What stands before and after the words, spaces included."""

    opening: str
    closing: str


_DOUBLE: Final = Marks("“", "”")
_SINGLE: Final = Marks("‘", "’")

TYPOGRAPHIES: Final[Mapping[str, tuple[Marks, ...]]] = MappingProxyType(
    {
        "nl": (_SINGLE, _DOUBLE),
        "en": (_DOUBLE, _SINGLE),
        "de": (Marks("„", "“"), Marks("‚", "‘")),
        "fr": (Marks(f"«{_THIN}", f"{_THIN}»"), _DOUBLE, _SINGLE),
        "es": (Marks("«", "»"), _DOUBLE, _SINGLE),
        "pt": (_DOUBLE, _SINGLE),
    }
)
"""By language the marks of a quotation, of one inside it, and so on; the last one's go on with the first."""


def choose_marks(language: str | None) -> tuple[Marks, ...]:
    """Return a BCP 47 tag's marks, level by level; the English ones for what is none of the six languages."""
    return TYPOGRAPHIES.get((language or "").partition("-")[0].lower(), TYPOGRAPHIES["en"])


def set_quotation(words: str, levels: Sequence[Marks], language: str | None = None) -> str:
    """Put words into the marks of the first level, and what is quoted inside them into those of the next ones.

    `language` is that of the words: it tells apostrophes from marks.
    """
    from newstui.text.inner_quotes import find_pairs  # noqa: PLC0415  who only needs the marks waits for no engine

    return _set_words(words, 0, len(words), find_pairs(words, language), levels, 0)


def find_outer_marks(text: str, start: int, end: int) -> Marks | None:
    """Return the marks around words in a text, with the spaces inside the marks; None where the words have none."""
    first, last = start, end
    while first and text[first - 1] in _SPACES:
        first -= 1
    while last < len(text) and text[last] in _SPACES:
        last += 1
    before, after = text[max(0, first - 1) : first], text[last : last + 1]
    if not before or not after or before not in _MARKS or after not in _MARKS:
        return None
    return Marks(before + text[first:start], text[end:last] + after)


def _set_words(text: str, start: int, end: int, pairs: Sequence[Pair], levels: Sequence[Marks], depth: int) -> str:
    """Set what stands between two marks (code points, half-open), of which the marks' own spaces are no part."""
    while start < end and text[start] in _SPACES:
        start += 1
    while start < end and text[end - 1] in _SPACES:
        end -= 1
    marks = levels[depth % len(levels)]
    parts = [marks.opening]
    for pair in pairs:
        parts.append(text[start : pair.opening])
        parts.append(_set_words(text, pair.opening + 1, pair.closing, pair.inner, levels, depth + 1))
        start = pair.closing + 1
    return "".join((*parts, text[start:end], marks.closing))
