"""Behind the words: the inserted clause, or the tag, that says whose they are.

A verb that no list has is told by the order alone, where a comma or a stop sets the clause off.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.quotes.attribution import Attribution, Place
from newstui.text.quotes.cues import (
    REPORTS,
    Clause,
    ends_clause,
    find_mention_at,
    is_light,
    match_phrase,
    read_quoted_source,
    spell_tokens,
)
from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.subjects import find_subject
from newstui.text.quotes.traits import (
    ADVERB,
    ARTICLE,
    AUXILIARY,
    CONJUNCTION,
    FUNCTION,
    LINKER,
    PREPOSITION,
    REFLEXIVE,
    RELATIVE,
    ROLE,
    SO_CALLED_AFTER,
)
from newstui.text.quotes.verbs import Verb

_NO_VERB = FUNCTION | PREPOSITION | CONJUNCTION | ADVERB | RELATIVE | ROLE | SO_CALLED_AFTER


def look_behind(clause: Clause, place: int, lexicon: Lexicon) -> Attribution | None:
    """„…“, sagte X · “…,” X said · « … », a-t-il dit · „…“, so X."""
    tokens = clause.tokens
    at = _skip_signs(tokens, place + 1)
    if at >= len(tokens) or not tokens[at].is_word or (at == place + 1 and is_embedded(tokens, place)):
        return None
    tag = match_phrase(tokens, at, lexicon.cue_tags)
    if tag:
        speaker = find_mention_at(clause, at + tag, lexicon)
        if speaker is not None:
            return Attribution(Place.BEHIND, spell_tokens(tokens, at, at + tag), Verb.SAY, speaker)
    cue = next((cue for cue in clause.cues if cue.start >= at), None)
    if cue is None:
        return _look_for_unknown_verb(clause, place, at, lexicon)
    inverted = _look_for_verb_behind(clause, at, lexicon)
    if inverted is not None:
        return inverted
    between = tokens[at : cue.start]
    reports = bool(cue.verb & REPORTS)
    if not reports or len(between) > 4 or not all(is_light(token) for token in between):
        return _look_for_unknown_verb(clause, place, at, lexicon)
    speaker = read_quoted_source(tokens, cue.start + 1, place) or find_subject(
        tokens, clause.mentions, cue.start, lexicon
    )
    return Attribution(Place.BEHIND, tokens[cue.start].text, cue.verb, speaker)


def is_embedded(tokens: Sequence[Token], place: int) -> bool:
    """Say whether the words stand in the flow of a sentence, with no sign before or behind them: a “phased” approach."""
    if not place or not tokens[place - 1].is_word:
        return False
    return tokens[place].text[-1:].isalnum()


def _look_for_verb_behind(clause: Clause, at: int, lexicon: Lexicon) -> Attribution | None:
    """“…,” X said · “…,” X, who runs the market, said: the subject at the token `at` stands before its verb."""
    tokens = clause.tokens
    mention = next((found for found in clause.mentions if found.start == at), None)
    if mention is None or (lexicon.verb_second and not mention.is_pronoun):
        return None
    cue = next((cue for cue in clause.cues if cue.start >= mention.end), None)
    if cue is None or not cue.verb & REPORTS:
        return None
    between = tokens[mention.end : cue.start]
    relative = any(token.traits & RELATIVE for token in between)
    hanging = bool(between and between[0].traits & LINKER)  # John Miller of the county police said
    plain = sum(token.is_word and not token.traits & AUXILIARY for token in between)
    if any(token.stretch >= 0 for token in between) or plain > (12 if relative else 6 if hanging else 3):
        return None
    return Attribution(Place.BEHIND, tokens[cue.start].text, cue.verb, mention)


def _look_for_unknown_verb(clause: Clause, place: int, at: int, lexicon: Lexicon) -> Attribution | None:
    """„…“, raunzt Meier · — … — mandou Tomás: the order alone shows a verb of saying where the lists have none."""
    tokens = clause.tokens
    set_off = at > place + 1 and tokens[place + 1].text != "."
    set_off = set_off or tokens[place].text.endswith((",", "!", "?", "…"))
    if not lexicon.verb_second and tokens[place].text.endswith((",", "…")):  # “…,” Ruiz quipped
        subject = next((found for found in clause.mentions if found.start == at), None)
        if subject is not None:
            verb = tokens[subject.end] if subject.end < len(tokens) else None
            named = bool(subject.name or subject.is_pronoun)
            return (
                Attribution(Place.BEHIND, verb.text, Verb.SAY, subject)
                if verb and named and _can_be_verb(verb)
                else None
            )
    if at < len(tokens) and tokens[at].traits & REFLEXIVE:  # s'alarme le pompier
        at += 1
    if not set_off or at + 1 >= len(tokens) or not _can_be_verb(tokens[at]):
        return None
    speaker = next((found for found in clause.mentions if found.start == at + 1), None)
    if speaker is None or speaker.is_pronoun or speaker.oblique:
        return None
    if speaker.is_bare and not (ends_clause(tokens, speaker.end) and not tokens[at].lower.endswith("n")):
        return None  # fürchtet Kranz: a noun in the singular would have a determiner
    if not (speaker.is_person or (speaker.name and not tokens[speaker.start].traits & ARTICLE)):
        return None
    return Attribution(Place.BEHIND, tokens[at].text, Verb.SAY, speaker)


def _can_be_verb(token: Token) -> bool:
    return token.is_word and not token.is_capital and len(token.text) > 2 and not token.traits & _NO_VERB


def _skip_signs(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text in (",", "–", "—", "-", "."):
        at += 1
    return at
