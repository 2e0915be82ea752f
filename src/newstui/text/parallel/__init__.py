"""Two editions as one parallel text: what stands beside what, by paragraphs and by sentences, and written into a file."""

from __future__ import annotations

from newstui.text.parallel.counterparts import find_counterpart
from newstui.text.parallel.passages import Comparison, Passage, Row, compare, find_row, list_quoting, pair_passages
from newstui.text.parallel.sentences import pair_sentences

__all__ = [
    "Comparison",
    "Passage",
    "Row",
    "compare",
    "find_counterpart",
    "find_row",
    "list_quoting",
    "pair_passages",
    "pair_sentences",
]
