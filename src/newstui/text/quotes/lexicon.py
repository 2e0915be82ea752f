"""Lexicons: what the engine knows about a language, read from the TOML file of that language.

`docs/quotes.md` says what each list is for. A lexicon is read and compiled when a text in its language is first met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, Flag
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from newstui.errors import N_, NewstuiError
from newstui.text.quotes.keys import TABLES, WrongKeyError, check_keys, read_file
from newstui.text.quotes.patterns import compile_full_name, compile_sentence_end, compile_token

_FOLDER: Final = Path(__file__).parent
_NOTHING: Final = re.compile(r"(?!)")


class Verb(Flag):
    """What a verb can do with the words in marks beside it."""

    SAY = 1
    THINK = 2
    LABEL = 4
    NAME = 8


class Gender(Enum):
    """What a pronoun has to agree with."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    UNCLEAR = "unclear"


Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as their words, by the first word, longest first."""


@dataclass(frozen=True, slots=True)
class Apostrophes:
    """Where a language writes an apostrophe at a word's edge.

    `leading` matches a word that is written with one in front ('90s, 's avonds), `final` are the letters that one
    stands behind (the ministers' plan), `joining` the words that lean on the next one (l', d', qu').
    """

    leading: re.Pattern[str]
    final: frozenset[str]
    joining: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)  # one for each language: told apart and hashed by identity
class Lexicon:
    """A language as the engine sees it; all words are in lower case."""

    language: str
    capital_nouns: bool
    verb_second: bool
    dialogue_dashes: bool
    drops_subjects: bool
    apostrophes: Apostrophes
    verbs: Mapping[str, Verb]
    saying: frozenset[str]
    """The forms of verbs of saying."""
    reporting: frozenset[str]
    """The forms of all verbs that can report words, those of naming left out."""
    split_verbs: Mapping[str, frozenset[str]]
    """Finite form → the other parts that make it a verb of saying: teilte → mit."""
    verbs_with: Mapping[str, frozenset[str]]
    """Preposition → the verbs that report what stands behind it: von → sprach."""
    cues_before: Phrases
    cues_view: Phrases
    """Prepositions that give a view only at a clause's beginning and before a person: für X ist das „…“."""
    cues_behind: Phrases
    cue_tags: Phrases
    cue_views: Phrases
    """Phrases that do what a verb of saying does: ist der Meinung, is of the opinion."""
    cue_words: frozenset[str]
    """What any of the other phrases begins with."""
    so_called: frozenset[str]
    so_called_after: frozenset[str]
    saying_nouns: frozenset[str]
    works: frozenset[str]
    work_endings: tuple[str, ...]
    roles: Mapping[str, Gender]
    role_endings: tuple[str, ...]
    abstract_endings: tuple[str, ...]
    titles: Mapping[str, Gender]
    groups: frozenset[str]
    group_endings: tuple[str, ...]
    pronouns: Mapping[str, Gender]
    either: frozenset[str]
    """Pronouns that are feminine or plural, which the verb decides: sie, ze."""
    words: Mapping[str, frozenset[str]]
    fillers: frozenset[str]
    """Words that may stand between a subject and its verb: auxiliaries, adverbs, pronouns that lean on the verb."""
    small_words: frozenset[str]
    """Prepositions, conjunctions, determiners and fillers: no adjectives, no nouns."""
    stops: frozenset[str]
    """Words in small letters that a phrase ends at."""
    heads: frozenset[str]
    """Roles and bodies: what a phrase in small letters must have."""
    openers: frozenset[str]
    """Words in small letters that a phrase can begin with: determiners, pronouns, heads."""
    token: re.Pattern[str]
    full_name: re.Pattern[str]
    sentence_end: re.Pattern[str]


def get_lexicon(language: str | None) -> Lexicon:
    """Return the lexicon of a BCP 47 tag's language, or one that knows marks alone where there is none."""
    primary = (language or "").replace("_", "-").partition("-")[0].lower()
    return _load_shipped(primary if primary in list_languages() else "")


@cache
def list_languages() -> frozenset[str]:
    """Return the languages that have a file."""
    return frozenset(path.stem for path in (_FOLDER / "languages").glob("*.toml"))


@cache
def get_first_names() -> Mapping[str, Gender]:
    """Return first names in lower case with the gender that they are mostly given to; the same for all languages."""
    data = read_file(_FOLDER / "first_names.toml")
    return {name: Gender(gender) for gender, names in data.items() for name in _split(names)}


@cache
def _load_shipped(language: str) -> Lexicon:
    return load_lexicon(_FOLDER / "languages" / f"{language}.toml") if language else _compile({"language": ""})


def load_lexicon(path: Path) -> Lexicon:
    """Read a language's file; raise NewstuiError naming the file and the key where something is wrong in it."""
    data = read_file(path)
    try:
        return _compile(data)
    except WrongKeyError as error:
        raise NewstuiError(
            N_("{path}: {key}: {problem}. docs/quotes.md shows what the key holds."),
            path=path,
            key=error.key,
            problem=error.problem,
        ) from error


def _compile(data: Mapping[str, Any]) -> Lexicon:
    check_keys(data)
    apostrophes, cues, terms, people = (data.get(key, {}) for key in ("apostrophes", "cues", "terms", "people"))
    words = {key: _split_set(data.get("words", {}).get(key, "")) for key in TABLES["words"]}
    leading = sorted(_split(apostrophes.get("leading", "")), key=len, reverse=True)
    joining = _split_set(apostrophes.get("joining", ""))
    verbs, split_verbs = _compile_verbs(data)
    pronouns = _compile_pronouns(data.get("pronouns", {}))
    roles = _by_gender(people, ("neutral", "plural", "masculine", "feminine"))
    heads = frozenset(roles) | _split_set(people.get("groups", ""))
    reporting = frozenset(form for form, verb in verbs.items() if verb is not Verb.NAME)
    fillers = words["auxiliaries"] | words["adverbs"] | words["clitics"]
    small_words = fillers.union(
        words["prepositions"], words["conjunctions"], words["determiners"], words["determiners_oblique"]
    )
    return Lexicon(
        language=data["language"],
        capital_nouns=data.get("capital_nouns", False),
        verb_second=data.get("verb_second", False),
        dialogue_dashes=data.get("dialogue_dashes", False),
        drops_subjects=data.get("drops_subjects", False),
        apostrophes=Apostrophes(
            re.compile(
                rf"(?:\d0(?!\w*\d)|\d\d(?!\d)|(?:{'|'.join(map(re.escape, leading)) or '(?!)'})\b)", re.IGNORECASE
            ),
            frozenset(_split(apostrophes.get("final", ""))),
            joining,
        ),
        verbs=verbs,
        saying=frozenset(form for form, verb in verbs.items() if Verb.SAY in verb),
        reporting=reporting,
        split_verbs=split_verbs,
        verbs_with={word: _split_set(forms) for word, forms in data.get("verbs", {}).get("with", {}).items()},
        cues_before=_split_phrases(cues.get("before", ())),
        cues_view=_split_phrases(cues.get("view", ())),
        cues_behind=_split_phrases(cues.get("behind", ())),
        cue_tags=_split_phrases(cues.get("tag", ())),
        cue_views=_split_phrases(cues.get("opinion", ())),
        cue_words=frozenset(phrase.split()[0] for key, listed in cues.items() if key != "opinion" for phrase in listed),
        so_called=_split_set(terms.get("so_called", "")),
        so_called_after=_split_set(terms.get("so_called_after", "")),
        saying_nouns=_split_set(terms.get("saying", "")),
        works=_split_set(terms.get("works", "")),
        work_endings=tuple(_split(terms.get("work_endings", ""))),
        roles=roles,
        role_endings=tuple(_split(people.get("endings", ""))),
        abstract_endings=tuple(_split(people.get("abstract_endings", ""))),
        titles=_by_gender(people, ("titles", "titles_masculine", "titles_feminine")),
        groups=_split_set(people.get("groups", "")),
        group_endings=tuple(group for group in _split(people.get("groups", "")) if len(group) > 4),
        pronouns=pronouns,
        either=_split_set(data.get("pronouns", {}).get("feminine"))
        & _split_set(data.get("pronouns", {}).get("plural")),
        words=words,
        fillers=fillers,
        small_words=small_words,
        stops=small_words | frozenset(pronouns) | frozenset(split_verbs) | (reporting - heads),
        heads=heads,
        openers=heads | words["determiners"] | words["determiners_oblique"] | frozenset(pronouns) | words["clitics"],
        token=compile_token(joining, words["clitics"]),
        full_name=compile_full_name(words["name_linkers"]),
        sentence_end=compile_sentence_end(words, ordinals=data.get("capital_nouns", False)),
    )


def _compile_verbs(data: Mapping[str, Any]) -> tuple[dict[str, Verb], dict[str, frozenset[str]]]:
    """Return all forms with what they can do, and the finite forms that need another part."""
    endings: Mapping[str, str] = data.get("endings", {})
    tables: Mapping[str, Any] = data.get("verbs", {})
    forms: dict[str, Verb] = {}
    split: dict[str, set[str]] = {}
    for kind, table in tables.items():
        if not isinstance(table, dict) or not all(isinstance(listed, str) for listed in table.values()):
            raise WrongKeyError(f"verbs.{kind}", "a table of words in strings is wanted")
        if kind == "with":
            continue
        if kind == "split":
            for part, finite in table.items():
                for form in _split(finite):
                    split.setdefault(form, set()).add(part)
            continue
        if kind.upper() not in Verb.__members__:
            raise WrongKeyError(f"verbs.{kind}", "there is no such kind of verb")
        for key, listed in table.items():
            if key != "forms" and key not in endings:
                raise WrongKeyError(f"verbs.{kind}.{key}", "[endings] does not say how these verbs go")
            for pattern in ["{}"] if key == "forms" else _split(endings[key]):
                for stem in _split(listed):
                    form = pattern.replace("{}", stem)
                    forms[form] = forms.get(form, Verb(0)) | Verb[kind.upper()]
    return forms, {form: frozenset(parts) for form, parts in split.items()}


def _by_gender(people: Mapping[str, str], keys: tuple[str, ...]) -> dict[str, Gender]:
    """Return words with their gender; a word in several lists has none (das Mitglied, the president)."""
    found: dict[str, Gender] = {}
    for key in keys:
        name = key.removeprefix("titles_")
        gender = Gender(name) if name in Gender._value2member_map_ else Gender.UNCLEAR
        for word in _split(people.get(key, "")):
            found[word] = gender if found.get(word, gender) is gender else Gender.UNCLEAR
    return found


def _compile_pronouns(table: Mapping[str, str]) -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for gender in Gender:
        for word in _split(table.get(gender.value, "")):
            found[word] = Gender.UNCLEAR if word in found else gender
    return found


def _split(words: object) -> list[str]:
    return words.split() if isinstance(words, str) else []


def _split_set(words: object) -> frozenset[str]:
    return frozenset(_split(words))


def _split_phrases(phrases: Iterable[str]) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
