"""Pairing: the cheapest reading of all marks in a paragraph.

A dynamic programme over the marks (Viterbi): a state is the stack of marks that are open; at each mark every state
may open, close its innermost, or leave the mark alone, each at its cost. What remains open at the end of a paragraph
must go on in the next one, which then starts with a mark that opens anew; otherwise the mark is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from newstui.record import record
from newstui.text.quotes.marks import CLOSERS, NEVER, NO_MARK, Mark

_NESTED_ALIKE: Final = 1.5
"""A mark inside a pair of the same kind is rare: the inner one has its own form, save where all are straight."""
_LEFT_OPEN: Final = 0.6
"""A quotation that ends with its paragraph is the plainer reading."""
_DEEPEST: Final = 3
_CARRIED: Final = -1
"""In a stack: the quotation that came from the paragraph before."""
_WIDTH: Final = 12
"""So many states are kept at a mark: more than any real text needs, few enough for a wall of apostrophes."""

_Stack: TypeAlias = tuple[int, ...]
_Chars: TypeAlias = tuple[str, ...]
_Trail: TypeAlias = "tuple[_Trail, int, int] | None"
"""How a state was reached: the pairs of marks that were closed, last first."""
_States: TypeAlias = dict[_Chars, tuple[float, _Trail, _Stack]]
"""By the characters that are open: the cost so far, the way there, and which marks are open."""


@record
class Pair:
    """Two marks that belong together, by their code points in the passage; `inner` are the pairs inside."""

    opening: int
    closing: int
    inner: tuple[Pair, ...] = ()


@record
class Reading:
    """The pairs of one paragraph, outermost only; `open_mark` is the mark that is still open at its end."""

    cost: float
    pairs: tuple[Pair, ...]
    open_mark: Mark | None = None
    carried_to: int | None = None
    """Where the quotation that came from the paragraph before ends; None if it does not."""


def read_pairs(
    marks: Sequence[Mark], *, carried: str | None = None, reopened: bool = True, may_stay_open: str | None = None
) -> Reading | None:
    """Return the cheapest reading of a paragraph's marks.

    `carried` is the character of a quotation that came from the paragraph before; `reopened` says that the first mark
    here opens it anew. None is returned where it can neither be closed nor carried on. `may_stay_open` is the
    character of a mark that may be open at the end.
    """
    if carried is None and may_stay_open is None and _is_plain(marks):
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return Reading(0, tuple(Pair(opening.at, closing.at) for opening, closing in pairs))
    start = 1 if carried is not None and reopened else 0
    states: _States = {(): (0.0, None, ())} if carried is None else {(carried,): (0.0, None, (_CARRIED,))}
    for index in range(start, len(marks)):
        states = _step(states, marks, index)
    best: tuple[float, _Trail, _Stack] | None = None
    for chars, (reached, trail, stack) in states.items():
        cost = reached
        if chars:
            if chars != (may_stay_open,):
                continue
            cost += _LEFT_OPEN
        if best is None or cost < best[0]:
            best = cost, trail, stack
    return None if best is None else _build_reading(best[0], best[1], best[2], marks)


def _is_plain(marks: Sequence[Mark]) -> bool:
    """Say whether every mark stands as it should, one pair behind the other: nearly all paragraphs."""
    if len(marks) % 2:
        return False
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if opening.opens or closing.closes or opening.skips < NO_MARK or closing.skips < NO_MARK:
            return False
        if CLOSERS.get(opening.char, {}).get(closing.char, NEVER) != 0:
            return False
    return True


def _step(states: _States, marks: Sequence[Mark], index: int) -> _States:
    """Let every state take the next mark; of states with the same characters open the cheapest goes on."""
    mark = marks[index]
    after: _States = {}

    def offer(chars: _Chars, cost: float, trail: _Trail, stack: _Stack) -> None:
        known = after.get(chars)
        if known is None or cost < known[0]:
            after[chars] = (cost, trail, stack)

    for chars, (cost, trail, stack) in states.items():
        offer(chars, cost + mark.skips + (0.2 if stack and mark.opens < mark.closes else 0), trail, stack)
        if mark.opens < NEVER and len(stack) < _DEEPEST:
            alike = _NESTED_ALIKE if mark.char in chars else 0
            offer((*chars, mark.char), cost + mark.opens + alike, trail, (*stack, index))
        if stack and mark.closes < NEVER:
            char = chars[-1]
            slip = 0.0 if char == mark.char and char.startswith("q") else CLOSERS.get(char, {}).get(mark.char, NEVER)
            if slip < NEVER:
                offer(chars[:-1], cost + mark.closes + slip, (trail, stack[-1], index), stack[:-1])
    if len(after) > _WIDTH:
        kept = sorted(after.items(), key=lambda item: (len(item[0]) > 0, item[1][0]))[:_WIDTH]
        after = dict(kept)
    return after


def _build_reading(cost: float, trail: _Trail, stack: _Stack, marks: Sequence[Mark]) -> Reading:
    closed: list[tuple[int, int]] = []
    while trail is not None:
        trail, opened, closing = trail
        closed.append((opened, closing))
    closed.sort()
    carried_to = None
    if closed and closed[0][0] == _CARRIED:
        end = closed[0][1]
        carried_to = marks[end].at
        closed = [pair for pair in closed if pair[0] > end]
    open_mark = None
    if stack == (_CARRIED,):
        closed = []
    elif stack:
        open_mark = marks[stack[0]]
        closed = [pair for pair in closed if pair[0] < stack[0]]
    return Reading(cost, _nest(closed, marks), open_mark, carried_to)


def _nest(closed: list[tuple[int, int]], marks: Sequence[Mark]) -> tuple[Pair, ...]:
    """Put pairs into pairs: `closed` is sorted by the opening mark."""
    pairs: list[Pair] = []
    at = 0
    while at < len(closed):
        opened, closing = closed[at]
        inside = at + 1
        while inside < len(closed) and closed[inside][0] < closing:
            inside += 1
        pairs.append(Pair(marks[opened].at, marks[closing].at, _nest(closed[at + 1 : inside], marks)))
        at = inside
    return tuple(pairs)
