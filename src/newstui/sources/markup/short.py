"""A short way through the markup that most feeds hold: well nested, with nothing in it that a parser has to mend.

It follows the rules of the walk over a parser's tree and writes the same blocks in a third of the time, or it declines:
for elements whose rules look at what is in or around them, where libxml2 would close or open an element by itself, and
for references and attributes that are not written as they should be. Tests hold the two against each other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from html.entities import html5, name2codepoint
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.model import Document
from newstui.sources.markup.elements import is_hidden
from newstui.sources.markup.inline import tidy_text
from newstui.sources.markup.state import Rule, State
from newstui.sources.markup.walk import RULES

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCK_TAG: Final = re.compile(
    r"<(/?)(p|h[1-6]|li|ul|ol|blockquote|div|figure|figcaption|hr|article|section|header|footer|main)((?:[\s/][^<>]*)?)>"
)
_PHRASE_TAG: Final = re.compile(r"<(?:(/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)|!--(?!-?>)(?:[^-]|-(?!-))*--)>")
_ATTRIBUTE: Final = re.compile(r'\s+([a-z][a-z0-9_-]*)="([^"]*)"')
_REFERENCE: Final = re.compile(r"&(?:#(\d{2,6}|[xX][0-9a-fA-F]{2,5})|(\w*))(;?)")
_PARAMETER: Final = re.compile(r"&(?=\w+=)")
_NAMED: Final = {name: html5[f"{name};"] for name in name2codepoint if name not in ("lang", "rang")} | {"apos": "'"}
"""The names that all versions of HTML have for one and the same character."""

_DEEPEST: Final = 100

_PHRASES: Final = frozenset("a abbr b cite code del em i ins kbd mark s small span strike strong time u var".split())
_IN_LINES: Final = _PHRASES | {"br", "img", "wbr"}
_LINE: Final[frozenset[str]] = frozenset()
_ITEMS: Final = frozenset(("li",))
_LISTS: Final = frozenset(("ol", "ul"))
_FLOW: Final = _LISTS | frozenset(
    "article blockquote div figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main p section".split()
)
_HOLDS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption"), _LINE),
    **dict.fromkeys(("article", "blockquote", "div", "figure", "footer", "header", "main", "section"), _FLOW),
    **dict.fromkeys(_LISTS, _ITEMS),
    "li": _LISTS,
}
"""The blocks that may stand in a block so that both ways see the same tree; beside them any but a list holds lines."""


class _DeclinedError(Exception):
    """Something in the markup is not for the short way."""


class _Open(NamedTuple):
    """An element that has begun."""

    name: str
    rule: Rule
    element: _Element


def write_shortly(html: str, base_url: str | None, language: str | None) -> Document | None:
    """Return the blocks of a piece of HTML, or None where a parser has to read it."""
    state = State(base_url, language)
    try:
        html.encode()
        _write_blocks(html, state)
    except (_DeclinedError, UnicodeEncodeError):
        return None
    return state.writer.finish()


def _write_blocks(html: str, state: State) -> None:
    """Write what stands between the tags of blocks, and follow those blocks' rules; raises _DeclinedError."""
    steps = iter(_BLOCK_TAG.split(html))
    around: list[_Open] = []
    holds = _FLOW
    if line := next(steps):
        _write_line(line, state)
    for closes, name, attributes, line in zip(steps, steps, steps, steps, strict=True):
        if closes:
            if not around or attributes or around[-1].name != name:
                raise _DeclinedError
            _, rule, element = around.pop()
            if rule.end is not None:
                rule.end(state, element)
            holds = _HOLDS[around[-1].name] if around else _FLOW
        elif name not in holds or len(around) > _DEEPEST:
            raise _DeclinedError
        else:
            rule = RULES[name]
            element = _make_element(name, attributes)
            if rule.begin is not None:
                rule.begin(state, element)
            if name != "hr":
                around.append(_Open(name, rule, element))
                holds = _HOLDS[name]
        if line and not line.isspace():
            if holds is _ITEMS:
                raise _DeclinedError
            _write_line(line, state)


def _write_line(line: str, state: State) -> None:
    """Write a run of text with phrases in it, all that there is of a block."""
    if "<" not in line:
        state.writer.add_line(tidy_text(_resolve(line) if "&" in line else line).strip())
        return
    write = state.writer.text.add
    steps = iter(_PHRASE_TAG.split(line))
    around: list[_Open] = []
    if text := next(steps):
        write(_read_text(text))
    for closes, name, attributes, text in zip(steps, steps, steps, steps, strict=True):
        if name is None:
            pass  # a comment
        elif closes:
            if not around or attributes or around[-1].name != name:
                raise _DeclinedError
            _, rule, element = around.pop()
            if rule.end is not None:
                rule.end(state, element)
        elif name not in _IN_LINES or len(around) > _DEEPEST:
            raise _DeclinedError
        else:
            rule = RULES[name]
            element = _make_element(name, attributes)
            if name == "a" and (state.links or (element.get("href") or "").startswith("#")):
                raise _DeclinedError  # libxml2 ends a link before another; the rule for one within the page reads on
            if rule.begin is not None:
                rule.begin(state, element)
            if name in _PHRASES:
                around.append(_Open(name, rule, element))
        if text:
            write(_read_text(text))
    if around:
        raise _DeclinedError
    state.writer.flush()


def _make_element(name: str, written: str) -> _Element:
    """Return an element with these attributes; raises _DeclinedError where they are not plainly written, or hide it."""
    from lxml import etree

    if not written or written.isspace() or written == "/":
        return _make_bare(name)
    found = _ATTRIBUTE.findall(written)
    attributes = {key: value if "&" not in value else _resolve_value(value) for key, value in found}
    rest = len(written) - sum(len(key) + len(value) + 4 for key, value in found)
    if rest > 2 or len(attributes) < len(found) or not written.isprintable():
        raise _DeclinedError
    element = etree.Element(name, attributes)
    if is_hidden(element):
        raise _DeclinedError
    return element


@functools.cache
def _make_bare(name: str) -> _Element:
    from lxml import etree

    return etree.Element(name)


def _read_text(text: str) -> str:
    """Return a text between tags as it is meant."""
    if "<" in text:
        raise _DeclinedError
    return _resolve(text) if "&" in text else text


def _resolve_value(value: str) -> str:
    """Return an attribute's value as it is meant; the parameters of an address need not be escaped."""
    return _resolve(_PARAMETER.sub("&amp;", value))


def _resolve(text: str) -> str:
    """Return a text with its references resolved; raises _DeclinedError for one that may mean different things."""
    return _REFERENCE.sub(_find_character, text)


def _find_character(reference: re.Match[str]) -> str:
    number, name, end = reference.groups()
    if number is None:
        if not name and not end:
            return "&"
        if name in _NAMED and end:
            return _NAMED[name]
        raise _DeclinedError
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    if not end or not (0x20 <= code < 0x7F or 0xA0 <= code < 0xD800):
        raise _DeclinedError
    return chr(code)
