"""Chains: quotations over several paragraphs, which open anew in each of them or in none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newstui.model import BlockKind
from newstui.text.quotes.marks import NEVER, NO_MARK, Mark
from newstui.text.quotes.pairing import Reading, read_pairs
from newstui.text.quotes.parts import Part, Stretch, join_words, make_part, make_stretches
from newstui.text.quotes.passages import Passage

_CHAIN: Final = 40
"""So many paragraphs at most a quotation runs over that opens anew in each of them."""
_GAP: Final = 6
"""So many paragraphs at most a quotation runs over that none of them opens anew."""
_CLEAR: Final = 0.5
"""So much it costs at most to open with a mark that stands as an opening one should."""
_APOSTROPHE: Final = 0.5
"""So much less it costs to leave alone what stands like an opening mark but can be an apostrophe too."""
_SLIPPED: Final = 1.5
"""So much it costs at most to close with a mark that a space has slipped before."""


class Chains:
    """The paragraphs of an article with their marks, asked one after the other whether a quotation leaves them open."""

    def __init__(self, passages: Sequence[Passage], marks: Sequence[list[Mark]]) -> None:
        self._passages = passages
        self._marks = marks
        self._broken: dict[str, int] = {}
        """By opening mark, the paragraph up to which no chain that opens anew comes to an end."""

    def follow(self, index: int, alone: float) -> tuple[list[Stretch], int] | None:
        """Return a quotation over several paragraphs with what stands beside it, and the passage to go on at.

        Its first paragraph does not close it, each of the following begins with a mark that opens anew, the last one
        closes it. Some leave the opening marks out: then a closing one must turn up soon that nothing else opens.
        None if the paragraph holds no such quotation, or if to read each by itself is cheaper. `alone` is what that
        costs for the first.
        """
        if not alone:  # every mark stands as it should: to leave one open can only cost more
            return None
        marks = self._marks[index]
        char = self._find_reopening(index + 1)
        if char and index < self._broken.get(char, 0):
            return None
        first = read_pairs(marks, may_stay_open=char) if char else None
        if first is None or first.open_mark is None or alone <= first.cost:
            first = _find_left_open(marks, alone)
            char = None
        if first is None or first.open_mark is None:
            return None
        return self._follow_anew(index, first, first.open_mark) if char else self._follow_on(index, first, alone)

    def _follow_anew(self, index: int, first: Reading, opening: Mark) -> tuple[list[Stretch], int] | None:
        """Follow a quotation that each paragraph opens anew."""
        passages, marks = self._passages, self._marks
        parts = [make_part(passages, index, opening.at, len(passages[index].text) + 1)]
        at = index + 1
        while at < min(index + _CHAIN, len(passages)) and not self._is_boundary(at):
            further = opening.char if self._find_reopening(at + 1) == opening.char else None
            reading = read_pairs(marks[at], carried=opening.char, may_stay_open=further)
            if reading is None:
                break
            if reading.carried_to is not None:
                parts.append(make_part(passages, at, marks[at][0].at, reading.carried_to + 1))
                return self._close(index, first, parts, reading)
            parts.append(make_part(passages, at, marks[at][0].at, len(passages[at].text) + 1))
            at += 1
        self._broken[opening.char] = at
        return None

    def _follow_on(self, index: int, first: Reading, alone: float) -> tuple[list[Stretch], int] | None:
        """Follow a quotation that no paragraph opens anew to the mark that closes it, if that is the cheaper reading."""
        passages, marks, opening, cost = self._passages, self._marks, first.open_mark, first.cost
        if opening is None:
            return None
        parts = [make_part(passages, index, opening.at, len(passages[index].text) + 1)]
        for at in range(index + 1, min(index + _GAP, len(passages))):
            if self._is_boundary(at):
                return None
            reading = read_pairs(marks[at], carried=opening.char, reopened=False, may_stay_open=opening.char)
            apart = read_pairs(marks[at])
            if reading is None:
                return None
            cost += reading.cost
            alone += apart.cost if apart is not None else NEVER
            end = reading.carried_to
            if end is None or (opening.char in "'’" and not _closes(marks[at], end, 0)):  # an apostrophe: it goes on
                parts.append(make_part(passages, at, -1, len(passages[at].text) + 1))
                continue
            if cost >= alone or not _closes(marks[at], end, _SLIPPED):
                return None
            parts.append(make_part(passages, at, -1, end + 1))
            return self._close(index, first, parts, reading)
        return None

    def _close(self, index: int, first: Reading, parts: list[Part], last: Reading) -> tuple[list[Stretch], int]:
        """Return the quotation with what stands before it in its first paragraph and behind it in its last."""
        found = make_stretches(self._passages, index, first.pairs) + join_words(self._passages, parts)
        at = parts[-1].passage
        return found + make_stretches(self._passages, at, last.pairs), at + 1

    def _is_boundary(self, index: int) -> bool:
        here, before = self._passages[index], self._passages[index - 1]
        return here.number <= 0 or BlockKind.HEADING in (here.kind, before.kind)

    def _find_reopening(self, index: int) -> str | None:
        """Return the opening mark that a paragraph begins with: French may set the closing guillemet there instead."""
        if index >= len(self._passages) or not self._marks[index] or self._is_boundary(index):
            return None
        first = self._marks[index][0]
        if self._passages[index].text[: first.at].strip():
            return None
        return "«" if first.char == "»" and first.opens > first.closes else first.char


def _closes(marks: Sequence[Mark], at: int, most: float) -> bool:
    """Say whether the mark at a code point closes at no higher cost: at none it stands as a closing one should."""
    return any(mark.at == at and mark.closes <= most for mark in marks)


def _find_left_open(marks: Sequence[Mark], cost: float) -> Reading | None:
    """Return the cheapest reading that leaves a clear opening mark open; whether it pays, the paragraphs behind show."""
    best = None
    clear = {mark.char for mark in marks if mark.opens <= _CLEAR and mark.skips >= NO_MARK - _APOSTROPHE}
    for char in sorted(clear):
        reading = read_pairs(marks, may_stay_open=char)
        if reading is not None and reading.open_mark is not None and reading.cost < cost:
            best = reading if best is None or reading.cost < best.cost else best
    return best
