"""The editions that a page declares: in its head, in an HTTP header, in JSON-LD, in a language switch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newstui.model import Edition, Reason
from newstui.sources.markup import resolve_link
from newstui.sources.page.facts import Facts
from newstui.sources.page.json_ld import list_things
from newstui.text.clean import clean_line
from newstui.text.edition_links import choose_editions
from newstui.text.edition_urls import names_language
from newstui.text.language_switch import find_in_label
from newstui.text.languages import find_by_name, find_by_own_name, is_one_language, normalise_tag, primary

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINK: Final = re.compile(r"<(?P<url>[^<>]*)>(?P<parameters>(?:\s*;\s*[\w*]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]*))*)")
_PARAMETER: Final = re.compile(r";\s*(?P<name>[\w*]+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<plain>[^\s;,\"]*))")
_LONGEST_NAME: Final = 40  # characters of a link that names a language
_CODE: Final = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)


def find_declared(facts: Facts, language: str | None, link_header: str | None) -> tuple[Edition, ...]:
    """Return the editions that a page declares; those in its head first, a switch for languages it leaves out.

    Where it gives no address at all, the languages that it says it is available in.
    """
    head = [*_read_head(facts), *_read_header(facts, link_header), *_read_things(facts)]
    editions = choose_editions(head, facts.url, language)
    switch = choose_editions(_read_switch(facts, language), facts.url, language)
    known = [edition.language for edition in editions]
    more = [edition for edition in switch if not any(is_one_language(edition.language, tag) for tag in known)]
    return (*editions, *more) or _list_locales(facts, language)


def _read_head(facts: Facts) -> Iterator[tuple[str | None, str]]:
    for link in facts.tree.iter("link"):
        if _is_alternate(link) and not _is_feed(link.get("type")):
            yield from _pair(link.get("hreflang") or link.get("lang"), link.get("href"), facts)


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


def _read_switch(facts: Facts, language: str | None) -> Iterator[tuple[str | None, str]]:
    """Yield what a switch of languages says in the body: links and the entries of a menu, each with the language it names."""
    codes: list[tuple[str | None, str]] = []
    for link in facts.tree.iter("a", "option"):
        address = link.get("href") or link.get("value")
        text = clean_line("".join(link.itertext()))
        if not text or len(text) > _LONGEST_NAME:
            continue
        declared = normalise_tag(link.get("hreflang") or (link.get("lang") if _is_alternate(link) else None))
        if tag := declared or find_by_own_name(text):
            yield from _pair(tag, address, facts)
        elif tag := find_in_label(text):
            yield from (pair for pair in _pair(tag, address, facts) if _is_on_site(pair[1], facts.url))
        elif _CODE.fullmatch(text):
            codes += (pair for pair in _pair(text, address, facts) if pair[0] and names_language(pair[1], pair[0]))
    # Two may be anything: the section IT beside a shop's other language.
    if len({primary(tag) for tag in (language, *(tag for tag, _ in codes)) if tag}) > 2:
        yield from codes


def _is_alternate(link: HtmlElement) -> bool:
    return "alternate" in (link.get("rel") or "").lower().split()


def _is_on_site(url: str, own_url: str | None) -> bool:
    """Whether an address is of the page's own publication: another desk of it may have a host of its own."""
    hosts = [(urlsplit(address or "").hostname or "").split(".")[-2:] for address in (url, own_url)]
    return hosts[0] == hosts[1]


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
