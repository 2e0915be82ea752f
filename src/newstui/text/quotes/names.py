"""Names: runs of capitalised words, and what in them is a role, a title or a name."""

from __future__ import annotations

from collections.abc import Sequence

from newstui.text.quotes.lexicon import Gender, Lexicon, get_first_names
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import (
    ABBREVIATION,
    CALENDAR,
    CONJUNCTION,
    FILLER,
    FIRST_NAME,
    FUNCTION,
    GROUP,
    GROUP_END,
    LINKER,
    NOT_NAME,
    ORGANISATION,
    PREPOSITION,
    SO_CALLED,
    TITLE,
    VERB,
)

_NONE: frozenset[str] = frozenset()
_SINGLE = (Gender.MASCULINE, Gender.FEMININE)


def read_capitals(tokens: Sequence[Token], at: int, lexicon: Lexicon, inside: bool) -> int:
    """Return where a run of capitalised words ends: van, de, initials and «&» do not break it."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if token.is_word and token.is_capital and (end > at or not token.traits & CALENDAR):
            first = end == at and not inside
            if end > at and _begins_other_name(tokens, at, end, lexicon):
                break
            if first and (token.traits & (NOT_NAME | PREPOSITION)):
                break
            if first and _is_plain_start(tokens, end):
                break
            end += 1
        elif end > at and _continues_name(tokens, end, lexicon):
            end += 1
        else:
            break
    while end > at and not tokens[end - 1].is_capital and tokens[end - 1].text != ".":
        end -= 1
    return end


def _begins_other_name(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> bool:
    """Say whether a first name follows what a preposition governs: disse à Folha | Antonio Neto."""
    if lexicon.capital_nouns or at != start + 1 or not start:
        return False
    if not tokens[at].traits & FIRST_NAME or tokens[start].traits & FIRST_NAME:
        return False
    if tokens[start].traits & TITLE or tokens[start].role:
        return False
    before = tokens[start - 1].traits
    return bool(before & PREPOSITION and not before & LINKER)


def _is_plain_start(tokens: Sequence[Token], at: int) -> bool:
    """A word at a sentence's start has its capital from there: adverbs, conjunctions and verbs are no names."""
    if at > 0 and tokens[at - 1].text not in ":–—":
        return False
    return bool(tokens[at].traits & (FILLER | CONJUNCTION | FUNCTION | VERB | SO_CALLED))


def _continues_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return False
    if token.text == "." and len(tokens[at - 1].text) <= 4 and tokens[at - 1].end == token.start:  # J. D., Dr., Mrs.
        short = len(tokens[at - 1].text) == 1 or tokens[at - 1].traits & ABBREVIATION
        return bool(short) and following.is_capital
    if token.text == "&":
        return following.is_capital
    linkers = lexicon.words["name_linkers"]
    if token.lower in linkers and following.is_capital:
        return token.start == tokens[at - 1].end + 1
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if f"{token.lower}_{following.lower}" in linkers:
        return after is not None and after.is_capital
    return f"{tokens[at - 1].lower}_{token.lower}" in linkers and following.is_capital


def split_name(
    capitals: Sequence[Token], lexicon: Lexicon, *, determined: bool
) -> tuple[str | None, frozenset[str], bool]:
    """Return the name in a run of capitalised words, the roles before it, and whether it is a person's."""
    if len(capitals) == 1:  # nearly all of them
        return _split_word(capitals[0], lexicon, determined=determined)
    run = [token for token in capitals if token.text != "."]
    roles: set[str] = set()
    begin = 0
    for index, token in enumerate(run):
        if token.traits & FIRST_NAME and index + 1 < len(run):
            break  # what follows a first name is a surname, though it is a trade: Hans Richter, Bas de Boer
        role = token.role
        if role is not None or token.traits & TITLE:
            if index and begin == index == len(run) - 1 and role == token.lower:
                break  # Minister Koch
            if index > begin and role is not None and lexicon.roles.get(role) is Gender.PLURAL:
                break  # Lia Fontes, though fontes are sources
            roles.add(role or token.lower)
            begin = index + 1
    rest = run[begin:]
    person = bool(roles)
    if not rest:
        return None, frozenset(roles), person
    firsts = get_first_names()
    organisation, first = False, None
    for index, token in enumerate(rest):
        organisation = organisation or bool(token.traits & (ORGANISATION | GROUP))
        if first is None and (token.traits & FIRST_NAME or token.lower.partition("-")[0] in firsts):
            first = index
    if first is not None and first + 1 < len(rest) and not organisation:  # Secretary of State | Mike Pompeo
        rest = rest[first:]
    elif lexicon.capital_nouns and not organisation:
        if not roles and determined:
            if len(rest) == 1:
                return None, frozenset(roles), False
            rest = rest[1:] if first is None else rest[first:]
        if first is None and len(rest) == 2 and rest[0].lower.endswith("s") and not roles:  # Obamas Einsatz
            return None, frozenset(roles), False
    named = first is not None and len(rest) > 1
    start, end = rest[0].start, rest[-1].end
    text = _spell(capitals, start, end) if len(rest) > 1 else rest[0].text
    if organisation or (text.isupper() and len(rest[0].text) > 1):
        return text, frozenset(roles), False
    return text, frozenset(roles), named or person or (len(rest) > 1 and not determined)


def _split_word(token: Token, lexicon: Lexicon, *, determined: bool) -> tuple[str | None, frozenset[str], bool]:
    """Return what split_name returns, for a single word."""
    if token.role is not None or token.traits & TITLE:
        return None, frozenset((token.role or token.lower,)), True
    common = lexicon.capital_nouns and determined and not token.traits & (ORGANISATION | GROUP)
    return None if common else token.text, _NONE, False


def _spell(tokens: Sequence[Token], start: int, end: int) -> str:
    """Put a name together again from its tokens, with the spaces that stood between them."""
    pieces: list[str] = []
    last = start
    for token in tokens:
        if start <= token.start and token.end <= end:
            pieces += [" " * (token.start > last), token.text]
            last = token.end
    return "".join(pieces)


def is_group(capitals: Sequence[Token]) -> bool:
    """A body of people: in a language of compounds by the last part, die Landesregierung."""
    return any(token.traits & GROUP_END for token in capitals)


def find_gender(name: str | None, genders: list[Gender], capitals: Sequence[Token], lexicon: Lexicon) -> Gender:
    """Return the gender that roles, a title or the first name show."""
    for gender in genders:
        if gender in _SINGLE:
            return gender
    for token in capitals:
        if token.traits & TITLE and lexicon.titles[token.lower] in _SINGLE:
            return lexicon.titles[token.lower]
    if name:
        return get_first_names().get(name.split()[0].lower().split("-")[0], Gender.UNCLEAR)
    return Gender.PLURAL if genders and all(gender is Gender.PLURAL for gender in genders) else Gender.UNCLEAR
