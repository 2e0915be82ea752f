"""Phrases: a determiner, a few words, a run of capitalised words, and the head that may stand behind them.

What a word may be is in the lexicon; what is unknown is judged by its place.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple, TypeAlias

from newstui.text.quotes.lexicon import Gender, Lexicon
from newstui.text.quotes.names import find_gender, is_group, read_capitals, split_name
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import (
    CALENDAR,
    DETERMINER,
    GROUP,
    HEAD,
    OBLIQUE,
    OWNER,
    RELATIVE,
    STOP,
)

Names: TypeAlias = Container[str]
"""Surnames, in lower case, of the people whom an article names in full."""

_NONE: frozenset[str] = frozenset()
_HEADS = HEAD | OWNER
_MODIFIERS = 5


class Mention(NamedTuple):
    """A phrase that can be a speaker, by its tokens, half-open.

    `head_end` is where the phrase ends without what hangs on it; `name` is a name in it; `is_person` says that the
    name, a role or a pronoun shows a person; `oblique` that its form cannot be a subject.
    """

    start: int
    end: int
    head_end: int
    name: str | None = None
    gender: Gender = Gender.UNCLEAR
    is_pronoun: bool = False
    is_person: bool = False
    is_group: bool = False
    oblique: bool = False
    roles: frozenset[str] = frozenset()
    is_abstract: bool = False
    """A noun that cannot speak, by its ending: die Bewertung."""
    is_bare: bool = False
    """Where nouns have capitals: a single unknown one without a determiner, a surname or a plural or an adverb."""
    is_either: bool = False
    """A pronoun that is feminine or plural: sie, ze."""


def read_phrase(tokens: Sequence[Token], at: int, lexicon: Lexicon, names: Names) -> Mention | None:
    """Return the phrase with a noun or a name that begins at a token, without what hangs on it; None if none does."""
    start, determined, oblique = at, False, False
    if tokens[at].traits & (DETERMINER | OBLIQUE):
        oblique = not tokens[at].traits & DETERMINER
        determined = True
        at += 1
    modifiers_start = at
    at = _skip_modifiers(tokens, at, lexicon, determined)
    capitals_end = read_capitals(tokens, at, lexicon, determined or at > modifiers_start)
    modifiers, capitals = tokens[modifiers_start:at], tokens[at:capitals_end]
    low_roles = _NONE
    if modifiers:
        low_roles = _find_low_roles(modifiers)
        if not low_roles and not determined and not (capitals and lexicon.capital_nouns):
            return None
    if not capitals:
        if lexicon.capital_nouns or not modifiers or modifiers[-1].traits & CALENDAR:  # un jour, uma vez
            return None
        return _describe(start, capitals_end, modifiers, low_roles, oblique, lexicon)
    if not lexicon.capital_nouns:
        longer = _read_behind_capitals(tokens, start, capitals_end, lexicon)
        if longer is not None:
            return longer._replace(oblique=oblique)
    name, roles, is_person = split_name(capitals, lexicon, determined=determined)
    roles |= low_roles
    genders = [lexicon.roles[role] for role in roles if role in lexicon.roles]
    if name and not is_person:
        is_person = not low_roles.isdisjoint(lexicon.roles) or (len(capitals) == 1 and capitals[0].lower in names)
    gender = find_gender(name, genders, capitals, lexicon)
    return Mention(
        start,
        capitals_end,
        capitals_end,
        name=name,
        gender=gender,
        is_person=is_person or bool(genders),
        is_group=any(token.traits & GROUP for token in modifiers) or is_group(capitals),
        oblique=oblique,
        is_abstract=not is_person and not genders and not roles and _is_abstract(capitals[-1].lower, lexicon),
        is_bare=lexicon.capital_nouns and not determined and len(capitals) == 1 and not is_person and not roles,
        roles=roles,
    )


def _read_behind_capitals(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Mention | None:
    """Return a phrase whose head stands behind its capitals: the White House press secretary, India's prime minister."""
    if at + 1 < len(tokens) and tokens[at].text == "." and "." in tokens[at - 1].text:
        at += 1  # U.N. peacekeepers
    end = at
    while end < len(tokens) and end - at < _MODIFIERS and _is_modifier(tokens, end, lexicon, determined=True):
        end += 1
    while end > at and not tokens[end - 1].traits & HEAD:
        end -= 1
    if end == at:
        return None
    modifiers = tokens[at:end]
    roles = _find_low_roles(modifiers)
    phrase = _describe(start, end, modifiers, roles, oblique=False, lexicon=lexicon)
    name_end = read_capitals(tokens, end, lexicon, inside=True)
    name, more, is_person = split_name(tokens[end:name_end], lexicon, determined=False)
    if not name or not is_person:
        return phrase
    gender = find_gender(name, [phrase.gender], tokens[end:name_end], lexicon)
    return phrase._replace(
        end=name_end, head_end=name_end, name=name, gender=gender, is_person=True, roles=roles | more
    )


def _describe(
    start: int, end: int, modifiers: Sequence[Token], roles: frozenset[str], oblique: bool, lexicon: Lexicon
) -> Mention:
    """Make a phrase that has no capitals: la porte-parole."""
    genders = [lexicon.roles[role] for role in roles if role in lexicon.roles]
    return Mention(
        start,
        end,
        end,
        gender=find_gender(None, genders, (), lexicon),
        is_person=bool(genders),
        is_group=any(token.traits & GROUP for token in modifiers),
        oblique=oblique,
        is_abstract=not roles and _is_abstract(modifiers[-1].lower, lexicon),
        roles=roles,
    )


def _skip_modifiers(tokens: Sequence[Token], at: int, lexicon: Lexicon, determined: bool) -> int:
    """Return where the words before a name or a head end, the head in small letters included."""
    for at in range(at, min(len(tokens), at + _MODIFIERS)):  # noqa: B020, PLR1704  the rest of the phrase
        if not _is_modifier(tokens, at, lexicon, determined):
            return at
        if tokens[at].traits & _HEADS and not (at + 1 < len(tokens) and tokens[at + 1].traits & _HEADS):
            return at + 1  # the woman | appeared
    return min(len(tokens), at + 1)


def _find_low_roles(modifiers: Sequence[Token]) -> frozenset[str]:
    """Return the roles in small letters; of what stands in the genitive before another, none."""
    roles: list[str] = []
    for token in modifiers:
        if token.traits & OWNER:
            roles.clear()
        elif token.traits & HEAD:
            roles.append(token.lower)
    return frozenset(roles) if roles else _NONE


def _is_abstract(lower: str, lexicon: Lexicon) -> bool:
    """A noun of action or quality, by its ending, that is no body of people."""
    return lower.endswith(lexicon.abstract_endings) and not lower.endswith(lexicon.group_endings)


def _is_modifier(tokens: Sequence[Token], at: int, lexicon: Lexicon, determined: bool) -> bool:
    """An adjective, a participle, or (where nouns are not capitalised) a noun."""
    token = tokens[at]
    if not token.is_word or (token.is_capital and (at or lexicon.capital_nouns)) or token.traits & (STOP | RELATIVE):
        return False
    if determined or token.traits & HEAD:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None  # diplomatic sources
    if following is None or not following.traits & HEAD or (token.is_capital and following.is_capital):
        return False  # Jan Bakker, though a bakker is a baker
    return following.is_capital >= lexicon.capital_nouns
