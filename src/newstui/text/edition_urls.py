"""Addresses that differ by the language alone: /de/story and /en/story, de.site and en.site, ?lang=de."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from newstui.text.edition_links import leads_to_story
from newstui.text.languages import is_one_language, normalise_tag, primary

_PARAMETERS: Final = frozenset({"lang", "language", "locale", "hl", "lg"})
_HOST: Final = 2
_FIRST_STEP: Final = 3
"""Where host and path stand in an address that is split at its slashes."""
_LENGTHS: Final = (2, 5)
_TAG: Final = re.compile(r"(?P<code>[a-z]{2})(?:(?P<mark>[-_])(?P<region>[a-z]{2}))?", re.IGNORECASE)
_REGIONS: Final = {
    "de": ("de", "at", "ch"),
    "en": ("us", "gb", "uk", "int"),
    "es": ("es", "mx"),
    "fr": ("fr", "be", "ca", "ch"),
    "nl": ("nl", "be"),
    "pt": ("br", "pt"),
    "zh": ("cn", "tw", "hk"),
}
"""The regions that addresses name most, by language; any other's is taken to be called like the language."""


def list_counterparts(address: str, language: str, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the addresses at which a story's editions in these languages would stand, each with its language.

    `address` is a canonical one (text.identity), and so are those returned. Only for one that names its article's own
    `language`; with "" the address that would name none, as that of a site's first language often does not. Another
    variety of the own language is one of the languages ("/pt-br/story", "/pt/story"). None for home pages and sections.
    """
    own = primary(language)
    if own not in address.lower() or "://" not in address:
        return ()
    rewritten = dict(_rewrite_all(address, own, _list_others(language, tuple(languages))))
    return tuple(rewritten.items()) if rewritten and _leads_to_story(address) else ()


def names_language(address: str, language: str) -> bool:
    """Whether an address names this language: as the first label of its host, as a step of its path, as a parameter."""
    place, _, query = address.partition("?")
    steps = place.split("/")
    own = primary(language)
    parts = [steps[_HOST].partition(".")[0] if len(steps) > _HOST else "", *steps[_FIRST_STEP:]]
    parts += [field.partition("=")[2] for field in query.split("&") if field.partition("=")[0].lower() in _PARAMETERS]
    return any(_names(part, own) for part in parts)


@lru_cache(maxsize=64)
def _list_others(language: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """The languages to look for an edition in: another variety of its own is one of them where there are two."""
    own = primary(language)
    varied = any(primary(tag) == own and not is_one_language(tag, language) for tag in tags)
    return tuple(code for code in dict.fromkeys(map(primary, tags)) if code != own or varied)


def _leads_to_story(address: str) -> bool:
    try:
        return leads_to_story(address, None)
    except ValueError:  # no address at all, though it looks like one
        return False


def _rewrite_all(address: str, own: str, others: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    place, mark, query = address.partition("?")
    steps = place.split("/")
    for number, step in enumerate(steps[_FIRST_STEP:], _FIRST_STEP):
        if _names(step, own):
            for tag, code in _list_tags(step, others):
                yield "/".join([*steps[:number], tag, *steps[number + 1 :]]) + mark + query, code
            if number == _FIRST_STEP:
                yield "/".join(steps[:number] + steps[number + 1 :]) + mark + query, ""
    label, _, site = steps[_HOST].partition(".")
    if "." in site and _names(label, own):
        for tag, code in _list_tags(label, others):
            yield "/".join([*steps[:_HOST], f"{tag}.{site}", *steps[_FIRST_STEP:]]) + mark + query, code
    fields = query.split("&")
    for number, field in enumerate(fields):
        name, _, value = field.partition("=")
        if name.lower() in _PARAMETERS and _names(value, own):
            for tag, code in _list_tags(value, others):
                yield f"{place}?" + "&".join([*fields[:number], f"{name}={tag}", *fields[number + 1 :]]), code
            rest = "&".join(fields[:number] + fields[number + 1 :])
            yield f"{place}?{rest}" if rest else place, ""


def _names(part: str, own: str) -> bool:
    """Whether a part of an address is the tag of a language, and of the article's own."""
    return len(part) in _LENGTHS and bool(_TAG.fullmatch(part)) and primary(normalise_tag(part) or "") == own


def _list_tags(like: str, codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The ways to write languages in the manner of another's tag, each with its language."""
    found = _TAG.fullmatch(like)
    assert found is not None
    own = found["code"].lower()
    for code in codes:
        regions = _REGIONS.get(code, (code,))
        if code == own:
            tags = [code, *(f"{code}{found['mark'] or '-'}{region}" for region in regions)]
            yield from ((tag, code) for tag in tags if tag != like.lower())
        elif not found["mark"]:
            yield code.upper() if like.isupper() else code, code
        else:
            for region in regions:
                yield code + found["mark"] + (region.upper() if found["region"].isupper() else region), code
