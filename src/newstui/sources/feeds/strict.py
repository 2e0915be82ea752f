"""A short way for the feeds that most sites have: well-formed RSS 2.0 and Atom 1.0 with nothing unusual in them.

It answers what feedparser would answer for the same bytes, in a tenth of the time, or it declines. What it does not
know for certain it declines: other formats and encodings, document types, XHTML in texts, bases, elements that stand
twice, podcasts. feedparser then reads the feed, and tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.feeds.strict_fields import (
    ATOM_ENTRY,
    ATOM_FEED,
    RSS_CHANNEL,
    RSS_ITEM,
    Declined,
    Fields,
    Place,
    Rule,
    read_child,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_AROUND: Final = frozenset(
    ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "{http://www.w3.org/XML/1998/namespace}base")
)
_DECLARATION: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")


def read_strictly(body: bytes, url: str | None, charset: str | None, limits: FeedLimits) -> Fields | None:
    """Return a feed in the shape of feedparser's answer, or None where feedparser has to read it."""
    from lxml import etree

    if len(body) > limits.bytes:
        return None
    body = body.removeprefix(b"\xef\xbb\xbf")
    declared = _DECLARATION.match(body)
    encoding = charset or (declared[1].decode("ascii", "replace") if declared else "utf-8")
    if encoding.lower() not in ("utf-8", "utf8") or not body.startswith(b"<") or b"<!DOCTYPE" in body[:10_000]:
        return None
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
        if root.tag == "rss":
            return _read_rss(root, url, limits.entries)
        if root.tag == f"{_ATOM}feed":
            return _read_atom(root, url, limits.entries)
    except (etree.XMLSyntaxError, Declined):
        pass
    return None


def _read_rss(root: _Element, url: str | None, most_entries: int) -> Fields:
    if [child.tag for child in root] != ["channel"]:
        raise Declined
    place = Place(url).enter(root)
    feed: Fields = {"language": place.language} if place.language else {}
    place = place.enter(root[0])
    items = []
    for child in root[0]:
        if child.tag == "item":
            items.append(_read_entry(child, place, RSS_ITEM))
        else:
            read_child(child, place, RSS_CHANNEL, feed)
    return _answer(feed, items, "rss20", most_entries)


def _read_atom(root: _Element, url: str | None, most_entries: int) -> Fields:
    place = Place(url, is_atom=True).enter(root)
    feed: Fields = {"language": place.language} if place.language else {}
    entries = []
    for child in root:
        if child.tag == f"{_ATOM}entry":
            entries.append(_read_entry(child, place, ATOM_ENTRY))
        else:
            read_child(child, place, ATOM_FEED, feed)
    return _answer(feed, entries, "atom10", most_entries)


def _read_entry(element: _Element, place: Place, rules: Mapping[str, Rule]) -> Fields:
    fields: Fields = {}
    inside = place.enter(element)
    if set(element.attrib) - _AROUND:
        raise Declined
    for child in element:
        read_child(child, inside, rules, fields)
    return fields


def _answer(feed: Fields, entries: list[Fields], version: str, most_entries: int) -> Fields:
    if len(entries) > most_entries:
        raise Declined
    return {"feed": feed, "entries": entries, "version": version, "bozo": False}
