"""An article from what an entry says, in whichever format it says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote, urlsplit

from newstui.model import BlockKind, Document, Enclosure
from newstui.sources.markup import fragment_text
from newstui.text.clean import clean_line

LONGEST_MADE_TITLE: Final = 80
"""Code points of a title that is made from the beginning of a text."""

_LONGEST_NAME: Final = 200
_MOST_NAMES: Final = 50

_MORE: Final = (
    re.compile(
        r"(?:The post|Der Beitrag|L[’']article|La entrada|Het bericht|O post|O artigo)\b.{1,300}?"
        r"\b(?:appeared first on|erschien zuerst auf|est apparu en premier sur|apareció primero en"
        r"|se publicó primero en|verscheen eerst op|apareceu primeiro em|aparece primeiro em)\b.{1,120}$"
    ),
    re.compile(
        r"(?:Read more|Read on|Read the (?:full|rest|whole)|Continue reading|Weiterlesen|Mehr lesen|Lire la suite"
        r"|Leer más|Seguir leyendo|Leia mais|Ler mais|Lees (?:meer|verder))\b[^.!?]{0,120}[\s.»→›]*$"
    ),
    re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?$"),
)
"""What feeds put behind the beginning of a text, in the order in which it is cut off."""

_LONGEST_MORE: Final = 500
_JOINED: Final = re.compile(r"\s*;\s*|\s*,\s+|\s+(?:and|und|et|y|e|en|&)\s+")
_SURNAMES_FIRST: Final = re.compile(r"(?:[^\W\d_][\w'’ -]*, (?:[^\W\d_]\.[ -]?)+(?:, |$)){2,}")
_INITIALS_END: Final = re.compile(r"(?<=\.), ")
_MAIL_FIRST: Final = re.compile(r"\S+@\S+\s+\((.+)\)")
_MAIL_LAST: Final = re.compile(r"(.+?)\s*(?:<\S+@\S+>|\(\S+@\S+\))")


def make_title(document: Document, summary: str | None, others: Iterable[str | None]) -> str:
    """Return a title for an entry that has none: the beginning of its text, or what else tells it from others.

    Empty where an entry says nothing at all.
    """
    texts = (block.text for block in document.blocks if block.kind not in (BlockKind.CODE, BlockKind.TABLE))
    lines = (clean_line(text) for text in (*texts, summary, *others) if text)
    return shorten(next((line for line in lines if line), ""), LONGEST_MADE_TITLE)


def shorten(text: str, longest: int) -> str:
    """Return a line of at most `longest` code points, cut between words and with an ellipsis where it was longer."""
    if len(text) <= longest:
        return text
    start = text[:longest]
    between = start.rfind(" ")
    return (start[:between] if between > longest // 2 else start[:-1]).rstrip(" ,;:–—-") + "…"


def choose_summary(summary: str, document: Document, longest: int) -> str | None:
    """Return a summary that says something else than the text begins with, without a feed's own "read more"."""
    if not summary:
        return None
    own = _cut_more(summary)
    beginning = _beginning(document, 2 * len(own) + 1_000)
    if _may_hold(beginning, own):
        wanted = _squash(own)
        if wanted and wanted in _squash(beginning)[: len(wanted) + 600]:
            return None
    return shorten(own, longest)


def _may_hold(text: str, words: str) -> bool:
    """Whether the longest of some words stands in a text: a look of a tenth of what it takes to compare them all."""
    longest = max(words.split(), key=len, default="")
    return any(form in text for form in (longest, longest.lower(), longest.capitalize(), longest.upper()))


def _cut_more(summary: str) -> str:
    """Return a summary without the invitation to read on at its end, unless it is nothing else."""
    end = own = summary[-_LONGEST_MORE:]
    for more in _MORE:
        own = more.sub("", own).rstrip()
    return summary.removesuffix(end) + own or summary


def read_names(names: Iterable[str | None]) -> tuple[str, ...]:
    """Return the names of authors, each once; "A and B" are two, "mail (Name)" is Name."""
    found: dict[str, None] = {}
    for given in names:
        line = fragment_text(given[:1_000]) if given else ""
        mail = _MAIL_FIRST.fullmatch(line) or _MAIL_LAST.fullmatch(line)
        for name in _split_names((mail[1] if mail else line).strip(" ,;")):
            if name and len(name) <= _LONGEST_NAME:
                found.setdefault(name)
    return tuple(found)[:_MOST_NAMES]


def read_terms(terms: Iterable[str | None]) -> tuple[str, ...]:
    """Return categories, each once."""
    lines = (fragment_text(term[:1_000])[:_LONGEST_NAME] for term in terms if term)
    return tuple(dict.fromkeys(line for line in lines if line))[:_MOST_NAMES]


def file_name(enclosures: Iterable[Enclosure]) -> str | None:
    """Return the name of the first file that comes with an entry."""
    for enclosure in enclosures:
        return unquote(urlsplit(enclosure.url).path.rpartition("/")[2]) or None
    return None


def read_number(value: object) -> int | None:
    """Return a count that a feed gives as a number or as text, None where it is none or not above zero."""
    text = str(value).strip()
    digits = text.partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and 0 < len(digits) < 16 and int(digits) > 0 else None


def read_duration(value: object) -> int | None:
    """Return "1:02:03", "62:03" or "3723" in seconds."""
    parts = str(value or "").strip().split(":")
    if len(parts) > 3 or not all(
        part.partition(".")[0].isascii() and part.partition(".")[0].isdigit() for part in parts
    ):
        return None
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + int(part.partition(".")[0][:9])
    return seconds or None


def without_title(document: Document, title: str) -> Document:
    """Return a document without a first heading that only says the title again."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.kind is not BlockKind.HEADING or _squash(first.text) != _squash(title):
        return document
    return Document(document.blocks[1:], document.links)


def _split_names(line: str) -> list[str]:
    """Take "Ann Lee, Bo Ek and Cy Fox" apart; "Lee, Ann" and "Dow Jones & Company" stay whole."""
    if _SURNAMES_FIRST.fullmatch(line):
        return _INITIALS_END.split(line)
    parts = [part for part in _JOINED.split(line) if part]
    if len(parts) > 1 and (";" in line or all(1 < len(part.split()) < 5 for part in parts)):
        return parts
    return [line]


def _beginning(document: Document, length: int) -> str:
    pieces: list[str] = []
    for block in document.blocks:
        if block.kind is not BlockKind.IMAGE:
            pieces.append(block.text)
            length -= len(block.text)
        if length < 0:
            break
    return " ".join(pieces)


def _squash(text: str) -> str:
    return "".join(text.split()).casefold()
