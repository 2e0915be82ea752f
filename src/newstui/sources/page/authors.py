"""Who wrote a page's article."""

from __future__ import annotations

import re
from typing import Final

from newstui.sources.markup import fragment_text
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_things, name_of
from newstui.sources.page.site import fold, list_site_names
from newstui.text.clean import clean_line

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
    ".//*[contains(@class,'byline') or contains(@class,'Byline')]//a",
    ".//*[contains(@class,'byline') or contains(@class,'Byline')]",
    ".//*[contains(concat(' ',@class,' '),' author ') or contains(concat(' ',@class,' '),' autor ')]",
)
_BY: Final = re.compile(
    r"^(?:[^\W\d]{2,12}\s*:\s+|(?:(?:written|posted|geschrieben|published|escrito|écrit|geschreven)\s+)?"
    r"(?:by|von|par|door|por|di|text|autor(?:in)?|author|auteur)\b\s*:?\s+)",
    re.IGNORECASE,
)
"""What a byline begins with: "By", "Von", "Text:"."""
_AND: Final = re.compile(
    r"\s*(?:[,;]\s*(?:und|and|et|en|y|e)\s(?=\S+\s)|;|,|\n|(?<=\w{4})\.(?=\s)|\s/|\s(?:und|and|et|en|with|mit|&|\+)\s|\s[ye]\s(?=\S+\s+(?![ye]\s)\S))\s*"
)
_BEHIND: Final = re.compile(r"\s*\([^()]*\)$|(?<=\w)\s+(?:in|aus|à|te|em)\s+[A-ZÀ-Ý][\w.-]+$")
"""An agency in brackets, or where somebody writes from."""
_NO_NAME: Final = re.compile(
    r"https?:|www\.|@|\d|\b(?:admin|administrator|redaktion|editor(?:ial)?|staff|newsroom|team|redazione|rédaction|redacción"
    r"|redação|redactie|reporter|correspondent|korrespondent(?:in)?|writer|author|autor|published|updated|min read)\b",
    re.IGNORECASE,
)
_MOST: Final = 12


def find_authors(facts: Facts) -> tuple[str, ...]:
    """Return the authors that a page declares, else those in its byline; its site is not one of its authors."""
    sites = list_site_names(facts)
    declared = [name_of(thing) for thing in list_things(facts.article.get("author"), facts.things)]
    declared += [name_of(thing) for thing in list_things(facts.article.get("creator"), facts.things)]
    if not any(_split(name, sites) for name in declared):
        declared += facts.list_metas(*_METAS)
    names = [name for text in declared for name in _split(text, sites)]
    offices = [clean_line(text) for text in declared if _is_office(text, sites)]
    return _distinct(names or _read_byline(facts, sites) or offices)


def _read_byline(facts: Facts, sites: frozenset[str]) -> list[str]:
    for path in _BYLINE:
        texts = [clean_line(" ".join(element.itertext())) for element in facts.tree.xpath(path)[:4]]
        names = [name for text in texts if len(text) < 120 for name in _split(text, sites) if _looks_like_person(name)]
        if names:
            return names
    return []


def _split(text: str, sites: frozenset[str]) -> list[str]:
    """Return the names in a byline or an author field; offices, places and addresses are left out."""
    text = _BY.sub("", " ".join(clean_line(fragment_text(text)).split())).strip(" .,|–—-")
    if "://" in text or text.startswith(("www.", "@", "/")):
        return []
    # "Anna Meier | Berlin | 6.1.2026": what stands behind a bar is no further name.
    return next((names for one in text.split("|") if (names := _split_names(one.strip(), sites))), [])


def _split_names(text: str, sites: frozenset[str]) -> list[str]:
    parts = [_BEHIND.sub("", part.strip(" .,–—-")) for part in _AND.split(text)]
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
