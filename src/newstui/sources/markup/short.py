"""A short way through the markup that most feeds hold: well nested, with nothing in it that a parser has to mend.

It follows the rules of the walk over a parser's tree and writes the same blocks in a third of the time, or it declines:
for elements whose rules look at what is in or around them, where libxml2 would close or open an element by itself, and
for references and attributes that are not written as they should be. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5, name2codepoint
from typing import Final

from newstui.model import Document, SpanKind
from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.elements import is_hidden
from newstui.sources.markup.inline import tidy_text
from newstui.sources.markup.places import find_fragment
from newstui.sources.markup.state import State
from newstui.sources.markup.walk import RULES

_BLOCK_TAG: Final = re.compile(
    r"<(?:p>([^<]*+(?:<(?!/?p[\s/>])[^<]*+)*+)</p>"
    r"|(/?)(p|h[1-6]|li|ul|ol|blockquote|div|figure|figcaption|hr|article|section|header|footer|main)"
    r"((?:[\s/][^<>]*)?)>)"
)
"""A whole paragraph, or where another block begins or ends."""
_PHRASE_TAG: Final = re.compile(
    r"<(?:(/?)([a-z]+)((?:[\s/][^<>]*)?)|!--(?!-?>)[^-<]*+(?:(?:-(?!-)|<(?!!--))[^-<]*+)*+--)>"
)
_ATTRIBUTES: Final = re.compile(r'(?:\s+[a-z][a-z0-9_-]*="[^"\x00-\x1f\x7f]*")*\s*/?')
_ATTRIBUTE: Final = re.compile(r'([a-z][a-z0-9_-]*)="([^"]*)"')
_REFERENCE: Final = re.compile(r"&(#?\w*)(;?)")
_NUMBER: Final = re.compile(r"#(?:[0-9]{2,5}|[xX][0-9a-fA-F]{2,4})")
_PARAMETER: Final = re.compile(r"&(?=\w+=)")
_NAMED: Final = {name: html5[f"{name};"] for name in name2codepoint if name not in ("lang", "rang")} | {"apos": "'"}
"""The names that all versions of HTML have for one and the same character."""

_DEEPEST: Final = 100

_PHRASES: Final[Mapping[str, SpanKind | None]] = {
    **dict.fromkeys(("b", "strong"), SpanKind.STRONG),
    **dict.fromkeys(("cite", "em", "i", "var"), SpanKind.EMPHASIS),
    **dict.fromkeys(("del", "s", "strike"), SpanKind.STRIKE),
    **dict.fromkeys(("code", "kbd"), SpanKind.CODE),
    **dict.fromkeys(("abbr", "ins", "mark", "small", "span", "time", "u")),
}
_VOID: Final = frozenset(("br", "img"))
_LINE: Final[frozenset[str]] = frozenset()
_ITEMS: Final = frozenset(("li",))
_LISTS: Final = frozenset(("ol", "ul"))
_FLOW: Final = frozenset(
    [
        *(
            "article",
            "blockquote",
            "div",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
        ),
        *("hr", "main", "ol", "p", "section", "ul"),
    ]
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


class _Element(dict[str, str]):
    """As much of an lxml element as the rules ask of those elements that the short way knows."""

    __slots__ = ("tag",)

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().__init__(attributes)
        self.tag = tag

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes."""
        return self


_BARE: Final = {name: _Element(name, {}) for name in (*_FLOW, "li")}


def write_shortly(html: str, base_url: str | None, language: str | None) -> Document | None:
    """Return the blocks of a piece of HTML, or None where a parser has to read it."""
    if "\0" in html:
        return None
    state = State(base_url, language)
    try:
        html.encode()
        _write_blocks(html, state)
    except (_DeclinedError, UnicodeEncodeError):
        return None
    return state.writer.finish()


def _write_blocks(html: str, state: State) -> None:
    """Write the lines between the tags of blocks, and follow those blocks' rules."""
    steps = iter(_BLOCK_TAG.split(html))
    around: list[_Element] = []
    holds = _FLOW
    if line := next(steps):
        _write_line(line, state)
    for paragraph, closes, name, attributes, line in zip(steps, steps, steps, steps, steps, strict=True):
        if paragraph is not None:
            if holds is not _FLOW:
                raise _DeclinedError
            _write_line(paragraph, state)
        elif closes:
            if not around or attributes or around[-1].tag != name:
                raise _DeclinedError
            if (end := RULES[name].end) is not None:
                end(state, around[-1])
            around.pop()
            holds = _HOLDS[around[-1].tag] if around else _FLOW
        elif name not in holds or len(around) > _DEEPEST:
            raise _DeclinedError
        else:
            element = _Element(name, _read_attributes(attributes)) if attributes else _BARE[name]
            if (begin := RULES[name].begin) is not None:
                begin(state, element)
            if name != "hr":
                around.append(element)
                holds = _HOLDS[name]
        if line and not line.isspace():
            if holds is _ITEMS:
                raise _DeclinedError
            _write_line(line, state)
    if around:
        raise _DeclinedError


def _write_line(line: str, state: State) -> None:
    """Write a text that is all there is of a block."""
    if "<" in line:
        _write_phrases(line, state)
        state.writer.flush()
    else:
        if "&" in line:
            line = _resolve(line)
        if "  " in line or not line.isprintable():
            line = tidy_text(line)
        state.writer.add_line(line.strip())


def _write_phrases(line: str, state: State) -> None:
    text = state.writer.text
    steps = iter(_PHRASE_TAG.split(line))
    around: list[str] = []
    if words := next(steps):
        text.add(_read_words(words))
    for closes, name, written, words in zip(steps, steps, steps, steps, strict=True):
        attributes = _read_attributes(written) if written else {}
        if closes:
            if not around or around.pop() != name or attributes:
                raise _DeclinedError
            if name == "a":
                if opened := state.links.pop():
                    text.close(opened)
            elif (kind := _PHRASES[name]) is not None:
                text.close(kind)
        elif name in _PHRASES:
            around.append(name)
            if (kind := _PHRASES[name]) is not None:
                text.open(kind)
        elif name == "a":
            address = attributes.get("href") or ""
            if state.links or find_fragment(address, state.base_url) is not None:
                raise _DeclinedError  # libxml2 ends a link before another; where one within the page leads is not seen
            around.append(name)
            url = resolve_link(address, state.base_url)
            state.links.append(None if url is None else SpanKind.LINK)
            if url is not None:
                text.open(SpanKind.LINK, url)
        elif name in _VOID:
            begin = RULES[name].begin
            assert begin is not None
            begin(state, _Element(name, attributes))
        elif name is not None:  # which a comment has not got
            raise _DeclinedError
        if words:
            text.add(_read_words(words))
    if around:
        raise _DeclinedError


def _read_words(words: str) -> str:
    """Return a text between tags as it is meant."""
    if "<" in words:
        raise _DeclinedError
    return _resolve(words) if "&" in words else words


def _read_attributes(written: str) -> dict[str, str]:
    """Return attributes that are plainly written and do not hide their element."""
    found = _ATTRIBUTE.findall(written)
    attributes = dict(found)
    if not _ATTRIBUTES.fullmatch(written) or len(attributes) < len(found):
        raise _DeclinedError
    if "&" in written.replace("&amp;", ""):
        attributes = {name: _resolve(_PARAMETER.sub("&amp;", value)) for name, value in found}
    elif "&" in written:
        attributes = {name: value.replace("&amp;", "&") for name, value in found}
    if is_hidden(attributes):
        raise _DeclinedError
    return attributes


def _resolve(text: str) -> str:
    """Return a text with its references resolved, unless one may mean different things."""
    return _REFERENCE.sub(_find_character, text)


def _find_character(reference: re.Match[str]) -> str:
    name, end = reference.groups()
    if not end:
        if name:
            raise _DeclinedError
        return "&"
    if name in _NAMED:
        return _NAMED[name]
    if not _NUMBER.fullmatch(name):
        raise _DeclinedError
    code = int(f"0{name[1:]}", 16) if name[1] in "xX" else int(name[1:])
    if not (0x20 <= code < 0x7F or 0xA0 <= code < 0xD800):
        raise _DeclinedError
    return chr(code)
