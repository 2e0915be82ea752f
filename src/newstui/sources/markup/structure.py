"""Elements that make blocks: headings, paragraphs, lists, quotations, code, figures, forms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from newstui.model import BlockKind
from newstui.sources.markup import images
from newstui.sources.markup.elements import find_code_language, is_wrapper
from newstui.sources.markup.embeds import EMBEDS, find_embed
from newstui.sources.markup.state import SKIP, Rule, State, end_block

if TYPE_CHECKING:
    from lxml.etree import _Element


def _begin_heading(level: int, state: State, _element: _Element) -> None:
    state.writer.flush()
    state.writer.heading = level


def _end_heading(state: State, _element: _Element) -> None:
    state.writer.flush()
    state.writer.heading = None


def _begin_list(first: int | None, state: State, element: _Element) -> None:
    state.writer.flush()
    start = element.get("start") or ""
    state.lists.append(
        int(start) if first is not None and start.isascii() and start.isdigit() and len(start) < 9 else first
    )


def _end_list(state: State, _element: _Element) -> None:
    state.writer.flush()
    state.lists.pop()


def _begin_item(state: State, element: _Element) -> None:
    state.writer.begin_container(BlockKind.LIST_ITEM, _take_number(state, element.get("value") or ""))


def add_item(state: State, text: str) -> None:
    """Write an item whose whole text this is."""
    state.writer.add_item(text, _take_number(state, ""))


def _take_number(state: State, given: str) -> str | None:
    """Return what stands before the next item: None for a bullet."""
    number = state.lists[-1] if state.lists else None
    if number is None:
        return None
    number = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else number
    state.lists[-1] = number + 1
    return f"{number}."


def _begin_quotation(state: State, _element: _Element) -> None:
    state.writer.begin_container(BlockKind.QUOTE)


def _end_container(state: State, _element: _Element) -> None:
    state.writer.end_container()


def _begin_code(state: State, element: _Element) -> None:
    state.writer.flush()
    if not state.writer.code:
        state.writer.code_language = find_code_language(element)
    state.writer.code += 1


def _end_code(state: State, _element: _Element) -> None:
    state.writer.flush()
    state.writer.code -= 1


def _add_rule(state: State, _element: _Element) -> None:
    state.writer.add_rule()


def _break_line(state: State, _element: _Element) -> None:
    state.writer.break_line()


def _begin_form(state: State, element: _Element) -> bool | None:
    if not state.forms and not is_wrapper(element):
        return SKIP
    state.forms += 1
    state.writer.end_block()
    return None


def _end_form(state: State, _element: _Element) -> None:
    state.forms -= 1
    state.writer.end_block()


def _add_image(state: State, element: _Element) -> bool:
    if images.is_sign(element):
        state.writer.add(element.get("alt"))
        return SKIP
    address = images.find_address(element, state.base_url)
    if address is not None and not images.is_counter(element, address):
        state.writer.add_image(address, images.describe(element))
    return SKIP


def _add_drawing(state: State, element: _Element) -> bool:
    """A drawing inside the markup: its title is a picture's words, unless it is only an icon."""
    words = images.describe_drawing(element)
    if words and not state.links:
        state.writer.add_image(None, words)
    return SKIP


def _add_embed(state: State, element: _Element) -> bool | None:
    found = find_embed(element, state.base_url)
    if found is None:
        return None if element.tag in ("embed", "object") else SKIP
    state.writer.add_linked_line(*found)
    return None if element.tag == "embed" else SKIP


def _begin_figure(state: State, _element: _Element) -> None:
    state.writer.begin_figure()


def _end_figure(state: State, _element: _Element) -> None:
    state.writer.end_figure()


def _begin_caption(state: State, _element: _Element) -> None:
    state.writer.flush()
    state.writer.in_caption = True


def _end_caption(state: State, _element: _Element) -> None:
    state.writer.flush()
    state.writer.in_caption = False


def begin_paragraph(state: State, element: _Element) -> None:
    """A <p> or <div>; the most common blog software makes figures of them."""
    names = element.get("class") or ""
    if "wp-caption" not in names:
        state.writer.end_block()
    elif "wp-caption-text" in names:
        _begin_caption(state, element)
    else:
        state.writer.begin_figure()


def end_paragraph(state: State, element: _Element) -> None:
    """The end of a <p> or <div>."""
    names = element.get("class") or ""
    if "wp-caption" not in names:
        state.writer.end_block()
    elif "wp-caption-text" in names:
        _end_caption(state, element)
    else:
        state.writer.end_figure()


STRUCTURE: Final[dict[str, Rule]] = {
    **{f"h{level}": Rule(partial(_begin_heading, level), _end_heading) for level in range(1, 7)},
    **dict.fromkeys(("ul", "menu"), Rule(partial(_begin_list, None), _end_list)),
    "ol": Rule(partial(_begin_list, 1), _end_list),
    "li": Rule(_begin_item, _end_container),
    "blockquote": Rule(_begin_quotation, _end_container),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), Rule(_begin_code, _end_code)),
    "hr": Rule(_add_rule),
    "br": Rule(_break_line),
    "form": Rule(_begin_form, _end_form),
    "img": Rule(_add_image),
    "svg": Rule(_add_drawing),
    **dict.fromkeys(EMBEDS, Rule(_add_embed, end_block)),
    "figure": Rule(_begin_figure, _end_figure),
    "figcaption": Rule(_begin_caption, _end_caption),
}
