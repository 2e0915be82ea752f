"""The walk over a tree of HTML: once, in document order, without recursion, however deep the tree is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newstui.model import Document
from newstui.sources.markup.elements import BLOCKS, DROPPED, is_hidden, local_name
from newstui.sources.markup.phrases import PHRASES
from newstui.sources.markup.places import find_places
from newstui.sources.markup.state import Rule, State, end_block, skip
from newstui.sources.markup.structure import STRUCTURE, begin_paragraph, end_paragraph
from newstui.sources.markup.tables import TABLES

if TYPE_CHECKING:
    from lxml.etree import _Element

_INLINE: Final = Rule()
RULES: Final[dict[str, Rule]] = {
    **dict.fromkeys(
        ("abbr", "big", "font", "ins", "label", "mark", "rb", "ruby", "small", "span", "time", "u", "wbr"), _INLINE
    ),
    **dict.fromkeys(DROPPED, Rule(skip)),
    **dict.fromkeys(BLOCKS, Rule(end_block, end_block)),
    **PHRASES,
    **STRUCTURE,
    **TABLES,
    **dict.fromkeys(("div", "p"), Rule(begin_paragraph, end_paragraph)),
}


def write_blocks(root: _Element, base_url: str | None, language: str | None) -> Document:
    """Return the blocks of an element and of everything in it."""
    from lxml import etree

    places = find_places(root, base_url)
    state = State(base_url, language, places=places)
    write = state.writer.add
    steps = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    skipped: _Element | None = None
    for event, element in steps:
        if event == "start":
            begin, _ = RULES.get(element.tag) or _find_rule(element.tag)
            if is_hidden(element.attrib) or (begin is not None and begin(state, element)):
                skipped = element
                steps.skip_subtree()
                continue
            if element in places.elements:
                state.writer.mark_place(places.elements[element])
            if element.text:
                write(element.text)
            continue
        if element is skipped:
            skipped = None
        elif event == "end":
            _, end = RULES.get(element.tag) or _find_rule(element.tag)
            if end is not None:
                end(state, element)
        if element.tail and element is not root:
            write(element.tail)
    return state.writer.finish()


def _find_rule(tag: str) -> Rule:
    """Return the rule for a name that has a prefix or a name space, and none but its text for one that is unknown."""
    return RULES.get(local_name(tag), _INLINE)
