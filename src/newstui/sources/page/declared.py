"""The editions that a page declares: in its head, in an HTTP header, in JSON-LD, in a language switch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newstui.model import Edition, Reason
from newstui.sources.markup import resolve_link
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_things
from newstui.text.clean import clean_line
from newstui.text.edition_links import choose_editions
from newstui.text.languages import find_by_name, find_by_own_name, is_one_language, normalise_tag

_LINK: Final = re.compile(r"<(?P<url>[^<>]*)>(?P<parameters>(?:\s*;\s*[\w*]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]*))*)")
_PARAMETER: Final = re.compile(r";\s*(?P<name>[\w*]+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^\s;,\"]*))")
_LONGEST_NAME: Final = 30  # characters of a link that names a language


def find_declared(facts: Facts, language: str | None, link_header: str | None) -> tuple[Edition, ...]:
    """Return the editions that a page declares; those in its head first, a switch for languages it leaves out.

    Where it gives no address at all, the languages that it says it is available in.
    """
    head = [*_read_head(facts), *_read_header(facts, link_header), *_read_things(facts)]
    editions = choose_editions(head, facts.url, language)
    switch = choose_editions(_read_switch(facts), facts.url, language)
    known = [edition.language for edition in editions]
    more = [edition for edition in switch if not any(is_one_language(edition.language, tag) for tag in known)]
    return (*editions, *more) or _list_locales(facts, language)


def _read_head(facts: Facts) -> Iterator[tuple[str | None, str]]:
    for link in facts.tree.iter("link"):
        if "alternate" in (link.get("rel") or "").lower().split() and not _is_feed(link.get("type")):
            yield from _pair(link.get("hreflang"), link.get("href"), facts)


def _read_header(facts: Facts, header: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield the alternates of an HTTP Link header (RFC 8288)."""
    for link in _LINK.finditer(header or ""):
        found = {
            one["name"].lower(): one["quoted"] or one["plain"] or "" for one in _PARAMETER.finditer(link["parameters"])
        }
        if "alternate" in found.get("rel", "").lower().split() and not _is_feed(found.get("type")):
            yield from _pair(found.get("hreflang"), link["url"], facts)


def _read_things(facts: Facts) -> Iterator[tuple[str | None, str]]:
    for key in ("workTranslation", "translationOfWork"):
        for thing in list_things(facts.article.get(key), facts.things):
            if isinstance(thing, dict):
                given = thing.get("inLanguage")
                name = given.get("alternateName") or given.get("name") if isinstance(given, dict) else given
                yield from _pair(str(name or ""), thing.get("url") or thing.get("@id"), facts)


def _read_switch(facts: Facts) -> Iterator[tuple[str | None, str]]:
    """Yield links of the body that say which language they lead to, by their hreflang or by nothing but its own name."""
    for link in facts.tree.iter("a"):
        declared = normalise_tag(link.get("hreflang"))
        text = clean_line("".join(link.itertext()))
        named = find_by_own_name(text) if 0 < len(text) <= _LONGEST_NAME else None
        if named or (declared and len(text) <= _LONGEST_NAME):
            yield from _pair(declared or named, link.get("href"), facts)


def _list_locales(facts: Facts, language: str | None) -> tuple[Edition, ...]:
    """Return the languages of Open Graph's other locales, which give no address: many sites name all of theirs there."""
    tags = dict.fromkeys(filter(None, map(normalise_tag, facts.list_metas("og:locale:alternate"))))
    own = language or next(filter(None, map(normalise_tag, facts.list_metas("og:locale"))), "")
    return tuple(Edition(tag, reason=Reason.LISTED) for tag in tags if not is_one_language(tag, own))


def _pair(tag: str | None, address: object, facts: Facts) -> Iterator[tuple[str | None, str]]:
    url = resolve_link(address, facts.base) if isinstance(address, str) and address.strip("# ") else None
    if tag and url and url.startswith("http"):
        yield (normalise_tag(tag) or find_by_name(tag)), url


def _is_feed(kind: str | None) -> bool:
    return any(word in (kind or "").lower() for word in ("rss", "atom", "feed", "json", "xml+oembed"))
