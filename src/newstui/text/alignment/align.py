"""Alignment of two documents, and of two blocks' sentences."""

from __future__ import annotations

from itertools import zip_longest

from newstui.model import Document
from newstui.text.alignment.pairs import Alignment, Pair, SentencePair
from newstui.text.sentences import split_sentences


def align_documents(
    left: Document, right: Document, *, left_language: str | None, right_language: str | None
) -> Alignment:
    """Align two editions block by block."""
    del left_language, right_language
    numbers = zip_longest(range(len(left.blocks)), range(len(right.blocks)))
    return Alignment(tuple(Pair(() if a is None else (a,), () if b is None else (b,)) for a, b in numbers))


def align_sentences(
    left_text: str, right_text: str, *, left_language: str | None, right_language: str | None
) -> tuple[SentencePair, ...]:
    """Align the sentences of two texts that correspond."""
    ends = (len(left_text), len(left_text)), (len(right_text), len(right_text))
    rows = zip_longest(split_sentences(left_text, left_language), split_sentences(right_text, right_language))
    return tuple(SentencePair(a or ends[0], b or ends[1]) for a, b in rows)
