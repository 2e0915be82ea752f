"""Finding words in an article whatever their case and accents."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from newstui.ui.article.lines import Part

if TYPE_CHECKING:
    from newstui.text.query.terms import Term


class Hit(NamedTuple):
    """A place where words were found: code points of a part's text, half-open."""

    part: int
    start: int
    end: int


def find_hits(parts: Iterable[Part], query: str) -> list[Hit]:
    """Return every place where `query` stands, in reading order, without overlaps; white space at its ends is left out."""
    needle = "".join(map(_fold_character, query.strip()))
    if not needle:
        return []
    return [Hit(part.number, start, end) for part in parts for start, end in _find_in(part.text, needle)]


def find_terms(parts: Iterable[Part], terms: Sequence[Term]) -> list[Hit]:
    """Return every place where what a search asks for stands, in reading order."""
    from newstui.text.query.terms import find_marks, merge_marks

    return [Hit(part.number, start, end) for part in parts for start, end in merge_marks(find_marks(part.text, terms))]


def _find_in(text: str, needle: str) -> Iterable[tuple[int, int]]:
    folded = [_fold_character(character) for character in text]
    haystack = "".join(folded)
    at = haystack.find(needle)
    if at < 0:
        return
    # Where a character folds to none or to several, offsets in the folded text are not those of the text.
    ends = None if len(haystack) == len(text) and "" not in folded else list(accumulate(map(len, folded)))
    while at >= 0:
        end = at + len(needle)
        if ends is None:
            yield at, end
        else:
            start, stop = _unfold(ends, at, end)
            yield start, stop
            end = max(end, ends[stop - 1])
        at = haystack.find(needle, end)


def _unfold(ends: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the range of characters whose folded forms touch a range; marks that follow the last one belong to it."""
    completed = bisect_left(ends, end) + 1
    return bisect_right(ends, start), max(completed, bisect_right(ends, end))


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    """Return a character's base in lower case: "é" is e, "ß" is ss, a combining mark and a soft hyphen are nothing."""
    if character == "\xad":
        return ""
    if character in "’‘ʼ":
        return "'"
    if character in "\xa0\u202f\n":
        return " "
    decomposed = unicodedata.normalize("NFKD", character)
    base = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", base.casefold())
