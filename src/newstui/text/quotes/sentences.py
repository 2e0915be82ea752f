"""Sentences around stretches: tokens of the words outside, with each stretch as a single token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newstui.record import record
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.parts import Stretch
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.traits import SPLIT_VERB, VERB, Word

_VEIL: Final = "\ue000"
_LINE_END: Final = re.compile(r"\n+")
_GOES_ON: Final = re.compile(r"[)\]]*\s+(?=[^\W_a-zà-öø-ÿ]|[¿¡\ue000])")
_LONGEST: Final = 2000
"""So many code points outside its stretches a sentence has at most: what is longer is a list, a table or no prose."""
_MOST: Final = 30
"""So many stretches it holds at most."""
_STOPS: Final = (".", "!", "?", "…")
_EDGE: Final = "\"'”“’‘«»‹› \u00a0\u202f"


class Token(NamedTuple):
    """A word, a sign or a stretch; `start` and `end` are code points in the passage."""

    text: str
    lower: str
    start: int
    end: int
    is_word: bool
    is_capital: bool = False
    stretch: int = -1
    traits: int = 0
    """What the language's lists say of it, as bits of `traits`."""
    role: str | None = None
    """The role that it names."""


@record
class Veiled:
    """A passage whose stretches are made of one private character, so that nothing in them is taken for a clue.

    `ranges` are the stretches' parts in it, in order: by where each starts, its end and the stretch's number.
    """

    passage: int
    text: str
    ranges: Mapping[int, tuple[int, int]]


class Sentence(NamedTuple):
    """A sentence: code points in its passage, half-open; `stretches` says whether one begins in it."""

    passage: int
    start: int
    end: int
    has_stretches: bool


def veil(index: int, passage: Passage, stretches: Sequence[tuple[int, Stretch]]) -> Veiled:
    """Return a passage with the stretches that have a part in it, given with their numbers, made unreadable."""
    ranges = [
        (part.outer_start, part.outer_end, number)
        for number, stretch in stretches
        for part in stretch.parts
        if part.passage == index
    ]
    ranges.sort()
    pieces = []
    at = 0
    for start, end, _ in ranges:
        pieces += [passage.text[at:start], _VEIL * (end - start)]
        at = end
    numbers = {start: (end, number) for start, end, number in ranges}
    return Veiled(index, "".join([*pieces, passage.text[at:]]), numbers)


def list_sentences(passage: Passage, veiled: Veiled, lexicon: Lexicon) -> list[Sentence]:
    """Return a passage's sentences in order."""
    sentences = []
    start = 0
    begins = list(veiled.ranges)
    ends = [*_list_ends(passage.text, veiled, lexicon), len(veiled.text)]
    for end in _cut_runs(ends, veiled):
        if veiled.text[start:end].strip():
            holds = bisect_left(begins, start) < bisect_left(begins, end)
            sentences.append(Sentence(veiled.passage, start, end, holds))
        start = end
    return sentences


def _cut_runs(ends: Sequence[int], veiled: Veiled) -> Iterator[int]:
    """Give the sentences' ends, and cuts at spaces where one would be longer than any: each is read as a whole."""
    ranges = [(start, end) for start, (end, _) in veiled.ranges.items()]
    start = at = 0
    for end in ends:
        inside = 0
        while True:
            cut = start + _LONGEST
            while at < len(ranges) and ranges[at][0] < min(cut, end) and inside < _MOST:
                cut += ranges[at][1] - ranges[at][0]
                inside += 1
                at += 1
            crowded = at < len(ranges) and ranges[at][0] < end and inside == _MOST
            space = veiled.text.find(" ", ranges[at - 1][1] if crowded else cut, end)
            if space < 0 or (cut >= end and not crowded):
                break
            yield space
            start, inside = space, 0
        yield end
        start = end


def list_tokens(sentence: Sentence, veiled: Veiled, stretches: Sequence[Stretch], lexicon: Lexicon) -> list[Token]:
    """Return a sentence's tokens: words, signs, and each stretch as one, which has its words for its text."""
    numbers = veiled.ranges
    tokens: list[Token] = []
    table = lexicon.table
    at, find = sentence.start, veiled.text.find
    for text in lexicon.token.findall(veiled.text, sentence.start, sentence.end):
        start = find(text, at)
        at = start + len(text)
        if text[0] != _VEIL:
            tokens.append(make_token(table[text], start, at))
            continue
        last, at = at, start
        while at < last and at in numbers:  # two stretches may touch
            end, number = numbers[at]
            tokens.append(Token(stretches[number].text, "", at, end, is_word=False, stretch=number))
            at = end
    return tokens


def make_token(word: Word, start: int, end: int) -> Token:
    """Make a token of a form and its place; past the constructor, which takes twice as long."""
    text, lower, is_word, is_capital, traits, role = word
    return tuple.__new__(Token, (text, lower, start, end, is_word, is_capital, -1, traits, role))


def list_words(text: str, start: int, end: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of a range of a text that holds no stretch."""
    table = lexicon.table
    return [make_token(table[found.group()], *found.span()) for found in lexicon.token.finditer(text, start, end)]


def _list_ends(text: str, veiled: Veiled, lexicon: Lexicon) -> list[int]:
    ends = {found.end() for found in lexicon.sentence_end.finditer(veiled.text)}
    if "\n" in text:
        ends |= {found.end() for found in _LINE_END.finditer(veiled.text)}
    for end, _ in veiled.ranges.values():
        found = _GOES_ON.match(veiled.text, end)
        if found and text[max(0, end - 4) : end].rstrip(_EDGE).endswith(_STOPS):
            behind = list_words(veiled.text, found.end(), found.end() + 60, lexicon)
            told = any(token.traits & (VERB | SPLIT_VERB) for token in behind[1:5])
            # “Why?” Bell asked is one sentence; behind a full stop, or where the verb would stand first, it is not.
            if not told or lexicon.verb_second or text[end - 2 : end - 1] == ".":
                ends.add(found.end())
    return sorted(ends)
