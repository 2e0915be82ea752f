"""Kind: speech or term, by adding up clues.

Each clue has a weight, positive for speech, and a reason. The weights were set from the reasons and then evened out
on annotated news (logistic regression, rounded); a sum above 0 is speech.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum, auto
from typing import Final


class Clue(StrEnum):
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
    BEGINS_SMALL = auto()
    ALL_CAPITALS = auto()
    TITLE_CASE = auto()
    PLAIN_WORDS = auto()
    FIRST_PERSON = auto()
    SIGNS = auto()
    HAS_VERB = auto()
    REPEATED = auto()
    DIALOGUE = auto()
    BLOCK = auto()
    # beside them
    CUE_BEHIND = auto()
    CUE_COLON = auto()
    BARE_COLON = auto()
    CUE_BEFORE = auto()
    SAYING_NOUN = auto()
    SO_CALLED = auto()
    WORK = auto()
    NOUN_BEFORE = auto()
    VENUE = auto()
    AS_SOURCE = auto()
    ABBREVIATED = auto()
    ARTICLE_CAPITAL = auto()
    COMPOUND = auto()
    NICKNAME = auto()
    GLOSS = auto()
    # in their sentence
    SAYING = auto()
    COMPLEMENT = auto()
    FRAME = auto()
    THINKING = auto()
    LABELLING = auto()
    NAMING = auto()
    SOURCE = auto()
    REPORTED = auto()
    REPORTED_NEAR = auto()
    ALONE = auto()
    SPEAKER = auto()
    # around
    SPOKEN_ARTICLE = auto()
    SIBLING_SPEECH = auto()
    AFTER_SPEECH = auto()


WEIGHTS: Final[dict[Clue, float]] = {
    Clue.ALWAYS: -1.3,  # most marks in the news that nothing speaks for stand around names
    Clue.ONE_WORD: -0.3,
    Clue.FEW_WORDS: -0.4,
    Clue.MANY_WORDS: 0.9,
    Clue.LONG: 1.1,  # names are short
    Clue.SENTENCES: 0.4,
    Clue.STOP_INSIDE: 1.8,  # the words are a sentence of their own
    Clue.COMMA_INSIDE: 2.0,  # “…,” said X: English and Dutch typography
    Clue.BEGINS_LOW: 1.8,  # cut out of a sentence; names and titles begin with a capital
    Clue.BEGINS_SMALL: 0.9,  # likewise, where nouns are small too and it says less
    Clue.ALL_CAPITALS: -0.5,
    Clue.TITLE_CASE: -1.4,
    Clue.PLAIN_WORDS: 0.7,  # articles, verbs, pronouns: running text
    Clue.FIRST_PERSON: 1.9,  # the reporter does not say “I”
    Clue.SIGNS: -1.3,  # digits, dots: models, sites
    Clue.REPEATED: -0.6,
    Clue.DIALOGUE: 6.0,
    Clue.BLOCK: 6.0,  # set as a quotation, and somebody is named for it
    Clue.CUE_BEHIND: 2.1,
    Clue.CUE_COLON: 2.1,
    Clue.BARE_COLON: 0.6,
    Clue.CUE_BEFORE: 0.8,
    Clue.HAS_VERB: 1.6,
    Clue.SAYING_NOUN: 2.0,
    Clue.SPOKEN_ARTICLE: 0.4,
    Clue.SO_CALLED: -2.6,
    Clue.WORK: -1.4,
    Clue.NOUN_BEFORE: -0.4,  # die Raumfähre „Discovery“
    Clue.VENUE: -0.6,  # in der „Abendpost“
    Clue.AS_SOURCE: -0.9,
    Clue.ABBREVIATED: -0.7,  # a name that gets an abbreviation
    Clue.ARTICLE_CAPITAL: -0.5,
    Clue.COMPOUND: -1.2,  # „rot-grünes“-Lager: a part of a word
    Clue.NICKNAME: -4.0,  # nobody's name is broken off for what he says
    Clue.GLOSS: -1.5,  # by itself in brackets: what a name means, or how it is cut short
    Clue.SAYING: 0.7,
    Clue.COMPLEMENT: 0.9,
    Clue.FRAME: 2.6,
    Clue.THINKING: 0.1,
    Clue.LABELLING: -0.8,
    Clue.NAMING: -1.2,
    Clue.SOURCE: 2.0,
    Clue.REPORTED: 0.1,
    Clue.REPORTED_NEAR: 3.0,  # the subjunctive of indirect speech in the very clause
    Clue.ALONE: 1.7,  # marks around a whole sentence
    Clue.SPEAKER: 1.1,
    Clue.SIBLING_SPEECH: 0.4,
    Clue.AFTER_SPEECH: 0.5,  # who has been quoted goes on being quoted
}


_TENTHS: Final = {clue: round(weight * 10) for clue, weight in WEIGHTS.items()}


def weigh_clues(clues: AbstractSet[Clue]) -> float:
    """Return the sum of the clues' weights, whatever their order: above 0 is speech."""
    return sum(map(_TENTHS.__getitem__, clues)) / 10
