"""A page's main text: trafilatura finds it, its elements become HTML again, and those become blocks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from newstui.model import Document
from newstui.sources.markup import parse_tree
from newstui.sources.markup.quotation import marks_around
from newstui.sources.page.notes import mark_links_within

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_SHORT: Final = 500  # characters: a text that is shorter may have lost too much to precision
_HUGE: Final = 20_000  # elements: beyond them the comparison with other extractors takes many seconds
_MUCH_LONGER: Final = 2.0
_RENDITIONS: Final = {"#b": "strong", "#i": "em", "#u": "em", "#t": "code", "#sub": "sub", "#sup": "sup"}
_ELEMENTS: Final = {
    "lb": "br",
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
    "del": "s",
    "graphic": "img",
    "ref": "a",
}


def find_main_text(tree: HtmlElement, url: str | None, language: str | None) -> Document:
    """Return the blocks of a page's main text; of a page without one, all its text.

    Trafilatura is asked for precision first, and for its balanced mode where that leaves little.
    """
    _write_marks(tree, language)
    marked, within = mark_links_within(tree, url)
    body = _extract(marked, url, precise=True)
    length = _text_length(body)
    if length < _SHORT:
        balanced = _extract(marked, url, precise=False)
        if _text_length(balanced) > _MUCH_LONGER * length:
            body = balanced
    if body is not None:
        _restore_html(body)
        within.restore(body)
        document = parse_tree(body, url, language=language)
        if document.blocks:
            return document
    whole = tree.find("body")
    return parse_tree(tree if whole is None else whole, url, language=language)


def _write_marks(tree: HtmlElement, language: str | None) -> None:
    """Write the marks of quotations in a line into their text: trafilatura takes each <q> for a block of its own."""
    quotations = list(tree.iter("q"))
    marks = [
        marks_around(quotation, sum(1 for _ in quotation.iterancestors("q")), language) for quotation in quotations
    ]
    for quotation, (opening, closing) in zip(quotations, marks, strict=True):
        quotation.text = f"{opening}{quotation.text or ''}"
        if len(quotation):
            quotation[-1].tail = f"{quotation[-1].tail or ''}{closing}"
        else:
            quotation.text += closing
        quotation.tag = "span"


def _extract(tree: HtmlElement, url: str | None, *, precise: bool) -> _Element | None:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without a main text is no event
    found = trafilatura.bare_extraction(
        tree,
        url=url,
        favor_precision=precise,
        fast=sum(1 for _ in tree.iter()) > _HUGE,
        include_comments=False,
        include_formatting=True,
        include_links=True,
        include_images=True,
    )
    return None if found is None or isinstance(found, dict) else found.body


def _text_length(body: _Element | None) -> int:
    return 0 if body is None else sum(len(text.strip()) for text in body.itertext())


def _restore_html(body: _Element) -> None:
    """Give trafilatura's elements (after the TEI) the names and attributes that they have in HTML."""
    for code in body.iterchildren("code"):
        code.tag = "pre"  # what is not in a line is a block of code
    body.tag = "div"
    for element in body.iter("head", "list", "hi", "ref", "graphic", "cell", *_ELEMENTS):
        tag, rend = str(element.tag), element.get("rend") or ""
        if tag == "head":
            element.tag = rend if rend in {"h1", "h2", "h3", "h4", "h5", "h6"} else "h2"
        elif tag == "list":
            element.tag = rend if rend in {"ol", "ul", "dl"} else "ul"
        elif tag == "hi":
            element.tag = _RENDITIONS.get(rend.split(" ")[0], "span")
        elif tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        else:
            element.tag = _ELEMENTS[tag]
        if tag == "ref":
            element.set("href", element.get("target") or "")
