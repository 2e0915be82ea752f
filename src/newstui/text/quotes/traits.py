"""Traits: what a language's lists say of a word form, looked up once for each form and kept as the bits of a number.

A test for a trait is `token.traits & ARTICLE`: texts repeat the same few thousand forms, and a list is asked for each
of them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from newstui.record import record

ARTICLE: Final = 1 << 0
DETERMINER: Final = 1 << 1
OBLIQUE: Final = 1 << 2
"""A determiner that cannot begin a subject."""
PREPOSITION: Final = 1 << 3
LINKER: Final = 1 << 4
CONJUNCTION: Final = 1 << 5
RELATIVE: Final = 1 << 6
ADVERB: Final = 1 << 7
AUXILIARY: Final = 1 << 8
FUNCTION: Final = 1 << 9
FIRST_PERSON: Final = 1 << 10
PREDICATE: Final = 1 << 11
INDEFINITE: Final = 1 << 12
PASSIVE: Final = 1 << 13
AGENT: Final = 1 << 14
QUOTING: Final = 1 << 15
IMPERSONAL: Final = 1 << 16
GENERIC: Final = 1 << 17
REFLEXIVE: Final = 1 << 18
CLITIC: Final = 1 << 19
CALENDAR: Final = 1 << 20
NOT_NAME: Final = 1 << 21
ORGANISATION: Final = 1 << 22
REPORTED: Final = 1 << 23
ABBREVIATION: Final = 1 << 24
PRONOUN: Final = 1 << 25
VERB: Final = 1 << 26
SPLIT_VERB: Final = 1 << 27
REPORTING: Final = 1 << 28
SAYING: Final = 1 << 29
TITLE: Final = 1 << 30
ROLE: Final = 1 << 31
GROUP: Final = 1 << 32
"""A body of people, by the list alone."""
GROUP_END: Final = 1 << 33
"""Likewise, or a compound that ends with one."""
FIRST_NAME: Final = 1 << 34
SO_CALLED: Final = 1 << 35
SO_CALLED_AFTER: Final = 1 << 36
SAYING_NOUN: Final = 1 << 37
WORK: Final = 1 << 38
WORK_END: Final = 1 << 39
CUE_WORD: Final = 1 << 40
CUE_VIEW: Final = 1 << 41
PERSON: Final = 1 << 42
"""A first name, a role, or a compound that ends with one: shows that capitals beside it name a person."""
STOP: Final = 1 << 43
"""A word in small letters that a phrase ends at."""
OWNER: Final = 1 << 44
"""A role or a body in the genitive: the attorney general's office."""

FILLER: Final = AUXILIARY | ADVERB | CLITIC
"""May stand between a subject and its verb."""
SMALL: Final = FILLER | PREPOSITION | CONJUNCTION | DETERMINER | OBLIQUE
"""No adjective and no noun."""
HEAD: Final = ROLE | GROUP
"""What a phrase in small letters must have."""
OPENER: Final = HEAD | DETERMINER | OBLIQUE | PRONOUN | CLITIC
"""What a phrase in small letters can begin with."""

OF_LISTS: Final[dict[str, int]] = {
    "articles": ARTICLE,
    "determiners": DETERMINER,
    "determiners_oblique": OBLIQUE,
    "prepositions": PREPOSITION,
    "linkers": LINKER,
    "conjunctions": CONJUNCTION,
    "relatives": RELATIVE,
    "adverbs": ADVERB,
    "auxiliaries": AUXILIARY,
    "function": FUNCTION,
    "first_person": FIRST_PERSON,
    "predicates": PREDICATE,
    "indefinite": INDEFINITE,
    "passives": PASSIVE,
    "agents": AGENT,
    "quoting": QUOTING,
    "impersonal": IMPERSONAL,
    "generic": GENERIC,
    "reflexives": REFLEXIVE,
    "clitics": CLITIC,
    "calendar": CALENDAR,
    "not_names": NOT_NAME,
    "organisation_words": ORGANISATION,
    "reported": REPORTED,
    "abbreviations": ABBREVIATION,
}
"""By the lists under [words]; the others get theirs where the lexicon is put together."""

_FORMS: Final = 30_000
"""So many forms are remembered: a long article has two thousand, and a table that only grew would fill the memory."""


class Word(NamedTuple):
    """A form as it is written, with what is known of it; `lower` has straight apostrophes."""

    text: str
    lower: str
    is_word: bool
    is_capital: bool
    traits: int
    role: str | None
    """The role that it names, for a compound the role that it ends with."""


@record
class Endings:
    """The last parts of compounds, and whether nouns have capitals: only there a capital can begin a compound."""

    capital_nouns: bool
    roles: tuple[str, ...]
    groups: tuple[str, ...]
    works: tuple[str, ...]


class WordTable(dict[str, Word]):
    """By form: what is known of it, worked out when it is first met."""

    def __init__(self, listed: Mapping[str, int], endings: Endings) -> None:
        super().__init__()
        self._listed = listed
        self._endings = endings

    def __missing__(self, text: str) -> Word:
        if len(self) >= _FORMS:
            self.clear()
        lower = text.lower().replace("’", "'")
        first = text[0]
        is_word = first.isalnum() or (first == "-" and len(text) > 1)
        role = self.find_role(lower, is_capital=first.isupper())
        word = Word(text, lower, is_word, first.isupper(), self._find_traits(lower), role)
        self[text] = word
        return word

    def find_role(self, lower: str, *, is_capital: bool) -> str | None:
        """Return the role that a word in lower case names; `is_capital` says how it is written."""
        listed, endings = self._listed, self._endings.roles
        if listed.get(lower, 0) & ROLE:
            return lower
        tail = lower.rsplit("-", 1)[-1]
        if listed.get(tail, 0) & ROLE:
            return tail
        if is_capital is self._endings.capital_nouns and len(lower) > 5 and lower.endswith(endings):
            longest = max((ending for ending in endings if lower.endswith(ending)), key=len)
            return longest if len(lower) > len(longest) + 2 else None
        return None

    def _find_traits(self, lower: str) -> int:
        listed, endings = self._listed.get(lower, 0), self._endings
        traits = listed
        if traits & GROUP or (endings.capital_nouns and lower.endswith(endings.groups)):
            traits |= GROUP_END
        if listed & WORK or (not listed & FILLER and self._ends_with_work(lower)):
            traits |= WORK_END
        if lower.endswith("'s") and self._listed.get(lower[:-2], 0) & HEAD:
            traits |= OWNER
        parts = lower.split("-") if "-" in lower else (lower,)
        if len(parts) > 1 and self._listed.get(parts[-1], 0) & ROLE:  # secretary-general
            traits |= ROLE
        if any(self._listed.get(part, 0) & (FIRST_NAME | ROLE) or part.endswith(endings.roles) for part in parts):
            traits |= PERSON
        return traits

    def _ends_with_work(self, lower: str) -> bool:
        """Say whether a compound, or in the genitive any noun, ends with what has a title: des Wochenmagazins."""
        endings = self._endings
        if len(lower) > 6 and lower.endswith(endings.works):
            return True
        if not endings.capital_nouns or not lower.endswith("s"):
            return False
        return any(
            self._listed.get(stem, 0) & WORK or (len(stem) > 6 and stem.endswith(endings.works))
            for stem in (lower[:-1], lower.removesuffix("es"))
        )


def list_traits(lists: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Return the traits of every listed word, from lists with the trait that each of them gives."""
    listed: dict[str, int] = {}
    for trait, words in lists:
        for word in words:
            listed[word] = listed.get(word, 0) | trait
    return listed
