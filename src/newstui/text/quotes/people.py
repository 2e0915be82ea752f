"""People: the names that an article gives, in their fullest form, with what it says of each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

from newstui.text.quotes.lexicon import Gender, Lexicon, get_first_names
from newstui.text.quotes.names import split_name
from newstui.text.quotes.passages import Passage
from newstui.text.quotes.phrases import Mention
from newstui.text.quotes.sentences import list_words
from newstui.text.quotes.traits import (
    CALENDAR,
    CONJUNCTION,
    FILLER,
    FUNCTION,
    NOT_NAME,
    PERSON,
    PREPOSITION,
    ROLE,
    SPLIT_VERB,
    TITLE,
    VERB,
    Word,
)

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_OFTEN = 2
"""So many times a name is looked at: what it is called beside it comes with the first mention or never."""
_ENOUGH = 20
"""So many runs of capitals are kept that end with the same word: two that differ are enough to know nothing."""
_NO_BEGINNING = CALENDAR | NOT_NAME | FUNCTION | PREPOSITION
"""A capital at a sentence's start or a month makes no name."""
_BEFORE_NAMES = FILLER | PREPOSITION | CONJUNCTION | VERB | SPLIT_VERB
"""In small letters, what may stand right before a name; a determiner or an adjective does not."""
_STEM = 5
"""So many letters of an adjective are compared: französische, französischer."""


class Person:
    """A name of two words or more; what stands beside it is read when it is first asked for."""

    def __init__(self, name: str, lexicon: Lexicon) -> None:
        self.name = name
        self.words = name.lower().split()
        """The name's words in lower case."""
        self._lexicon = lexicon
        self._places: list[tuple[str, int, int]] = []
        self._attributes: set[str] = set()
        self._roles: set[str] = set()
        self._gender: Gender | None = None

    def note_place(self, text: str, start: int, end: int) -> None:
        """Note where the name stands, with what is written together with it: a text and code points in it, half-open."""
        self._places.append((text, start, end))

    @property
    def roles(self) -> set[str]:
        """The roles that stand beside the name anywhere in the article."""
        self._read_places()
        return self._roles

    @property
    def attributes(self) -> set[str]:
        """The stems of the adjectives and nouns that stand beside it."""
        self._read_places()
        return self._attributes

    @property
    def gender(self) -> Gender:
        """What a pronoun for this name agrees with: by its roles and titles, else by the first name."""
        if self._gender is None:
            self._gender = find_gender(self.name, self.roles, self._lexicon)
        return self._gender

    def _read_places(self) -> None:
        for text, start, end in self._places:
            self._read_place(text, start, end)
        self._places.clear()

    def _read_place(self, text: str, start: int, end: int) -> None:
        table = self._lexicon.table
        tokens = list_words(text, start, end, self._lexicon)
        self._roles |= split_name(tokens, self._lexicon, determined=False)[1]
        self._attributes |= {
            token.lower[:_STEM] for token in tokens if token.text not in self.name and len(token.lower) >= _STEM
        }
        for form in reversed(_WORD.findall(text, max(0, start - 60), start)[-4:]):
            word = table[form]
            if word.traits & (PREPOSITION | CONJUNCTION):
                break
            self._note_word(word)
        if text.startswith(", ", end):
            for form in _WORD.findall(text, end, end + 70)[:6]:
                self._note_word(table[form])

    def _note_word(self, word: Word) -> None:
        if len(word.lower) >= _STEM:
            self._attributes.add(word.lower[:_STEM])
            if word.role:
                self._roles.add(word.role)


class Cast:
    """The people of an article; they are looked for when somebody is first asked for."""

    def __init__(self, passages: Sequence[Passage], lexicon: Lexicon) -> None:
        self._passages = passages
        self._lexicon = lexicon
        self._bare: dict[str, bool] = {}

    @cached_property
    def people(self) -> list[Person]:
        """The full names in the order of their first appearance."""
        return list_people(self._passages, self._lexicon)

    def find_full_name(self, surname: str) -> str | None:
        """Return the one run of capitals that ends with the name of somebody who is known to speak, if it is a name."""
        if self._lexicon.capital_nouns:  # there any noun may stand before a surname
            return None
        names = {_cut_name(*place, self._lexicon) for place in self._places.get(surname, ())}
        names.discard(None)
        return names.pop() if len(names) == 1 else None

    def stands_bare(self, word: str) -> bool:
        """Say whether a capitalised word stands more than once in the article and never behind a determiner or an adjective.

        Where nouns have capitals, this tells names that have no first name here (Mursi) from common nouns.
        """
        if word not in self._bare:
            self._bare[word] = self._is_bare(word)
        return self._bare[word]

    def _is_bare(self, word: str) -> bool:
        table, times = self._lexicon.table, 0
        pattern = re.compile(rf"(?:([^\W_]+) )?\b{re.escape(word)}s?\b(?!-\w)")
        found = (
            found for passage in self._passages if word in passage.text for found in pattern.finditer(passage.text)
        )
        for place in islice(found, _ENOUGH):
            before = table[place.group(1)] if place.group(1) else None
            times += 1
            if before is not None and not before.is_capital and not before.traits & _BEFORE_NAMES:
                return False
        return times > 1

    @cached_property
    def _places(self) -> dict[str, list[tuple[str, int, int]]]:
        """Where runs of capitals end with a word: texts, and code points in them, half-open."""
        places: dict[str, list[tuple[str, int, int]]] = {}
        for passage in self._passages:
            for found in self._lexicon.full_name.finditer(passage.text):
                listed = places.setdefault(found.group().rpartition(" ")[2], [])
                if len(listed) < _ENOUGH:
                    listed.append((passage.text, found.start(), found.end()))
        return places

    @cached_property
    def _surnames(self) -> frozenset[str]:
        last = [person.words[-1] for person in self.people]
        return frozenset([*last, *(f"{word}s" for word in last)])  # Merkels

    def __contains__(self, word: object) -> bool:
        """Say whether a word in lower case is the last of somebody's full name."""
        return word in self._surnames


def list_people(passages: Iterable[Passage], lexicon: Lexicon) -> list[Person]:
    """Return the full names of an article in the order of their first appearance."""
    people: dict[str, Person] = {}
    seen: dict[str, int] = {}
    for passage in passages:
        text = passage.text
        for found in lexicon.full_name.finditer(text):
            run = found.group()
            seen[run] = times = seen.get(run, 0) + 1
            if times > _OFTEN:
                continue
            start, end = found.span()
            name = _find_name(text, start, end, run, lexicon)
            if name is not None:
                if name not in people:
                    people[name] = Person(name, lexicon)
                people[name].note_place(text, start, end)
    return list(people.values())


def resolve_name(name: str, gender: Gender, people: Sequence[Person]) -> Person | None:
    """Return the person whom a name means: the fullest name that ends with it, None where two people share it."""
    words = name.lower().split()
    last = words[-1]
    surnames = {last, last.removesuffix("'s").removesuffix("’s"), last.removesuffix("s")}
    fitting = [
        person
        for person in people
        if person.words[-1] in surnames
        or (len(words) == 1 and person.words[0] == last)
        or (len(words) > 1 and words == person.words[: len(words)])
    ]
    if len(words) > 1:
        fitting = [person for person in fitting if words[0] in person.words or person.words[0] == words[0]]
    by_surname = [person for person in fitting if person.words[-1] != person.words[0] and person.words[0] != last]
    fitting = by_surname or fitting
    agreeing = [person for person in fitting if _agree(person.gender, gender)]
    names = {person.words[0] for person in agreeing}
    return max(agreeing, key=lambda person: len(person.words)) if len(names) == 1 else None


def resolve_description(mention: Mention, words: Sequence[str], people: Sequence[Person]) -> Person | None:
    """Return the person whom the article describes so elsewhere: by role and attribute together, else by role alone.

    `words` are those of the description, as written.
    """
    if not mention.roles or mention.gender is Gender.PLURAL:
        return None
    agreeing = [person for person in people if _agree(person.gender, mention.gender)]
    stems = {role[:_STEM] for role in mention.roles}
    attributes = {word[:_STEM].lower() for word in words if len(word) >= _STEM} - stems
    same_role = [person for person in agreeing if person.roles & mention.roles]
    both = [person for person in same_role if person.attributes & attributes]
    if len(both) == 1:
        return both[0]
    if len(same_role) == 1 and not attributes - same_role[0].attributes:
        return same_role[0]
    if not same_role:
        attributes = {word[:_STEM] for word in words if len(word) >= _STEM and word[0].islower()}  # französisch
        alike = [person for person in agreeing if person.roles and person.attributes & attributes]
        return alike[0] if len(alike) == 1 else None
    return None


def _cut_name(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """Return the name of two words or more in a run of capitals, None if there is none."""
    tokens = list_words(text, start, end, lexicon)
    while tokens and tokens[0].traits & _NO_BEGINNING:
        tokens = tokens[1:]
    name, _, is_person = split_name(tokens, lexicon, determined=False)
    return name if name is not None and " " in name and is_person else None


def _find_name(text: str, start: int, end: int, run: str, lexicon: Lexicon) -> str | None:
    """Return the name in a run of capitals if a first name, a role or a title in it or beside it shows a person."""
    table = lexicon.table
    for word in run.split():
        if table[word].traits & PERSON:
            return _cut_name(text, start, end, lexicon)
    before = text[max(0, start - 20) : start].rstrip(". ").rpartition(" ")[2]
    if before and table[before].traits & (TITLE | ROLE):
        return _cut_name(text, start, end, lexicon)
    if text.startswith(", ", end):
        for word in text[end + 2 : end + 30].split()[:3]:
            if table[word].traits & ROLE:
                return _cut_name(text, start, end, lexicon)
    return None


def find_gender(name: str, roles: Iterable[str], lexicon: Lexicon) -> Gender:
    """Return what a pronoun for this name agrees with: by its roles and titles, else by the first name."""
    for role in sorted(roles):
        gender = lexicon.roles.get(role) or lexicon.titles.get(role) or Gender.UNCLEAR
        if gender in (Gender.MASCULINE, Gender.FEMININE):
            return gender
    return get_first_names().get(name.split(maxsplit=1)[0].lower().split("-")[0], Gender.UNCLEAR)


def _agree(left: Gender, right: Gender) -> bool:
    return left is right or Gender.UNCLEAR in (left, right)
