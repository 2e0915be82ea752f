"""Which of the addresses that a page or a feed declares for other languages lead to the same story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final
from urllib.parse import unquote, urlsplit

from newstui.model import Edition, Reason
from newstui.text.identity import canonical_url
from newstui.text.languages import VARIED, find_variety, is_one_language, normalise_tag

_HOME: Final = frozenset(
    [
        "start",
        "home",
        "homepage",
        "index",
        "default",
        "main",
        "startseite",
        "accueil",
        "inicio",
        "portada",
        "front",
        "frontpage",
    ]
)
_MOST: Final = 1000  # addresses: no story has more editions
_LANGUAGE_PART: Final = re.compile(r"[a-z]{2}(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)


def choose_editions(
    declared: Iterable[tuple[str | None, str]], own_url: str | None, own_language: str | None
) -> tuple[Edition, ...]:
    """Return the editions among declared pairs of tag and absolute address, each address once.

    Left out are x-default and what is no language, the page itself, its own language elsewhere, home pages and lists.
    Of several that are one language the plainest stays: "de", else "de-DE", else the first.
    """
    pairs = [(normalise_tag(raw), url) for raw, url in islice(declared, _MOST)]
    here = canonical_url(own_url) if own_url else None
    by_address: dict[str, list[tuple[str, str]]] = {}
    for tag, url in pairs:
        if tag:
            by_address.setdefault(canonical_url(url), []).append((tag, url))
    own_tags = {tag for tag, _ in by_address.pop(here, [])} if here else set()
    own_languages = {own_language or "", *own_tags}
    editions: dict[str, Edition] = {}
    for entries in by_address.values():
        tag = _choose_tag([tag for tag, _ in entries])
        url = entries[0][1]
        if not _is_own(tag, own_languages) and leads_to_story(url, own_url):
            editions.setdefault(tag, Edition(tag, url=url, reason=Reason.DECLARED))
    kept: list[str] = []
    for tag in sorted(editions, key=_measure_plainness):
        if not any(is_one_language(tag, other) for other in kept):
            kept.append(tag)
    return tuple(edition for tag, edition in editions.items() if tag in kept)


def _measure_plainness(tag: str) -> tuple[bool, bool, bool]:
    """What is less is plainer: "de" before "de-DE" before "de-AT"; but "pt-BR" before "pt", which says less."""
    language, mark, region = tag.partition("-")
    variety = find_variety(tag)
    return bool(mark) and not variety, language in VARIED and not variety, region.lower() != language


def leads_to_story(url: str, own_url: str | None) -> bool:
    """Whether an address can be that of a story, rather than of a home page or a section, by its path.

    Parts of the path that name a language are not counted; a single plain word where the page itself has a longer
    path is a section.
    """
    parts = _path_parts(url)
    if not parts:
        return bool(urlsplit(url).query) and own_url is not None and not _path_parts(own_url)
    if parts[-1].lower() in _HOME:
        return False
    own = _path_parts(own_url) if own_url else []
    shallow = len(parts) < len(own) if own else len(parts) == 1
    return not (shallow and len(parts) <= 2 and _is_plain(parts[-1]))


def _path_parts(url: str) -> list[str]:
    parts = [_SUFFIX.sub("", unquote(part)) for part in urlsplit(url).path.split("/") if part]
    return [part for part in parts if not (_LANGUAGE_PART.fullmatch(part) and len(part) <= 7)]


def _is_plain(part: str) -> bool:
    """Whether a part of a path is a section's name: ASCII, no figures, one word or two."""
    return part.isascii() and not re.search(r"\d", part) and len(re.split(r"[-_+]", part)) <= 2


def _is_own(tag: str, own: set[str]) -> bool:
    return any(is_one_language(tag, one) for one in own if one)


def _choose_tag(tags: Sequence[str]) -> str:
    """Return the tag that says most of those that share an address: a script, a region that counts, else the shortest."""
    scripts = [tag for tag in tags if re.search(r"-[A-Z][a-z]{3}\b", tag)]
    regions = [tag for tag in tags if find_variety(tag)]
    return (scripts or regions or sorted(tags, key=len))[0]
