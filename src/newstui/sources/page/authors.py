"""Who wrote a page's article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from newstui.sources.markup import fragment_text
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_strings, list_things, name_of
from newstui.sources.page.language import find_language
from newstui.sources.page.site import fold, list_site_names
from newstui.text.clean import clean_line
from newstui.text.dates import find_date
from newstui.text.languages import primary

_METAS: Final = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "cxenseparse:author",
    "og:article:author",
    "citation_author",
)
_BYLINE: Final = (
    ".//*[@itemprop='author']//*[@itemprop='name']",
    ".//*[@itemprop='author']",
    ".//a[@rel='author']",
    ".//*[contains(@class,'author-name') or contains(@class,'author__name') or contains(@class,'authorName')]",
    ".//*[contains(@class,'byline') or contains(@class,'Byline') or contains(@data-testid,'byline')]//a",
    ".//*[contains(@class,'byline') or contains(@class,'Byline') or contains(@data-testid,'byline')]",
    ".//*[contains(concat(' ',@class,' '),' author ') or contains(concat(' ',@class,' '),' autor ')]",
    ".//*[contains(concat(' ',@class,' '),' auteur ') or contains(concat(' ',@class,' '),' autoren ')]",
)
"""Where bylines stand, the surest first."""

_REMARK: Final = "ancestor-or-self::*[contains(@class,'omment') or contains(@id,'omment')]"
"""What a reader has written below has an author too."""

_BY: Final = re.compile(
    r"^(?:[^\W\d]{2,12}\s*:\s+|(?:(?:written|posted|geschrieben|published|escrito|écrit|geschreven)\s+)?"
    r"(?:by|von|par|door|por|di|text|autor(?:in)?|author|auteur)\b\s*:?\s+)",
    re.IGNORECASE,
)
"""What a byline begins with: "By", "Von", "Text:"."""
_AND: Final = re.compile(
    r"\s*(?:[,;]\s*(?:und|and|et|en|y|e)\s(?=\S+\s)|;|,|\n|(?<=\w{4})\.(?=\s)|\s/|\s(?:und|and|et|en|&|\+)\s"
    r"|\s(?:with|mit|avec|con|com|met)\s|\s[ye]\s(?=\S+\s+(?![ye]\s)\S))\s*"
)
_PLACE: Final = r"[A-ZÀ-Ý][\w.-]+(?:\s[A-ZÀ-Ý][\w.-]+)?"
_BEHIND: Final = re.compile(rf"\s*\([^()]*\)|\s*\S*@\S+|(?<=\w)\s(?:in|aus|à|te|em)\s{_PLACE}$")
"""What is no name behind one: an agency in brackets, an account, where somebody writes from."""

_FROM: Final = re.compile(rf"(?<=\w)\sen\s{_PLACE}$")
"""The same in French and Spanish; in Dutch it is a second name."""

_WHEN: Final = re.compile(
    r"(?:[\s,|•·–—-]|\b(?:on|am|vom|le|el|em|op|der|updated|published|publi\w+|aktualisiert|stand)\b:?)+$",
    re.IGNORECASE,
)
"""What is left before a date that was cut off."""

_NO_NAME: Final = re.compile(
    r"https?:|www\.|@|\d|\b(?:admin|administrator|redaktion|editor(?:ial)?|staff|newsroom|team|redazione|rédaction|redacción"
    r"|redação|redactie|material|agenturen|agences|agencias|agências|reporter|correspondent|korrespondent(?:in)?|writer|author|autor|published|updated|min read)\b",
    re.IGNORECASE,
)
_MOST: Final = 12


def find_authors(facts: Facts) -> tuple[str, ...]:
    """Return the authors that a page declares, else those in its byline; its site is not one of its authors."""
    sites = list_site_names(facts)
    romance = primary(find_language(facts) or "") in {"fr", "es", "ca", "gl"}

    def split(text: str) -> list[str]:
        return _split(_FROM.sub("", text) if romance else text, sites)

    declared = [name for key in ("author", "creator") for name in _list_names(facts, key)]
    if not any(split(name) for name in declared):
        declared += facts.list_metas(*_METAS)
    names = [name for text in declared for name in split(text)]
    offices = [clean_line(text) for text in declared if _is_office(text, sites)]
    return _distinct(names or _read_byline(facts, split) or offices)


def _list_names(facts: Facts, key: str) -> Iterator[str]:
    for thing in list_things(facts.article.get(key), facts.things):
        names = thing.get("name") if isinstance(thing, dict) else None
        yield from list_strings(names) if isinstance(names, list) else [name_of(thing)]


def _read_byline(facts: Facts, split: Callable[[str], list[str]]) -> list[str]:
    for path in _BYLINE:
        elements = [element for element in facts.tree.xpath(path)[:_MOST] if not element.xpath(_REMARK)]
        texts = [clean_line(" ".join(element.itertext())) for element in elements[:4]]
        names = [name for text in texts if len(text) < 120 for name in split(text) if _looks_like_person(name)]
        if names:
            return names
    return []


def _split(text: str, sites: frozenset[str]) -> list[str]:
    """Return the names in a byline or an author field; offices, places, dates and addresses are left out."""
    text = _BY.sub("", " ".join(clean_line(fragment_text(text)).split())).strip(" .,|–—-")
    if "://" in text or text.startswith(("www.", "@", "/")):
        return []
    when = find_date(text)
    if when is not None and when.start:
        text = _WHEN.sub("", text[: when.start])
    # "Anna Meier | Berlin": what stands behind a bar is no further name.
    return next((names for one in text.split("|") if (names := _split_names(one.strip(), sites))), [])


def _split_names(text: str, sites: frozenset[str]) -> list[str]:
    parts = [_BEHIND.sub("", part.strip(" .,–—-")).strip() for part in _AND.split(_BEHIND.sub("", text))]
    named = [
        part for part in parts if part and len(part) < 60 and not _NO_NAME.search(part) and fold(part) not in sites
    ]
    # "Meier, Anna": two parts of one word each are one name; "Anna Meier, Berlin": a single word after a name is none.
    if len(named) == 2 and all(len(part.split()) == 1 for part in named) and "," in text:
        return [f"{named[1]} {named[0]}"]
    whole = [part for part in named if len(part.split()) > 1]
    return whole or named


def _is_office(text: str, sites: frozenset[str]) -> bool:
    """Whether a declared author is an editorial office rather than a person, the site or an account."""
    named = "/" not in text and "@" not in text and text.strip().lower() not in {"admin", "administrator", ""}
    return named and fold(text) not in sites and len(text) < 60


def _looks_like_person(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and words[0] != "The" and sum(word[0].isupper() for word in words) >= 2


def _distinct(names: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name.title() if name.isupper() and len(name.split()) > 1 else name)
    return tuple(found.values())[:_MOST]
