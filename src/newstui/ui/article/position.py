"""Where a reader is in an article, in words that hold for another width and another edition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in an article.

    `block` is a block's number, or model.TITLE or model.SUMMARY. `row` is where its first line stands on the screen,
    negative when it has scrolled off above; then `offset` is where in the block's text the screen's first line begins
    (code points), and decides. To stay at the same paragraph of another edition, replace `block` and keep the rest.
    """

    block: int
    row: int = 0
    offset: int = 0
