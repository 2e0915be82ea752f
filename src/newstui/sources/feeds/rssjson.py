"""RSS-in-JSON (github.com/scripting/Scripting-News, rss-in-json): RSS 2.0 with braces, given back its angle brackets.

What is one word in XML is one key here, so the feed is written as RSS and read as such; nothing has to be read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

_HOLDERS: Final = frozenset({"rss", "channel", "item", "image", "textInput", "media:group", "media:content"})
"""The elements whose plain values are elements; those of all others are attributes."""
_NAME: Final = re.compile(r"(?:(?P<prefix>[A-Za-z_][\w.-]*):)?[A-Za-z_][\w.-]*")
_SPACE: Final = re.compile(r"xmlns:(?!xml)[A-Za-z_][\w.-]*", re.IGNORECASE)
_URI: Final = re.compile(r"https?://[\w./#:?&=~+-]+", re.ASCII)
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DEEPEST: Final = 8
_TEXT: Final = "#value"


def write_rss(rss: dict[str, Any]) -> bytes:
    """Return the RSS that a JSON object under the key "rss" stands for; what cannot stand in XML is left out."""
    declared = {name: uri for name, uri in rss.items() if _SPACE.fullmatch(name) and _URI.fullmatch(str(uri))}
    prefixes = frozenset(name.removeprefix("xmlns:") for name in declared)
    head = "".join(f" {name}={quoteattr(uri)}" for name, uri in declared.items())
    channel = rss.get("channel")
    body = "".join(_write("channel", channel, prefixes, 0)) if isinstance(channel, dict) else ""
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"{head}>{body}</rss>'.encode()


def _write(name: str, value: Any, prefixes: frozenset[str], depth: int) -> Iterator[str]:
    """Yield one element, or one for each value of a list."""
    if depth > _DEEPEST or not _is_name(name, prefixes):
        return
    if isinstance(value, list):
        for one in value:
            if not isinstance(one, list):
                yield from _write(name, one, prefixes, depth)
        return
    attributes, children = [], []
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == _TEXT:
                children.append(escape(_read_text(inner)))
            elif name in _HOLDERS or isinstance(inner, (dict, list)):
                children += _write(key, inner, prefixes, depth + 1)
            elif _is_name(key, prefixes):
                attributes.append(f" {key}={quoteattr(_read_text(inner))}")
    else:
        children.append(escape(_read_text(value)))
    yield f"<{name}{''.join(attributes)}>{''.join(children)}</{name}>"


def _is_name(name: str, prefixes: frozenset[str]) -> bool:
    found = _NAME.fullmatch(name)
    return found is not None and (found["prefix"] is None or found["prefix"] in prefixes)


def _read_text(value: Any) -> str:
    """Return a value as XML writes it: truth in lower case, nothing as nothing."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else _clean(str(value))


def _clean(text: str) -> str:
    return _NO_XML.sub("", text)
