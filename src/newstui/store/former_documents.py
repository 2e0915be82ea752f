"""Documents as they were stored before: compact JSON under zlib. They are read for as long as libraries hold them.

A document is `[blocks, links]`, a block `[kind, text, level, info, spans, places]` without its empty end, its kind a
letter, its spans one flat list of start, end, kind, link.
"""

from __future__ import annotations

import json
import zlib
from typing import Any, Final

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind

FORMER: Final = b"\x01"

_BLOCK_KINDS: Final = {
    "h": BlockKind.HEADING,
    "p": BlockKind.PARAGRAPH,
    "q": BlockKind.QUOTE,
    "l": BlockKind.LIST_ITEM,
    "c": BlockKind.CODE,
    "t": BlockKind.TABLE,
    "i": BlockKind.IMAGE,
    "r": BlockKind.RULE,
}
_SPAN_KINDS: Final = (
    SpanKind.STRONG,
    SpanKind.EMPHASIS,
    SpanKind.CODE,
    SpanKind.LINK,
    SpanKind.STRIKE,
    SpanKind.QUOTE,
    SpanKind.PLACE,
)


def decode_former(stored: bytes) -> Document:
    """Return a document that begins with FORMER; raises ValueError for what is none."""
    try:
        blocks, links = json.loads(zlib.decompress(stored[1:]).decode("utf-8", "replace"))
        return Document(tuple(_read_block(*block) for block in blocks), tuple(Link(*link) for link in links))
    except (zlib.error, KeyError, IndexError, TypeError) as error:
        raise ValueError(str(error)) from error


def _read_block(
    letter: str,
    text: str,
    level: int | None = None,
    info: str | None = None,
    spans: list[Any] | None = None,
    places: list[int] | None = None,
) -> Block:
    numbers = iter(spans or ())
    read = tuple(
        Span(start, end, _SPAN_KINDS[kind], link)
        for start, end, kind, link in zip(numbers, numbers, numbers, numbers, strict=True)
    )
    return Block(_BLOCK_KINDS[letter], text, level, read, info, tuple(places or ()))
