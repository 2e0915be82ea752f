from __future__ import annotations

import json
import zlib
from concurrent.futures import ThreadPoolExecutor

import apsw
import pytest
from zstandard import ZstdDecompressor, compress

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


def test_a_lone_surrogate_is_replaced() -> None:
    lone = Document((Block(BlockKind.PARAGRAPH, "a \ud800 b"),))
    assert decode_text(encode_document(lone)) == "a ? b"


def test_the_form_on_disk_is_as_documented() -> None:
    heading = Block(BlockKind.HEADING, "Ö", 2, (Span(0, 1, SpanKind.LINK, 0),))
    stored = encode_document(Document((heading, Block(BlockKind.RULE, "")), (Link("a", "b"),)))
    assert stored[0] == 2
    assert json.loads(ZstdDecompressor().decompress(stored[1:])) == [
        [["heading", "Ö", 2, [[0, 1, "link", 0]], None, []], ["rule", "", None, [], None, []]],
        [["a", "b"]],
    ]


def test_the_former_form_is_read() -> None:
    written = [[["h", "Ö", 2, None, [0, 1, 3, 0]], ["l", "one", 1, "3.", [], [7]], ["r", ""]], [["a", "b"]]]
    stored = b"\x01" + zlib.compress(json.dumps(written).encode())
    assert decode_document(stored) == Document(
        (
            Block(BlockKind.HEADING, "Ö", 2, (Span(0, 1, SpanKind.LINK, 0),)),
            Block(BlockKind.LIST_ITEM, "one", 1, (), "3.", (7,)),
            Block(BlockKind.RULE, ""),
        ),
        (Link("a", "b"),),
    )
    assert decode_text(stored) == "Ö\none\n"


def test_threads_compress_beside_each_other() -> None:
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(decode_document, threads.map(encode_document, [EVERY_KIND] * 200))) == {EVERY_KIND}


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
        b"\x01" + zlib.compress(b'[[["p","an unknown span",null,null,[0,1,9,null]]],[]]'),
        b"\x01" + zlib.compress(b"[1]"),
        b"\x02",
        b"\x02garbage",
        b"\x02" + compress(b"no JSON"),
        b"\x02" + compress(b'[[["unknown","a kind"]],[]]'),
        b"\x02" + compress(b"[1]"),
        encode_document(EVERY_KIND)[:-20],
    ],
)
def test_what_is_no_document_is_damage(stored: bytes) -> None:
    with pytest.raises(apsw.CorruptError):
        decode_document(stored)
    with pytest.raises(apsw.CorruptError):
        decode_text(stored)
