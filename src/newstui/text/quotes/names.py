"""Names: runs of capitalised words, and what in them is a role, a title or a name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newstui.text.quotes.lexicon import Gender, Lexicon, get_first_names
from newstui.text.quotes.sentences import Token


def read_capitals(tokens: Sequence[Token], at: int, lexicon: Lexicon, inside: bool) -> int:
    """Return where a run of capitalised words ends: van, de, initials and «&» do not break it."""
    words = lexicon.words
    end = at
    while end < len(tokens):
        token = tokens[end]
        if token.is_word and token.is_capital and (end > at or token.lower not in words["calendar"]):
            first = end == at and not inside
            if end > at and _begins_other_name(tokens, at, end, lexicon):
                break
            if first and (token.lower in words["not_names"] or token.lower in words["prepositions"]):
                break
            if first and _is_plain_start(tokens, end, lexicon):
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
    firsts = get_first_names()
    if lexicon.capital_nouns or at != start + 1 or not start:
        return False
    if tokens[at].lower not in firsts or tokens[start].lower in firsts:
        return False
    if tokens[start].lower in lexicon.titles or find_role(tokens[start], lexicon):
        return False
    before = tokens[start - 1].lower
    return before in lexicon.words["prepositions"] and before not in lexicon.words["linkers"]


def _is_plain_start(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """A word at a sentence's start has its capital from there: adverbs, conjunctions and verbs are no names."""
    if at > 0 and tokens[at - 1].text not in ":–—":
        return False
    lower = tokens[at].lower
    if lower in lexicon.fillers or lower in lexicon.words["conjunctions"] or lower in lexicon.words["function"]:
        return True
    return lower in lexicon.verbs or lower in lexicon.so_called


def _continues_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    token = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.is_word:
        return False
    if token.text == "." and len(tokens[at - 1].text) <= 4 and tokens[at - 1].end == token.start:  # J. D., Dr., Mrs.
        short = len(tokens[at - 1].text) == 1 or tokens[at - 1].lower in lexicon.words["abbreviations"]
        return short and following.is_capital
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
    run = [token for token in capitals if token.text != "."]
    roles: set[str] = set()
    begin = 0
    firsts = get_first_names()
    for index, token in enumerate(run):
        if token.lower in firsts and index + 1 < len(run):
            break  # what follows a first name is a surname, though it is a trade: Hans Richter, Bas de Boer
        role = find_role(token, lexicon)
        if role is not None or token.lower in lexicon.titles:
            if index and begin == index == len(run) - 1 and role == token.lower:
                break  # Minister Koch
            roles.add(role or token.lower)
            begin = index + 1
    rest = run[begin:]
    person = bool(roles)
    if not rest:
        return None, frozenset(roles), person
    lower = [token.lower for token in rest]
    organisation = not (lexicon.words["organisation_words"].isdisjoint(lower) and lexicon.groups.isdisjoint(lower))
    first = next((index for index, word in enumerate(lower) if word.partition("-")[0] in firsts), None)
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


def _spell(tokens: Sequence[Token], start: int, end: int) -> str:
    """Put a name together again from its tokens, with the spaces that stood between them."""
    pieces: list[str] = []
    last = start
    for token in tokens:
        if start <= token.start and token.end <= end:
            pieces += [" " * (token.start > last), token.text]
            last = token.end
    return "".join(pieces)


def find_role(token: Token, lexicon: Lexicon) -> str | None:
    """Return the role that a word names, for a compound the role that it ends with."""
    return look_up_role(token.lower, token.is_capital, lexicon)


@lru_cache(maxsize=4096)
def look_up_role(lower: str, is_capital: bool, lexicon: Lexicon) -> str | None:
    """Return the role that a word in lower case names; `is_capital` says how it is written."""
    if lower in lexicon.roles:
        return lower
    tail = lower.rsplit("-", 1)[-1]
    if tail in lexicon.roles:
        return tail
    if is_capital is lexicon.capital_nouns and len(lower) > 5 and lower.endswith(lexicon.role_endings):
        longest = max((ending for ending in lexicon.role_endings if lower.endswith(ending)), key=len)
        return longest if len(lower) > len(longest) + 2 else None
    return None


def is_group(capitals: Sequence[Token], lexicon: Lexicon) -> bool:
    """A body of people: in a language of compounds by the last part, die Landesregierung."""
    return any(_is_group_word(token.lower, lexicon) for token in capitals)


@lru_cache(maxsize=4096)
def _is_group_word(lower: str, lexicon: Lexicon) -> bool:
    return lower in lexicon.groups or (lexicon.capital_nouns and lower.endswith(lexicon.group_endings))


def find_gender(name: str | None, genders: list[Gender], capitals: Sequence[Token], lexicon: Lexicon) -> Gender:
    """Return the gender that roles, a title or the first name show."""
    for gender in genders + [lexicon.titles[token.lower] for token in capitals if token.lower in lexicon.titles]:
        if gender in (Gender.MASCULINE, Gender.FEMININE):
            return gender
    if name:
        return get_first_names().get(name.split()[0].lower().split("-")[0], Gender.UNCLEAR)
    return Gender.PLURAL if genders and all(gender is Gender.PLURAL for gender in genders) else Gender.UNCLEAR
