"""A short way through the markup that most feeds hold: well nested, with nothing in it that a parser has to mend.

It follows the rules of the walk over a parser's tree and writes the same blocks in a third of the time, or it declines:
for elements whose rules look at what is in or around them, where libxml2 would close or open an element by itself, and
for references and attributes that are not written as they should be. Tests hold the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from newstui.model import Document
from newstui.sources.markup.short_line import Element, write_line
from newstui.sources.markup.short_text import DeclinedError, read_attributes, read_text
from newstui.sources.markup.state import State
from newstui.sources.markup.structure import add_item
from newstui.sources.markup.walk import RULES

_BLOCK_TAG: Final = re.compile(
    r"<(?:p>([^<]*+(?:<(?!/?p[\s/>])[^<]*+)*+)</p>"
    r"|(li|h[1-6])>([^<]*+)</\2>"
    r"|(/?)(p|h[1-6]|li|ul|ol|blockquote|div|figure|figcaption|hr|article|section|header|footer|main)"
    r"((?:[\s/][^<>]*)?)>)"
)
"""A whole paragraph, a whole item or heading that holds nothing but text, or where another block begins or ends."""
_DEEPEST: Final = 100

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


_BARE: Final = {name: Element(name, {}) for name in (*_FLOW, "li")}


def write_shortly(html: str, base_url: str | None, language: str | None) -> Document | None:
    """Return the blocks of a piece of HTML, or None where a parser has to read it."""
    if "\0" in html:
        return None
    state = State(base_url, language)
    try:
        html.encode()
        _write_blocks(html, state)
    except (DeclinedError, UnicodeEncodeError):
        return None
    return state.writer.finish()


def _write_blocks(html: str, state: State) -> None:
    """Write the lines between the tags of blocks, and follow those blocks' rules."""
    steps = iter(_BLOCK_TAG.split(html))
    around: list[Element] = []
    holds = _FLOW
    if line := next(steps):
        write_line(line, state)
    for paragraph, whole, text, closes, name, attributes, line in zip(*[steps] * 7, strict=True):
        if paragraph is not None:
            if holds is not _FLOW:
                raise DeclinedError
            write_line(paragraph, state)
        elif whole is not None:
            if whole not in holds or len(around) > _DEEPEST:
                raise DeclinedError
            if whole == "li":
                add_item(state, read_text(text))
            else:
                state.writer.add_heading(read_text(text), int(whole[1]))
        elif closes:
            if not around or attributes or around[-1].tag != name:
                raise DeclinedError
            if (end := RULES[name].end) is not None:
                end(state, around[-1])
            around.pop()
            holds = _HOLDS[around[-1].tag] if around else _FLOW
        elif name not in holds or len(around) > _DEEPEST:
            raise DeclinedError
        else:
            element = Element(name, read_attributes(attributes)) if attributes else _BARE[name]
            if (begin := RULES[name].begin) is not None:
                begin(state, element)
            if name != "hr":
                around.append(element)
                holds = _HOLDS[name]
        if line and not line.isspace():
            if holds is _ITEMS:
                raise DeclinedError
            write_line(line, state)
    if around:
        raise DeclinedError
