"""Kind: speech or term, by adding up clues.

Each clue has a weight, positive for speech, and a reason. The weights were set from the reasons and then evened out
on annotated news (logistic regression, rounded); a sum above 0 is speech.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from enum import Enum, auto
from typing import Final

from newstui.model import BlockKind
from newstui.text.quotes.attribution import Attribution, Clause, Place
from newstui.text.quotes.lexicon import Lexicon, Verb
from newstui.text.quotes.stretches import Form, Stretch

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_STOP: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*$")
_STOP_INSIDE: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*\s+\S")


class Clue(Enum):
    """What speaks for or against words in marks being somebody's words."""

    ALWAYS = auto()
    # the words themselves
    ONE_WORD = auto()
    FEW_WORDS = auto()
    MANY_WORDS = auto()
    LONG = auto()
    SENTENCES = auto()
    STOP_INSIDE = auto()
    COMMA_INSIDE = auto()
    BEGINS_LOW = auto()
    ALL_CAPITALS = auto()
    PLAIN_WORDS = auto()
    FIRST_PERSON = auto()
    DIALOGUE = auto()
    # beside them
    CUE_BEHIND = auto()
    CUE_COLON = auto()
    BARE_COLON = auto()
    CUE_BEFORE = auto()
    SO_CALLED = auto()
    WORK = auto()
    NOUN_BEFORE = auto()
    ARTICLE_CAPITAL = auto()
    COMPOUND = auto()
    BRACKETED = auto()
    # in their sentence
    SAYING = auto()
    SAYING_AFTER = auto()
    THINKING = auto()
    LABELLING = auto()
    NAMING = auto()
    SOURCE = auto()
    REPORTED = auto()
    ALONE = auto()
    SPEAKER = auto()
    HEADING = auto()
    # around
    SIBLING_SPEECH = auto()
    AFTER_SPEECH = auto()


WEIGHTS: Final[dict[Clue, float]] = {
    Clue.ALWAYS: -1.0,
    Clue.ONE_WORD: -0.8,
    Clue.FEW_WORDS: -0.3,
    Clue.MANY_WORDS: 1.0,
    Clue.LONG: 3.0,
    Clue.SENTENCES: 2.0,
    Clue.STOP_INSIDE: 1.0,
    Clue.COMMA_INSIDE: 2.0,
    Clue.BEGINS_LOW: 0.8,
    Clue.ALL_CAPITALS: -1.5,
    Clue.PLAIN_WORDS: 0.8,
    Clue.FIRST_PERSON: 1.0,
    Clue.DIALOGUE: 6.0,
    Clue.CUE_BEHIND: 4.0,
    Clue.CUE_COLON: 3.0,
    Clue.BARE_COLON: 1.5,
    Clue.CUE_BEFORE: 2.0,
    Clue.SO_CALLED: -3.0,
    Clue.WORK: -2.5,
    Clue.NOUN_BEFORE: -1.5,
    Clue.ARTICLE_CAPITAL: -1.0,
    Clue.COMPOUND: -1.5,
    Clue.BRACKETED: -0.8,
    Clue.SAYING: 1.0,
    Clue.SAYING_AFTER: 0.5,
    Clue.THINKING: 1.0,
    Clue.LABELLING: 1.5,
    Clue.NAMING: -1.5,
    Clue.SOURCE: 1.2,
    Clue.REPORTED: 1.2,
    Clue.ALONE: 1.5,
    Clue.SPEAKER: 0.5,
    Clue.HEADING: 0.3,
    Clue.SIBLING_SPEECH: 0.5,
    Clue.AFTER_SPEECH: 0.5,
}


def weigh_clues(clues: AbstractSet[Clue]) -> float:
    """Return the sum of the clues' weights: above 0 is speech."""
    return sum(WEIGHTS[clue] for clue in clues)


def list_clues(
    stretch: Stretch, clause: Clause, place: int, kind: BlockKind, attribution: Attribution | None, lexicon: Lexicon
) -> set[Clue]:
    """Return the clues in the words, beside them and in their sentence."""
    clues = {Clue.ALWAYS} | _look_at_words(stretch, lexicon) | _look_beside(stretch, clause, place, lexicon)
    clues |= _look_at_attribution(attribution)
    tokens = clause.tokens
    if any(token.lower in lexicon.words["reported"] for token in tokens):
        clues.add(Clue.REPORTED)
    if not any(token.is_word for token in tokens):
        clues.add(Clue.ALONE)
    if stretch.form is Form.DASH:
        clues.add(Clue.DIALOGUE)
    if kind is BlockKind.HEADING:
        clues.add(Clue.HEADING)
    return clues


def _look_at_words(stretch: Stretch, lexicon: Lexicon) -> set[Clue]:
    clues: set[Clue] = set()
    text = stretch.text
    words = [found.group() for found in _WORD.finditer(text)]
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
    if _STOP.search(text):
        clues.add(Clue.STOP_INSIDE)
    if text.endswith(","):
        clues.add(Clue.COMMA_INSIDE)
    lower = [word.lower() for word in words]
    plain = [word for word in lower if word in lexicon.words["function"]]
    if words and words[0][0].islower():
        clues.add(Clue.BEGINS_LOW)
    if words and all(not word[0].islower() or low in plain for word, low in zip(words, lower, strict=True)):
        clues.add(Clue.ALL_CAPITALS)
    if len(plain) * 3 >= count and count >= 3:
        clues.add(Clue.PLAIN_WORDS)
    if any(word in lexicon.words["first_person"] for word in lower):
        clues.add(Clue.FIRST_PERSON)
    return clues


def _look_beside(stretch: Stretch, clause: Clause, place: int, lexicon: Lexicon) -> set[Clue]:
    clues: set[Clue] = set()
    tokens = clause.tokens
    words = lexicon.words
    before = place - 1
    article = before >= 0 and (
        tokens[before].lower in words["determiners"] or tokens[before].lower in words["determiners_oblique"]
    )
    near = before - 1 if article else before
    for index in range(max(0, near - 1), near + 1):
        if tokens[index].lower in lexicon.so_called:
            clues.add(Clue.SO_CALLED)
    if before >= 0 and tokens[before].is_word:
        lower = tokens[before].lower
        if lower in lexicon.works or (len(lower) > 6 and lower.endswith(lexicon.work_endings or ("\0",))):
            clues.add(Clue.WORK)
        capital_start = stretch.text[:1].isupper() or stretch.text[:1].isdigit()
        if lexicon.capital_nouns and tokens[before].is_capital and before and capital_start:
            clues.add(Clue.NOUN_BEFORE)
        if article and capital_start:
            clues.add(Clue.ARTICLE_CAPITAL)
    behind = place + 1
    if behind < len(tokens):
        touching = tokens[behind].start == tokens[place].end
        if touching and (tokens[behind].is_word or (tokens[behind].text == "-" and behind + 1 < len(tokens) and tokens[behind + 1].start == tokens[behind].end)):
            clues.add(Clue.COMPOUND)
        if any(token.lower in lexicon.so_called_after for token in tokens[behind : behind + 1]):
            clues.add(Clue.SO_CALLED)
        if before >= 0 and tokens[before].text == "(" and tokens[behind].text in (")", ","):
            clues.add(Clue.BRACKETED)
    return clues


def _look_at_attribution(attribution: Attribution | None) -> set[Clue]:
    if attribution is None:
        return set()
    clues: set[Clue] = set()
    if attribution.speaker is not None:
        clues.add(Clue.SPEAKER)
    if attribution.place is Place.BEHIND:
        clues.add(Clue.CUE_BEHIND)
    elif attribution.place is Place.COLON:
        clues.add(Clue.CUE_COLON if attribution.cue else Clue.BARE_COLON)
    elif attribution.place is Place.SOURCE:
        clues.add(Clue.SOURCE)
    else:
        if attribution.place is Place.BEFORE:
            clues.add(Clue.CUE_BEFORE)
        if attribution.verb & Verb.LABEL:
            clues.add(Clue.LABELLING)
        if attribution.verb & Verb.SAY:
            clues.add(Clue.SAYING)
        if attribution.verb & Verb.THINK:
            clues.add(Clue.THINKING)
    if attribution.verb & Verb.NAME:
        clues.add(Clue.NAMING)
    return clues
