"""Language tags (BCP 47, RFC 5646) as foreign sources write them, how they match, and the languages' own names."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from newstui.text.language_names import NAMES, PREFERRED, REGIONAL, TWO_LETTERS
from newstui.text.patterns import compile_late

SIX: Final = ("nl", "en", "de", "fr", "es", "pt")
"""The languages that the interface speaks and the rules for quotations know."""

VARIED: Final = frozenset({"pt", "zh", "sr"})
"""Languages whose regions or scripts are editions of their own; others' differ in prices and spelling."""

_TWO_LETTERS: Final = frozenset(TWO_LETTERS.split())
_PREFERRED: Final = dict(pair.split("=") for pair in PREFERRED.split())
_NOT_LANGUAGES: Final = frozenset({"und", "mul", "mis", "zxx", "www", "utf", "iso"})
_TAG: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}(?=-|$))?(?:-(?P<script>[a-z]{4})(?=-|$))?(?:-(?P<region>[a-z]{2}|\d{3})(?=-|$))?"
    r"(?P<rest>(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*)(?:-[a-z0-9](?:-[a-z0-9]{2,8})+)*"
)
_LATIN_MARKS: Final = compile_late(r"[\u0300-\u036f]+")


def normalise_tag(raw: str | None) -> str | None:
    """Return a tag in its canonical spelling ("pt_br" becomes "pt-BR"), or None for what names no language.

    Extended languages and extensions are dropped, POSIX locales ("de_AT.UTF-8@euro") lose their encoding.
    """
    if not raw:
        return None
    found = _TAG.fullmatch(raw.strip().split(".")[0].split("@")[0].replace("_", "-").lower())
    if not found:
        return None
    language = _PREFERRED.get(found["language"], found["language"])
    if language in _NOT_LANGUAGES or (len(language) == 2 and language not in _TWO_LETTERS):
        return None
    region = (found["region"] or "").upper()
    parts = (language, (found["script"] or "").title(), "GB" if region == "UK" else region)
    return "-".join(part for part in parts if part) + found["rest"]


def primary(tag: str) -> str:
    """Return a tag's language without script, region and variants."""
    return tag.split("-", 1)[0].lower()


def matches(tag: str, wanted: str) -> bool:
    """Whether text in `tag` is what someone asks for who asks for `wanted`: "pt-BR" is "pt", "pt" is not "pt-BR".

    RFC 4647, extended filtering: the wanted subtags occur in this order; a wanted "no" takes Bokmål and Nynorsk too.
    """
    have, want = tag.lower().split("-"), wanted.lower().split("-")
    if have[0] != want[0] and not (want[0] == "no" and have[0] in {"nb", "nn"}):
        return False
    rest = iter(have[1:])
    return all(subtag in rest for subtag in want[1:])


def find_variety(tag: str) -> str | None:
    """Return which of a language's varieties a tag names, where those are editions of their own: "pt-BR", not "de-AT"."""
    return tag if "-" in tag and primary(tag) in VARIED else None


def is_one_language(one: str, other: str) -> bool:
    """Whether a story has one edition in these two, rather than two: in "de" and "de-AT", not in "pt-BR" and "pt-PT"."""
    return one == other or (primary(one) == primary(other) and not (find_variety(one) and find_variety(other)))


def pick(available: Iterable[str], ladder: Sequence[str]) -> str | None:
    """Return the first of the available tags that the ladder asks for, or None.

    Each rung takes an equal tag first, then a narrower one ("pt" takes "pt-BR"), then a wider one ("pt-BR" takes
    "pt"), then the same language from elsewhere ("pt-BR" takes "pt-PT"), before the next rung is asked.
    """
    tags = list(available)
    for wanted in ladder:
        for accepts in (_equal, matches, _widens, _same_language):
            for tag in tags:
                if accepts(tag, wanted):
                    return tag
    return None


def _equal(tag: str, wanted: str) -> bool:
    return tag.lower() == wanted.lower()


def _widens(tag: str, wanted: str) -> bool:
    return matches(wanted, tag)


def _same_language(tag: str, wanted: str) -> bool:
    return primary(tag) == primary(wanted)


def endonym(tag: str) -> str:
    """Return what a language calls itself, with the region where the tag has one, or the tag where that is unknown."""
    names = _endonyms()
    if tag in names:
        return names[tag]
    own = names.get(primary(tag))
    if own is None:
        return tag
    return f"{own} ({tag.split('-', 1)[1]})" if "-" in tag else own


def find_by_name(name: str) -> str | None:
    """Return the tag of a language from its own name or its name in the six languages, in any case, or None.

    Own names are found without their accents too ("FRANCAIS"); others are not: German "Georgien" is a country.
    """
    return _tags_by_name().get(name.strip().casefold()) or find_by_own_name(name)


def find_by_own_name(name: str) -> str | None:
    """Return the tag of a language from what it calls itself, in any case, with or without accents, or None."""
    return _tags_by_own_name().get(_fold(name))


def _read_table(table: str) -> list[tuple[str, str, tuple[str, ...]]]:
    rows = []
    for line in table.strip().splitlines():
        tag, _, names = line.partition(": ")
        own, _, others = names.partition(" | ")
        rows.append((tag, own, tuple(others.split(", ")) if others else ()))
    return rows


@functools.cache
def _endonyms() -> dict[str, str]:
    return {tag: own for tag, own, _ in _read_table(NAMES + REGIONAL.lstrip())}


@functools.cache
def _tags_by_own_name() -> dict[str, str]:
    return {_fold(own): tag for tag, own in reversed(_endonyms().items())}


@functools.cache
def _tags_by_name() -> dict[str, str]:
    rows = _read_table(NAMES + REGIONAL.lstrip())
    names = [(own, tag) for tag, own, _ in rows] + [(name, tag) for tag, _, others in rows for name in others]
    return {name.casefold(): tag for name, tag in reversed(names)}


def _fold(name: str) -> str:
    """Fold case, width and the accents of Latin and Greek letters, which capitals often lose."""
    decomposed = unicodedata.normalize("NFKD", name.strip().casefold())
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", decomposed))
