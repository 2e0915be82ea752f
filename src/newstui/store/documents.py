"""How a document stands in the database: its fields in their order as JSON arrays, compressed.

`[blocks, links]`: a block is `[kind, text, level, spans, info, places]`, a span `[start, end, kind, link]`, a link
`[text, url]`. The first byte of the whole says how to read the rest: 2 is this form by Zstandard, 1 what was written
before it (store/former_documents.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from threading import local
from typing import Final

import apsw
from msgspec import MsgspecError, to_builtins
from msgspec.json import Decoder, Encoder
from zstandard import ZstdCompressor, ZstdDecompressor, ZstdError

from newstui.model import Arrival, Document
from newstui.store.former_documents import FORMER, decode_former

_ZSTANDARD: Final = b"\x02"
_ENCODER: Final = Encoder()
_DECODER: Final = Decoder(Document)
_NOTHING: Final = Document()
_DAMAGED: Final = "a stored document cannot be read"


class _Zstandard(local):
    """Each thread's own compressor and decompressor, since none of them may be used by two at once."""

    def __init__(self) -> None:
        self.compress: Final = ZstdCompressor().compress
        self.decompress: Final = ZstdDecompressor().decompress


_ZSTD: Final = _Zstandard()


def encode_document(document: Document) -> bytes:
    """Return a document as bytes for a column; a lone surrogate, which no clean text holds, becomes a question mark."""
    try:
        written = _ENCODER.encode(document)
    except UnicodeEncodeError:
        written = json.dumps(to_builtins(document), ensure_ascii=False).encode("utf-8", "replace")
    return _ZSTANDARD + _ZSTD.compress(written)


def decode_document(stored: bytes) -> Document:
    """Return the document that encode_document stored; anything else is a damaged file (apsw.CorruptError)."""
    try:
        if stored[:1] == FORMER:
            return decode_former(stored)
        if stored[:1] == _ZSTANDARD:
            return _DECODER.decode(_ZSTD.decompress(stored[1:]))
    except (ZstdError, MsgspecError, ValueError, MemoryError) as error:
        raise apsw.CorruptError(_DAMAGED) from error
    raise apsw.CorruptError(_DAMAGED)


def decode_text(stored: bytes) -> str:
    """Return the text alone, a line for each block; raises apsw.CorruptError likewise."""
    return "\n".join([block.text for block in decode_document(stored).blocks])


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
