"""Where the words that a query asks for stand in a text: what a snippet marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newstui.text.folding import UNSPACED_RUN, WORD, read_phrase
from newstui.text.letters import fold_word
from newstui.text.query.tree import And, Or, Query, Scope, Words

PART: Final = 3
"""Letters that a part of a word needs to be looked for inside others."""

_LETTER: Final = r"[^\W_]"

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that follow each other; `prefix`: the last may go on; `part`: a longer word may hold it.

    `runs` are the pieces in scripts without spaces, as they are written.
    """

    words: tuple[str, ...]
    prefix: bool
    part: bool
    runs: tuple[str, ...] = ()


def list_words(query: Query) -> Iterator[Words]:
    """The words that a query wants, not those that it does not want."""
    match query:
        case Words(scope=Scope.ANYWHERE | Scope.TITLE | Scope.QUOTE):
            yield query
        case And() | Or():
            for part in query.parts:
                yield from list_words(part)


def is_part(words: Words) -> bool:
    """Whether longer words of titles that hold this one are meant too."""
    tokens = read_phrase(words.text).tokens
    return (
        not words.quoted
        and not words.prefix
        and words.scope in {Scope.ANYWHERE, Scope.TITLE}
        and len(tokens) == 1
        and len(fold_word(tokens[0])) >= PART
        and not UNSPACED_RUN.search(words.text)
    )


def list_terms(query: Query) -> tuple[Term, ...]:
    """What is to be marked, each once."""
    terms: dict[Term, None] = {}
    for words in list_words(query):
        text = unicodedata.normalize("NFKC", words.text)
        runs = tuple(UNSPACED_RUN.findall(text))
        folded = tuple(fold_word(word) for piece in UNSPACED_RUN.split(text) for word in WORD.findall(piece))
        terms[Term(folded, words.prefix, is_part(words), runs)] = None
    return tuple(terms)


def find_marks(text: str, terms: Sequence[Term]) -> list[list[Mark]]:
    """For each term where it stands in the text: code points, half-open, in order."""
    if text.isascii():
        lowered = text.lower()
        return [[found.span(1) for found in _ascii_pattern(term).finditer(lowered)] for term in terms]
    folded = fold_word(text)
    wanted = [any(word in folded for word in term.words) for term in terms]
    words = _split(text) if any(wanted) else []
    return [
        sorted([*(_find_words(words, term) if is_here else ()), *_find_runs(text, term.runs)])
        for term, is_here in zip(terms, wanted, strict=True)
    ]


def merge_marks(marks: Sequence[Sequence[Mark]]) -> list[Mark]:
    """All of these in order, each character in one at most."""
    merged: list[Mark] = []
    for start, end in sorted(mark for each in marks for mark in each):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@lru_cache(maxsize=256)
def _ascii_pattern(term: Term) -> re.Pattern[str]:
    """What finds a term in text that needs no folding, a tenth of the work: its group 1 is the words, also overlapping."""
    first, *others = map(re.escape, term.words or ("\0",))
    if term.part:
        first = f"{_LETTER}*{first}"
    rest = f"{_LETTER}*" if term.part or term.prefix else ""
    words = r"[\W_]+".join((first, *others))
    return re.compile(f"(?<!{_LETTER})(?=({words}{rest}(?!{_LETTER})))")


def _split(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, with their places."""
    return [(fold_word(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


def _find_words(words: Sequence[tuple[str, int, int]], term: Term) -> Iterator[Mark]:
    first, *others = term.words
    last = len(others)
    for at in range(len(words) - last):
        if _is_meant(words[at][0], first, term, final=not others) and all(
            _is_meant(words[at + offset][0], wanted, term, final=offset == last)
            for offset, wanted in enumerate(others, 1)
        ):
            yield words[at][1], words[at + last][2]


def _is_meant(word: str, wanted: str, term: Term, *, final: bool) -> bool:
    if word == wanted or (term.prefix and final and word.startswith(wanted)):
        return True
    return term.part and wanted in word


def _find_runs(text: str, runs: Sequence[str]) -> Iterator[Mark]:
    for run in runs:
        at = text.find(run)
        while at >= 0:
            yield at, at + len(run)
            at = text.find(run, at + len(run))
