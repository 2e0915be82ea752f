"""Elements that stand in a line: emphasis, links, quotations, notes, readings, formulas."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from newstui.model import SpanKind
from newstui.sources.markup import notation
from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.elements import read_ahead
from newstui.sources.markup.quotation import marks_around
from newstui.sources.markup.state import SKIP, Rule, State

if TYPE_CHECKING:
    from lxml.etree import _Element

_PERMALINKS: Final = frozenset("#¶§∞🔗")


def _open(kind: SpanKind, state: State, _element: _Element) -> None:
    state.writer.text.open(kind)


def _close(kind: SpanKind, state: State, _element: _Element) -> None:
    state.writer.text.close(kind)


def _open_line(kind: SpanKind, state: State, _element: _Element) -> None:
    state.writer.end_block()
    state.writer.text.open(kind)


def _close_line(kind: SpanKind, state: State, _element: _Element) -> None:
    state.writer.text.close(kind)
    state.writer.end_block()


def _open_code(state: State, _element: _Element) -> None:
    if not state.writer.code:
        state.writer.text.open(SpanKind.CODE)


def _open_link(state: State, element: _Element) -> bool | None:
    address = element.get("href") or ""
    within = address.startswith("#")
    if within and state.writer.heading is not None and read_ahead(element, 4).strip() in _PERMALINKS:
        return SKIP
    place = state.places.find(address, state.base_url)
    url = None if within else resolve_link(address, state.base_url)
    if place is not None:
        state.links.append(SpanKind.PLACE)
        state.writer.text.open(SpanKind.PLACE, str(place))
        if notation.is_note_link(element):
            state.writer.add("[")
    elif url is not None:
        state.links.append(SpanKind.LINK)
        state.writer.text.open(SpanKind.LINK, url)
    else:
        state.links.append(None)
    return None


def _close_link(state: State, element: _Element) -> None:
    if kind := state.links.pop():
        if kind is SpanKind.PLACE and notation.is_note_link(element):
            state.writer.add("]")
        state.writer.text.close(kind)


def _open_quotation(state: State, element: _Element) -> None:
    before, behind = marks_around(element, len(state.closing_marks), state.language)
    state.closing_marks.append(behind)
    state.writer.text.open(SpanKind.QUOTE)
    state.writer.add(before)


def _close_quotation(state: State, _element: _Element) -> None:
    state.writer.add(state.closing_marks.pop())
    state.writer.text.close(SpanKind.QUOTE)


def _begin_raised(state: State, element: _Element) -> bool | None:
    if notation.is_note_mark(element):
        state.writer.add("[")
        return None
    return _replace(notation.find_raised, state, element)


def _end_raised(state: State, element: _Element) -> None:
    if notation.is_note_mark(element):
        state.writer.add("]")


def _replace(find: Callable[[_Element], str | None], state: State, element: _Element) -> bool | None:
    instead = find(element)
    if instead is None:
        return None
    state.writer.add(instead)
    return SKIP


def _begin_reading(state: State, _element: _Element) -> None:
    state.writer.add("(")


def _end_reading(state: State, _element: _Element) -> None:
    state.writer.add(")")


PHRASES: Final[dict[str, Rule]] = {
    **{
        name: Rule(partial(_open, kind), partial(_close, kind))
        for kind, names in {
            SpanKind.STRONG: ("b", "strong"),
            SpanKind.EMPHASIS: ("cite", "dfn", "em", "i", "var"),
            SpanKind.STRIKE: ("del", "s", "strike"),
        }.items()
        for name in names
    },
    **dict.fromkeys(("code", "kbd", "samp", "tt"), Rule(_open_code, partial(_close, SpanKind.CODE))),
    **dict.fromkeys(
        ("dt", "summary"), Rule(partial(_open_line, SpanKind.STRONG), partial(_close_line, SpanKind.STRONG))
    ),
    "a": Rule(_open_link, _close_link),
    "q": Rule(_open_quotation, _close_quotation),
    "sup": Rule(_begin_raised, _end_raised),
    "sub": Rule(partial(_replace, notation.find_lowered)),
    "math": Rule(partial(_replace, notation.formula_text)),
    "rt": Rule(_begin_reading, _end_reading),
}
