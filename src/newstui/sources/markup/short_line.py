"""A line of text with phrases in it, the short way: what is marked, where it leads, the images and breaks within."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from typing import Final

from newstui.model import SpanKind
from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.inline import COLLAPSING, Range, fit_ranges, tidy_text
from newstui.sources.markup.places import find_fragment
from newstui.sources.markup.short_text import DeclinedError, read_attributes, read_text, resolve
from newstui.sources.markup.state import State
from newstui.sources.markup.walk import RULES

_PHRASE_TAG: Final = re.compile(
    r"<(?:(/?)([a-z]+)((?:[\s/][^<>]*)?)|!--(?!-?>)[^-<]*+(?:(?:-(?!-)|<(?!!--))[^-<]*+)*+--)>"
)

_PHRASES: Final[Mapping[str, SpanKind | None]] = {
    **dict.fromkeys(("b", "strong"), SpanKind.STRONG),
    **dict.fromkeys(("cite", "em", "i", "var"), SpanKind.EMPHASIS),
    **dict.fromkeys(("del", "s", "strike"), SpanKind.STRIKE),
    **dict.fromkeys(("code", "kbd"), SpanKind.CODE),
    **dict.fromkeys(("abbr", "ins", "mark", "small", "span", "time", "u")),
}
_NO_TAG: Final = (None, None, None)
"""What stands before the first words of a line."""
_NOTHING: Final = ("", 0, None, None)
_VOID: Final = frozenset(("br", "img"))


class Element(dict[str, str]):
    """As much of an lxml element as the rules ask of those elements that the short way knows."""

    __slots__ = ("tag",)

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().__init__(attributes)
        self.tag = tag

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes."""
        return self


def write_line(line: str, state: State) -> None:
    """Write a text that is all there is of a block."""
    if "<" not in line:
        state.writer.add_line(read_text(line))
    elif "<img" in line or "<br" in line:
        _write_broken(line, state)
    else:
        state.writer.add_line(*_read_phrases(line, state.base_url))


def _read_phrases(line: str, base_url: str | None) -> tuple[str, list[Range]]:
    """Return a line's text and what is said of its parts."""
    steps = chain(_NO_TAG, _PHRASE_TAG.split(line))
    around: list[tuple[str, int, SpanKind | None, str | None]] = []
    said: set[SpanKind] = set()
    ranges: list[Range] = []
    pieces: list[str] = []
    length = 0
    trims = True
    in_link = False
    for closes, name, written, words in zip(*[steps] * 4, strict=True):
        if closes:
            begun, start, kind, url = around.pop() if around else _NOTHING
            if begun != name or (written and read_attributes(written)):
                raise DeclinedError
            in_link = in_link and name != "a"
            if kind is not None:
                said.remove(kind)
                ranges.append(Range(start, length, kind, url))
        elif name:  # which a comment has not got
            kind, url = _find_meaning(name, written, base_url)
            if name == "a":
                if in_link:
                    raise DeclinedError  # libxml2 ends a link before another
                in_link = True
            kind = None if kind in said else kind
            if kind is not None:
                said.add(kind)
            around.append((name, length, kind, url))
        if words and (text := _read_words(words, trims=trims)):
            pieces.append(text)
            length += len(text)
            trims = text[-1] == " "
    if around:
        raise DeclinedError
    return fit_ranges("".join(pieces), reversed(ranges))


def _read_words(words: str, *, trims: bool) -> str:
    """Return words between tags as they are meant; behind white space their own is left out."""
    if "<" in words:
        raise DeclinedError
    if "&" in words:
        words = resolve(words)
    if trims:
        words = words.lstrip(COLLAPSING)
    return tidy_text(words) if "  " in words or not words.isprintable() else words


def _write_broken(line: str, state: State) -> None:
    """Write a line with images or line breaks in it, which may become several blocks."""
    text = state.writer.text
    steps = chain(_NO_TAG, _PHRASE_TAG.split(line))
    around: list[tuple[str, SpanKind | None]] = []
    for closes, name, written, words in zip(*[steps] * 4, strict=True):
        if closes:
            begun, kind = around.pop() if around else ("", None)
            if begun != name or (written and read_attributes(written)):
                raise DeclinedError
            if name == "a":
                state.links.pop()
            if kind is not None:
                text.close(kind)
        elif name in _VOID:
            begin = RULES[name].begin
            assert begin is not None
            begin(state, Element(name, read_attributes(written) if written else {}))
        elif name:
            kind, url = _find_meaning(name, written, state.base_url)
            if name == "a":
                if state.links:
                    raise DeclinedError
                state.links.append(kind)
            around.append((name, kind))
            if kind is not None:
                text.open(kind, url)
        if words:
            if "<" in words:
                raise DeclinedError
            text.add(resolve(words) if "&" in words else words)
    if around:
        raise DeclinedError
    state.writer.flush()


def _find_meaning(name: str, written: str, base_url: str | None) -> tuple[SpanKind | None, str | None]:
    """Return what a phrase's tag says of its words, if anything, and where they lead."""
    attributes = read_attributes(written) if written else {}
    if name in _PHRASES:
        return _PHRASES[name], None
    if name != "a":
        raise DeclinedError
    address = attributes.get("href") or ""
    if find_fragment(address, base_url) is not None:
        raise DeclinedError  # where a link within the page leads is not seen from here
    url = resolve_link(address, base_url)
    return (None, None) if url is None else (SpanKind.LINK, url)
