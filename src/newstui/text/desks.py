"""Sources that are one publication's desks in several languages, known by addresses that differ by the language alone.

"https://rss.site.example/rdf/all-en" and ".../all-de", "de.site.example/rss" and "fr.site.example/rss",
"site.example/english/feed.xml" and "site.example/deutsch/feed.xml".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Final
from urllib.parse import urlsplit

from newstui.text.languages import find_by_name, find_variety, is_one_language, normalise_tag, primary

_WORD: Final = re.compile(r"(?<![a-z])(?:[a-z]{2}[-_][a-z]{2}(?![a-z])|[a-z]{2,})", re.IGNORECASE)
_PLACE: Final = "{}"


def find_desks(sources: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Return the publication of each source that is a desk of one with others in other languages.

    `sources` are keys, addresses and languages; publications are told apart by a name that means nothing else. One
    whose address names no language ("www.site.example/rss") belongs to those beside it that name theirs in that place.
    """
    desks: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for key, address, language in sources:
        for pattern, named in _list_patterns(address, language):
            desks[pattern].append((key, find_variety(language) or primary(language), named))
    found: dict[str, str] = {}
    for pattern, members in desks.items():
        languages = {language for _, language, _ in members}
        if _are_several(languages) and any(named for *_, named in members):
            for key, _, _ in members:
                found.setdefault(key, pattern)
    return found


def _are_several(languages: Iterable[str]) -> bool:
    return any(not is_one_language(one, other) for one, other in combinations(languages, 2))


def _list_patterns(address: str, language: str) -> list[tuple[str, bool]]:
    """The address with its language left open, and whether it names the language there."""
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        return []
    if not host or "://" not in address:
        return []
    rest = address.split("://", 1)[1].partition("/")[2]
    open_ = _leave_open(rest, language)
    patterns = [(f"{host}/{open_}", True)] if open_ != rest else []
    label, _, site = host.partition(".")
    if "." in site and _means(label, language):
        patterns.append((f"{_PLACE}.{site}/{rest}", True))
    elif not patterns:
        patterns.append((f"{_PLACE}.{site if label == 'www' else host}/{rest}", False))
    return patterns


def _leave_open(text: str, language: str) -> str:
    return _WORD.sub(lambda word: _PLACE if _means(word[0], language) else word[0], text)


def _means(word: str, language: str) -> bool:
    """Whether a word of an address is a language's tag or name, or the region of one of its varieties ("br")."""
    if (variety := find_variety(language)) and variety.lower().endswith(f"-{word.lower()}"):
        return True
    tag = normalise_tag(word) if len(word) <= 5 else find_by_name(word)
    return tag is not None and primary(tag) == primary(language)
