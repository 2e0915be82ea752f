"""Subjects: the phrase that a verb of saying has for its subject, without a grammar.

Where the verb stands first or second (German, Dutch) the subject is beside the finite verb, on either side; in the
other languages it is before the verb, or behind it where the verb follows the quotation. What a preposition governs,
what has the form of another case and what is an abstract noun is no subject of saying.
"""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.quotes.lexicon import Lexicon
from newstui.text.quotes.phrases import Mention
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    FILLER,
    LINKER,
    OBLIQUE,
    PREDICATE,
    PREPOSITION,
    RELATIVE,
    SMALL,
    SPLIT_VERB,
    VERB,
)
from newstui.text.quotes.verbs import Verb

_WALLS = frozenset({";", ":"})
_CLAUSE_SIGNS = frozenset({",", ";", ":", "–", "—", "-", "("})
_COORDINATING = frozenset(("und", "oder", "aber", "en", "of", "maar"))
_ADVERB_ENDINGS = ("end", "lich", "isch", "weise", "zeit", "mals", "falls", "dings")
_REACH = 14
"""So many tokens away from its verb a subject is looked for when nothing nearer fits."""


def find_subject(tokens: Sequence[Token], mentions: Sequence[Mention], cue: int, lexicon: Lexicon) -> Mention | None:
    """Return the subject of the verb at the token `cue`, or None where nothing near it can be one."""
    antecedent = _find_antecedent(tokens, mentions, cue, lexicon)
    if antecedent is not None:
        return antecedent
    fitting = [mention for mention in mentions if can_be_subject(tokens, mention, lexicon)]
    if tokens[cue].lower.endswith(tuple(lexicon.words["active_endings"])):
        return _look_ahead(
            tokens, fitting, cue
        )  # “…,” telling reporters: the participle's subject is the main clause's
    verb = lexicon.verbs.get(tokens[cue].lower, Verb.SAY)
    if verb & Verb.SAY and _is_inverted(tokens, cue):
        behind = _look_behind(tokens, fitting, cue)
        if behind is not None and lexicon.verb_second and behind.start == cue + 1:
            return behind
        ahead = _look_ahead(tokens, fitting, cue) if behind is None or not is_likely(behind) else None
        return ahead if ahead is not None and is_likely(ahead) else behind or ahead
    if lexicon.verb_second:
        return _look_on_both_sides(tokens, fitting, cue, lexicon)
    ahead = _look_ahead(tokens, fitting, cue)
    if ahead is not None or verb & Verb.LABEL:
        return ahead  # bloggers called the minister …: behind a verb that judges stands what it judges
    return _look_behind(tokens, fitting, cue)


def can_be_subject(tokens: Sequence[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether neither its case, nor a preposition before it, nor its sense keeps a phrase from saying something."""
    return not mention.oblique and not mention.is_abstract and not is_governed(tokens, mention.start, lexicon)


def is_governed(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> bool:
    """Say whether a preposition stands before a phrase, be it with adjectives between: zum geplanten Gesetz."""
    at = start - 1
    back = 0
    while lexicon.capital_nouns and back < 3 and at > 0 and _is_adjective(tokens[at]):
        at -= 1
        back += 1
    if at < 0 or not tokens[at].is_word:
        return False
    traits = tokens[at].traits
    if traits & (PREPOSITION | LINKER):
        begins = traits & CONJUNCTION and not lexicon.capital_nouns  # after the company said
        return not (traits & DETERMINER and back) and not begins
    return bool(traits & PREDICATE or (back > 0 and traits & OBLIQUE))


def is_likely(mention: Mention) -> bool:
    """Say whether a phrase is known for one that speaks: a pronoun, a person, a body, a name."""
    known = mention.is_pronoun or mention.is_person or mention.is_group
    return known or bool(mention.name and not mention.is_bare)


def _look_behind(tokens: Sequence[Token], fitting: Sequence[Mention], cue: int) -> Mention | None:
    """„…“, sagte gestern in Berlin die Ministerin: the first fitting phrase behind the verb."""
    for mention in fitting:
        if mention.start <= cue:
            continue
        between = tokens[cue + 1 : mention.start]
        if len(between) > 7 or any(token.stretch >= 0 or token.text in _WALLS for token in between):
            return None
        if any(token.traits & CONJUNCTION for token in between):
            return None
        if any(token.text == "," for token in between) and not is_likely(mention):
            return None
        return mention
    return None


def _look_ahead(tokens: Sequence[Token], fitting: Sequence[Mention], cue: int) -> Mention | None:
    """X said · X, who runs the market, said · X shook his head and said: the nearest, or the first of the clause."""
    before = [mention for mention in fitting if mention.end <= cue and not _has_wall(tokens, mention.end, cue)]
    for mention in before:  # Sarah Lund, who chairs the committee, said; her producer, known as Moth, said
        inserted = is_likely(mention) and tokens[mention.end].text == "," and mention.end < cue - 2
        if tokens[cue - 1].text == "," and (inserted or _is_relative_behind(tokens, mention.end)):
            return mention
    for mention in reversed(before):
        between = tokens[mention.end : cue]
        aside = any(token.text == "," for token in between)
        if all(_is_light(token) for token in between) and (is_likely(mention) or not aside):
            return mention
    for mention in before:
        if is_likely(mention) and cue - mention.end <= 2 * _REACH:
            return mention
    return None


def _is_relative_behind(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text == "," and at + 1 < len(tokens) and bool(tokens[at + 1].traits & RELATIVE)


def _look_on_both_sides(
    tokens: Sequence[Token], fitting: Sequence[Mention], cue: int, lexicon: Lexicon
) -> Mention | None:
    """Die Ministerin sagte · Gestern sagte die Ministerin · wie die Ministerin sagte."""
    if _is_verb_final(tokens, cue):
        start = _find_clause_start(tokens, cue)
        inside = [mention for mention in fitting if start <= mention.start < cue]
        if inside:
            return inside[0]
    anchor = _find_finite(tokens, fitting, cue)
    plural = tokens[anchor].lower.endswith("n")
    ahead = _find_ahead(tokens, fitting, anchor)
    if ahead is not None and (not ahead.is_bare or plural or _is_agent(tokens, ahead, cue, lexicon)):
        return ahead
    behind = next((mention for mention in fitting if mention.start > anchor), None)
    near = behind is not None and _is_near(tokens, anchor, behind.start)
    if behind is not None and near and all(_is_light(token) for token in tokens[anchor + 1 : behind.start]):
        return behind
    if ahead is not None and not tokens[ahead.start].lower.endswith(_ADVERB_ENDINGS):
        return ahead
    if behind is not None and near and is_likely(behind):
        return behind
    first = next((mention for mention in fitting if mention.end <= anchor and is_likely(mention)), None)
    return first if first is not None and not _has_wall(tokens, first.end, anchor) else None


def _is_agent(tokens: Sequence[Token], ahead: Mention, cue: int, lexicon: Lexicon) -> bool:
    """Say whether an unknown word ahead is the subject: Weber nannte die Absage …; what is called so stands behind."""
    judging = lexicon.verbs.get(tokens[cue].lower, 0) & Verb.LABEL
    return bool(judging) and not tokens[ahead.start].lower.endswith(_ADVERB_ENDINGS)


def _is_near(tokens: Sequence[Token], anchor: int, start: int) -> bool:
    """Say whether a phrase stands close behind the finite verb, with no comma between."""
    between = tokens[anchor + 1 : start]
    return len(between) <= 5 and not any(token.text == "," or token.text in _WALLS for token in between)


def _find_ahead(tokens: Sequence[Token], fitting: Sequence[Mention], anchor: int) -> Mention | None:
    """Return the phrase that begins the clause and that the finite verb follows, appositions aside."""
    for mention in reversed([mention for mention in fitting if mention.end <= anchor]):
        between = tokens[mention.end : anchor]
        if all(_is_light(token) for token in between) and _begins_clause(tokens, mention.start):
            return mention
        inserted = mention.start == 0 and between and between[-1].text == "," and not mention.is_pronoun
        if inserted and is_likely(mention):
            return mention
    return None


def _find_antecedent(
    tokens: Sequence[Token], mentions: Sequence[Mention], cue: int, lexicon: Lexicon
) -> Mention | None:
    """Return what «who» stands for: the phrase right before the relative pronoun of the verb's clause."""
    at = cue - 1
    while at >= 0 and _is_light(tokens[at]) and not tokens[at].traits & RELATIVE:
        at -= 1
    if at <= 0 or not tokens[at].traits & RELATIVE or tokens[at].traits & DETERMINER:
        return None
    ends = (at, at - 1) if tokens[at - 1].text == "," else (at,)
    nearest = next((mention for mention in mentions if mention.end in ends and not mention.is_pronoun), None)
    if nearest is None or nearest.is_person or not is_governed(tokens, nearest.start, lexicon):
        return nearest
    likely = (mention for mention in mentions if mention.end == nearest.start - 1 and is_likely(mention))
    return next(likely, nearest)  # a message on Facebook that read “…”, Ann Lee of the Whale Trust, who said


def _is_inverted(tokens: Sequence[Token], cue: int) -> bool:
    """Say whether the verb follows a quotation, and its subject the verb."""
    at = cue - 1
    while at >= 0 and tokens[at].traits & FILLER:
        at -= 1
    while at >= 0 and tokens[at].text in (",", "–", "—", "-"):
        at -= 1
    return at >= 0 and tokens[at].stretch >= 0


def _find_finite(tokens: Sequence[Token], fitting: Sequence[Mention], cue: int) -> int:
    """Return the finite verb of a participle: X hatte das Gesetz … genannt; the verb itself if its subject follows."""
    if any(mention.start == cue + 1 for mention in fitting):
        return cue
    at = cue - 1
    while at >= 0 and cue - at <= _REACH and tokens[at].text not in _WALLS:
        if tokens[at].traits & AUXILIARY and not any(mention.start == at for mention in fitting):  # zijn advocaat
            return at
        if tokens[at].traits & CONJUNCTION:
            return cue
        at -= 1
    return cue


def _is_verb_final(tokens: Sequence[Token], cue: int) -> bool:
    """Say whether a clause ends with the verb: …, wie X sagte, · …, die X genannt hatte."""
    behind = tokens[cue + 1] if cue + 1 < len(tokens) else None
    ends = behind is None or behind.text in (",", ".", ":", ")") or behind.traits & AUXILIARY
    start = _find_clause_start(tokens, cue)
    opener = tokens[start - 1].lower if start else ""
    subordinate = start > 0 and tokens[start - 1].traits & (CONJUNCTION | RELATIVE)
    return bool(ends and subordinate) and opener not in _COORDINATING and cue > start


def _find_clause_start(tokens: Sequence[Token], cue: int) -> int:
    """Return the token behind the conjunction or relative pronoun that opens the verb's clause."""
    at = cue - 1
    while at >= 0 and cue - at <= 2 * _REACH and tokens[at].text not in _WALLS:
        opens = at == 0 or tokens[at - 1].text in _CLAUSE_SIGNS
        if opens and tokens[at].traits & (CONJUNCTION | RELATIVE):
            return at + 1
        at -= 1
    return 0


def _begins_clause(tokens: Sequence[Token], start: int) -> bool:
    if start == 0:
        return True
    before = tokens[start - 1]
    return before.text in _CLAUSE_SIGNS or before.stretch >= 0 or _is_light(before)


def _is_light(token: Token) -> bool:
    """Say whether a word may stand between a subject and its verb."""
    return bool(token.traits & FILLER) or token.text == ","


def _is_adjective(token: Token) -> bool:
    if not token.is_word or token.is_capital:
        return False
    return not token.traits & (SMALL | LINKER | VERB | SPLIT_VERB)


def _has_wall(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.text in _WALLS for token in tokens[start:end])
