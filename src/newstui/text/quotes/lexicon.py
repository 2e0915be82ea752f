"""Lexicons: what the engine knows about a language, read from the TOML file of that language.

`docs/quotes.md` says what each list is for. A lexicon is read and compiled when a text in its language is first met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from newstui.errors import N_, NewstuiError
from newstui.record import record
from newstui.text.quotes.keys import TABLES, WrongKeyError, check_keys, read_file, split_words
from newstui.text.quotes.patterns import compile_full_name, compile_sentence_end, compile_token
from newstui.text.quotes.tables import compile_table, list_group_endings
from newstui.text.quotes.traits import WordTable
from newstui.text.quotes.verbs import BY_KIND

_FOLDER: Final = Path(__file__).parent
_NOTHING: Final = re.compile(r"(?!)")


class Gender(Enum):
    """What a pronoun has to agree with."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    PLURAL = "plural"
    UNCLEAR = "unclear"


Phrases: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as their words, by the first word, longest first."""


@record
class Apostrophes:
    """Where a language writes an apostrophe at a word's edge.

    `leading` matches a word that is written with one in front ('90s, 's avonds), `final` are the ends of words that one
    stands behind (the ministers' plan, ich hab' sie), `joining` the words that lean on the next one (l', d', qu').
    """

    leading: re.Pattern[str]
    final: tuple[str, ...]
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
    verbs: Mapping[str, int]
    """Form → what it can do, as the bits of `Verb`."""
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
    roles: Mapping[str, Gender]
    abstract_endings: tuple[str, ...]
    titles: Mapping[str, Gender]
    group_endings: tuple[str, ...]
    pronouns: Mapping[str, Gender]
    either: frozenset[str]
    """Pronouns that are feminine or plural, which the verb decides: sie, ze."""
    words: Mapping[str, frozenset[str]]
    table: WordTable
    """What all these lists say of a form."""
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
    return {name: Gender(gender) for gender, names in data.items() for name in split_words(names)}


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
    apostrophes, cues, people = (data.get(key, {}) for key in ("apostrophes", "cues", "people"))
    words = {key: _split_set(data.get("words", {}).get(key, "")) for key in TABLES["words"]}
    leading = sorted(split_words(apostrophes.get("leading", "")), key=len, reverse=True)
    joining = _split_set(apostrophes.get("joining", ""))
    verbs, split_verbs = _compile_verbs(data)
    pronouns = _compile_pronouns(data.get("pronouns", {}))
    roles = _by_gender(people, ("neutral", "plural", "masculine", "feminine"))
    table = compile_table(data, words, verbs, split_verbs, get_first_names())
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
            tuple(split_words(apostrophes.get("final", ""))),
            joining,
        ),
        verbs=verbs,
        split_verbs=split_verbs,
        verbs_with={word: _split_set(forms) for word, forms in data.get("verbs", {}).get("with", {}).items()},
        cues_before=_split_phrases(cues.get("before", ())),
        cues_view=_split_phrases(cues.get("view", ())),
        cues_behind=_split_phrases(cues.get("behind", ())),
        cue_tags=_split_phrases(cues.get("tag", ())),
        cue_views=_split_phrases(cues.get("opinion", ())),
        roles=roles,
        abstract_endings=tuple(split_words(people.get("abstract_endings", ""))),
        titles=_by_gender(people, ("titles", "titles_masculine", "titles_feminine")),
        group_endings=list_group_endings(people),
        pronouns=pronouns,
        either=_split_set(data.get("pronouns", {}).get("feminine"))
        & _split_set(data.get("pronouns", {}).get("plural")),
        words=words,
        table=table,
        token=compile_token(joining, words["clitics"]),
        full_name=compile_full_name(words["name_linkers"]),
        sentence_end=compile_sentence_end(words, ordinals=data.get("capital_nouns", False)),
    )


def _compile_verbs(data: Mapping[str, Any]) -> tuple[dict[str, int], dict[str, frozenset[str]]]:
    """Return all forms with what they can do, and the finite forms that need another part."""
    endings: Mapping[str, str] = data.get("endings", {})
    tables: Mapping[str, Any] = data.get("verbs", {})
    forms: dict[str, int] = {}
    split: dict[str, set[str]] = {}
    for kind, table in tables.items():
        if not isinstance(table, dict) or not all(isinstance(listed, str) for listed in table.values()):
            raise WrongKeyError(f"verbs.{kind}", "a table of words in strings is wanted")
        if kind == "with":
            continue
        if kind == "split":
            for part, finite in table.items():
                for form in split_words(finite):
                    split.setdefault(form, set()).add(part)
            continue
        if kind not in BY_KIND:
            raise WrongKeyError(f"verbs.{kind}", "there is no such kind of verb")
        for key, listed in table.items():
            if key != "forms" and key not in endings:
                raise WrongKeyError(f"verbs.{kind}.{key}", "[endings] does not say how these verbs go")
            for pattern in ["{}"] if key == "forms" else split_words(endings[key]):
                for stem in split_words(listed):
                    form = pattern.replace("{}", stem)
                    forms[form] = forms.get(form, 0) | BY_KIND[kind]
    return forms, {form: frozenset(parts) for form, parts in split.items()}


def _by_gender(people: Mapping[str, str], keys: tuple[str, ...]) -> dict[str, Gender]:
    """Return words with their gender; a word in several lists has none (das Mitglied, the president)."""
    found: dict[str, Gender] = {}
    for key in keys:
        name = key.removeprefix("titles_")
        gender = Gender(name) if name in Gender._value2member_map_ else Gender.UNCLEAR
        for word in split_words(people.get(key, "")):
            found[word] = gender if found.get(word, gender) is gender else Gender.UNCLEAR
    return found


def _compile_pronouns(table: Mapping[str, str]) -> dict[str, Gender]:
    found: dict[str, Gender] = {}
    for gender in Gender:
        for word in split_words(table.get(gender.value, "")):
            found[word] = Gender.UNCLEAR if word in found else gender
    return found


def _split_set(words: object) -> frozenset[str]:
    return frozenset(split_words(words))


def _split_phrases(phrases: Iterable[str]) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
