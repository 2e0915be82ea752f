"""What bytes are, judged by their beginning, without a parser."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import Final

_HEAD: Final = 8_192
"""Bytes."""

_BEFORE_ROOT: Final = re.compile(
    rb"\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?!\s+html)[^>\[]*(?:\[[^\]]*\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_FEED_ROOT: Final = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>/]", re.IGNORECASE)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_RSS_IN_JSON: Final = re.compile(rb'\{\s*"rss"\s*:\s*\{')
_FEED_TYPE: Final = re.compile(r"application/(?:(?:rss|atom|rdf)\+xml|feed\+json)", re.IGNORECASE)
_FEED_SUFFIXES: Final = frozenset({".xml", ".rss", ".atom", ".rdf", ".json"})
_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("<?".encode("utf-32-le"), "utf-32-le"),
    ("<?".encode("utf-32-be"), "utf-32-be"),
    ("<?".encode("utf-16-le"), "utf-16-le"),
    ("<?".encode("utf-16-be"), "utf-16-be"),
    ("<?xm".encode("cp037"), "cp037"),
)
"""How XML begins in encodings that do not hold ASCII (XML 1.0, appendix F)."""


def looks_like_feed(body: bytes, content_type: str | None = None) -> bool:
    """Whether bytes are a feed rather than a page or a text, judged by their beginning and what they are said to be."""
    head = _read_head(body)
    if head.startswith(b"{"):
        json_feed = is_json_feed_type(content_type) or b"jsonfeed.org/version" in head.replace(b"\\/", b"/")
        return json_feed or bool(_RSS_IN_JSON.match(head))
    if looks_like_page(body):
        return False
    return bool(_FEED_ROOT.search(head)) or bool(content_type and _FEED_TYPE.match(content_type.strip()))


def is_feed_name(path: PurePath) -> bool:
    """Whether a file's name says that it holds a feed, whatever it does hold."""
    return path.suffix.lower() in _FEED_SUFFIXES


def looks_like_page(body: bytes) -> bool:
    """Whether bytes begin as a page of the web does."""
    head = _read_head(body)
    return _PAGE.match(head) is not None


def looks_like_json(body: bytes) -> bool:
    """Whether bytes can only be JSON."""
    return _read_head(body).startswith(b"{")


def is_json_feed_type(content_type: str | None) -> bool:
    """Whether a Content-Type header says JSON Feed."""
    return bool(content_type and content_type.strip().lower().startswith("application/feed+json"))


def find_wide_encoding(body: bytes) -> tuple[str, int] | None:
    """Return the encoding of XML that is not written in a superset of ASCII, and how many bytes its mark takes."""
    for mark, encoding in _WIDE:
        if body.startswith(mark):
            return encoding, len(mark) if mark in _MARKS else 0
    return None


_MARKS: Final = frozenset(mark for mark, _ in _WIDE[:4])


def _read_head(body: bytes) -> bytes:
    """Return the beginning in a superset of ASCII, without what may stand before a root element."""
    wide = find_wide_encoding(body)
    head = body[:_HEAD]
    if wide is not None:
        encoding, skipped = wide
        head = head[skipped:].decode(encoding, "ignore").encode()
    head = head.removeprefix(codecs.BOM_UTF8)
    while found := _BEFORE_ROOT.match(head):
        head = head[found.end() :]
    return head
