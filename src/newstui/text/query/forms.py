"""Other spellings of a word that is asked for: how it is inflected, joined and parted, and umlauts spelt with an e.

For the languages with a Latin script alike, since nobody says in which language a query is: what is no word of any is not
found, and what is found so stands below, or counts less than, what was asked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

_SHORTEST: Final = 3
_LONGEST: Final = 40
_ENDINGS: Final = (
    (4, ("", "s", "n", "e", "es", "en", "er", "em", "ern", "ens")),  # German, Dutch
    (3, ("", "s", "es", "ed", "ing")),  # English
    (3, ("", "e", "s", "es", "x")),  # French
    (3, ("o", "a", "os", "as")),  # Spanish, Portuguese
)
"""Endings that may stand for each other, and how many letters stay of a word without one."""
_CHANGES: Final = (
    ("y", "ies"), ("al", "aux"), ("au", "aux"), ("eu", "eux"), ("cao", "coes"), ("ao", "aes"), ("m", "ns"), ("l", "is"),
    ("el", "eis"), ("il", "is"), ("z", "ces"), ("f", "ven"), ("f", "ves"), ("s", "zen"), ("um", "a"), ("um", "en"),
    ("us", "en"), ("is", "es"), ("if", "ive"), ("eur", "euse"), ("eur", "rice"), ("or", "rice"), ("in", "innen"),
    ("heid", "heden"), ("nis", "nisse"), ("nis", "nissen"),
)  # fmt: skip
"""Endings that change with their stems: singular and plural, masculine and feminine, without accents."""
_ELIDED: Final = frozenset({"l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"})
"""What a French word may begin with before an apostrophe."""
_UMLAUT: Final = re.compile("[aou](?=e)")
_ARTICLES: Final = ("\u0627\u0644", "\u0648\u0627\u0644", "\u0628\u0627\u0644", "\u0644\u0644", "\u0648")
"""Arabic articles, conjunctions and prepositions, which are written as one with their word."""
_ARABIC: Final = re.compile("[\u0621-\u064a]+")
_VOWELS: Final = frozenset("aeiou")
_LATIN: Final = re.compile("[a-z]+")


@lru_cache(maxsize=512)
def list_forms(word: str) -> tuple[str, ...]:
    """Return how else a word may be written, without itself; it and they without case and accents, a few dozen at most."""
    if _ARABIC.fullmatch(word):
        bare = next(
            (word[len(each) :] for each in _ARTICLES if word.startswith(each) and len(word) > len(each) + 2), word
        )
        forms: Iterator[str] = iter([bare, *(article + bare for article in _ARTICLES)])
    elif _LATIN.fullmatch(word):
        forms = chain(_inflect(word), _respell(word))
    else:
        return ()
    return tuple(form for form in dict.fromkeys(forms) if form != word)


def _inflect(word: str) -> Iterator[str]:
    for least, endings in _ENDINGS:
        for ending in endings:
            stem = word.removesuffix(ending)
            if word.endswith(ending) and len(stem) >= (least if ending else _SHORTEST):
                yield from (stem + other for other in endings)
    for ending in ("", "e", "en", "ed", "ing"):
        if word.endswith(ending):
            yield from _double(word.removesuffix(ending), inflected=bool(ending))
    for one, other in _CHANGES:
        for old, new in ((one, other), (other, one)):
            if word.endswith(old) and len(word) >= len(old) + _SHORTEST - 1:
                yield word.removesuffix(old) + new


def _double(stem: str, *, inflected: bool) -> Iterator[str]:
    """Dutch and English words whose last vowel or consonant is doubled in one form and not in another: straat, man."""
    if len(stem) < _SHORTEST or stem[-1] in _VOWELS:
        return
    before, vowel, last = stem[-3], stem[-2], stem[-1]
    if inflected:
        if last == vowel:
            yield stem[:-1]  # mann-en
        elif vowel in _VOWELS and before not in _VOWELS:
            yield stem[:-1] + vowel + last  # strat-en
    elif vowel in _VOWELS and before == vowel:
        yield from (stem[:-2] + last + ending for ending in ("en", "e"))
    elif vowel in _VOWELS:
        yield from (stem + last + ending for ending in ("en", "e", "ed", "ing"))


def _respell(word: str) -> Iterator[str]:
    """A name that is written with ae, oe, ue for ä, ö, ü."""
    if _UMLAUT.search(word):
        yield re.sub("(?<=[aou])e", "", word)


def list_whole(tokens: tuple[str, ...]) -> Iterator[str]:
    """Return the single words that may stand for some that are joined by signs: email, obrien; élysée for l’élysée."""
    if len(tokens) == 2 and tokens[0] in _ELIDED:
        yield tokens[1]
    elif len(tokens) == 2 and tokens[1] == "s":
        yield tokens[0]
    joined = "".join(tokens)
    if len(joined) <= _LONGEST:
        yield joined


def spell_umlauts(word: str) -> str | None:
    """Return a word as it is asked for with ä, ö, ü spelt as ae, oe, ue, folded; None for one without."""
    composed = unicodedata.normalize("NFC", word).lower()
    if not any(letter in composed for letter in "äöü"):
        return None
    return composed.translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})


def list_splits(word: str) -> Iterator[tuple[str, str]]:
    """Return how a word may stand as two in a text, parted by a hyphen, an apostrophe, a point: e-mail, o’brien, 15.000."""
    if word.isdecimal():
        if 4 <= len(word) <= 6:
            yield word[:-3], word[-3:]
    elif len(word) > _SHORTEST:
        yield from ((word[:at], word[at:]) for at in range(1, len(word)))
