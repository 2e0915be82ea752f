from __future__ import annotations

import json
import zlib

import apsw
import pytest

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.store.documents import decode_document, decode_text, encode_document

EVERY_KIND = Document(
    (
        *(Block(kind, f"{kind} – “text” 日本", level=2, info="info") for kind in BlockKind),
        Block(BlockKind.RULE, ""),
        Block(
            BlockKind.PARAGRAPH,
            "words and a link",
            spans=(*(Span(0, 5, kind) for kind in SpanKind), Span(12, 16, SpanKind.LINK, 0)),
        ),
    ),
    (Link("link", "https://a.example/"),),
)


@pytest.mark.parametrize("document", [Document(), EVERY_KIND])
def test_documents_survive(document: Document) -> None:
    assert decode_document(encode_document(document)) == document


def test_the_text_alone_is_what_the_blocks_hold() -> None:
    assert decode_text(encode_document(EVERY_KIND)) == "\n".join(block.text for block in EVERY_KIND.blocks)
    lone = Document((Block(BlockKind.PARAGRAPH, "a \ud800 b"),))
    assert decode_text(encode_document(lone)).isprintable()


def test_the_form_on_disk_is_as_documented() -> None:
    stored = encode_document(Document((Block(BlockKind.HEADING, "Ö", 2), Block(BlockKind.RULE, "")), (Link("a", "b"),)))
    assert stored[0] == 1
    assert json.loads(zlib.decompress(stored[1:])) == [[["h", "Ö", 2], ["r", ""]], [["a", "b"]]]


def test_text_is_compressed() -> None:
    assert len(encode_document(Document((Block(BlockKind.PARAGRAPH, "again and " * 500),)))) < 200


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"\x00",
        b"\x01",
        b"\x01garbage",
        b"\x01" + zlib.compress(b"no JSON"),
        b"\x01" + zlib.compress(b'[[["z","an unknown kind"]],[]]'),
        b"\x01" + zlib.compress(b"[1]"),
        encode_document(EVERY_KIND)[:-20],
    ],
)
def test_what_is_no_document_is_damage(stored: bytes) -> None:
    with pytest.raises(apsw.CorruptError):
        decode_document(stored)


@pytest.mark.parametrize("stored", [b"", b"\x01", b"\x01garbage", b"\x01" + zlib.compress(b"[1]")])
def test_what_is_no_document_has_no_text(stored: bytes) -> None:
    with pytest.raises(apsw.CorruptError):
        decode_text(stored)
