"""Which blocks of one edition correspond to which of another, and which sentences inside a pair of blocks."""

from __future__ import annotations

from newstui.text.alignment.align import align_documents, align_sentences
from newstui.text.alignment.pairs import Alignment, Pair, SentencePair, counterpart

__all__ = ["Alignment", "Pair", "SentencePair", "align_documents", "align_sentences", "counterpart"]
