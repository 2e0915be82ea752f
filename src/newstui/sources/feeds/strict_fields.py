"""The elements that the short way knows, each read as feedparser reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from html.entities import entitydefs
from time import struct_time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml.etree import _Element

Fields = dict[str, Any]

_ATOM: Final = "{http://www.w3.org/2005/Atom}"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_MEDIA: Final = "{http://search.yahoo.com/mrss/}"
_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}"
_SYNDICATION: Final = "{http://purl.org/rss/1.0/modules/syndication/}"
_SLASH: Final = "{http://purl.org/rss/1.0/modules/slash/}"
_COMMENTS: Final = "{http://wellformedweb.org/CommentAPI/}"

_MEANS_SOMETHING: Final = re.compile(
    r"\{[^}]*(?:purl\.org/(?:dc/|rss/|atom|net/rss|echo|pie)|itunes|mrss|2005/Atom|userland|harvard\.edu|netscape|xhtml|rdf"
    r"|simple-chapters|example\.com|echo/namespace)",
    re.IGNORECASE,
)
"""Name spaces from which feedparser takes something; elements of all others only carry what no article holds."""
_PREFIXES: Final = frozenset(("content", "dc", "dcterms", "itunes", "media", "psc", "rdf", "xhtml", "xml"))
_AROUND: Final = frozenset((f"{_XML}lang", "lang", f"{_XML}base"))
"""Attributes that say something of everything inside an element."""

_RFC_822: Final = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})"
)
_RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)")
_TAG: Final = re.compile(r"</?\w")
_REFERENCE: Final = re.compile(r"&#?\w+;")
_NAMED: Final = re.compile(r"&(\w+);")
_SEMICOLON: Final = re.compile(r"&([A-Za-z0-9_]+);")
_ABSOLUTE: Final = re.compile(r"https?://[A-Za-z0-9.:-]+/[\w.~/%@!$&'()*+,=:-]*(?:\?[\w.~/%@!$&'()*+,=:-]+)?", re.ASCII)
"""Addresses that no base changes."""
_UNUSUAL_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+-.]*:///|[\[\]\\]")
_C1: Final = re.compile("[\x80-\x9f]")


class Declined(Exception):  # noqa: N818  no error: feedparser reads what is declined
    """Something in the feed is not for the short way."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document an element stands: its base address, the feed's format, the language around it."""

    base: str | None
    is_atom: bool = False
    language: str | None = None

    def enter(self, element: _Element) -> Place:
        """Return the place of what is inside an element."""
        attributes = element.attrib
        if not attributes:
            return self
        if "base" in attributes:
            raise Declined
        place = self
        if base := attributes.get(f"{_XML}base"):
            place = replace(place, base=self._resolve_base(base, element))
        language = attributes.get(f"{_XML}lang", attributes.get("lang"))
        return place if language is None else replace(place, language=language or None)

    def _resolve_base(self, base: str, element: _Element) -> str:
        if self.base is None and element.getparent() is not None:
            raise Declined  # feedparser lets such a base count for what follows, too
        resolved = make_absolute(base, self)
        if not resolved.startswith(("http://", "https://")):
            raise Declined
        return resolved


Rule = Callable[["_Element", Place, Fields], None]


def read_child(element: _Element, place: Place, rules: Mapping[str, Rule], fields: Fields) -> None:
    """Put what an element says among the fields of its entry or feed; raises Declined for what is unusual."""
    tag = element.tag
    if not isinstance(tag, str):
        return  # a comment between elements
    rule = rules.get(tag)
    if rule is not None:
        rule(element, place.enter(element), fields)
    elif not _is_harmless(element):
        raise Declined


def _is_harmless(element: _Element) -> bool:
    """Whether feedparser does nothing with an element that an article would show."""
    known = element.prefix is None or element.prefix.lower() in _PREFIXES or _MEANS_SOMETHING.search(element.tag)
    return not known and not len(element)


def _ignore(_element: _Element, _place: Place, _fields: Fields) -> None:
    pass


def _ignore_leaf(element: _Element, _place: Place, _fields: Fields) -> None:
    if len(element):
        raise Declined


def _ignore_with(children: frozenset[str], element: _Element, _place: Place, _fields: Fields) -> None:
    if any(child.tag not in children or len(child) for child in element):
        raise Declined


def _text(element: _Element) -> str:
    """Return an element's text with the repairs that feedparser makes to everything."""
    if len(element):
        raise Declined
    text = (element.text or "").strip()
    if not text.isascii():
        with suppress(UnicodeError):  # UTF-8 that was taken for Latin-1 and encoded again
            text = text.encode("iso-8859-1").decode("utf-8")
        if _C1.search(text):
            raise Declined
    return text


def make_absolute(address: str, place: Place) -> str:
    """Return an address resolved against the base around it; raises Declined for addresses that need mending."""
    if not address:
        return ""
    if _ABSOLUTE.fullmatch(address):
        return address
    if _UNUSUAL_ADDRESS.search(address):
        raise Declined
    try:
        return urljoin(place.base or "", address)
    except ValueError:
        raise Declined from None


def _put_once(fields: Fields, key: str, value: Any) -> None:
    if key in fields:
        raise Declined
    fields[key] = value


def _type_of(element: _Element, text: str, place: Place, usual: str) -> str:
    """Return the media type of a text: declared in Atom, guessed in RSS."""
    declared = [name for name in element.attrib if name not in _AROUND]
    if place.is_atom:
        if declared not in ([], ["type"]):
            raise Declined
        kind = {"text": "text/plain", "text/plain": "text/plain", "html": "text/html", "text/html": "text/html"}
        found = kind.get(element.get("type", "text"))
        if found is None:
            raise Declined
        return found
    if declared:
        raise Declined
    if usual == "text/html" or not (_TAG.search(text) or _REFERENCE.search(text)):
        return usual
    if _TAG.search(text):
        raise Declined
    return "text/html" if all(name in entitydefs for name in _NAMED.findall(text)) else "text/plain"


def _read_text(key: str, usual: str, element: _Element, place: Place, fields: Fields) -> None:
    text = _text(element)
    _put_once(fields, key, text)
    fields[f"{key}_detail"] = {
        "type": _type_of(element, text, place, usual),
        "language": place.language,
        "base": place.base,
    }


def _read_content(element: _Element, place: Place, fields: Fields) -> None:
    text = _text(element)
    kind = _type_of(element, text, place, "text/html")
    _put_once(fields, "content", [{"type": kind, "language": place.language, "base": place.base, "value": text}])


def _read_plain(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    if element.attrib:
        raise Declined
    _put_once(fields, key, _text(element))


def _read_language(element: _Element, _place: Place, fields: Fields) -> None:
    fields["language"] = _text(element)


def _read_link(element: _Element, place: Place, fields: Fields) -> None:
    """RSS: the address is the text."""
    if element.attrib:
        raise Declined
    address = make_absolute(_text(element), place).replace("&amp;", "&")
    fields["link"] = _SEMICOLON.sub(r"&\g<1>", address)
    fields.setdefault("links", []).append({"rel": "alternate", "type": "text/html", "href": fields["link"]})


def _read_atom_link(element: _Element, place: Place, fields: Fields) -> None:
    if len(element) or "href" not in element.attrib or {"url", "uri"} & set(element.attrib):
        raise Declined
    link = {name: value.lower() if name in ("rel", "type") else value for name, value in element.attrib.items()}
    link["href"] = make_absolute(link["href"], place) or place.base or ""
    link.setdefault("rel", "alternate")
    link.setdefault("type", "application/atom+xml" if link["rel"] == "self" else "text/html")
    fields.setdefault("links", []).append(link)
    if link["rel"] == "alternate" and link["type"] in ("text/html", "html", "xhtml", "application/xhtml+xml"):
        fields["link"] = link["href"]


def _read_guid(element: _Element, _place: Place, fields: Fields) -> None:
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    text = _text(element)
    _put_once(fields, "id", text)
    if attributes.get("ispermalink", "true") == "true":
        fields.setdefault("link", text)


def _read_date(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    fields[f"{key}_parsed"] = _parts(_text(element))


def _parts(text: str) -> struct_time | None:
    """Take a date apart, in UTC; only the two notations that the formats ask for."""
    try:
        if _RFC_822.fullmatch(text):
            moment = parsedate_to_datetime(text)
        elif _RFC_3339.fullmatch(text):
            moment = datetime.fromisoformat(text)
        else:
            raise Declined
    except ValueError:
        raise Declined from None
    return moment.replace(tzinfo=moment.tzinfo or UTC).utctimetuple()


def _read_author(element: _Element, _place: Place, fields: Fields) -> None:
    """RSS: a name, a mail address, or both."""
    name = _text(element)
    fields["author"] = name
    fields.setdefault("authors", []).append({"name": name} if name else {})
    if len(fields["authors"]) > 1 and "@" in name + fields["authors"][0].get("name", ""):
        raise Declined


def _read_person(element: _Element, _place: Place, fields: Fields) -> None:
    person = {}
    for child in element:
        name = child.tag.removeprefix(_ATOM) if child.tag in _PERSON else None
        if name is None and _is_harmless(child):
            continue
        if name is None or name in person or child.attrib:
            raise Declined
        person[name] = _text(child)
    if (element.text or "").strip():
        raise Declined
    name, mail = person.get("name"), person.get("email")
    fields["author"] = f"{name} ({mail})" if name and mail else name or mail or ""
    fields.setdefault("authors", []).append(person)


def _read_category(element: _Element, place: Place, fields: Fields) -> None:
    text = _text(element)
    if place.is_atom and text:
        raise Declined
    term = element.get("term") if place.is_atom else text
    fields.setdefault("tags", []).append({"term": term, "label": element.get("label") if place.is_atom else None})


def _read_enclosure(element: _Element, _place: Place, fields: Fields) -> None:
    if len(element) or {"href", "uri"} & set(element.attrib):
        raise Declined
    link = {name: value.lower() if name in ("rel", "type") else value for name, value in element.attrib.items()}
    if address := link.pop("url", None):
        link["href"] = address
    fields.setdefault("links", []).append({**link, "rel": "enclosure"})


def _read_media(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    if len(element) or (element.text or "").strip():
        raise Declined
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    if "type" in attributes:
        attributes["type"] = attributes["type"].lower()
    fields.setdefault(key, []).append(attributes)


_PERSON: Final = frozenset(f"{_ATOM}{name}" for name in ("name", "email", "uri"))
_PICTURE: Final = frozenset(("title", "link", "url", "width", "height", "description"))

_ANYWHERE: Final[dict[str, Rule]] = {
    **dict.fromkeys((f"{_SLASH}comments", f"{_COMMENTS}comment", f"{_COMMENTS}commentRss"), _ignore_leaf),
    f"{_MEDIA}content": partial(_read_media, "media_content"),
    f"{_MEDIA}thumbnail": partial(_read_media, "media_thumbnail"),
    f"{_DC}date": partial(_read_date, "updated"),
    **dict.fromkeys((f"{_DC}{name}" for name in ("rights", "publisher", "format", "identifier", "type")), _ignore_leaf),
}

_WORDPRESS: Final = dict.fromkeys(
    (f"{{com-wordpress:feed-additions:1}}{name}" for name in ("site", "post-id")), _ignore_leaf
)

RSS_ITEM: Final[dict[str, Rule]] = {
    **_ANYWHERE,
    **_WORDPRESS,
    f"{_ATOM}updated": partial(_read_date, "updated"),
    "title": partial(_read_text, "title", "text/plain"),
    "description": partial(_read_text, "summary", "text/html"),
    f"{_CONTENT}encoded": _read_content,
    "link": _read_link,
    f"{_ATOM}link": _read_atom_link,
    "guid": _read_guid,
    "pubDate": partial(_read_date, "published"),
    "author": _read_author,
    f"{_DC}creator": _read_author,
    "category": _read_category,
    f"{_DC}subject": _read_category,
    f"{_DC}language": _read_language,
    "enclosure": _read_enclosure,
    "comments": _ignore_leaf,
}

RSS_CHANNEL: Final[dict[str, Rule]] = {
    **_WORDPRESS,
    "title": partial(_read_text, "title", "text/plain"),
    "description": partial(_read_text, "subtitle", "text/html"),
    "link": _read_link,
    f"{_ATOM}link": _read_atom_link,
    "language": _read_language,
    f"{_DC}language": _read_language,
    "ttl": partial(_read_plain, "ttl"),
    f"{_SYNDICATION}updatePeriod": partial(_read_plain, "sy_updateperiod"),
    f"{_SYNDICATION}updateFrequency": partial(_read_plain, "sy_updatefrequency"),
    f"{_SYNDICATION}updateBase": _ignore_leaf,
    "image": partial(_ignore_with, _PICTURE),
    "skipHours": partial(_ignore_with, frozenset(("hour",))),
    "skipDays": partial(_ignore_with, frozenset(("day",))),
    **dict.fromkeys(
        (
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "lastBuildDate",
            "category",
            "generator",
            "docs",
            "cloud",
        ),
        _ignore_leaf,
    ),
}

ATOM_ENTRY: Final[dict[str, Rule]] = {
    **_ANYWHERE,
    f"{_ATOM}title": partial(_read_text, "title", "text/plain"),
    f"{_ATOM}summary": partial(_read_text, "summary", "text/plain"),
    f"{_ATOM}content": _read_content,
    f"{_ATOM}link": _read_atom_link,
    f"{_ATOM}id": _read_guid,
    f"{_ATOM}published": partial(_read_date, "published"),
    f"{_ATOM}updated": partial(_read_date, "updated"),
    f"{_ATOM}author": _read_person,
    f"{_ATOM}category": _read_category,
    f"{_ATOM}contributor": partial(_ignore_with, _PERSON),
    f"{_ATOM}rights": _ignore_leaf,
}

ATOM_FEED: Final[dict[str, Rule]] = {
    f"{_ATOM}title": partial(_read_text, "title", "text/plain"),
    f"{_ATOM}subtitle": partial(_read_text, "subtitle", "text/plain"),
    f"{_ATOM}link": _read_atom_link,
    f"{_ATOM}id": _read_guid,
    f"{_ATOM}author": _read_person,
    f"{_ATOM}contributor": partial(_ignore_with, _PERSON),
    **dict.fromkeys(
        (f"{_ATOM}{name}" for name in ("updated", "category", "generator", "icon", "logo", "rights")), _ignore_leaf
    ),
}
