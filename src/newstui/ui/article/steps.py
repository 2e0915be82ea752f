"""Which quotation is the next one."""

from __future__ import annotations

from collections.abc import Mapping


def choose_quote(lines: Mapping[int, int], current: int | None, top: int, bottom: int, step: int) -> int | None:
    """Return the quotation `step` (1 or -1) away, None if there is none.

    `lines` has the line of each quotation, `top` and `bottom` are the lines that the screen shows, half-open. Stepping
    begins at the current quotation as long as it can be seen, else at the top of the screen.
    """
    order = sorted(lines, key=lambda index: (lines[index], index))
    if current is not None and current in lines and top <= lines[current] < bottom:
        at = order.index(current) + step
    else:
        above = sum(line < top for line in lines.values())
        at = above if step > 0 else above - 1
    return order[at] if 0 <= at < len(order) else None
