"""Kind: speech or term, by adding up clues.

Each clue has a weight, positive for speech, and a reason. The weights were set from the reasons and then evened out
on annotated news (logistic regression, rounded); a sum above 0 is speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum, auto
from typing import Final

from newstui.text.quotes.attribution import Attribution, Clause, Place
from newstui.text.quotes.lexicon import Lexicon, Verb
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.stretches import Form, Stretch

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_STOP: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*$")
_STOP_INSIDE: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*\s+\S")


_ENOUGH: Final = 300
"""So many code points of long words are looked at: they say what they are."""


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
    Clue.STOP_INSIDE: 1.2,  # the words are a sentence of their own
    Clue.COMMA_INSIDE: 2.0,  # “…,” said X: English and Dutch typography
    Clue.BEGINS_LOW: 1.5,  # cut out of a sentence; names and titles begin with a capital
    Clue.BEGINS_SMALL: 0.7,  # likewise, where nouns are small too and it says less
    Clue.ALL_CAPITALS: -0.4,
    Clue.TITLE_CASE: -1.3,
    Clue.PLAIN_WORDS: 0.7,  # articles, verbs, pronouns: running text
    Clue.FIRST_PERSON: 1.9,  # the reporter does not say “I”
    Clue.SIGNS: -1.3,  # digits, dots: models, sites
    Clue.REPEATED: -0.5,
    Clue.DIALOGUE: 6.0,
    Clue.BLOCK: 6.0,  # set as a quotation, and somebody is named for it
    Clue.CUE_BEHIND: 2.1,
    Clue.CUE_COLON: 1.7,
    Clue.BARE_COLON: 0.6,
    Clue.CUE_BEFORE: 0.8,
    Clue.HAS_VERB: 1.3,
    Clue.SAYING_NOUN: 0.8,
    Clue.SPOKEN_ARTICLE: 0.4,
    Clue.SO_CALLED: -1.7,
    Clue.WORK: -1.4,
    Clue.NOUN_BEFORE: -0.4,  # die Raumfähre „Discovery“
    Clue.VENUE: -0.6,  # in der „Abendpost“
    Clue.AS_SOURCE: -1.2,
    Clue.ABBREVIATED: -0.7,  # a name that gets an abbreviation
    Clue.ARTICLE_CAPITAL: -0.5,
    Clue.COMPOUND: -1.2,  # „rot-grünes“-Lager: a part of a word
    Clue.SAYING: 0.7,
    Clue.COMPLEMENT: 0.9,
    Clue.FRAME: 1.7,
    Clue.THINKING: 0.1,
    Clue.LABELLING: 0.0,
    Clue.NAMING: -0.8,
    Clue.SOURCE: 1.7,
    Clue.REPORTED: 0.1,
    Clue.REPORTED_NEAR: 3.0,  # the subjunctive of indirect speech in the very clause
    Clue.ALONE: 1.7,  # marks around a whole sentence
    Clue.SPEAKER: 0.8,
    Clue.SIBLING_SPEECH: 0.4,
    Clue.AFTER_SPEECH: 0.5,  # who has been quoted goes on being quoted
}


def weigh_clues(clues: AbstractSet[Clue]) -> float:
    """Return the sum of the clues' weights: above 0 is speech."""
    return sum(WEIGHTS[clue] for clue in clues)


def list_clues(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> set[Clue]:
    """Return the clues in the words, beside them and in their sentence."""
    clues = {Clue.ALWAYS} | _look_at_words(stretch, lexicon) | _look_beside(stretch, clause, place, lexicon)
    clues |= _look_at_attribution(attribution)
    tokens = clause.tokens
    if any(token.lower in lexicon.words["reported"] for token in tokens):
        clues.add(Clue.REPORTED)
        if any(token.lower in lexicon.words["reported"] for token in _same_clause(tokens, place)):
            clues.add(Clue.REPORTED_NEAR)
    if attribution is not None and Clue.WORK not in clues and _is_predicate(tokens, place, attribution, lexicon):
        general = _is_general(clause, attribution, lexicon) and not clues & {Clue.BEGINS_LOW, Clue.BEGINS_SMALL}
        clues.add(Clue.NAMING if general else Clue.FRAME)
        clues.discard(Clue.NOUN_BEFORE)  # warfen dem Senat „…“ vor: the noun is the verb's own object
    if Clue.ARTICLE_CAPITAL in clues and Clue.FRAME not in clues and place > 1:
        governed = tokens[place - 2].lower in lexicon.words["prepositions"]
        if governed and not (attribution is not None and attribution.in_complement):
            clues.add(Clue.VENUE)
    if _is_speakers_name(stretch, clause, place, attribution, lexicon):
        clues = (clues - {Clue.SPEAKER, Clue.CUE_BEHIND, Clue.SOURCE}) | {Clue.AS_SOURCE}
    if not any(token.is_word for token in tokens):
        clues.add(Clue.ALONE)
    if stretch.form is not Form.MARKS:
        clues.add(Clue.DIALOGUE if stretch.form is Form.DASH else Clue.BLOCK)
    return clues


def _same_clause(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Return the tokens from the comma before to the comma behind."""
    start = place
    while start > 0 and tokens[start - 1].text not in (",", ";", ":", "–", "—"):
        start -= 1
    end = place + 1
    while end < len(tokens) and tokens[end].text not in (",", ";", ":", "–", "—"):
        end += 1
    return tokens[start:end]


def _is_predicate(tokens: Sequence[Token], place: int, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether the words are what a verb says of its object: nannte es (eine) „…“, als „…“, sprach von „…“."""
    at = place - 1
    while at > 0 and tokens[at].lower in lexicon.words["articles"]:
        at -= 1
    before = tokens[at].lower if at >= 0 else ""
    if before in lexicon.verbs_with and any(token.lower in lexicon.verbs_with[before] for token in tokens):
        return True
    if not attribution.verb & Verb.LABEL or attribution.place not in (Place.INSIDE, Place.BEFORE):
        return False
    return at < place - 1 or before in lexicon.words["predicates"] or attribution.distance <= 6


def _is_general(clause: Clause, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether nobody in particular calls it so, or the thing itself does: man nennt es, wird „…“ genannt, nennt sich."""
    if attribution.is_passive and attribution.speaker is None:
        return True
    if attribution.speaker is not None and clause.tokens[attribution.speaker.start].lower in lexicon.words["generic"]:
        return True
    near = clause.tokens[max(0, attribution.at - 2) : attribution.at + 3]
    return not attribution.verb & Verb.SAY and any(token.lower in lexicon.words["reflexives"] for token in near)


def _is_speakers_name(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> bool:
    """Say whether the words name the one who speaks: ein Sprecher der „Werft AG“ sagte, wie „Nordkurier“ meldet."""
    if attribution is None or not stretch.text[:1].isupper() or len(stretch.text.split()) > 6:
        return False
    tokens, words, speaker = clause.tokens, lexicon.words, attribution.speaker
    if speaker is not None and not speaker.is_pronoun and not (speaker.is_person and speaker.name):
        if speaker.start <= place < speaker.end:
            return True
        between = tokens[speaker.end : place]
        if speaker.end <= place and all(
            token.lower in words["articles"] or token.lower in words["linkers"] for token in between
        ):
            return True
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if behind not in lexicon.saying:
        return False
    before = tokens[place - 1].lower if place else ""
    return before in words["conjunctions"] or speaker is None or speaker.start < place


def _look_at_words(stretch: Stretch, lexicon: Lexicon) -> set[Clue]:
    clues: set[Clue] = set()
    text = stretch.text
    beginning = text[:_ENOUGH]
    words = _WORD.findall(beginning)
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
    lower = [
        found.group().lower().replace("’", "'") for found in lexicon.token.finditer(beginning) if found.group()[0].isalnum()
    ]
    plain = [word for word in lower if word in lexicon.words["function"]]
    if words and words[0][0].islower():
        clues.add(Clue.BEGINS_LOW if lexicon.capital_nouns else Clue.BEGINS_SMALL)
    if words and all(not word[0].islower() or word in plain for word in words):
        clues.add(Clue.ALL_CAPITALS if lexicon.capital_nouns or count == 1 else Clue.TITLE_CASE)
    if count <= 4 and any(
        not word.isalpha() and "-" not in word and "'" not in word and "’" not in word for word in words
    ):
        clues.add(Clue.SIGNS)
    if len(plain) * 3 >= count >= 3:
        clues.add(Clue.PLAIN_WORDS)
    if any(word in lexicon.words["auxiliaries"] for word in lower):
        clues.add(Clue.HAS_VERB)
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
        if tokens[index].lower in lexicon.so_called and not _is_verb(tokens, index, lexicon):
            clues.add(Clue.SO_CALLED)
    if near >= 0 and (tokens[near].lower in lexicon.saying_nouns or tokens[before].lower in lexicon.saying_nouns):
        clues.add(Clue.SAYING_NOUN)
    if before >= 0 and tokens[before].text == ":" and _is_naming(tokens[max(0, before - 6) : before], lexicon):
        clues.add(Clue.SO_CALLED)
    if before >= 0 and tokens[before].is_word:
        lower = tokens[before].lower
        capital_start = not stretch.text[:1].islower()
        work = lower in lexicon.works or (len(lower) > 6 and lower.endswith(lexicon.work_endings))
        if work and capital_start:
            clues.add(Clue.WORK)
        if lexicon.capital_nouns and tokens[before].is_capital and before and capital_start:
            clues.add(Clue.NOUN_BEFORE)
        if article and capital_start:
            clues.add(Clue.ARTICLE_CAPITAL)
        if (
            capital_start
            and near >= 0
            and _is_source(tokens, near, lexicon, article=tokens[before].lower in words["articles"])
        ):
            clues.add(Clue.AS_SOURCE)
    behind = place + 1
    if behind < len(tokens):
        touching = tokens[behind].start == tokens[place].end
        if touching and (
            tokens[behind].is_word
            or (
                tokens[behind].text == "-"
                and behind + 1 < len(tokens)
                and tokens[behind + 1].start == tokens[behind].end
            )
        ):
            clues.add(Clue.COMPOUND)
        if any(token.lower in lexicon.so_called_after for token in tokens[behind : behind + 1]):
            clues.add(Clue.SO_CALLED)
        if behind + 2 < len(tokens) and tokens[behind].text == "(" and tokens[behind + 1].text.isupper():
            clues.add(Clue.ABBREVIATED)
    return clues


def _is_naming(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a name is announced, not words: they have a name for it: “…”."""
    if any(token.lower in lexicon.saying for token in tokens):
        return False
    return any(token.lower in lexicon.so_called for token in tokens)


def _is_verb(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether somebody does it: elle se dit « soulagée », he called it; not: le dispositif dit « … »."""
    before = tokens[index - 1].lower if index else ""
    return tokens[index].lower in lexicon.verbs and (
        before in lexicon.words["reflexives"] or before in lexicon.pronouns
    )


def _is_source(tokens: Sequence[Token], near: int, lexicon: Lexicon, *, article: bool) -> bool:
    """Say whether the words stand where a source is named: laut „Spiegel“, schrieb „Die Zeit“, sagte der „Zeit“."""
    lower = tokens[near].lower
    for start in range(max(0, near - 3), near + 1):
        for phrases in (lexicon.cues_before, lexicon.cue_tags):
            for phrase in phrases.get(tokens[start].lower, ()):
                if tuple(token.lower for token in tokens[start : near + 1]) == phrase:
                    return True
    if lower not in lexicon.saying or lexicon.verbs[lower] & Verb.LABEL:
        return False
    return article or any(token.stretch >= 0 for token in tokens[max(0, near - 3) : near])


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
        if attribution.in_complement and attribution.verb & (Verb.SAY | Verb.THINK):
            clues.add(Clue.COMPLEMENT)
    if attribution.verb & Verb.NAME:
        clues.add(Clue.NAMING)
    return clues
