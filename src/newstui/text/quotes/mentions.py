"""Mentions: noun phrases and pronouns that can be a speaker, read from a sentence's tokens without a grammar.

A phrase takes in what hangs on it by «of», in brackets or as an apposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newstui.text.quotes.lexicon import Gender, Lexicon
from newstui.text.quotes.phrases import Mention, Names, read_phrase
from newstui.text.quotes.sentences import Token
from newstui.text.quotes.traits import (
    DETERMINER,
    HEAD,
    LINKER,
    OBLIQUE,
    OPENER,
    PREPOSITION,
    PRONOUN,
    REPORTING,
)

_PARTY = re.compile(r"[A-Z]-[A-Z]\w+")
"""A member of parliament's party and constituency, as American papers give them."""


def list_mentions(tokens: Sequence[Token], lexicon: Lexicon, names: Names) -> list[Mention]:
    """Return the phrases of a sentence from left to right, none within another."""
    mentions: list[Mention] = []
    end = 0
    for at in _list_beginnings(tokens):
        mention = read_mention(tokens, at, lexicon, names) if at >= end else None
        if mention is not None:
            mentions.append(mention)
            end = mention.end
    return mentions


def _list_beginnings(tokens: Sequence[Token]) -> list[int]:
    """Return the tokens that a phrase can begin with at all; most words of a sentence are done with by this."""
    beginnings = []
    before = False
    for at, token in enumerate(tokens):
        traits = token.traits
        if before and traits & HEAD:
            beginnings.append(at - 1)
        opens = token.is_capital or bool(traits & OPENER)
        if opens:
            beginnings.append(at)
        before = token.is_word and not opens
    return beginnings


def read_mention(tokens: Sequence[Token], at: int, lexicon: Lexicon, names: Names) -> Mention | None:
    """Return the phrase that begins at a token, None if none does."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if not token.is_word:
        return None
    if token.traits & PRONOUN or token.lower[0] == "-":
        pronoun = token.lower.removeprefix("-t").lstrip("-")  # affirme-t-il
        gender = lexicon.pronouns.get(pronoun)
        if gender is not None and not _is_determiner(tokens, at):
            either = pronoun in lexicon.either
            return Mention(at, at + 1, at + 1, gender=gender, is_pronoun=True, is_person=True, is_either=either)
    phrase = read_phrase(tokens, at, lexicon, names)
    if phrase is None:
        return None
    phrase = _read_hangers(tokens, phrase, lexicon, names)
    return _read_apposition(tokens, phrase, lexicon, names)


def _is_determiner(tokens: Sequence[Token], at: int) -> bool:
    """Tell «one woman said» from «one said», «este ministro» from «este»."""
    if not tokens[at].traits & DETERMINER or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].is_capital or bool(tokens[at + 1].traits & HEAD)


def _read_hangers(tokens: Sequence[Token], mention: Mention, lexicon: Lexicon, names: Names) -> Mention:
    """Take in what hangs on a description: of the city, der Behörde, (CDU), 54."""
    end = mention.end
    if end >= len(tokens) or not (tokens[end].traits & LINKER or tokens[end].text == "("):
        return mention
    for _ in range(3):
        if end < len(tokens) and tokens[end].text == "(":
            close = next((index for index in range(end, min(end + 8, len(tokens))) if tokens[index].text == ")"), None)
            if close is None:
                break
            end = close + 1
        elif end < len(tokens) and tokens[end].traits & LINKER and not mention.name:
            inner = read_phrase(tokens, end, lexicon, names) or (
                read_phrase(tokens, end + 1, lexicon, names) if end + 1 < len(tokens) else None
            )
            if inner is None:
                break
            end = inner.end
            if mention.roles and _holds_more(tokens, inner):  # Secretary of | State Mike Pompeo
                mention = mention._replace(name=inner.name, gender=inner.gender)
                break
        else:
            break
    return mention._replace(end=end) if end > mention.end else mention


def _skip_adjunct(tokens: Sequence[Token], mention: Mention) -> int:
    """Return where a phrase ends with an adjunct before a comma: the head of the board at the time, Neil Frost, said."""
    end = mention.end
    if mention.name or not mention.is_person or end >= len(tokens):
        return end
    if not tokens[end].traits & (PREPOSITION | LINKER | OBLIQUE):
        return end
    for at in range(end + 1, min(end + 6, len(tokens))):
        if tokens[at].text == ",":
            return at
        if not tokens[at].is_word or tokens[at].traits & REPORTING:
            break
    return end


def _holds_more(tokens: Sequence[Token], inner: Mention) -> bool:
    """Say whether a run of capitals begins with something else than the person's name in it."""
    if not inner.name or not inner.is_person or not tokens[inner.start].is_capital:
        return False
    return inner.end - inner.start > len(inner.name.split())


def _read_apposition(tokens: Sequence[Token], mention: Mention, lexicon: Lexicon, names: Names) -> Mention:
    """Take in «, Odile Garnier,» behind a description and «, the mayor of Lille,» behind a name."""
    end = _skip_adjunct(tokens, mention)
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return mention
    if tokens[end + 1].text.isdigit() or _PARTY.fullmatch(tokens[end + 1].text):  # Mary Jones, 42, said; R-Idaho
        end += 3 if end + 3 < len(tokens) and tokens[end + 2].text == "." else 2
        return mention._replace(end=end + (end < len(tokens) and tokens[end].text == ","))
    if mention.name and not mention.is_person and mention.start and tokens[mention.start - 1].traits & PREPOSITION:
        return mention  # in Washington, a senior official said
    other = read_phrase(tokens, end + 1, lexicon, names)
    if other is None or other.oblique or (end > mention.end and not (other.is_person and other.name)):
        return mention
    if not mention.name and not (mention.is_person or mention.is_group or other.is_person):
        return mention
    is_body = mention.is_group and not mention.is_person
    if is_body and other.name and (other.is_person or " " not in other.name):
        return mention  # in a letter to the court, Ann Miller wrote
    if mention.name and other.name and other.roles and other.name.split()[0] in lexicon.words["name_linkers"]:
        other = other._replace(name=None)  # Jens Müller, der Bürgermeister von Ulm
    other = _read_hangers(tokens, other, lexicon, names)
    ends = (
        other.end >= len(tokens)
        or tokens[other.end].text in (",", ".", ";", ":", "–", "—")
        or tokens[other.end].stretch >= 0
    )
    if not ends or bool(mention.name) == bool(other.name):
        return mention
    close = other.end + 1 if other.end < len(tokens) and tokens[other.end].text == "," else other.end
    gender = other.gender if other.gender is not Gender.UNCLEAR else mention.gender
    if mention.gender not in (Gender.UNCLEAR, Gender.PLURAL):
        gender = mention.gender
    return mention._replace(
        end=close,
        head_end=mention.end if mention.name else other.end,
        name=mention.name or other.name,
        gender=gender,
        is_person=mention.is_person or other.is_person,
        roles=mention.roles | other.roles,
    )
