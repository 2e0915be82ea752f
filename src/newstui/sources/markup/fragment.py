"""Pieces of HTML as feeds and pages hold them, to documents or to one line of text."""

from __future__ import annotations

import html as entities
import re
from typing import TYPE_CHECKING, Final

from newstui.model import BlockKind, Document
from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.plain import parse_plain
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_CDATA: Final = re.compile(r"<!\[CDATA\[|\]\]>")
_NO_DECLARATION: Final = re.compile(r"<!(?!--)(?![^<>]*>)")
_TAG: Final = re.compile(r"</?[a-z!?][^<>]*>?", re.IGNORECASE)


def parse_fragment(html: str, base_url: str | None = None, *, language: str | None = None) -> Document:
    """Return the blocks of a piece of HTML, however broken it is.

    Relative links are resolved against `base_url`; `language` chooses the marks around <q>. What nests deeper than
    the parser goes (2,048) keeps its text, but not its structure.
    """
    if "<" not in html:
        return parse_plain(entities.unescape(html), keep_lines=False)
    from newstui.sources.markup.short import write_shortly

    document = write_shortly(html, base_url, language)
    return _read_thoroughly(html, base_url, language) if document is None else document


def _read_thoroughly(html: str, base_url: str | None, language: str | None) -> Document:
    """Return the blocks of a piece of HTML as libxml2 understands it."""
    if "<!" in html:
        html = _NO_DECLARATION.sub("&lt;!", _close_comment(_CDATA.sub("", html)))
    tree, whole = _read_tree(html)
    if not whole:
        return parse_plain(entities.unescape(_TAG.sub("\n", html)), keep_lines=False)
    return parse_tree(tree, base_url, language=language) if tree is not None else Document()


def parse_tree(element: _Element, base_url: str | None = None, *, language: str | None = None) -> Document:
    """Return the blocks of an lxml element and of everything in it; a <base href> in it counts."""
    from newstui.sources.markup.walk import write_blocks

    base = next((found for given in element.iter("base") if (found := given.get("href"))), None)
    return write_blocks(element, (resolve_link(base, base_url) if base else None) or base_url, language)


def fragment_text(html: str) -> str:
    """Return the plain one-line text of a title or a summary that may hold HTML; images are not in it."""
    if "<" not in html:
        return clean_line(entities.unescape(html)).replace("\u00ad", "")
    blocks = parse_fragment(html).blocks
    return clean_line(" ".join(block.text for block in blocks if block.kind is not BlockKind.IMAGE))


def _close_comment(html: str) -> str:
    """Take out the beginning of a comment that never ends, so that the text behind it is not in it."""
    begin = html.rfind("<!--")
    if begin < 0 or html.find("-->", begin) >= 0:
        return html
    end = html.find(">", begin)
    return html[:begin] + (html[end + 1 :] if end >= 0 else "")


def _read_tree(html: str) -> tuple[_Element | None, bool]:
    """Return what the parser makes of HTML, and whether it read all of it."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    return tree, not any("Excessive depth" in entry.message for entry in parser.error_log)
