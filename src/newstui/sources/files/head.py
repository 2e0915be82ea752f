"""The head of a plain text: which lines are its title, its summary, its authors, its date and its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from newstui.sources.files.paragraphs import Paragraph, display_width, item_mark
from newstui.text.dates import find_date

_LONGEST_TITLE: Final = 170  # columns
_LONGEST_SUMMARY: Final = 900  # columns
_LONGEST_DERIVED: Final = 140  # characters of a title that is made from a first sentence
_CLOSING: Final = r"[\s\"'”’»“)\]）」』]*$"
_STOP: Final = re.compile(r"[.。．।۔…:;,]+" + _CLOSING)
_END: Final = re.compile(r"[.!?。！？؟।۔…]+" + _CLOSING)
_ABBREVIATED: Final = re.compile(r"(?:\b\w{1,2}\.\s?){2,}$|\b(?:Inc|Co|Ltd|Jr|Sr|St|etc)\.$")
_SENTENCE: Final = re.compile(
    r"(?:(?<=\w{3})|(?<=[\"'”’»)%]))[.!?…]+[\"'”’»“)\]]*(?=\s+[\"'“„«‘‚»¿¡(\[—–-]*\s?[^\W_a-zß-ÿ])|[。！？؟۔][”」』’]?(?=.)"
)
"""The end of a sentence that another follows: not after an abbreviation of one or two letters."""
_URL: Final = re.compile(
    r"^(?:(?:quelle|source|fuente|fonte|bron|url|link|original|via|from)\s*:?\s*)?<?(?P<url>https?://[^\s<>]+)>?$",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"^(?:(?:text|autor(?:in|a|es)?|author(?:e?s)?|auteurs?|door|von|by|written by|par|por|di|texto|tekst)\s*:\s*"
    r"|(?:von|by|par|door|por|di)\s+)(?P<names>\S.*)$",
    re.IGNORECASE,
)
_AND: Final = re.compile(r"\s*(?:,|;|&|\bund\b|\band\b|\bet\b|\ben\b|\by\b|\be\b)\s*")
_NAME: Final = re.compile(
    r"^(?:[A-ZÀ-ÖØ-ÞŁŚŽŠČ][\w'’.-]*|v[ao]n|de[rnls]?|d[aio]s?|la|le|te[rn]?|bin|al|el|zu|af|[’'`]t)$"
)
_DATE_WORDS: Final = re.compile(
    r"\b(?:veröffentlicht|aktualisiert|stand|published|updated|posted|publié|mis à jour|gepubliceerd|bijgewerkt|publicado"
    r"|actualizado|atualizado|am|on|le|op|el|em|om|at|à|den|datum|date|fecha|data|uhr|uur"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?)\b",
    re.IGNORECASE,
)
_TAIL: Final = 24  # characters in which the end of a sentence shows
_HEAD: Final = 6  # paragraphs among which a byline, a date and an address are looked for


@dataclass(slots=True)
class Head:
    """What a text's head says; `body` is what is left of its paragraphs."""

    title: str = ""
    summary: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    url: str | None = None
    kicker: str | None = None
    body: list[Paragraph] = field(default_factory=list)


def read_head(paragraphs: Sequence[Paragraph]) -> Head:
    """Take the head off a text's paragraphs, of which there is one at least."""
    head = Head(body=list(paragraphs))
    _take_credits(head)
    _take_address_below(head)
    if head.body:
        _take_title(head)
    return head


def derive_title(text: str) -> str:
    """Return a title made from the first sentence of a text that has none."""
    end = _SENTENCE.search(text)
    first = text[: end.end()] if end else text
    if len(first) <= _LONGEST_DERIVED:
        return first
    cut = first[:_LONGEST_DERIVED]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"


def is_headline(text: str) -> bool:
    """Whether a text could be a headline by itself: short, and no full stop at its end."""
    return display_width(text) <= _LONGEST_TITLE and not has_stop(text) and count_sentences(text) <= 2


def ends_quoted(text: str) -> bool:
    """Whether a text ends as a sentence inside quotation marks."""
    return bool(_END.search(text[-_TAIL:])) and not text.endswith((".", "!", "?", "…", "。", "！", "？", "؟", "۔"))


def has_stop(text: str) -> bool:
    """Whether a text ends as a sentence that is no question and no exclamation, or with a colon, comma or semicolon."""
    return bool(_STOP.search(text[-_TAIL:])) and not _ABBREVIATED.search(text[-_TAIL:])


def count_sentences(text: str) -> int:
    """Return how many sentences a text has, in scripts with and without spaces between them."""
    return 1 + len(_SENTENCE.findall(text))


def _take_credits(head: Head) -> None:
    """Take bylines, dates and addresses out of the lines above the first long paragraph."""
    kept: list[Paragraph] = []
    above = True
    for position, paragraph in enumerate(head.body):
        above = above and position < _HEAD and len(head.body) > 1
        if not above or not _take_credit(head, paragraph.text, first=position == 0):
            kept.append(paragraph)
            above = above and (position == 0 or display_width(paragraph.text) <= _LONGEST_TITLE)
    if kept:
        head.body = kept


def _take_credit(head: Head, line: str, *, first: bool) -> bool:
    """Whether a line is a byline, a date or an address and nothing else, noted in `head` then."""
    if len(line) > 140 or _END.search(line.rstrip(".")) or line.endswith(":"):
        return False
    address = _URL.match(line)
    if address and not head.url:
        head.url = address["url"]
        return True
    date = find_date(line)
    rest = line
    if date:
        rest = (line[: date.start] + " " + line[date.end :]).strip(" ,|·•–—-/()")
    authors = () if first else read_byline(rest)
    if authors and not head.authors:
        head.authors = authors
        head.published = head.published or (date.at if date else None)
        return True
    words = _DATE_WORDS.sub(" ", rest).replace(":", " ").split()
    if date and not head.published and len(words) <= 2 and not first:
        head.published = date.at
        return True
    return False


def read_byline(line: str) -> tuple[str, ...]:
    """Return the names in a byline ("Von Anna Meier und Jan de Vries, Berlin"), none where a line is none."""
    found = _BYLINE.match(line.strip())
    if not found:
        return ()
    parts = [part.strip(" .|·") for part in _AND.split(re.split(r"\s+[|·–—]\s+|\s+in\s+", found["names"])[0])]
    if not all(part and len(part.split()) <= 5 and all(_NAME.match(word) for word in part.split()) for part in parts):
        return ()
    names = [part for part in parts if len(part.split()) > 1]
    return tuple(names)


def _take_address_below(head: Head) -> None:
    found = _URL.match(head.body[-1].text)
    if found and not head.url and len(head.body) > 1:
        head.url = found["url"]
        head.body.pop()


def _take_title(head: Head) -> None:
    """Decide between headline first, summary first, and nothing but paragraphs, by length and end punctuation."""
    first = head.body[0].text
    second = head.body[1].text if len(head.body) > 1 else None
    third = head.body[2].text if len(head.body) > 2 else None
    if second is None:
        if is_headline(first) or (count_sentences(first) == 1 and display_width(first) <= _LONGEST_TITLE):
            head.title, head.body = first, []
        else:
            head.title = derive_title(first)
        return
    if _is_kicker(first, second, third):
        head.kicker, head.title, head.body = first, second, head.body[2:]
    elif _is_summary_first(first, head.body[1], third):
        head.summary, head.title, head.body = first, second, head.body[2:]
    elif is_headline(first) or head.body[0].underlined or _is_sentence_title(first, second):
        head.title, head.body = first, head.body[1:]
        if third is not None and _is_deck(first, second, third):
            head.summary, head.body = second, head.body[1:]
    else:
        head.title = derive_title(first)


def _is_summary_first(first: str, second: Paragraph, third: str | None) -> bool:
    """Whether the first paragraph is a summary and the second the headline: full sentences over a shorter line."""
    if item_mark(second.text) or not is_headline(second.text) or display_width(first) > _LONGEST_SUMMARY:
        return False
    if second.underlined:
        return True
    wide, narrow = display_width(first), display_width(second.text)
    if is_headline(first):
        # Two lines without a full stop: the first is a summary if it is too long for a headline, the second is not.
        return not _END.search(first) and wide > 130 and narrow < 100
    body_below = third is not None and display_width(third) > narrow and bool(_END.search(third[-_TAIL:]))
    return wide > narrow and (count_sentences(first) > 1 or wide > 100 or (narrow >= 20 and body_below))


def _is_sentence_title(first: str, second: str) -> bool:
    """Whether a line with a full stop is a headline after all: one short sentence over a longer paragraph."""
    return count_sentences(first) == 1 and display_width(first) <= 110 and display_width(second) > display_width(first)


def _is_kicker(first: str, second: str, third: str | None) -> bool:
    short = display_width(first) <= 30 and len(first.split()) <= 3 and not _END.search(first)
    longer = is_headline(second) and display_width(second) > max(30, display_width(first))
    return (
        short and (first.isupper() or first.endswith(":")) and longer and third is not None and not is_headline(third)
    )


def _is_deck(first: str, second: str, third: str) -> bool:
    """Whether a line under the headline is its summary: no full stop, longer than the headline, a paragraph below."""
    longer = display_width(second) > max(60, display_width(first))
    return is_headline(second) and longer and not item_mark(second) and display_width(third) > display_width(second)
