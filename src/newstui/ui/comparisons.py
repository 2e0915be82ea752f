"""Editions that were put side by side or followed each other last, aligned once for as long as neither changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from newstui.library.facade import Library
from newstui.model import Document, Reading
from newstui.ui.readings import Readings

if TYPE_CHECKING:
    from newstui.text.alignment import Alignment
    from newstui.text.parallel import Comparison

_KEPT: Final = 8
_KEPT_ALIGNMENTS: Final = 40
"""All thirty changes among six editions, and some."""


class _Aligned(NamedTuple):
    """Two texts and their alignment."""

    left: Document
    right: Document
    alignment: Alignment


class Comparisons:
    """The comparisons and alignments used last; may be asked from any thread."""

    def __init__(self, library: Library, readings: Readings) -> None:
        self._library = library
        self._readings = readings
        self._kept: OrderedDict[tuple[str, str], Comparison] = OrderedDict()
        self._aligned: OrderedDict[tuple[str, str], _Aligned] = OrderedDict()
        self._lock = Lock()

    def get(self, left_id: str, right_id: str) -> Comparison:
        """Return two editions side by side, aligned if they are not: some 35 ms for 40 blocks; raises UsageError."""
        from newstui.text.parallel import compare

        left, right = self._readings.get(left_id), self._readings.get(right_id)
        with self._lock:
            kept = self._kept.get((left_id, right_id))
            if kept is None or kept.left.document is not left.document or kept.right.document is not right.document:
                kept = compare(left, right, self._align(left, right))
                self._keep(kept)
            return kept

    def align(self, left: Reading, right: Reading) -> Alignment:
        """Return which blocks of two editions say the same: some 20 ms for 40 blocks, where it is not known yet."""
        with self._lock:
            return self._align(left, right)

    def _align(self, left: Reading, right: Reading) -> Alignment:
        key = left.article.id, right.article.id
        known = self._aligned.get(key)
        if known is None or known.left != left.document or known.right != right.document:
            alignment = self._library.align(left, right)
            known = self._aligned[key] = _Aligned(left.document, right.document, alignment)
            # The same the other way round: who goes there and back is at the same place.
            self._aligned[key[1], key[0]] = _Aligned(right.document, left.document, alignment.swap())
            while len(self._aligned) > _KEPT_ALIGNMENTS:
                self._aligned.popitem(last=False)
        return known.alignment

    def swap(self, comparison: Comparison) -> Comparison:
        """Return a comparison with its sides exchanged, and have it ready."""
        swapped = comparison.swap()
        with self._lock:
            self._keep(swapped)
        return swapped

    def _keep(self, comparison: Comparison) -> None:
        self._kept[comparison.left.article.id, comparison.right.article.id] = comparison
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
