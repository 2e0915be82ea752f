"""A short way for the feeds that most sites have: well-formed RSS 2.0 and Atom 1.0 with nothing unusual in them.

It answers what feedparser would answer for the same bytes, in a tenth of the time, or it declines. What it does not
know for certain it declines: other formats and encodings, document types, XHTML in texts, bases, elements that stand
twice, podcasts. feedparser then reads the feed, and tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.feeds.strict_fields import (
    ATOM_ENTRY,
    ATOM_FEED,
    RSS_CHANNEL,
    RSS_ITEM,
    Rule,
    read_child,
)
from newstui.sources.feeds.strict_place import Declined, Fields, Place

if TYPE_CHECKING:
    from lxml.etree import _Element

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_AROUND: Final = frozenset(
    ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "{http://www.w3.org/XML/1998/namespace}base")
)
_DECLARATION: Final = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")


class _Grammar(NamedTuple):
    """A format: what feedparser calls it, its entries' name, and what its elements mean."""

    version: str
    entry: str
    of_feed: Mapping[str, Rule]
    of_entry: Mapping[str, Rule]


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
    return _read_children(
        root[0], place.enter(root[0]), feed, _Grammar("rss20", "item", RSS_CHANNEL, RSS_ITEM), most_entries
    )


def _read_atom(root: _Element, url: str | None, most_entries: int) -> Fields:
    place = Place(url, is_atom=True).enter(root)
    feed: Fields = {"language": place.language} if place.language else {}
    return _read_children(root, place, feed, _Grammar("atom10", f"{_ATOM}entry", ATOM_FEED, ATOM_ENTRY), most_entries)


def _read_children(holder: _Element, place: Place, feed: Fields, grammar: _Grammar, most_entries: int) -> Fields:
    """Read what a feed says of itself, then its entries, or the newest of them."""
    for child in holder:
        if child.tag != grammar.entry:
            read_child(child, place, grammar.of_feed, feed)
    entries = holder.findall(grammar.entry)
    if len(entries) > most_entries:
        first, last = (_read_entry(entries[end], place, grammar.of_entry).get("published_parsed") for end in (0, -1))
        entries = entries[-most_entries:] if first and last and first < last else entries[:most_entries]
    return {
        "feed": feed,
        "entries": [_read_entry(entry, place, grammar.of_entry) for entry in entries],
        "version": grammar.version,
        "bozo": False,
    }


def _read_entry(element: _Element, place: Place, rules: Mapping[str, Rule]) -> Fields:
    fields: Fields = {}
    inside = place.enter(element)
    if set(element.attrib) - _AROUND:
        raise Declined
    for child in element:
        read_child(child, inside, rules, fields)
    return fields
