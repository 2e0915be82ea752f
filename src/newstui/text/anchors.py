"""What of a text survives translation: figures, dates, names, words that look or mean the same, marks.

Each is a short string whose first character says what it is (see Anchor), so that sets of them can be compared,
counted and stored as they are. Cognates by the beginning of the word follow Simard, Foster and Isabelle (1992).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import repeat
from typing import Final

from newstui.text.vocabulary import find_meanings, fold_word

COGNATE_LENGTH: Final = 5
"""Letters that two words of one root begin with: fewer tie too much, more too little."""


class Anchor(StrEnum):
    """What an anchor is: the first character of its string."""

    NUMBER = "#"
    DATE = "%"
    NAME = "@"
    MEANING = "="
    COGNATE = "~"
    MARK = "?"
    ADDRESS = "/"


_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"\d[\d.,:h’' \u00a0\u202f]*")
_NUMBER = re.compile(
    r"(?<![\d.,])(?P<grouped>\d{1,3}(?:[.,’' \u00a0\u202f]\d{3})+)(?!\d)"  # 11.000, 11,000, 11 000: thousands
    r"|\d+(?:[.,:h]\d+)*"
)
_NOT_DIGITS = re.compile(r"\D+")
_SCALE = re.compile(
    r"[\s\u00a0-]*(?:(?P<billion>mil\s+mill\w+|mil\s+milh\w+|mill?iard\w*|miljard\w*|bilh\w+|billions?|mrd|bn)"
    r"|(?P<million>mil[lj]\w+|milh\w+|mio|m))\b",
    re.IGNORECASE,
)
_SIGNS: Final = {"%": "=percent", "€": "~euro", "$": "~dolar", "£": "=pound"}
_MONTHS: Final = {
    "=january": 1,
    "=february": 2,
    "=march": 3,
    "=april": 4,
    "=may": 5,
    "=june": 6,
    "=july": 7,
    "=august": 8,
    "=september": 9,
    "=october": 10,
    "=november": 11,
    "=december": 12,
}
_OPENING = re.compile(
    r"['‘‚–—](?:(?<=^.)|(?<!\w.)(?=\w)(?<![–—]))", re.MULTILINE
)  # no apostrophe, no dash inside a line
# What one sound looks like in different languages: Tschaikowski, Tchaïkovski; Wladimir, Vladimir; Kritik, crítica.
_SOUNDS: Final = {
    **dict.fromkeys(("tsch", "tch", "tsj", "tj", "ch"), "ch"),
    **dict.fromkeys(("sch", "sj", "sh"), "sh"),
    **dict.fromkeys(("qu", "ck", "q", "c"), "k"),
    **dict.fromkeys(("ou", "oe", "oo"), "u"),
    **dict.fromkeys(("cie", "ci", "cy"), "si"),
    **dict.fromkeys(("ie", "y", "j"), "i"),
    "ce": "se",
    "z": "s",
    "x": "ks",
    "ph": "f",
    "w": "v",
    "h": "",
}
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLE = re.compile(r"(.)\1+")
_BESIDE: Final = 20  # characters on either side of a number, where its month is looked for


def find_anchors(text: str, language: str | None) -> set[str]:
    """Return the anchors of a text; words have meanings only where the vocabulary knows its language."""
    anchors = set().union(*map(_anchor_word, _WORD.findall(text), repeat(language)))
    anchors.update(sign for mark, sign in _SIGNS.items() if mark in text)
    for figures in _FIGURES.finditer(text):
        for number in _NUMBER.finditer(text, *figures.span()):
            anchors.update(_anchor_number(text, number, language))
    return anchors


def find_marks(text: str) -> Iterator[str]:
    """Marks that translators keep, quotations among them, each with how often it stands, three at most."""
    marks = {mark: text.count(mark) for mark in ("?", "!", "(", ": ")}
    marks['"'] = max(
        text.count("“"),  # in German what closes, and as many
        text.count("«"),
        (text.count('"') + 1) // 2,
        len(_OPENING.findall(text)),
    )
    for mark, count in marks.items():
        for least in range(1, min(3, count) + 1):
            yield f"{Anchor.MARK}{mark}{least}"


def spell_sounds(word: str) -> str:
    """Return a folded word as six languages might spell its sounds alike."""
    return _DOUBLE.sub(r"\1", _SOUND.sub(lambda found: _SOUNDS[found.group()], word))


def _anchor_number(text: str, found: re.Match[str], language: str | None) -> Iterator[str]:
    """A number, what it is in millions or billions if it is, and the day that it makes with the month beside it."""
    number = _NOT_DIGITS.sub("", found.group()) if found["grouped"] else _write_number(found.group())
    yield Anchor.NUMBER + number
    if scale := _SCALE.match(text, found.end()):
        yield Anchor.NUMBER + _scale_number(number, 9 if scale["billion"] else 6)
    if len(number) < 3 and number.isdigit() and 0 < int(number) < 32:
        # 3. Januar, 3 de enero, January 3rd: one or two words away
        after = _WORD.findall(text, found.end(), found.end() + _BESIDE)[:2]
        before = _WORD.findall(text, max(0, found.start() - _BESIDE), found.start())[-1:]
        for word in (*after, *before):
            for anchor in _anchor_word(word, language):
                if anchor in _MONTHS:
                    yield f"{Anchor.DATE}{_MONTHS[anchor]}-{number}"


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
        if len(folded) >= COGNATE_LENGTH:
            anchors.append(Anchor.COGNATE + sounds[:COGNATE_LENGTH])
    return tuple(anchors)


def _write_number(text: str) -> str:
    """The figures of a number or time in one spelling: 3,5 and 3.5, 09:30 and 9h30, 10.00 and 10."""
    parts = [part.lstrip("0") or "0" for part in _NOT_DIGITS.split(text)]
    return parts[0] if set(parts[1:]) <= {"0"} else ".".join(parts)


def _scale_number(number: str, zeros: int) -> str:
    """A number of millions or (US and Romance) billions written in full."""
    whole, _, fraction = number.partition(".")
    return whole + fraction[:zeros].ljust(zeros, "0")
