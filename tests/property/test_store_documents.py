from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.store.documents import decode_document, encode_document

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
offsets = st.integers(0, 10**6)
spans = st.builds(Span, offsets, offsets, st.sampled_from(SpanKind), st.none() | offsets)
blocks = st.builds(
    Block,
    st.sampled_from(BlockKind),
    texts,
    st.none() | st.integers(1, 9),
    st.lists(spans, max_size=4).map(tuple),
    st.none() | texts,
    st.lists(st.integers(1, 9), max_size=2).map(tuple),
)
documents = st.builds(
    Document, st.lists(blocks, max_size=6).map(tuple), st.lists(st.builds(Link, texts, texts), max_size=3).map(tuple)
)


@given(documents)
def test_every_document_survives(document: Document) -> None:
    assert decode_document(encode_document(document)) == document
