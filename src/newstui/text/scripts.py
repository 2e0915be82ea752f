"""What scripts beside the Latin one write in several ways, in one of them: accents, points, vowels and their carriers."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6"
    "\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf"
)
"""The marks on letters of living scripts with spaces between words, as the inside of a class of characters."""

_SILENT: Final = re.compile(
    "[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+"
)
"""Hebrew points, Arabic vowels, and the stroke that only makes an Arabic word longer: most texts leave them out."""
_ACCENTED: Final = re.compile("[\u0386-\u03ce\u1f00-\u1ffc\u0400\u0401\u040d\u0450\u0451\u045d]")
"""Greek letters, and those Cyrillic ones whose accent or diaeresis most texts leave out."""
_ALIKE: Final = {
    **dict.fromkeys(map(ord, "\u0622\u0623\u0625\u0671"), "\u0627"),  # alif with what it carries
    **dict.fromkeys(map(ord, "\u0626\u0649\u06cc"), "\u064a"),  # yaa, also without its dots and as in Persian
    ord("\u0624"): "\u0648",  # waw with a hamza
    ord("\u0629"): "\u0647",  # taa marbuta, often written as haa
    ord("\u06a9"): "\u0643",  # kaf as in Persian
    **{first + digit: str(digit) for first in (0x660, 0x6F0) for digit in range(10)},
    0x3C2: "\u03c3",  # sigma at the end of a word
}
"""Letters that Arabic, Persian and Greek write in several ways for the same, and digits."""
_OTHER: Final = re.compile("[\u0386-\u045f\u0591-\u06ff\u1f00-\u1ffc]")


def fold_script(text: str) -> str:
    """Return composed text with what is often left out left out: أحمد as احمد, Αθήνα as Αθηνα, ёлка as елка."""
    if not _OTHER.search(text):
        return text
    return _ACCENTED.sub(_strip_accent, _SILENT.sub("", text)).translate(_ALIKE)


def _strip_accent(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFD", found[0])[0]
