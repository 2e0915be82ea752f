"""Clues: what in the words, beside them and in their sentence speaks for speech or for a term."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.belonging import is_somebodys_house, is_speakers_name
from newstui.text.quotes.beside import look_beside
from newstui.text.quotes.cues import REPORTS, Clause
from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.lexicon import Gender, Lexicon
from newstui.text.quotes.parts import Form, Stretch
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import ARTICLE, GENERIC, INDEFINITE, PREPOSITION, REFLEXIVE, REPORTED
from newstui.text.quotes.verbs import Verb
from newstui.text.quotes.wording import look_at_words

_OBJECT = 9
"""So many tokens there are at most from a verb that judges, with its object, to what it says of it."""
_OF_SENTENCES = frozenset({Clue.HAS_VERB, Clue.FIRST_PERSON, Clue.PLAIN_WORDS})
"""What shows nothing in a title, since it may be a sentence: „Ich bin dann mal weg“."""
_BESIDE = 3
"""So many tokens there are at most from a verb to the words that it names its object by."""
_SINGLE = (Gender.MASCULINE, Gender.FEMININE)


def list_clues(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> set[Clue]:
    """Return the clues in the words, beside them and in their sentence."""
    clues = {Clue.ALWAYS} | look_at_words(stretch, lexicon) | look_beside(stretch, clause, place, lexicon)
    clues |= _look_at_attribution(attribution)
    tokens = clause.tokens
    if clause.traits & REPORTED:
        clues.add(Clue.REPORTED)
        if any(token.traits & REPORTED for token in _same_clause(tokens, place)):
            clues.add(Clue.REPORTED_NEAR)
    named = Clue.WORK in clues or (Clue.SO_CALLED in clues and not _is_beside(attribution, place))
    if attribution is not None and not named and _is_predicate(clause, place, attribution, lexicon):
        general = _is_general(clause, place, attribution) and not clues & {Clue.BEGINS_LOW, Clue.BEGINS_SMALL}
        general = general or _is_name_in_use(stretch, attribution, lexicon)
        clues.add(Clue.NAMING if general else Clue.FRAME)
        clues.discard(Clue.NOUN_BEFORE)  # warfen dem Senat „…“ vor: the noun is the verb's own object
        if not general and lexicon.capital_nouns:  # nannte es einen „Skandal“: any noun would have its capital
            clues -= {Clue.ARTICLE_CAPITAL, Clue.ALL_CAPITALS}
    if Clue.ARTICLE_CAPITAL in clues and Clue.FRAME not in clues and place > 1:
        governed = bool(tokens[place - 2].traits & PREPOSITION)
        if governed and not (attribution is not None and attribution.in_complement):
            clues.add(Clue.VENUE)
            if not _is_set_off(tokens, place):  # in der „Zeit“ schreibt X: what is said would have a comma behind it
                clues -= {Clue.SPEAKER, Clue.CUE_BEHIND}
    house = Clue.FRAME not in clues and is_somebodys_house(stretch, clause, place, attribution)
    if house:  # the author of “You and Me”
        clues -= _OF_SENTENCES
    if house or is_speakers_name(stretch, clause, place, attribution, lexicon):
        clues.add(Clue.AS_SOURCE)
    if Clue.AS_SOURCE in clues:  # it says who speaks, so it is nothing that is said
        clues -= {Clue.SPEAKER, Clue.CUE_BEHIND, Clue.SOURCE}
    if clues & {Clue.SO_CALLED, Clue.WORK}:  # in an editorial titled “…,” the paper said
        clues -= {Clue.CUE_BEHIND, Clue.COMMA_INSIDE}
        clues -= _OF_SENTENCES
    clues -= _find_house_style(stretch, tokens, place, attribution)
    if not any(token.is_word for token in tokens):
        clues.add(Clue.ALONE)
    if lexicon.capital_nouns:  # die „Wende“: behind an article any noun has its capital
        clues.discard(Clue.ARTICLE_CAPITAL)
    if place == 0 and Clue.CUE_BEHIND in clues:  # « Grave », a dit X: any sentence begins with a capital
        clues -= {Clue.ALL_CAPITALS}
    if Clue.SAYING_NOUN in clues:  # al grito de “Viva España”: a slogan has capitals for other reasons
        clues -= {Clue.TITLE_CASE, Clue.ALL_CAPITALS}
    if stretch.form is not Form.MARKS:
        clues.add(Clue.DIALOGUE if stretch.form is Form.DASH else Clue.BLOCK)
    return clues


def _is_set_off(tokens: Sequence[Token], place: int) -> bool:
    """Say whether a comma or a stop, inside the marks or behind them, divides the words from what follows."""
    behind = tokens[place + 1].text if place + 1 < len(tokens) else "."
    return not behind[0].isalnum() or not tokens[place].text[-1:].isalnum()


def _find_house_style(
    stretch: Stretch, tokens: Sequence[Token], place: int, attribution: Attribution | None
) -> set[Clue]:
    """Return what a sign at the end of the words does not show: some set commas and full stops inside all marks.

    A comma is part of what is said where somebody says it right behind; a full stop where the words are a sentence
    of their own: they begin with a capital, at the sentence's start or behind a sign.
    """
    beside = attribution is not None and attribution.place in (Place.BEHIND, Place.COLON, Place.BEFORE)
    begins = place == 0 or not tokens[place - 1].is_word
    void: set[Clue] = set()
    if not (begins and place == 0) and not (attribution is not None and attribution.place is Place.BEHIND):
        void.add(Clue.COMMA_INSIDE)
    ends_plainly = stretch.text.rstrip("\"'”’“‘»«)]").endswith(".")
    if ends_plainly and (stretch.text[:1].islower() or not (begins or beside)):
        void.add(Clue.STOP_INSIDE)
    return void


def _same_clause(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    """Return the tokens from the comma before to the comma behind."""
    start = place
    while start > 0 and tokens[start - 1].text not in (",", ";", ":", "–", "—"):
        start -= 1
    end = place + 1
    while end < len(tokens) and tokens[end].text not in (",", ";", ":", "–", "—"):
        end += 1
    return tokens[start:end]


def _is_predicate(clause: Clause, place: int, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether the words are what a verb says of its object: nannte es (eine) „…“, als „…“, sprach von „…“."""
    tokens = clause.tokens
    at = place - 1
    while at > 0 and tokens[at].traits & ARTICLE:
        at -= 1
    before = tokens[at].lower if at >= 0 else ""
    if not clause.words.isdisjoint(lexicon.verbs_with.get(before, ())):
        return True
    if not attribution.verb & Verb.LABEL or attribution.place not in (Place.INSIDE, Place.BEFORE):
        return False
    if before in lexicon.words["predicates"]:
        return True
    low, high = sorted((attribution.at, place))
    if any(token.text == "," for token in tokens[low:high]):  # feierte das Projekt, kurz „…“: nothing of its object
        return False
    return at < place - 1 or attribution.distance <= _OBJECT


def _is_beside(attribution: Attribution | None, place: int) -> bool:
    """Say whether the verb stands right before the words, with its object at most: and called it “…”."""
    return attribution is not None and 0 < place - attribution.at <= _BESIDE


def _is_general(clause: Clause, place: int, attribution: Attribution) -> bool:
    """Say whether nobody in particular calls it so, or the thing itself does: man nennt es, wird „…“ genannt, nennt sich."""
    if attribution.is_passive and attribution.speaker is None:
        return True
    speaker = attribution.speaker
    if speaker is not None and speaker.is_pronoun and clause.tokens[speaker.start].traits & GENERIC:
        return True
    near = [*clause.tokens[max(0, attribution.at - 2) : attribution.at + 3], *_same_clause(clause.tokens, place)]
    return not attribution.verb & Verb.SAY and any(token.traits & REFLEXIVE for token in near)


def _is_name_in_use(stretch: Stretch, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether people in general call it so, in the present: les habitants l'appellent « le Vieux »."""
    if not attribution.verb & Verb.NAME or not attribution.verb & Verb.LABEL:
        return False
    plural = lexicon.verb_second and (attribution.cue or "").endswith("n")
    if attribution.speaker is not None and attribution.speaker.gender in _SINGLE and not plural:
        return False  # he calls it so
    return not lexicon.table[stretch.text.split(maxsplit=1)[0]].traits & INDEFINITE


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
        if attribution.in_complement and attribution.verb & (REPORTS | Verb.LABEL):
            clues.add(Clue.COMPLEMENT)
    if attribution.verb & Verb.NAME and not attribution.verb & Verb.SAY:
        clues.add(Clue.NAMING)
    return clues
