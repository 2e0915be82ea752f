"""What an element says: texts, addresses, dates, people and files, each read as feedparser reads it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.entities import entitydefs
from time import struct_time
from typing import TYPE_CHECKING, Any, Final

from newstui.sources.feeds.strict_place import AROUND, ATOM, Declined, Fields, Place, make_absolute

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEANS_SOMETHING: Final = re.compile(
    r"\{[^}]*(?:purl\.org/(?:dc/|rss/|atom|net/rss|echo|pie)|itunes|mrss|2005/Atom|userland|harvard\.edu|netscape|xhtml|rdf"
    r"|simple-chapters|example\.com|echo/namespace)",
    re.IGNORECASE,
)
"""Name spaces from which feedparser takes something; elements of all others only carry what no article holds."""
_PREFIXES: Final = frozenset(("content", "dc", "dcterms", "itunes", "media", "psc", "rdf", "xhtml", "xml"))
_RFC_822: Final = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4})"
)
_RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)")
_TAG: Final = re.compile(r"</?\w")
_REFERENCE: Final = re.compile(r"&#?\w+;")
_NAMED: Final = re.compile(r"&(\w+);")
_SEMICOLON: Final = re.compile(r"&([A-Za-z0-9_]+);")
_C1: Final = re.compile(b"\xc2[\x80-\x9f]")
"""C1 controls in UTF-8, where they are found in a quarter of the time."""


PERSON: Final = frozenset(f"{ATOM}{name}" for name in ("name", "email", "uri"))


def is_harmless(element: _Element) -> bool:
    """Whether feedparser does nothing with an element that an article would show."""
    known = element.prefix is None or element.prefix.lower() in _PREFIXES or _MEANS_SOMETHING.search(element.tag)
    return not known and not len(element)


def _text(element: _Element) -> str:
    """Return an element's text with the repairs that feedparser makes to everything."""
    if len(element):
        raise Declined
    text = (element.text or "").strip()
    if not text.isascii():
        with suppress(UnicodeError):  # UTF-8 that was taken for Latin-1 and encoded again
            text = text.encode("iso-8859-1").decode("utf-8")
        if _C1.search(text.encode()):
            raise Declined
    return text


def _put_once(fields: Fields, key: str, value: Any) -> None:
    if key in fields:
        raise Declined
    fields[key] = value


def _type_of(element: _Element, text: str, place: Place, usual: str) -> str:
    """Return the media type of a text: declared in Atom, guessed in RSS."""
    declared = [name for name in element.attrib if name not in AROUND]
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


def read_text(key: str, usual: str, element: _Element, place: Place, fields: Fields) -> None:
    """A title or a summary, with what it is written in."""
    text = _text(element)
    _put_once(fields, key, text)
    fields[f"{key}_detail"] = {
        "type": _type_of(element, text, place, usual),
        "language": place.language,
        "base": place.base,
    }


def read_content(element: _Element, place: Place, fields: Fields) -> None:
    """A body, with what it is written in."""
    text = _text(element)
    kind = _type_of(element, text, place, "text/html")
    _put_once(fields, "content", [{"type": kind, "language": place.language, "base": place.base, "value": text}])


def read_plain(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    """A text that is no markup."""
    if element.attrib:
        raise Declined
    _put_once(fields, key, _text(element))


def read_language(element: _Element, _place: Place, fields: Fields) -> None:
    """The language of what is around; the last one counts."""
    fields["language"] = _text(element)


def read_link(element: _Element, place: Place, fields: Fields) -> None:
    """RSS: the address is the text."""
    if element.attrib:
        raise Declined
    address = make_absolute(_text(element), place).replace("&amp;", "&")
    fields["link"] = _SEMICOLON.sub(r"&\g<1>", address)
    fields.setdefault("links", []).append({"rel": "alternate", "type": "text/html", "href": fields["link"]})


def read_atom_link(element: _Element, place: Place, fields: Fields) -> None:
    """Atom, wherever it stands: an address with what it is for."""
    if len(element) or "href" not in element.attrib or {"url", "uri"} & set(element.attrib):
        raise Declined
    link = {name: value.lower() if name in ("rel", "type") else value for name, value in element.attrib.items()}
    link["href"] = make_absolute(link["href"], place) or place.base or ""
    link.setdefault("rel", "alternate")
    link.setdefault("type", "application/atom+xml" if link["rel"] == "self" else "text/html")
    fields.setdefault("links", []).append(link)
    if link["rel"] == "alternate" and link["type"] in ("text/html", "html", "xhtml", "application/xhtml+xml"):
        fields["link"] = link["href"]


def read_guid(element: _Element, _place: Place, fields: Fields) -> None:
    """What the entry is known by; in RSS an address, unless it says that it is none."""
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    text = _text(element)
    _put_once(fields, "id", text)
    if attributes.get("ispermalink", "true") == "true":
        fields.setdefault("link", text)


def read_date(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    """A date, taken apart."""
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


def read_author(element: _Element, _place: Place, fields: Fields) -> None:
    """RSS: a name, a mail address, or both."""
    name = _text(element)
    fields["author"] = name
    fields.setdefault("authors", []).append({"name": name} if name else {})
    if len(fields["authors"]) > 1 and "@" in name + fields["authors"][0].get("name", ""):
        raise Declined


def read_person(element: _Element, _place: Place, fields: Fields) -> None:
    """Atom: a name, a mail address, or both."""
    person = {}
    for child in element:
        name = child.tag.removeprefix(ATOM) if child.tag in PERSON else None
        if name is None and is_harmless(child):
            continue
        if name is None or name in person or child.attrib:
            raise Declined
        person[name] = _text(child)
    if (element.text or "").strip():
        raise Declined
    name, mail = person.get("name"), person.get("email")
    fields["author"] = f"{name} ({mail})" if name and mail else name or mail or ""
    fields.setdefault("authors", []).append(person)


def read_category(element: _Element, place: Place, fields: Fields) -> None:
    """Atom: attributes; RSS: a text."""
    text = _text(element)
    if place.is_atom and text:
        raise Declined
    term = element.get("term") if place.is_atom else text
    fields.setdefault("tags", []).append({"term": term, "label": element.get("label") if place.is_atom else None})


def read_enclosure(element: _Element, _place: Place, fields: Fields) -> None:
    """RSS: a file that comes with the entry."""
    if len(element) or {"href", "uri"} & set(element.attrib):
        raise Declined
    link = {name: value.lower() if name in ("rel", "type") else value for name, value in element.attrib.items()}
    if address := link.pop("url", None):
        link["href"] = address
    fields.setdefault("links", []).append({**link, "rel": "enclosure"})


def read_media(key: str, element: _Element, _place: Place, fields: Fields) -> None:
    """Media RSS: a file or a picture, as its attributes say."""
    if len(element) or (element.text or "").strip():
        raise Declined
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    if "type" in attributes:
        attributes["type"] = attributes["type"].lower()
    fields.setdefault(key, []).append(attributes)
