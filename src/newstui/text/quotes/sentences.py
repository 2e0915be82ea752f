"""Sentences around stretches: tokens of the words outside, with each stretch as a single token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.stretches import Stretch

_VEIL: Final = "\ue000"
_ENDS_SENTENCE: Final = re.compile(r"[.!?…]$")
_GOES_ON: Final = re.compile(r"[)\]]*\s+(?=[^\W_a-zà-öø-ÿ]|[¿¡\ue000])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or a stretch; `start` and `end` are code points in the passage."""

    text: str
    lower: str
    start: int
    end: int
    is_word: bool
    stretch: int = -1

    @property
    def is_capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `places` maps a stretch's number to its token."""

    passage: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    places: dict[int, int] = field(default_factory=dict)


def list_sentences(
    index: int, passage: Passage, stretches: Sequence[tuple[int, Stretch]], lexicon: Lexicon
) -> list[Sentence]:
    """Return a passage's sentences; `stretches` are those that have a part in it, with their numbers."""
    ranges = []
    for number, stretch in stretches:
        ranges += [(part.outer_start, part.outer_end, number) for part in stretch.parts if part.passage == index]
    ranges.sort()
    veiled = veil(passage.text, ranges)
    sentences = []
    start = 0
    for end in [*_list_ends(passage.text, veiled, ranges, lexicon), len(veiled)]:
        if veiled[start:end].strip():
            sentences.append(_make_sentence(index, start, end, veiled, ranges, lexicon))
        start = end
    return sentences


def veil(text: str, ranges: Sequence[tuple[int, int, int]]) -> str:
    """Return the text with each range made of one private character, so that nothing in it is taken for a clue."""
    pieces = []
    at = 0
    for start, end, _ in ranges:
        pieces += [text[at:start], _VEIL * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _list_ends(
    text: str, veiled: str, ranges: Sequence[tuple[int, int, int]], lexicon: Lexicon
) -> list[int]:
    ends = {found.end() for found in lexicon.sentence_end.finditer(veiled)}
    ends |= {found.end() for found in re.finditer(r"\n+", veiled)}
    for _, end, _ in ranges:
        found = _GOES_ON.match(veiled, end)
        if found and _ENDS_SENTENCE.search(text[max(0, end - 3) : end].rstrip("\"'”“’‘«»‹› \u00a0\u202f")):
            behind = [word.group().lower() for word in lexicon.token.finditer(veiled, found.end(), found.end() + 60)][:5]
            if not any(word in lexicon.verbs or word in lexicon.split_verbs for word in behind[1:]):
                ends.add(found.end())
            elif text[end - 2 : end - 1] == "." or lexicon.verb_second:
                ends.add(found.end())
    return sorted(ends)


def _make_sentence(
    index: int, start: int, end: int, veiled: str, ranges: Sequence[tuple[int, int, int]], lexicon: Lexicon
) -> Sentence:
    numbers = {range_start: (range_end, number) for range_start, range_end, number in ranges}
    tokens: list[Token] = []
    places: dict[int, int] = {}
    at = start
    while at < end:
        if at in numbers:
            range_end, number = numbers[at]
            places[number] = len(tokens)
            tokens.append(Token("", "", at, range_end, is_word=False, stretch=number))
            at = range_end
            continue
        found = lexicon.token.search(veiled, at, end)
        if found is None:
            break
        if found.group()[0] == _VEIL:
            at = found.start()
            if at not in numbers:
                at = found.end()
            continue
        word = found.group()
        tokens.append(Token(word, word.lower(), found.start(), found.end(), is_word=word[0].isalnum() or word[0] == "-" and len(word) > 1))
        at = found.end()
    return Sentence(index, start, end, tuple(tokens), places)
