"""A page's bytes to a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, SourceError
from newstui.sources.encoding import decode_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.IGNORECASE
)
_HEADER: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_SUPERSETS: Final = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
"""The WHATWG's Encoding Standard: pages say the one and mean the other."""


def parse_page(html: bytes, content_type: str | None) -> HtmlElement:
    """Return a page's tree; raises SourceError for bytes that are no HTML at all."""
    from lxml import etree
    from lxml import html as lxml_html

    text = _DECLARATION.sub("", decode_page(html, content_type)).replace("\x00", "")
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise SourceError(N_("the page is empty: there is nothing to read")) from error
    return tree


def decode_page(html: bytes, content_type: str | None) -> str:
    """Return a page's text: by its byte order mark, UTF-8 if it is valid, the header, its own word, its bytes."""
    if html.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode_text(html)
    try:
        return html.decode()
    except UnicodeDecodeError:
        pass
    header = _HEADER.search(content_type or "")
    own = _CHARSET.search(html[:4096])
    for name in (header[1] if header else None, (own[1] or own[2]).decode("ascii", "replace") if own else None):
        text = _decode_as(html, name) if name else None
        if text is not None:
            return text
    return decode_text(html)


def _decode_as(html: bytes, name: str) -> str | None:
    encoding = _SUPERSETS.get(name.lower(), name)
    try:
        return html.decode(encoding, "strict" if encoding.lower().replace("-", "") == "utf8" else "replace")
    except (LookupError, UnicodeDecodeError):
        return None
