"""Tables: the traits of every form that a language's file lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newstui.text.quotes.keys import split_words
from newstui.text.quotes.traits import (
    CUE_VIEW,
    CUE_WORD,
    FIRST_NAME,
    GROUP,
    OF_LISTS,
    PRONOUN,
    REPORTING,
    ROLE,
    SAYING,
    SAYING_NOUN,
    SMALL,
    SO_CALLED,
    SO_CALLED_AFTER,
    SPLIT_VERB,
    STOP,
    TITLE,
    VERB,
    WORK,
    Endings,
    WordTable,
    list_traits,
)
from newstui.text.quotes.verbs import Verb

_GENDERS = ("masculine", "feminine", "neutral", "plural")
_LONG = 4
"""A body's name that is longer than this may end a compound."""


def compile_table(
    data: Mapping[str, Any],
    words: Mapping[str, frozenset[str]],
    verbs: Mapping[str, int],
    split_verbs: Iterable[str],
    first_names: Iterable[str],
) -> WordTable:
    """Return the table of a language's forms; `data` is its file, the others are what has been read from it."""
    people, terms, cues = (data.get(key, {}) for key in ("people", "terms", "cues"))
    roles = {word for key in _GENDERS for word in split_words(people.get(key))}
    groups = set(split_words(people.get("groups")))
    pronouns = {word for listed in data.get("pronouns", {}).values() for word in split_words(listed)}
    reporting = {form for form, verb in verbs.items() if verb != Verb.NAME}
    small = {word for key, trait in OF_LISTS.items() if trait & SMALL for word in words[key]}
    lists: list[tuple[int, Iterable[str]]] = [
        *((trait, words[key]) for key, trait in OF_LISTS.items()),
        (PRONOUN, pronouns),
        (VERB, verbs),
        (SPLIT_VERB, split_verbs),
        (REPORTING, reporting),
        (SAYING, (form for form, verb in verbs.items() if verb & Verb.SAY)),
        (TITLE, (word for key in people if key.startswith("titles") for word in split_words(people[key]))),
        (ROLE, roles),
        (GROUP, groups),
        (FIRST_NAME, first_names),
        (SO_CALLED, split_words(terms.get("so_called"))),
        (SO_CALLED_AFTER, split_words(terms.get("so_called_after"))),
        (SAYING_NOUN, split_words(terms.get("saying"))),
        (WORK, split_words(terms.get("works"))),
        (CUE_WORD, (phrase.split()[0] for key, listed in cues.items() if key != "opinion" for phrase in listed)),
        (CUE_VIEW, (phrase.split()[0] for phrase in cues.get("opinion", ()))),
        (STOP, small | pronouns | set(split_verbs) | (reporting - roles - groups)),
    ]
    endings = Endings(
        data.get("capital_nouns", False),
        roles=tuple(split_words(people.get("endings"))),
        groups=list_group_endings(people),
        works=tuple(split_words(terms.get("work_endings"))),
    )
    return WordTable(list_traits(lists), endings)


def list_group_endings(people: Mapping[str, str]) -> tuple[str, ...]:
    """Return the bodies of people that a compound may end with."""
    return tuple(group for group in split_words(people.get("groups")) if len(group) > _LONG)
