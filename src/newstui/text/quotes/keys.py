"""Keys: what a language's file may hold, and where it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from newstui.errors import N_, NewstuiError

TABLES: Final[dict[str, frozenset[str]]] = {
    "apostrophes": frozenset({"leading", "final", "joining"}),
    "cues": frozenset({"before", "view", "behind", "tag", "opinion"}),
    "terms": frozenset({"so_called", "so_called_after", "saying", "works", "work_endings"}),
    "people": frozenset(
        {
            "masculine",
            "feminine",
            "neutral",
            "plural",
            "endings",
            "abstract_endings",
            "groups",
            "titles",
            "titles_masculine",
            "titles_feminine",
        }
    ),
    "pronouns": frozenset({"masculine", "feminine", "plural", "unclear"}),
    "words": frozenset(
        {
            "articles",
            "determiners",
            "determiners_oblique",
            "prepositions",
            "linkers",
            "name_linkers",
            "conjunctions",
            "relatives",
            "adverbs",
            "auxiliaries",
            "reported",
            "function",
            "first_person",
            "predicates",
            "passives",
            "active_endings",
            "agents",
            "indefinite",
            "quoting",
            "impersonal",
            "generic",
            "reflexives",
            "abbreviations",
            "calendar",
            "not_names",
            "organisation_words",
            "clitics",
        }
    ),
}
FLAGS: Final = ("capital_nouns", "verb_second", "dialogue_dashes", "drops_subjects")
OTHERS: Final = frozenset({"language", "endings", "verbs", *FLAGS})


class WrongKeyError(Exception):
    """A key is not what it should be."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(key, problem)
        self.key = key
        self.problem = problem


def read_file(path: Path) -> dict[str, Any]:
    """Read a TOML file; raise NewstuiError naming it where that fails."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NewstuiError(N_("{path} cannot be read: {problem}."), path=path, problem=str(error)) from error


def check_keys(data: Mapping[str, Any]) -> None:
    """Raise WrongKeyError at the first key that is unknown or holds something else than it should."""
    if not isinstance(data.get("language"), str):
        raise WrongKeyError("language", 'a language\'s tag is missing, such as "it"')
    for key, value in data.items():
        if key in TABLES or key in OTHERS:
            if key in FLAGS and not isinstance(value, bool):
                raise WrongKeyError(key, "true or false is wanted")
            if key not in FLAGS and key != "language" and not isinstance(value, dict):
                raise WrongKeyError(key, "a table is wanted")
        else:
            raise WrongKeyError(key, "there is no such key")
        for inner, listed in value.items() if isinstance(value, dict) else ():
            if key in TABLES and inner not in TABLES[key]:
                raise WrongKeyError(f"{key}.{inner}", "there is no such key")
            phrases = isinstance(listed, list) and all(isinstance(item, str) for item in listed)
            if key == "cues" and not phrases:
                raise WrongKeyError(f"{key}.{inner}", "a list of phrases is wanted")
            if key not in ("cues", "verbs") and not isinstance(listed, str):
                raise WrongKeyError(f"{key}.{inner}", "words in one string are wanted")


def split_words(words: object) -> list[str]:
    """Return the words of a list, none where the key is missing."""
    return words.split() if isinstance(words, str) else []
