"""Documents as bytes: compact JSON, compressed by zlib.

A document is `[blocks, links]`, a block `[kind, text, level, info, spans, places]` without its empty end, its spans one
flat list of start, end, kind, link. The first byte of the whole says how to read the rest.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

import apsw

from newstui.model import Arrival, Block, BlockKind, Document, Link, Span, SpanKind

_PLAIN_ZLIB: Final = b"\x01"
_LEVEL: Final = 3
"""Three quarters of the time of zlib's own choice for 3% more bytes; a first refresh compresses thousands."""
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOTHING: Final = Document()
_DAMAGED: Final = "a stored document cannot be read"

_BLOCK_LETTERS: Final = {
    BlockKind.HEADING: "h",
    BlockKind.PARAGRAPH: "p",
    BlockKind.QUOTE: "q",
    BlockKind.LIST_ITEM: "l",
    BlockKind.CODE: "c",
    BlockKind.TABLE: "t",
    BlockKind.IMAGE: "i",
    BlockKind.RULE: "r",
}
_SPAN_NUMBERS: Final = {
    SpanKind.STRONG: 0,
    SpanKind.EMPHASIS: 1,
    SpanKind.CODE: 2,
    SpanKind.LINK: 3,
    SpanKind.STRIKE: 4,
    SpanKind.QUOTE: 5,
    SpanKind.PLACE: 6,
}
_BLOCK_KINDS: Final = {letter: kind for kind, letter in _BLOCK_LETTERS.items()}
_SPAN_KINDS: Final = {number: kind for kind, number in _SPAN_NUMBERS.items()}


def encode_document(document: Document) -> bytes:
    """Return a document as bytes for a column."""
    value = [[_pack_block(block) for block in document.blocks], [[link.text, link.url] for link in document.links]]
    return _PLAIN_ZLIB + zlib.compress(_ENCODER.encode(value).encode("utf-8", "surrogatepass"), _LEVEL)


def decode_document(stored: bytes) -> Document:
    """Return the document that encode_document stored; anything else is a damaged file (apsw.CorruptError)."""
    try:
        blocks, links = _decode(stored, "surrogatepass")
        return Document(tuple(_unpack_block(*block) for block in blocks), tuple(Link(*link) for link in links))
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise apsw.CorruptError(_DAMAGED) from error


def decode_text(stored: bytes) -> str:
    """Return the text alone, a line for each block, in a third of the time; raises apsw.CorruptError likewise.

    Lone surrogates are replaced: no column takes them.
    """
    try:
        blocks, _ = _decode(stored, "replace")
        return "\n".join(block[1] for block in blocks)
    except (zlib.error, ValueError, IndexError, TypeError) as error:
        raise apsw.CorruptError(_DAMAGED) from error


def pack_arrivals(arrivals: Iterable[Arrival]) -> tuple[Arrival, ...]:
    """Make the bodies of arrivals that have none yet, which takes longer than a write transaction should."""
    return tuple(map(_pack_arrival, arrivals))


def _pack_arrival(arrival: Arrival) -> Arrival:
    if arrival.body is not None:
        return arrival
    article = replace(arrival.article, document=_NOTHING)
    body = encode_document(arrival.article.document)
    return Arrival(arrival.id, arrival.keys, article, arrival.content_hash, body)


def unpack_document(arrival: Arrival) -> Document:
    """Return the document of an arrival, whether its body has been made or not."""
    return arrival.article.document if arrival.body is None else decode_document(arrival.body)


def _decode(stored: bytes, errors: str) -> Any:
    if stored[:1] != _PLAIN_ZLIB:
        raise apsw.CorruptError(_DAMAGED)
    return json.loads(zlib.decompress(stored[1:]).decode("utf-8", errors))


def _pack_block(block: Block) -> list[Any]:
    spans = [value for span in block.spans for value in (span.start, span.end, _SPAN_NUMBERS[span.kind], span.link)]
    packed = [_BLOCK_LETTERS[block.kind], block.text, block.level, block.info, spans, list(block.places)]
    while packed[-1] is None or packed[-1] == []:
        packed.pop()
    return packed


def _unpack_block(
    letter: str,
    text: str,
    level: int | None = None,
    info: str | None = None,
    spans: list[Any] | None = None,
    places: list[int] | None = None,
) -> Block:
    numbers = iter(spans or ())
    unpacked = tuple(
        Span(start, end, _SPAN_KINDS[kind], link)
        for start, end, kind, link in zip(numbers, numbers, numbers, numbers, strict=True)
    )
    return Block(_BLOCK_KINDS[letter], text, level, unpacked, info, tuple(places or ()))
