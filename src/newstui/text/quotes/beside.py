"""Beside: what stands right before the marks and right behind them, and shows what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newstui.text.quotes.cues import Clause, is_done, match_phrase
from newstui.text.quotes.kinds import Clue
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.parts import Stretch
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import (
    ADVERB,
    ARTICLE,
    CONJUNCTION,
    CUE_WORD,
    DETERMINER,
    FIRST_NAME,
    FUNCTION,
    IMPERSONAL,
    LINKER,
    OBLIQUE,
    PREDICATE,
    PREPOSITION,
    PRONOUN,
    REFLEXIVE,
    REPORTING,
    SAYING,
    SAYING_NOUN,
    SO_CALLED,
    SO_CALLED_AFTER,
    VERB,
    WORK,
    WORK_END,
)
from newstui.text.quotes.verbs import Verb

_TAGGED: Final = 4
"""So many tokens behind a tag are looked at for what it calls the words."""


def look_beside(stretch: Stretch, clause: Clause, place: int, lexicon: Lexicon) -> set[Clue]:
    """Return what the words before the marks and behind them show."""
    clues: set[Clue] = set()
    tokens = clause.tokens
    before = place - 1
    article = before >= 0 and bool(tokens[before].traits & (DETERMINER | OBLIQUE))
    near = before - 1 if article else before
    named = near >= 0 and tokens[near].is_capital and not lexicon.capital_nouns  # called Kim a “…”: Kim is called so
    colon = before >= 0 and tokens[before].text == ":"
    for index in range(max(0, near - (not named)), near + 1) if not colon else ():
        object_behind = index < near and tokens[near].traits & (PRONOUN | IMPERSONAL | FUNCTION | DETERMINER)
        if tokens[index].traits & SO_CALLED and not object_behind and not _is_verb(clause, index):  # called it “…”
            clues.add(Clue.SO_CALLED)
    namer = near - 1 if near > 0 and tokens[near].traits & REFLEXIVE else near  # nennt sich „…“
    if any(cue.start == namer and cue.verb == Verb.NAME for cue in clause.cues):
        clues.add(Clue.SO_CALLED)
    if near > 1 and tokens[near].traits & PREDICATE and _names_before(tokens, near):
        clues.add(Clue.SO_CALLED)
    noun = _skip_link(tokens, near)
    if noun >= 0 and tokens[noun].traits & SAYING_NOUN:
        clues.add(Clue.SAYING_NOUN)
    if colon and _is_naming(tokens[max(0, before - 6) : before]):
        clues.add(Clue.SO_CALLED)
    if before >= 0 and tokens[before].is_word:
        capital_start = not stretch.text[:1].islower()
        if capital_start and tokens[_skip_year(tokens, before)].traits & WORK_END:
            clues.add(Clue.WORK)
        noun_before = lexicon.capital_nouns and tokens[before].is_capital and before and capital_start
        if noun_before and Clue.SAYING_NOUN not in clues:
            clues.add(Clue.NOUN_BEFORE)
        if article and capital_start:
            clues.add(Clue.ARTICLE_CAPITAL)
        if near >= 0 and _is_source(
            tokens, near, lexicon, article=bool(tokens[before].traits & ARTICLE), capital=capital_start
        ):
            clues.add(Clue.AS_SOURCE)
    if before > 0 and tokens[before].text == "," and tokens[before - 1].traits & WORK_END and _is_short(stretch):
        clues.add(Clue.WORK)  # her memoir, “Salt on My Skin,” opens with
    return clues | _look_behind(stretch, tokens, place, lexicon)


def _skip_link(tokens: Sequence[Token], at: int) -> int:
    """Return the noun that the words depend on: al grito de “…”, Parolen wie (zum Beispiel) „…“."""
    linked = at
    while linked > 0 and tokens[linked].traits & (ADVERB | PREPOSITION) and not tokens[linked].traits & LINKER:
        linked -= 1
    return linked - 1 if linked > 0 and tokens[linked].traits & (LINKER | CONJUNCTION) else at


def _names_before(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a participle of naming stands before a preposition, be it with adverbs between: known only as."""
    at -= 1
    while at > 0 and tokens[at].traits & ADVERB:
        at -= 1
    return bool(tokens[at].traits & SO_CALLED)


def _is_short(stretch: Stretch) -> bool:
    """Say whether the words can be a title by their length and their beginning, and are no sentence by their end."""
    words = stretch.text.split()
    return len(words) < 7 and words[0][0].isupper() and not stretch.text.endswith((".", "!", "?", "…"))


def _skip_year(tokens: Sequence[Token], before: int) -> int:
    """Return the token of the noun before the marks: no filme de 1950 “…”."""
    if not tokens[before].text.isdigit() or before < 2:
        return before
    return before - 2 if tokens[before - 1].traits & LINKER else before - 1


def _look_behind(stretch: Stretch, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> set[Clue]:
    clues: set[Clue] = set()
    behind = place + 1
    if behind >= len(tokens):
        return clues
    sign, traits = tokens[behind].text, tokens[behind].traits
    if sign == ")" and place and any(token.text == "(" for token in tokens[max(0, place - 3) : place]):
        clues.add(Clue.GLOSS)
    governed = place > 0 and tokens[place - 1].is_word
    if governed and traits & CUE_WORD and match_phrase(tokens, behind, lexicon.cues_behind):  # dem „Anzeiger“ zufolge
        clues.add(Clue.AS_SOURCE)
    if _is_nickname(stretch, tokens, place, lexicon):
        clues.add(Clue.NICKNAME)
    if traits & WORK and not stretch.text[:1].islower():  # the “Today” programme
        clues.add(Clue.WORK)
    following = tokens[behind + 1] if behind + 1 < len(tokens) else None
    if traits & SO_CALLED_AFTER and not (following is not None and following.traits & IMPERSONAL):  # heißt es dazu
        clues.add(Clue.SO_CALLED)
    hyphen = sign == "-" and following is not None and following.start == tokens[behind].end
    if tokens[behind].start == tokens[place].end and (tokens[behind].is_word or hyphen):
        clues.add(Clue.COMPOUND)
    if _is_named_behind(tokens, behind, lexicon):
        clues.add(Clue.SO_CALLED)
    if sign == "(" and behind + 2 < len(tokens) and following is not None and following.text.isupper():
        clues.add(Clue.ABBREVIATED)
    return clues


def _is_named_behind(tokens: Sequence[Token], behind: int, lexicon: Lexicon) -> bool:
    """Say whether a tag behind the words calls them a name: „…“, so (lautet) der Titel."""
    at = behind + 1
    if tokens[behind].text != "," or at >= len(tokens) or not tokens[at].traits & CUE_WORD:
        return False
    at += match_phrase(tokens, at, lexicon.cue_tags)
    ahead = tokens[at : at + _TAGGED] if at > behind + 1 else ()
    return any(token.traits & SO_CALLED and token.is_capital >= lexicon.capital_nouns for token in ahead)


def _is_nickname(stretch: Stretch, tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Say whether the words stand within a person's name: Dwight “the Hammer” Coles, Piet ‘de Reus’ Jansen."""
    before, behind = tokens[place - 1], tokens[place + 1]
    if not (place and before.is_capital and behind.is_capital and behind.is_word):
        return False
    if len(stretch.text.split()) > 3 or not stretch.text[-1:].isalnum():
        return False
    if before.traits & FIRST_NAME:
        return True
    if lexicon.capital_nouns:  # Torwart Ede „die Katze“ Brink
        return place > 1 and tokens[place - 2].role is not None
    return place > 1 and not before.text.isupper()


def _is_naming(tokens: Sequence[Token]) -> bool:
    """Say whether a name is announced, not words: they have a name for it: “…”."""
    if any(token.traits & REPORTING for token in tokens):
        return False
    return any(token.traits & SO_CALLED for token in tokens)


def _is_verb(clause: Clause, index: int) -> bool:
    """Say whether somebody does it: elle se dit « soulagée », he called it; not: le dispositif dit « … »."""
    return bool(clause.tokens[index].traits & VERB) and is_done(clause, index)


def _is_source(tokens: Sequence[Token], near: int, lexicon: Lexicon, *, article: bool, capital: bool) -> bool:
    """Say whether the words stand where a source is named: laut „taz.de“, schrieb „Die Zeit“, sagte der „Zeit“."""
    for start in range(max(0, near - 3), near + 1):
        if not tokens[start].traits & CUE_WORD:
            continue
        for phrases in (lexicon.cues_before, lexicon.cue_tags) if capital else (lexicon.cues_before,):
            for phrase in phrases.get(tokens[start].lower, ()):
                if tuple(token.lower for token in tokens[start : near + 1]) == phrase:
                    return True
    if not capital or not tokens[near].traits & SAYING or lexicon.verbs[tokens[near].lower] & Verb.LABEL:
        return False
    return article or any(token.stretch >= 0 for token in tokens[max(0, near - 3) : near])
