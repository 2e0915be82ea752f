"""Which panes are on the screen: a pure function of its size and of what the reader is doing.

docs/notes/interface.md has the table of what is shown at which breakpoint.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from newstui.ui.commands import Pane

TINY: Final = (80, 12)
"""Below so many columns or rows one pane is shown at a time."""
MIDDLE: Final = 100
"""From so many columns on headlines and article are shown together."""
WIDE: Final = 140
"""From so many columns on languages and quotes stand beside the article."""
VAST: Final = 200
"""From so many columns on the headlines stand beside the article instead of above it."""
LOW: Final = 24
"""Below so many rows headlines and article do not fit above each other."""
HIGH: Final = 36
"""From so many rows on languages and quotes fit below headlines and article that stand above each other."""

_LISTS: Final = frozenset({Pane.SOURCES, Pane.HEADLINES})
_BESIDE: Final = frozenset({Pane.LANGUAGES, Pane.QUOTES})
_ALL: Final = frozenset(Pane) - {Pane.COMPARE}


class Breakpoint(StrEnum):
    """How wide the screen is: below 100 columns, 140, 200, and from there on."""

    NARROW = "narrow"
    MIDDLE = "middle"
    WIDE = "wide"
    VAST = "vast"


def find_breakpoint(width: int) -> Breakpoint:
    """Return the breakpoint of a screen with so many columns."""
    if width < MIDDLE:
        return Breakpoint.NARROW
    return Breakpoint.MIDDLE if width < WIDE else Breakpoint.WIDE if width < VAST else Breakpoint.VAST


def plan_panes(
    width: int,
    height: int,
    current: Pane,
    *,
    folded: frozenset[Pane] = frozenset(),
    alone: bool = False,
    left: bool | None = None,
    below: bool = False,
) -> frozenset[Pane]:
    """Return the panes to be shown in so many cells while `current` is being used; it is always one of them.

    `left`: the headlines stand at the left of the article, not above it; `below`: languages and quotes stand below.
    """
    if width < TINY[0] or height < TINY[1] or current is Pane.COMPARE:
        return frozenset({current})
    if alone:
        return frozenset({Pane.ARTICLE, current})
    left = width >= VAST if left is None else left
    return (_room_for(width, height, current, left=left, below=below) - folded) | {current}


def _room_for(width: int, height: int, current: Pane, *, left: bool, below: bool) -> frozenset[Pane]:
    beside = current in _BESIDE
    if width < MIDDLE:
        if beside:
            return _BESIDE | {Pane.ARTICLE}
        return _LISTS if current in _LISTS else frozenset({Pane.ARTICLE})
    if below:
        fits = beside or height >= (LOW if left else HIGH)
        shown = _ALL if fits else _ALL - _BESIDE
    elif width < WIDE:
        shown = _ALL - {Pane.SOURCES} if beside else _ALL - _BESIDE
    else:
        shown = _ALL
    if height < LOW and not left:
        return shown - ({Pane.ARTICLE} | _BESIDE if current in _LISTS else {Pane.HEADLINES})
    return shown
