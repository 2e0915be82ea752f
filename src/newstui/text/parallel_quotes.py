"""The same quotation in several editions of a story: which is which, and which an edition leaves out.

Two editions' quotations are aligned as their blocks are, in order, by the best path through all ways of pairing them
(dynamic programming, as Gale and Church 1993 do for sentences): one with one, two with one where an edition interrupts
what another does not, or one with nothing. What speaks for a pair: that it stands in blocks that say the same, that the
speaker is the same, that the lengths and the numbers agree.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Sequence
from functools import partial
from operator import itemgetter
from typing import Final

from newstui.model import TITLE, Quote, QuoteKind, Reading
from newstui.record import record
from newstui.text.alignment import Alignment
from newstui.text.names import same_name

_BEADS: Final = ((1, 1), (2, 1), (1, 2))
_SAME_PLACE: Final = 2.0
_NEXT_PLACE: Final = -0.5
_FAR: Final = -9.0
_SAME_SPEAKER: Final = 1.0
_OTHER_SPEAKER: Final = -0.5
_OTHER_KIND: Final = -0.5
_SAME_NUMBERS: Final = 1.0
_OTHER_NUMBERS: Final = -1.0
_LENGTH: Final = 1.0
"""What a length that differs by the factor e takes away."""
_INTERRUPTED: Final = -0.5
"""What must be outweighed before two are one."""
_ALONE: Final = -0.3
_NUMBER: Final = re.compile(r"\d+")


@record
class QuotePair:
    """Quotations that are the same in two editions; an empty side where an edition leaves it out."""

    left: tuple[Quote, ...]
    right: tuple[Quote, ...]


@record
class QuoteTable:
    """A row a quotation, a column an edition, in the order of `readings`; an empty cell where an edition leaves it out."""

    readings: tuple[Reading, ...]
    rows: tuple[tuple[tuple[Quote, ...], ...], ...]


def match_quotes(left: Reading, right: Reading, alignment: Alignment) -> tuple[QuotePair, ...]:
    """Pair what is said in two editions whose blocks are aligned; every quotation that is speech stands in one pair.

    One that counts as speech in one edition only is found in the other too, whatever it counts as there.
    """
    lefts = [_Said(quote, place) for quote, place in _place_quotes(left, alignment, from_left=True)]
    rights = [_Said(quote, place) for quote, place in _place_quotes(right, alignment, from_left=False)]
    stretch = math.log((_measure(right) + 1) / (_measure(left) + 1))
    return tuple(
        pair
        for pair in _find_pairs(lefts, rights, partial(_weigh, stretch=stretch))
        if any(quote.kind is QuoteKind.SPEECH for quote in (*pair.left, *pair.right))
    )


def tabulate_quotes(readings: Sequence[Reading], align: Callable[[Reading, Reading], Alignment]) -> QuoteTable:
    """Return what is said in editions of a story side by side, in the order of the first edition that has it."""
    rows: list[dict[int, tuple[Quote, ...]]] = []
    for column, reading in enumerate(readings):
        waiting = [quote for quote in reading.quotes if quote.kind is QuoteKind.SPEECH]
        for earlier in range(column):
            if waiting:
                pairs = match_quotes(readings[earlier], reading, align(readings[earlier], reading))
                taken = _fill_column(rows, earlier, column, pairs)
                waiting = [quote for quote in waiting if quote not in taken]
        _insert_rows(rows, column, reading, waiting)
    cells = tuple(tuple(row.get(column, ()) for column in range(len(readings))) for row in rows)
    return QuoteTable(tuple(readings), cells)


@record
class _Said:
    """A quotation and the number of the pair of blocks that it begins in, the title and the summary before them."""

    quote: Quote
    place: int


def _place_quotes(reading: Reading, alignment: Alignment, *, from_left: bool) -> list[tuple[Quote, int]]:
    places = {
        block: place for place, pair in enumerate(alignment.pairs) for block in (pair.left if from_left else pair.right)
    }
    placed = []
    for quote in reading.quotes:
        block = quote.spans[0].block
        placed.append((quote, places.get(block, -1) if block >= 0 else -4 if block == TITLE else -2))
    return placed


def _measure(reading: Reading) -> int:
    """How many code points an edition has."""
    return sum(len(block.text) for block in reading.document.blocks)


def _weigh(lefts: Sequence[_Said], rights: Sequence[_Said], *, stretch: float) -> float:
    """What speaks for these being the same, less what speaks against it."""
    distance = max(abs(one.place - other.place) for one in lefts for other in rights)
    if distance > 1:
        return _FAR
    weight = _NEXT_PLACE if distance else _SAME_PLACE
    left_length, right_length = (sum(len(said.quote.text) for said in side) + 5 for side in (lefts, rights))
    weight -= _LENGTH * abs(math.log(right_length / left_length) - stretch)
    for one in lefts:
        for other in rights:
            weight += _compare_speakers(one.quote, other.quote) / (len(lefts) * len(rights))
            weight += _OTHER_KIND * (one.quote.kind is not other.quote.kind)
    numbers = [set(_NUMBER.findall(" ".join(said.quote.text for said in side))) for side in (lefts, rights)]
    if any(numbers):
        weight += _SAME_NUMBERS if numbers[0] == numbers[1] else _OTHER_NUMBERS
    return weight + _INTERRUPTED * (len(lefts) != len(rights))


def _compare_speakers(one: Quote, other: Quote) -> float:
    if not one.speaker or not other.speaker:
        return 0.0
    return _SAME_SPEAKER if same_name(one.speaker, other.speaker) else _OTHER_SPEAKER


def _find_pairs(
    lefts: Sequence[_Said], rights: Sequence[_Said], weigh: Callable[[Sequence[_Said], Sequence[_Said]], float]
) -> list[QuotePair]:
    """The pairs of the best path."""
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for x, y in itertools.product(range(len(lefts) + 1), range(len(rights) + 1)):
        ways = [
            (best[x - taken, y - wanted] + weigh(lefts[x - taken : x], rights[y - wanted : y]), (taken, wanted))
            for taken, wanted in _BEADS
            if taken <= x and wanted <= y
        ]
        alone = [((0, 1), said) for said in rights[:y][-1:]] + [((1, 0), said) for said in lefts[:x][-1:]]
        # Of two that stay alone, the one that stands further down comes last.
        for (taken, wanted), said in sorted(alone, key=lambda each: -each[1].place):
            ways.append((best[x - taken, y - wanted] + _leave(said), (taken, wanted)))
        if ways:
            best[x, y], step[x, y] = max(ways, key=itemgetter(0))
    pairs, x, y = [], len(lefts), len(rights)
    while x or y:
        taken, wanted = step[x, y]
        sides = (tuple(said.quote for said in side) for side in (lefts[x - taken : x], rights[y - wanted : y]))
        pairs.append(QuotePair(*sides))
        x, y = x - taken, y - wanted
    return pairs[::-1]


def _leave(said: _Said) -> float:
    """What it costs to leave a quotation alone; a title or an expression costs nothing."""
    return _ALONE if said.quote.kind is QuoteKind.SPEECH else 0.0


def _fill_column(
    rows: list[dict[int, tuple[Quote, ...]]], earlier: int, column: int, pairs: Sequence[QuotePair]
) -> list[Quote]:
    """Put what is paired with an earlier edition beside it, and return what has been put."""
    taken: list[Quote] = []
    for pair in pairs:
        mine = [number for number, row in enumerate(rows) if set(pair.left) & set(row.get(earlier, ()))]
        known = {quote for row in rows for quote in row.get(column, ())}
        if mine and pair.right and not known & set(pair.right):
            first = rows[mine[0]]
            for number in mine[:0:-1]:
                for other, quotes in rows.pop(number).items():
                    first[other] = first.get(other, ()) + quotes
            first[column] = first.get(column, ()) + pair.right
            taken += pair.right
    return taken


def _insert_rows(
    rows: list[dict[int, tuple[Quote, ...]]], column: int, reading: Reading, waiting: Sequence[Quote]
) -> None:
    """Give each quotation that no earlier edition has a row of its own, behind what is said before it."""
    place = 0
    for quote in reading.quotes:
        found = next((number for number, row in enumerate(rows) if quote in row.get(column, ())), None)
        if found is not None:
            place = found + 1
        elif quote in waiting:
            rows.insert(place, {column: (quote,)})
            place += 1
