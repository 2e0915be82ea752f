"""Where the words that a query asks for stand in a text: what a snippet marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from newstui.record import record
from newstui.text.folding import UNSPACED_RUN, WORD, read_phrase
from newstui.text.letters import fold_word
from newstui.text.query.forms import list_forms, list_splits, list_whole, spell_umlauts
from newstui.text.query.tree import And, Or, Query, Scope, Words
from newstui.text.scripts import fold_script

PART: Final = 3
"""Letters that a part of a word needs to be looked for inside others."""

_JOINTS: Final = re.compile("[\u2010\u2011\u2019'. -]")
_HALF_WIDTH: Final = re.compile("[\uff61-\uff9f]")
_LETTER_WITH_VOICE: Final = re.compile(".[\uff9e\uff9f]?", re.DOTALL)
_LETTER: Final = r"[^\W_]"

Mark = tuple[int, int]


@record
class Term:
    """Folded words that follow each other; `prefix`: the last may go on; `part`: a longer word may hold it.

    `forms` are others that the last word may be, `whole` single words that may stand for all of them; `split`: the only
    word may stand as two. `runs` are the pieces in scripts without spaces, as they are written.
    """

    words: tuple[str, ...]
    prefix: bool
    part: bool
    runs: tuple[str, ...] = ()
    forms: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    split: bool = False


def list_words(query: Query) -> Iterator[Words]:
    """The words that a query wants, not those that it does not want."""
    match query:
        case Words(scope=Scope.ANYWHERE | Scope.TITLE | Scope.QUOTE):
            yield query
        case And() | Or():
            for part in query.parts:
                yield from list_words(part)


def has_choice(query: Query) -> bool:
    """Whether one of several words is enough."""
    match query:
        case Or():
            return any(True for _ in list_words(query))
        case And():
            return any(map(has_choice, query.parts))
    return False


def is_part(words: Words) -> bool:
    """Whether longer words of titles that hold this one are meant too."""
    tokens = read_phrase(words.text).tokens
    return (
        has_forms(words)
        and words.scope in {Scope.ANYWHERE, Scope.TITLE}
        and len(tokens) == 1
        and len(_fold(tokens[0])) >= PART
    )


def has_forms(words: Words) -> bool:
    """Whether other forms of these words are meant too."""
    return not words.quoted and not words.prefix and not UNSPACED_RUN.search(words.text)


@lru_cache(maxsize=256)
def read_term(words: Words, *, forms: bool = True) -> Term:
    """Return what is to be looked for, with `forms` in all of them where they are meant."""
    text = unicodedata.normalize("NFKC", words.text)
    runs = tuple(UNSPACED_RUN.findall(text))
    written = [word for piece in UNSPACED_RUN.split(text) for word in WORD.findall(piece)]
    folded = tuple(map(_fold, written))
    if not (forms and folded and has_forms(words)):
        return Term(folded, words.prefix or words.unfinished, is_part(words), runs)
    spelt = spell_umlauts(written[-1])
    whole = frozenset(list_whole(folded)) if len(folded) > 1 else frozenset[str]()
    return Term(
        folded,
        words.unfinished,
        is_part(words),
        runs,
        forms=frozenset(list_forms(folded[-1])) | ({spelt} if spelt else set()),
        whole=whole.union(*map(list_forms, whole)),
        split=len(folded) == 1,
    )


def list_terms(query: Query, *, forms: bool = False) -> tuple[Term, ...]:
    """What is to be marked, each once; with `forms` in all of their forms, which takes three times as long."""
    return tuple(dict.fromkeys(read_term(words, forms=forms) for words in list_words(query)))


def find_marks(text: str, terms: Sequence[Term]) -> list[list[Mark]]:
    """For each term where it stands in the text: code points, half-open, in order."""
    if text.isascii():
        lowered = text.lower()
        return [[found.span(1) for found in _ascii_pattern(term).finditer(lowered)] for term in terms]
    folded = _fold(text)
    bare = _JOINTS.sub("", folded) if any(term.split for term in terms) else ""
    wanted = [
        any(stem in folded for stem in _list_stems(term)) or (term.split and term.words[0] in bare) for term in terms
    ]
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
def _list_stems(term: Term) -> tuple[str, ...]:
    """One of these stands in every text with this term, but for one that is split."""
    stem = max((*term.words[:-1], _find_beginning([*term.words[-1:], *term.forms])), key=len, default="\0")
    return (stem, *((_find_beginning(list(term.whole)),) if term.whole else ()))


@lru_cache(maxsize=256)
def _ascii_pattern(term: Term) -> re.Pattern[str]:
    """What finds a term in text that needs no folding, a tenth of the work: its group 1 is the words, also overlapping."""
    *before, last = map(re.escape, term.words or ("\0",))
    ending = f"{_LETTER}*" if term.part or term.prefix else ""
    lasts = "|".join([f"{last}{ending}", *map(re.escape, term.forms)])
    words = r"[\W_]+".join([*before, f"(?:{lasts})"])
    wholes = [*map(re.escape, term.whole), *(rf"{one}[\W_]{other}" for one, other in _list_splits(term))]
    start = f"{_LETTER}*" if term.part else ""
    either = "|".join([f"{start}{words}", *wholes])
    return re.compile(f"(?<!{_LETTER})(?=((?:{either})(?!{_LETTER})))")


def _list_splits(term: Term) -> Iterator[tuple[str, str]]:
    return list_splits(term.words[0]) if term.split else iter(())


def _split(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, with their places."""
    return [(_fold(found[0]), *found.span()) for found in WORD.finditer(text)]


def _find_words(words: Sequence[tuple[str, int, int]], term: Term) -> Iterator[Mark]:
    *others, wanted = term.words or ("\0",)
    last = len(others)
    meant = term.forms | {wanted}
    for at, (word, start, end) in enumerate(words):
        if others:
            if word in term.whole:
                yield start, end
            elif word == others[0] and at + last < len(words) and _follow(words, at, others):
                final = words[at + last]
                if final[0] in meant or (term.prefix and final[0].startswith(wanted)):
                    yield start, final[2]
        elif word in meant or (term.part and wanted in word) or (term.prefix and word.startswith(wanted)):
            yield start, end
        elif term.split and wanted.startswith(word) and word + words[min(at + 1, len(words) - 1)][0] == wanted:
            yield start, words[at + 1][2]


def _follow(words: Sequence[tuple[str, int, int]], at: int, others: Sequence[str]) -> bool:
    return all(words[at + offset][0] == each for offset, each in enumerate(others))


def _find_beginning(words: Sequence[str]) -> str:
    """What all of some words begin with."""
    if not words:
        return ""
    first, last = min(words), max(words)
    return next((first[:at] for at, letter in enumerate(first) if letter != last[at : at + 1]), first)


def _fold(word: str) -> str:
    return word.lower() if word.isascii() else fold_script(fold_word(word))


def _find_runs(text: str, runs: Sequence[str]) -> Iterator[Mark]:
    if runs and _HALF_WIDTH.search(text):
        wide, places = _widen(text)
        for start, end in _find_runs(wide, runs):
            yield places[start], places[end]
        return
    for run in runs:
        at = text.find(run)
        while at >= 0:
            yield at, at + len(run)
            at = text.find(run, at + len(run))


def _widen(text: str) -> tuple[str, list[int]]:
    """A text with half-width Katakana as wide ones, and where each of its characters, and its end, stand in the text."""
    pieces: list[str] = []
    places: list[int] = []
    for found in _LETTER_WITH_VOICE.finditer(text):
        wide = unicodedata.normalize("NFKC", found[0]) if _HALF_WIDTH.match(found[0]) else found[0]
        pieces.append(wide)
        places += [found.start()] * len(wide)
    return "".join(pieces), [*places, len(text)]
