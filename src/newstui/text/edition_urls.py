"""Addresses that differ by the language alone: /de/story and /en/story, de.site and en.site, ?lang=de."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import SplitResult, urlsplit

from newstui.text.edition_links import leads_to_story
from newstui.text.languages import normalise_tag, primary

_PARAMETERS: Final = frozenset({"lang", "language", "locale", "hl", "lg"})
_TAG: Final = re.compile(r"(?P<code>[a-z]{2})(?:(?P<mark>[-_])(?P<region>[a-z]{2}))?", re.IGNORECASE)
_REGIONS: Final = {
    "de": ("de", "at", "ch"),
    "en": ("us", "gb", "uk", "int"),
    "es": ("es", "mx"),
    "fr": ("fr", "be", "ca", "ch"),
    "nl": ("nl", "be"),
    "pt": ("br", "pt"),
}
"""The regions that addresses name most, by language; any other's is taken to be called like the language."""


def list_counterparts(url: str, language: str, languages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the addresses at which a story's editions in these languages would stand, each with its language.

    Only for an address that names its article's own `language`; "" where it would name none, as a site's first
    language often does. None for home pages and sections.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    if not leads_to_story(url, None):
        return ()
    others = [code for code in dict.fromkeys(map(primary, languages)) if code != primary(language)]
    found = dict(_rewrite_all(parts, primary(language), others))
    found.pop(url, None)
    return tuple(found.items())


def _rewrite_all(parts: SplitResult, own: str, others: list[str]) -> Iterator[tuple[str, str]]:
    steps = parts.path.split("/")
    for place, step in enumerate(steps):
        if not _names(step, own):
            continue
        for code in others:
            for tag in _list_tags(step, code):
                path = "/".join([*steps[:place], tag, *steps[place + 1 :]])
                yield parts._replace(path=path).geturl(), code
        if place == 1:
            yield parts._replace(path="/".join(steps[:place] + steps[place + 1 :])).geturl(), ""
    label, _, site = parts.netloc.partition(".")
    if _names(label, own) and "." in site:
        for code in others:
            for tag in _list_tags(label, code):
                yield parts._replace(netloc=f"{tag}.{site}").geturl(), code
    fields = parts.query.split("&")
    for place, field in enumerate(fields):
        name, _, value = field.partition("=")
        if name.lower() not in _PARAMETERS or not _names(value, own):
            continue
        for code in others:
            for tag in _list_tags(value, code):
                query = "&".join([*fields[:place], f"{name}={tag}", *fields[place + 1 :]])
                yield parts._replace(query=query).geturl(), code
        yield parts._replace(query="&".join(fields[:place] + fields[place + 1 :])).geturl(), ""


def _names(part: str, own: str) -> bool:
    """Whether a part of an address is the tag of a language, and of the article's own."""
    return bool(_TAG.fullmatch(part)) and primary(normalise_tag(part) or "") == own


def _list_tags(like: str, code: str) -> Iterator[str]:
    """The ways to write a language in the manner of another's tag."""
    found = _TAG.fullmatch(like)
    assert found is not None
    if not found["mark"]:
        yield code.upper() if like.isupper() else code
        return
    for region in _REGIONS.get(code, (code,)):
        yield code + found["mark"] + (region.upper() if found["region"].isupper() else region)
