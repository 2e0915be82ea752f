"""Wording: what the words in the marks show by themselves."""

from __future__ import annotations

import re
from typing import Final

from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.parts import Stretch
from newstui.text.quotes.traits import AUXILIARY, FIRST_PERSON, FUNCTION

_CAMEL: Final = re.compile(r"[a-zß-ÿ][A-ZÀ-ÖØ-Þ]")
_STOP: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*$")
_STOP_INSIDE: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*\s+\S")
_ENOUGH: Final = 130
"""So many code points of long words are looked at: they say what they are."""


def look_at_words(stretch: Stretch, lexicon: Lexicon) -> set[Clue]:
    """Return what the length of the words, their case, the signs among them and the commonest of them show."""
    clues: set[Clue] = set()
    text = stretch.text
    beginning = text[:_ENOUGH]
    table = lexicon.table
    words, plain, common, low, capitals = [], 0, 0, 0, 0
    for form in lexicon.token.findall(beginning):
        word = table[form]
        traits = word.traits
        common |= traits
        if traits & FUNCTION:
            plain += 1
        if word.is_word and form[-1] not in "'’":  # l' leans on the next
            words.append(form)
            if not form[0].islower():
                capitals += 1
            elif not traits & FUNCTION:
                low += 1
    count = len(words)
    if count == 1:
        clues.add(Clue.ONE_WORD)
    elif count <= 3:
        clues.add(Clue.FEW_WORDS)
    elif count >= 6:
        clues.add(Clue.MANY_WORDS)
    if count >= 10:
        clues.add(Clue.LONG)
    if _STOP_INSIDE.search(text):
        clues.add(Clue.SENTENCES)
    if _STOP.search(text, max(0, len(text) - 9)):
        clues.add(Clue.STOP_INSIDE)
    if text.endswith(","):
        clues.add(Clue.COMMA_INSIDE)
    clues |= _look_at_case(words, low, capitals, lexicon)
    if Clue.TITLE_CASE in clues and count > 2:
        return clues  # We Shall Overcome: a title, whatever its words are
    if plain * 3 >= count >= 3:
        clues.add(Clue.PLAIN_WORDS)
    if common & AUXILIARY:
        clues.add(Clue.HAS_VERB)
    if common & FIRST_PERSON:
        clues.add(Clue.FIRST_PERSON)
    return clues


def _look_at_case(words: list[str], low: int, capitals: int, lexicon: Lexicon) -> set[Clue]:
    """Return what the case of the words shows; `low` counts those in small letters that are not among the commonest."""
    clues: set[Clue] = set()
    if not words:
        return clues
    small = words[0][0].islower()
    if small:
        clues.add(Clue.BEGINS_LOW if lexicon.capital_nouns else Clue.BEGINS_SMALL)
    rest = len(words) - 1  # most of them with a capital: a title in English, no sentence has that
    foreign = rest > 2 and not lexicon.capital_nouns and (capitals - (not small)) * 5 >= rest * 3
    if not low or foreign:
        clues.add(Clue.ALL_CAPITALS if lexicon.capital_nouns or len(words) == 1 else Clue.TITLE_CASE)
    if len(words) <= 4 and any(_is_sign(word) for word in words):
        clues.add(Clue.SIGNS)
    return clues


def _is_sign(word: str) -> bool:
    """Say whether a word has a digit or a dot in it, or a capital behind a small letter: models, sites, brands."""
    if not word.isalpha():
        return "-" not in word and "'" not in word and "’" not in word
    return _CAMEL.search(word) is not None
