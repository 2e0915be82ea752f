"""Texts and attributes, the short way: as they are plainly written, or not at all."""

from __future__ import annotations

import re
from html.entities import html5, name2codepoint
from typing import Final

from newstui.sources.markup.elements import is_hidden
from newstui.sources.markup.inline import tidy_text

_ATTRIBUTES: Final = re.compile(r'(?:\s+[a-z][a-z0-9_-]*="[^"\x00-\x1f\x7f]*")*\s*/?')
_ATTRIBUTE: Final = re.compile(r'([a-z][a-z0-9_-]*)="([^"]*)"')
_REFERENCE: Final = re.compile(r"&(#?\w*)(;?)")
_NUMBER: Final = re.compile(r"#(?:[0-9]{2,5}|[xX][0-9a-fA-F]{2,4})")
_PARAMETER: Final = re.compile(r"&(?=\w+=)")
_NAMED: Final = {name: html5[f"{name};"] for name in name2codepoint if name not in ("lang", "rang")} | {"apos": "'"}
"""The names that all versions of HTML have for one and the same character."""


class DeclinedError(Exception):
    """Something in the markup is not for the short way."""


def read_text(text: str) -> str:
    """Return all the text of a block, as it is meant."""
    if "&" in text:
        text = resolve(text)
    if "  " in text or not text.isprintable():
        text = tidy_text(text)
    return text.strip()


def read_attributes(written: str) -> dict[str, str]:
    """Return attributes that are plainly written and do not hide their element."""
    found = _ATTRIBUTE.findall(written)
    attributes = dict(found)
    if not _ATTRIBUTES.fullmatch(written) or len(attributes) < len(found):
        raise DeclinedError
    if "&" in written.replace("&amp;", ""):
        attributes = {name: resolve(_PARAMETER.sub("&amp;", value)) for name, value in found}
    elif "&" in written:
        attributes = {name: value.replace("&amp;", "&") for name, value in found}
    if is_hidden(attributes):
        raise DeclinedError
    return attributes


def resolve(text: str) -> str:
    """Return a text with its references resolved, unless one may mean different things."""
    return _REFERENCE.sub(_find_character, text)


def _find_character(reference: re.Match[str]) -> str:
    name, end = reference.groups()
    if not end:
        if name:
            raise DeclinedError
        return "&"
    if name in _NAMED:
        return _NAMED[name]
    if not _NUMBER.fullmatch(name):
        raise DeclinedError
    code = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
    if not (0x20 <= code < 0x7F or 0xA0 <= code < 0xD800):
        raise DeclinedError
    return chr(code)
