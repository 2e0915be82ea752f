"""Where sentences begin and end, in six languages and, by the same marks, in others.

A mark ends a sentence where white space follows and what comes next could begin one. A full stop after an
abbreviation, an initial or a German ordinal number does not. When in doubt a sentence goes on: two in one are easier
to read than one in two.
"""

from __future__ import annotations

import re
from typing import Final

from newstui.text.languages import primary

_END = re.compile(
    r"[.!?…]+"
    r"(?:[\"'”’“‘)\]›‹»«]|[\s\u00a0\u202f]»(?=\s|$))*"  # what closes; French puts a space before it
    r"(?=\s|$)"
    r"|[。！？]+[」』”’）]*"
)
_OPENING = re.compile(r"[\s\u00a0\u202f\"'“„”«»‹›‚‘(\[—–¿¡-]*")
_LAST_WORD = re.compile(r"[\w.]+$")
_DOTTED = re.compile(r"\w(?:\.\w)+$")  # U.S, z.B, p.ej
_ABBREVIATIONS: Final = {
    language: frozenset(words.split())
    for language, words in {
        "de": "abs art bd betr bzgl bzw ca dipl dr ehem evtl fr frl geb gegr ggf hl hr hrn inkl ing jh jhd mag max min "
        "mio mrd nr prof sog st std str tel vgl zb zzgl",
        "en": "adm approx apr assn aug ave blvd capt cf cmdr co col corp dec dept det dr est feb fig gen gov hon inc "
        "jan jr jul jun lt ltd maj mar messrs mr mrs ms mt nov oct pres prof pvt rep rev sen sep sept sgt sr st supt "
        "univ vs",
        "fr": "adj al art av bd cf chap dr env fig hab ing me mgr mlle mlles mm mme mmes mr mrs pr prof réf st ste tél "
        "vol",
        "nl": "afb bijv blz ca dhr dr drs evt excl fig gebr incl ing ir jhr jl max mevr min mln mld mr nl nr plm prof "
        "resp secr st str tel vgl wnd zgn",
        "es": "admón afmo art av avda cap cf cía da dir dr dra dto ed ee excmo fdo fig gob gral ing lic máx mín núm pág "
        "prof profa rte sr sra sres srs srta sta sto tel vol",
        "pt": "art av cap cf cia dir dr dra ed eng excia exmo exma fig gen ilmo ltda máx mín núm pág prof profa sr sra "
        "srs srta sta sto tel vol",
    }.items()
}
_OF_ANY_LANGUAGE: Final = frozenset({"dr", "mr", "mrs", "prof", "st"})
_BEFORE_NUMBERS: Final = frozenset(
    {"abs", "art", "fig", "n", "no", "nos", "nr", "nº", "p", "par", "pp", "pág", "s", "vol"}
)


def split_sentences(text: str, language: str | None) -> list[tuple[int, int]]:
    """Return the sentences' ranges in order: code points, half-open, without the white space around them."""
    column = primary(language or "")
    ranges: list[tuple[int, int]] = []
    start = 0
    for end in [*(found.end() for found in _END.finditer(text) if _ends(text, found, column)), len(text)]:
        piece = text[start:end]
        if stripped := piece.strip():
            begin = start + piece.index(stripped[0])
            ranges.append((begin, begin + len(stripped)))
        start = end
    return ranges


def _ends(text: str, found: re.Match[str], language: str) -> bool:
    """Whether a mark, which a range could end with, ends a sentence."""
    opening = _OPENING.match(text, found.end())
    following = text[opening.end() : opening.end() + 1] if opening else ""
    if following.islower():
        return False
    if found.group()[0] != "." or found.group().startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(0, found.start() - 24), found.start())
    return before is None or not _goes_on(before.group(), following, language)


def _goes_on(word: str, following: str, language: str) -> bool:
    """Whether a full stop belongs to the word before it."""
    folded = word.lower()
    if word.isdigit():
        return language == "de" and len(word) < 3 and following.isalpha()
    if following.isdigit() and folded in _BEFORE_NUMBERS:
        return True
    if _DOTTED.search(word):
        return word.isupper() or language == "de" or folded in {"e.g", "i.e", "p.ej"}
    return (len(word) == 1 and word.isalpha()) or folded in _ABBREVIATIONS.get(language, _OF_ANY_LANGUAGE)
