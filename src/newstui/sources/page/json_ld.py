"""What a page says about itself in JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE: Final = re.compile(
    r"(?:Article|Posting|Report|Review|Recipe|Episode|Chapter|Analysis|Opinion)\w*$|^CreativeWork$"
)
_PAGE: Final = re.compile(r"WebPage$|Page$|VideoObject$|AudioObject$")
_COMMENT: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\s*\]\]>|/\*\]\]>\*/)\s*$")
_TRAILING_COMMA: Final = re.compile(r",(\s*[}\]])")
_MOST: Final = 500  # objects: a page that holds more lists its whole site

Thing = dict[str, Any]


def read_json_ld(tree: HtmlElement) -> list[Thing]:
    """Return all objects in a page's JSON-LD, those in a graph and in lists too, in the order of the page."""
    found: list[Thing] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            found += _flatten(_load(script.text))
    return found[:_MOST]


def find_article(things: list[Thing]) -> Thing:
    """Return the object that describes the page's article, else the page itself, else an empty one."""
    for pattern in (_ARTICLE, _PAGE):
        for thing in things:
            if any(pattern.search(name) for name in list_strings(thing.get("@type"))):
                return thing
    return {}


def resolve(thing: Any, things: list[Thing]) -> Any:
    """Return the object that a bare reference ({"@id": …}) means, anything else unchanged."""
    if isinstance(thing, dict) and set(thing) <= {"@id", "@type"} and "@id" in thing:
        return next((one for one in things if one.get("@id") == thing["@id"] and len(one) > len(thing)), thing)
    return thing


def list_strings(value: Any) -> list[str]:
    """Return the strings of a value that may be one, or a list with some in it."""
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def list_things(value: Any, things: list[Thing]) -> list[Any]:
    """Return a value as a list, references resolved, nested lists flat."""
    if isinstance(value, list):
        return [thing for one in value for thing in list_things(one, things)]
    return [] if value is None else [resolve(value, things)]


def name_of(thing: Any) -> str:
    """Return the name of a person, an organisation or a language that is given as text or as an object."""
    if isinstance(thing, dict):
        named = list_strings(thing.get("name")) or list_strings(thing.get("alternateName"))
        return named[0] if named else ""
    return thing if isinstance(thing, str) else ""


def _load(text: str) -> Any:
    text = _COMMENT.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flatten(value: Any, depth: int = 0) -> Iterator[Thing]:
    if depth > 4:
        return
    if isinstance(value, list):
        for one in value:
            yield from _flatten(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(value.get(key), list | dict):
                yield from _flatten(value[key], depth + 1)
