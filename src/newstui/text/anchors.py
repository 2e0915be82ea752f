"""What of a text survives translation: figures, dates, names, words that look or mean the same, marks.

Each is a short string whose first character says what it is (see Anchor), so that sets of them can be compared,
counted and stored as they are. Cognates by the beginning of the word follow Simard, Foster and Isabelle (1992).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Final

from newstui.text.vocabulary import find_meanings, fold_word


class Anchor(StrEnum):
    """What an anchor is: the first character of its string."""

    NUMBER = "#"
    DATE = "%"
    NAME = "@"
    MEANING = "="
    COGNATE = "~"
    MARK = "?"
    ADDRESS = "/"


_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?<![\d.,])(?P<grouped>\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+)(?!\d)"  # 11.000, 11,000, 11 000: thousands
    r"|(?P<number>\d+(?:[.,:h]\d+)*)"
    r"|(?P<sign>[%€$£])"
)
_NOT_DIGITS = re.compile(r"\D+")
_SCALE = re.compile(
    r"[\s\u00a0-]*(?:(?P<billion>mil\s+mill\w+|mil\s+milh\w+|mill?iard\w*|miljard\w*|bilh\w+|billions?|mrd|bn)"
    r"|(?P<million>mil[lj]\w+|milh\w+|mio|m))\b",
    re.IGNORECASE,
)
_SIGNS: Final = {"%": "=percent", "€": "~euro", "$": "~dolar", "£": "=pound"}
_MONTHS: Final = {
    f"={name}": number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), start=1
    )
}
_MARKS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in {
        "?": r"\?",
        "!": "!",
        "(": r"\(",
        ":": r":(?!\S)",
        '"': r"[\"“„«]|(?<!\w)['‘‚](?=\w)|^[–—]",
    }.items()
)
# What one sound looks like in different languages: Tschechow, Tchekhov, Tsjechov; Wladimir, Vladimir; Kritik, crítica.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|tsj|tj", "ch"),
        ("sch|sj", "sh"),
        ("ph", "f"),
        ("c(?=[eiy])|z", "s"),
        ("x", "ks"),
        ("qu|q|ck|c(?!h)", "k"),
        ("(?<!c)h", ""),
        ("w", "v"),
        ("ou|oe|oo", "u"),
        ("ie|y|j", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_COGNATE: Final = 5  # letters that two words of one root begin with; fewer tie too much, more too little


def find_anchors(text: str, language: str | None) -> frozenset[str]:
    """Return the anchors of a text; words have meanings only where the vocabulary knows its language."""
    return frozenset(_walk(text, language))


def find_marks(text: str) -> Iterator[str]:
    """Marks that translators keep: question marks and the like, each with how often it stands, three at most."""
    for name, pattern in _MARKS:
        for count in range(1, min(3, len(pattern.findall(text))) + 1):
            yield f"{Anchor.MARK}{name}{count}"


def spell_sounds(word: str) -> str:
    """Return a folded word as six languages might spell its sounds alike."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _walk(text: str, language: str | None) -> Iterator[str]:
    day = month = 0
    seen_day = seen_month = -9  # tokens ago, three at most make a date: 3. Januar, January 3rd, 3 de enero
    for place, token in enumerate(_TOKEN.finditer(text)):
        found = token.group()
        match token.lastgroup:
            case "word":
                anchors = _anchor_word(found, language)
                yield from anchors
                for anchor in anchors:
                    if anchor in _MONTHS:
                        month, seen_month = _MONTHS[anchor], place
            case "sign":
                yield _SIGNS[found]
                continue
            case kind:
                number = _NOT_DIGITS.sub("", found) if kind == "grouped" else _write_number(found)
                yield Anchor.NUMBER + number
                if scale := _SCALE.match(text, token.end()):
                    yield Anchor.NUMBER + _scale_number(number, 9 if scale["billion"] else 6)
                if len(number) < 3 and number.isdigit() and 0 < int(number) < 32:
                    day, seen_day = int(number), place
        if place - seen_day < 3 and place - seen_month < 3 and place in (seen_day, seen_month):
            yield f"{Anchor.DATE}{month}-{day}"


@lru_cache(maxsize=1 << 16)
def _anchor_word(word: str, language: str | None) -> tuple[str, ...]:
    folded = fold_word(word)
    meanings = find_meanings(folded, language)
    anchors = [(Anchor.NUMBER if meaning.isdigit() else Anchor.MEANING) + meaning for meaning in meanings]
    if len(word) < 3 and not word.isupper():
        return tuple(anchors)
    if not meanings:
        sounds = spell_sounds(folded)
        if word[0].isupper():
            anchors.append(Anchor.NAME + (sounds.removesuffix("e") or sounds))
        if len(folded) >= _COGNATE:
            anchors.append(Anchor.COGNATE + sounds[:_COGNATE])
    return tuple(anchors)


def _write_number(text: str) -> str:
    """The figures of a number or time in one spelling: 3,5 and 3.5, 09:30 and 9h30, 10.00 and 10."""
    parts = [part.lstrip("0") or "0" for part in _NOT_DIGITS.split(text)]
    return parts[0] if set(parts[1:]) <= {"0"} else ".".join(parts)


def _scale_number(number: str, zeros: int) -> str:
    """A number of millions or (US and Romance) billions written in full."""
    whole, _, fraction = number.partition(".")
    return whole + fraction[:zeros].ljust(zeros, "0")
