"""What the elements of HTML are to a reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

DROPPED: Final = frozenset(
    [
        "applet",
        "button",
        "datalist",
        "dialog",
        "head",
        "nav",
        "noembed",
        "noframes",
        "optgroup",
        "option",
        "rp",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
"""Nothing in them is text to read: code, styles, controls, pictures in code, menus.

Elements without an end tag are not among them: a parser that does not know one puts the text behind it into it.
"""

BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "fieldset",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "main",
        "noscript",
        "p",
        "search",
        "section",
        "tbody",
        "tfoot",
        "thead",
    ]
)
"""They begin and end on a line of their own."""

_LAYS_OUT: Final = frozenset(
    [
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "pre",
        "blockquote",
        "figure",
        "article",
        "section",
        "hr",
        "iframe",
        "video",
        "audio",
        "form",
    ]
)
_MOST_EMPTY: Final = 200
_LONGEST_CELL: Final = 1_000
"""Code points; what is longer is not a value in a table but a column of a page."""

_CODE_LANGUAGE: Final = re.compile(r"(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*)([\w+#.-]{1,20})")
_NOT_SHOWN: Final = re.compile(r"display:none|visibility:hidden|mso-hide:all")
_FOR_READERS_ALOUD: Final = re.compile(
    r"\b(?:screen-reader-text|sr-only|visually-?hidden|katex-html|mjx-chtml|MathJax(?:_(?:SVG|CHTML|Preview))?)\b"
)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of an element with these attributes, or shows it a second time in another form."""
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    if style and _NOT_SHOWN.search(style.lower().replace(" ", "")):
        return True
    names = attributes.get("class")
    return bool(names and _FOR_READERS_ALOUD.search(names))


def local_name(tag: str) -> str:
    """Return an element's name in lower case without its name space or prefix."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def read_ahead(element: _Element, length: int) -> str:
    """Return the text of an element, or of a longer one its beginning with at least `length` code points.

    Empty elements are looked into only so many that elements nested in each other stay cheap to look into each.
    """
    from lxml import etree

    pieces, total = [], 0
    for event, node in islice(etree.iterwalk(element, events=("start", "end")), 2 * length + _MOST_EMPTY):
        piece = node.text if event == "start" else node.tail if node is not element else None
        if piece:
            pieces.append(piece)
            total += len(piece)
            if total >= length:
                break
    return "".join(pieces)


def is_wrapper(form: _Element) -> bool:
    """Whether a form is drawn around a whole page, as some servers do, rather than being one to fill in."""
    return len(read_ahead(form, 500)) >= 500


def is_data_table(table: _Element) -> bool:
    """Whether a table holds data in rows and columns, rather than being there to lay out a page.

    The first table or block inside it decides at once, so that tables in tables cost no more than their text.
    """
    rows_of_several = columns = 0
    for element in table.iterdescendants():
        name = element.tag
        if name == "tr":
            columns = 0
        elif name in ("td", "th"):
            columns += 1
            rows_of_several += columns == 2
            if len(read_ahead(element, _LONGEST_CELL)) >= _LONGEST_CELL:
                return False
        elif name in _LAYS_OUT:
            return False
    return rows_of_several > 1


def find_code_language(element: _Element) -> str | None:
    """Return the language that the classes of a <pre>, of the <code> in it or of what is around it name."""
    inside = element.find("code")
    around = element.getparent()
    for place in (element, inside, around, around.getparent() if around is not None else None):
        found = _CODE_LANGUAGE.search(place.get("class") or "") if place is not None else None
        if found:
            return found[1].lower()
    return None
