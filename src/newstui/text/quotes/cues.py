"""Cues: the verbs of a sentence that can report, and the prepositions and tags that name a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from newstui.text.quotes.lexicon import Lexicon, Phrases
from newstui.text.quotes.mentions import list_mentions, read_mention
from newstui.text.quotes.phrases import Mention, Names
from newstui.text.quotes.sentences import Sentence, Token
from newstui.text.quotes.traits import (
    ADVERB,
    ARTICLE,
    AUXILIARY,
    CUE_VIEW,
    CUE_WORD,
    FILLER,
    GROUP,
    IMPERSONAL,
    INDEFINITE,
    LINKER,
    PASSIVE,
    PREPOSITION,
    PRONOUN,
    REFLEXIVE,
    SO_CALLED,
    SPLIT_VERB,
    VERB,
    WORK,
)
from newstui.text.quotes.verbs import Verb

REPORTS: Final = Verb.SAY | Verb.THINK
"""What a verb can do that gives somebody's words or thoughts."""


_CUES: Final = VERB | SPLIT_VERB | CUE_VIEW


class Cue(NamedTuple):
    """A verb that can report, by its tokens, half-open."""

    start: int
    end: int
    verb: int


@dataclass(frozen=True, eq=False)
class Clause:
    """A sentence with what is found in it: each when it is first asked for, once for all stretches that it holds."""

    sentence: Sentence
    tokens: Sequence[Token]
    lexicon: Lexicon
    names: Names

    @property
    def places(self) -> list[tuple[int, int]]:
        """The tokens that are stretches, with the stretches' numbers."""
        return [(index, token.stretch) for index, token in enumerate(self.tokens) if token.stretch >= 0]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset([token.lower for token in self.tokens])

    @cached_property
    def traits(self) -> int:
        """The traits that any of the words has."""
        traits = 0
        for token in self.tokens:
            traits |= token.traits
        return traits

    @cached_property
    def mentions(self) -> list[Mention]:
        """The phrases that can be a speaker, from left to right."""
        return list_mentions(self.tokens, self.lexicon, self.names)

    @cached_property
    def spots(self) -> list[int]:
        """The tokens that a preposition or a tag of the lexicon begins with."""
        return [index for index, token in enumerate(self.tokens) if token.traits & CUE_WORD]

    @cached_property
    def cues(self) -> list[Cue]:
        """The verbs that can report, from left to right."""
        lexicon, found = self.lexicon, []
        for index, token in enumerate(self.tokens):
            traits = token.traits
            if not traits & _CUES:
                continue
            view = _match_view(self.tokens, index, lexicon.cue_views) if traits & CUE_VIEW else 0
            if view:
                found.append(Cue(index, index + view, Verb.SAY))
            elif traits & VERB and _is_free_verb(self, index):
                found.append(Cue(index, index + 1, _read_verb(self, index)))
            elif traits & SPLIT_VERB and _find_other_part(self.tokens, index, lexicon):
                found.append(Cue(index, index + 1, Verb.SAY))
        return found


def _read_verb(clause: Clause, index: int) -> int:
    """Return what a verb does here: heißt es reports, but der Film heißt gives a name; so does what calls itself."""
    tokens, lexicon = clause.tokens, clause.lexicon
    verb = lexicon.verbs[tokens[index].lower]
    if not verb & Verb.NAME:
        return verb
    beside = (*tokens[max(0, index - 1) : index], *tokens[index + 1 : index + 2])
    if not tokens[index].traits & SO_CALLED and any(token.traits & REFLEXIVE for token in beside):
        return Verb.NAME
    if verb & Verb.SAY and lexicon.verb_second and not clause.traits & IMPERSONAL:
        return Verb.NAME
    return verb


def _is_free_verb(clause: Clause, index: int) -> bool:
    """Say whether a form is a verb here: no noun with a capital, no participle of a noun, no part of a phrase."""
    tokens, lexicon = clause.tokens, clause.lexicon
    if tokens[index].is_capital and (lexicon.capital_nouns or index) and not _begins(tokens, index):
        return False
    if _is_epithet(clause, index):
        return False
    return not any(mention.start <= index < mention.head_end for mention in clause.mentions)


def _is_epithet(clause: Clause, index: int) -> bool:
    """Say whether a participle belongs to a noun, not to somebody who speaks: o chamado “…”, der genannte „…“."""
    tokens = clause.tokens
    if not tokens[index].traits & SO_CALLED or not index:
        return False
    behind = index + 1
    if behind < len(tokens) and tokens[behind].traits & ARTICLE:
        behind += 1
    if behind >= len(tokens) or tokens[behind].stretch < 0:
        return False
    return not (tokens[index - 1].traits & AUXILIARY or is_done(clause, index))


def is_done(clause: Clause, index: int) -> bool:
    """Say whether somebody does what a form says that can be a participle: she called it, Garza called it “…”."""
    tokens, lexicon = clause.tokens, clause.lexicon
    before = tokens[index - 1].traits if index else 0
    if before & (REFLEXIVE | PRONOUN) or (before & AUXILIARY and not before & PASSIVE):
        return True  # elle se dit, on a dit
    if before & PASSIVE and index > 1 and tokens[index - 2].traits & REFLEXIVE:  # on s'était dit
        return True
    likely = (found for found in clause.mentions if found.head_end == index and (found.is_person or found.is_group))
    doer = next(likely, None)
    if doer is None or doer.name:
        return doer is not None
    naming = lexicon.verbs.get(tokens[index].lower, Verb.NAME) & Verb.NAME  # un homme dit, but: the judge called
    return not naming and not tokens[doer.start].traits & INDEFINITE


def _match_view(tokens: Sequence[Token], at: int, phrases: Phrases) -> int:
    """Match a phrase with an adjective in it, too: der gegenteiligen Auffassung."""
    length = match_phrase(tokens, at, phrases)
    if length or at + 2 >= len(tokens) or tokens[at + 1].is_capital or not tokens[at + 1].is_word:
        return length
    length = match_phrase([tokens[at], *tokens[at + 2 : at + 8]], 0, phrases)
    return length + 1 if length else 0


def _begins(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text in (":", "–", "—") or tokens[index - 1].stretch >= 0


def _find_other_part(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether the other part of a split verb follows in the clause: teilte … mit."""
    parts = lexicon.split_verbs[tokens[index].lower]
    for token in tokens[index + 1 : index + 26]:
        if token.lower in parts:
            return True
        if token.text == ";":
            return False
    return False


def match_phrase(tokens: Sequence[Token], at: int, phrases: Phrases) -> int:
    """Return how many tokens a phrase of the lexicon takes here, 0 for none; the longest is tried first."""
    listed = phrases.get(tokens[at].lower)
    if listed is None:
        return 0
    ahead = tuple([token.lower for token in tokens[at : at + len(listed[0])]])
    for phrase in listed:
        if ahead[: len(phrase)] == phrase:
            return len(phrase)
    return 0


def find_mention_at(clause: Clause, at: int, lexicon: Lexicon) -> Mention | None:
    """Return the phrase that begins at a token, or behind an adverb or a preposition there."""
    skipped = 0
    while at < len(clause.tokens) and skipped < 3:
        mention = next((found for found in clause.mentions if found.start == at), None)
        mention = mention or read_mention(
            clause.tokens, at, lexicon, clause.names
        )  # it may have been taken for a part of another
        if mention is not None:
            return mention
        if not clause.tokens[at].traits & (ADVERB | LINKER | PREPOSITION):
            return None
        at += 1
        skipped += 1
    return None


def read_quoted_source(tokens: Sequence[Token], at: int, place: int) -> Mention | None:
    """Return a source that stands in marks itself: schrieb die „Abendpost“, laut „Abendpost“."""
    end = at
    while end < len(tokens) and end - at < 3 and (tokens[end].is_word and not tokens[end].stretch >= 0):
        if not tokens[end].traits & (ARTICLE | GROUP | WORK) and tokens[end].role is None:
            return None
        end += 1
    if end >= len(tokens) or tokens[end].stretch < 0 or end == place or len(tokens[end].text.split()) > 5:
        return None
    return Mention(at, end + 1, end + 1, name=tokens[end].text, is_group=True)


def is_light(token: Token) -> bool:
    """Say whether a word, or a comma, may stand between the words in marks and their verb."""
    return bool(token.traits & (FILLER | PRONOUN)) or token.text == ","


def spell_tokens(tokens: Sequence[Token], start: int, end: int) -> str:
    """Return words as they are written, a space between two."""
    return " ".join(token.text for token in tokens[start:end])


def ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a clause is over at this token."""
    return at >= len(tokens) or not tokens[at].is_word or tokens[at - 1].text == ","
