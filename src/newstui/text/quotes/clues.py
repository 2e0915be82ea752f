"""Clues: what in the words, beside them and in their sentence speaks for speech or for a term."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.cues import REPORTS, Clause, is_done, match_phrase
from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.lexicon import Gender, Lexicon, Verb, get_first_names
from newstui.text.quotes.names import find_role
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.stretches import Form, Stretch

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_STOP: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*$")
_STOP_INSIDE: Final = re.compile(r"[.!?…][\"'”’“‘»«)\]]*\s+\S")
_ENOUGH: Final = 300
"""So many code points of long words are looked at: they say what they are."""


def list_clues(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> set[Clue]:
    """Return the clues in the words, beside them and in their sentence."""
    clues = {Clue.ALWAYS} | _look_at_words(stretch, lexicon) | _look_beside(stretch, clause, place, lexicon)
    clues |= _look_at_attribution(attribution)
    tokens = clause.tokens
    reported = lexicon.words["reported"] & clause.words
    if reported:
        clues.add(Clue.REPORTED)
        if not reported.isdisjoint([token.lower for token in _same_clause(tokens, place)]):
            clues.add(Clue.REPORTED_NEAR)
    if attribution is not None and Clue.WORK not in clues and _is_predicate(clause, place, attribution, lexicon):
        general = _is_general(clause, place, attribution, lexicon) and not clues & {Clue.BEGINS_LOW, Clue.BEGINS_SMALL}
        general = general or _is_name_in_use(stretch, attribution, lexicon)
        clues.add(Clue.NAMING if general else Clue.FRAME)
        clues.discard(Clue.NOUN_BEFORE)  # warfen dem Senat „…“ vor: the noun is the verb's own object
        if not general and lexicon.capital_nouns:  # nannte es einen „Skandal“: any noun would have its capital
            clues -= {Clue.ARTICLE_CAPITAL, Clue.ALL_CAPITALS}
    if Clue.ARTICLE_CAPITAL in clues and Clue.FRAME not in clues and place > 1:
        governed = tokens[place - 2].lower in lexicon.words["prepositions"]
        if governed and not (attribution is not None and attribution.in_complement):
            clues.add(Clue.VENUE)
            if not _is_set_off(tokens, place):  # in der „Zeit“ schreibt X: what is said would have a comma behind it
                clues -= {Clue.SPEAKER, Clue.CUE_BEHIND}
    if _is_speakers_name(stretch, clause, place, attribution, lexicon) or (
        Clue.FRAME not in clues and _is_somebodys_house(stretch, clause, place, attribution, lexicon)
    ):
        clues.add(Clue.AS_SOURCE)
    if Clue.AS_SOURCE in clues:  # it says who speaks, so it is nothing that is said
        clues -= {Clue.SPEAKER, Clue.CUE_BEHIND, Clue.SOURCE}
    if clues & {Clue.SO_CALLED, Clue.WORK}:  # in an editorial titled “…,” the paper said
        clues -= {Clue.CUE_BEHIND, Clue.COMMA_INSIDE}
    clues -= _find_house_style(stretch, tokens, place, attribution)
    if not any(token.is_word for token in tokens):
        clues.add(Clue.ALONE)
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
    while at > 0 and tokens[at].lower in lexicon.words["articles"]:
        at -= 1
    before = tokens[at].lower if at >= 0 else ""
    if not clause.words.isdisjoint(lexicon.verbs_with.get(before, ())):
        return True
    if not attribution.verb & Verb.LABEL or attribution.place not in (Place.INSIDE, Place.BEFORE):
        return False
    return at < place - 1 or before in lexicon.words["predicates"] or attribution.distance <= 6


def _is_general(clause: Clause, place: int, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether nobody in particular calls it so, or the thing itself does: man nennt es, wird „…“ genannt, nennt sich."""
    if attribution.is_passive and attribution.speaker is None:
        return True
    if attribution.speaker is not None and clause.tokens[attribution.speaker.start].lower in lexicon.words["generic"]:
        return True
    near = [*clause.tokens[max(0, attribution.at - 2) : attribution.at + 3], *_same_clause(clause.tokens, place)]
    return not attribution.verb & Verb.SAY and any(token.lower in lexicon.words["reflexives"] for token in near)


def _is_name_in_use(stretch: Stretch, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Say whether people in general call it so, in the present: les habitants l'appellent « le Vieux »."""
    if not attribution.verb & Verb.NAME or not attribution.verb & Verb.LABEL:
        return False
    return stretch.text.partition(" ")[0].lower() not in lexicon.words["indefinite"]


def _is_speakers_name(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> bool:
    """Say whether the words name the one who speaks: ein Sprecher der „Werft AG“ sagte, wie „Nordkurier“ meldet."""
    if attribution is None or len(stretch.text.split()) > 6:
        return False
    if not stretch.text[:1].isupper() and not _is_between(clause, place, lexicon):
        return False
    tokens, words, speaker = clause.tokens, lexicon.words, attribution.speaker
    if speaker is not None and not speaker.is_pronoun and not (speaker.is_person and speaker.name):
        if speaker.start <= place < speaker.end:
            return True
        between = tokens[speaker.end : place]
        named = all(token.lower in words["articles"] or token.lower in words["linkers"] for token in between)
        if speaker.end <= place and named and (between or speaker.gender is not Gender.PLURAL):
            return True
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if behind not in lexicon.saying or (clause.words & words["predicates"] and lexicon.verbs[behind] & Verb.LABEL):
        return False  # als „Lüge“ zurückgewiesen
    before = tokens[place - 1].lower if place else ""
    if before in words["conjunctions"] or speaker is None:
        return True
    subordinate = any(token.lower in words["conjunctions"] for token in tokens[:place])  # während sie „…“ riefen
    return speaker.start < place and not (lexicon.verb_second and subordinate)


def _is_between(clause: Clause, place: int, lexicon: Lexicon) -> bool:
    """Say whether a name alone can stand there, however it is written: wie „heise online“ meldet, laut „taz.de“."""
    tokens = clause.tokens
    before = tokens[place - 1].lower if place else ""
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    linked = before in lexicon.words["conjunctions"] and before not in lexicon.words["predicates"]
    return linked and behind in lexicon.saying


def _is_somebodys_house(
    stretch: Stretch, clause: Clause, place: int, attribution: Attribution | None, lexicon: Lexicon
) -> bool:
    """Say whether the words name what somebody belongs to: der Chefredakteur der „Abendpost“, une élue de « Paris 1 »."""
    if not stretch.text[:1].isupper() or len(stretch.text.split()) > 6 or place < 2:
        return False
    if attribution is not None and attribution.verb & Verb.LABEL:  # beschuldigte den Minister des „Verrats“
        return False
    words, tokens = lexicon.words, clause.tokens
    at = place - 1
    if tokens[at].lower in words["articles"] and tokens[at].lower not in words["linkers"]:  # von der „Abendpost“
        at -= 1
    if tokens[at].lower not in words["linkers"]:
        return False
    return any(found.end == at and found.is_person and not found.is_pronoun for found in clause.mentions)


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
        found.group().lower().replace("’", "'")
        for found in lexicon.token.finditer(beginning)
        if found.group()[0].isalnum()
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
    if not lexicon.words["auxiliaries"].isdisjoint(lower):
        clues.add(Clue.HAS_VERB)
    if not lexicon.words["first_person"].isdisjoint(lower):
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
    named = near >= 0 and tokens[near].is_capital and not lexicon.capital_nouns  # called Kim a “…”: Kim is called so
    for index in range(max(0, near - (not named)), near + 1):
        if tokens[index].lower in lexicon.so_called and not _is_verb(clause, index):
            clues.add(Clue.SO_CALLED)
    leads = near > 0 and (tokens[near].lower in words["linkers"] or tokens[near].lower in words["conjunctions"])
    noun = near - 1 if leads else near  # al grito de “…”, Parolen wie „…“
    if noun >= 0 and tokens[noun].lower in lexicon.saying_nouns:
        clues.add(Clue.SAYING_NOUN)
    if before >= 0 and tokens[before].text == ":" and _is_naming(tokens[max(0, before - 6) : before], lexicon):
        clues.add(Clue.SO_CALLED)
    if before >= 0 and tokens[before].is_word:
        lower = tokens[before].lower
        capital_start = not stretch.text[:1].islower()
        work = lower in lexicon.works or (len(lower) > 6 and lower.endswith(lexicon.work_endings))
        if work and capital_start:
            clues.add(Clue.WORK)
        noun_before = lexicon.capital_nouns and tokens[before].is_capital and before and capital_start
        if noun_before and Clue.SAYING_NOUN not in clues:
            clues.add(Clue.NOUN_BEFORE)
        if article and capital_start:
            clues.add(Clue.ARTICLE_CAPITAL)
        if near >= 0 and _is_source(
            tokens, near, lexicon, article=tokens[before].lower in words["articles"], capital=capital_start
        ):
            clues.add(Clue.AS_SOURCE)
    behind = place + 1
    if behind < len(tokens):
        if (
            place
            and tokens[behind].text == ")"
            and any(token.text == "(" for token in tokens[max(0, place - 3) : place])
        ):
            clues.add(Clue.GLOSS)
        if match_phrase(tokens, behind, lexicon.cues_behind):  # dem „Anzeiger“ zufolge
            clues.add(Clue.AS_SOURCE)
        if _is_nickname(stretch, tokens, place, lexicon):
            clues.add(Clue.NICKNAME)
        if tokens[behind].lower in lexicon.works and not stretch.text[:1].islower():  # the “Today” programme
            clues.add(Clue.WORK)
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


def _is_nickname(stretch: Stretch, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether the words stand within a person's name: Dwight “the Hammer” Coles, Piet ‘de Reus’ Jansen."""
    if not place or len(stretch.text.split()) > 3 or not stretch.text[-1:].isalnum():
        return False
    before, behind = tokens[place - 1], tokens[place + 1]
    if not (before.is_capital and behind.is_capital and behind.is_word):
        return False
    if before.lower in get_first_names():
        return True
    if lexicon.capital_nouns:  # Torwart Ede „die Katze“ Brink
        return place > 1 and find_role(tokens[place - 2], lexicon) is not None
    return place > 1 and not before.text.isupper()


def _is_naming(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a name is announced, not words: they have a name for it: “…”."""
    if any(token.lower in lexicon.reporting for token in tokens):
        return False
    return any(token.lower in lexicon.so_called for token in tokens)


def _is_verb(clause: Clause, index: int) -> bool:
    """Say whether somebody does it: elle se dit « soulagée », he called it; not: le dispositif dit « … »."""
    return clause.tokens[index].lower in clause.lexicon.verbs and is_done(clause, index)


def _is_source(tokens: Sequence[Token], near: int, lexicon: Lexicon, *, article: bool, capital: bool) -> bool:
    """Say whether the words stand where a source is named: laut „taz.de“, schrieb „Die Zeit“, sagte der „Zeit“."""
    lower = tokens[near].lower
    for start in range(max(0, near - 3), near + 1):
        for phrases in (lexicon.cues_before, lexicon.cue_tags) if capital else (lexicon.cues_before,):
            for phrase in phrases.get(tokens[start].lower, ()):
                if tuple(token.lower for token in tokens[start : near + 1]) == phrase:
                    return True
    if not capital or lower not in lexicon.saying or lexicon.verbs[lower] & Verb.LABEL:
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
        if attribution.in_complement and attribution.verb & REPORTS:
            clues.add(Clue.COMPLEMENT)
    if attribution.verb & Verb.NAME:
        clues.add(Clue.NAMING)
    return clues
