"""Which panes are on the screen: a pure function of its size and of what the reader is doing."""

from __future__ import annotations

from typing import Final

from newstui.ui.commands import Pane

TINY: Final = (56, 12)
"""Below so many columns or rows one pane is shown at a time."""
MIDDLE: Final = 100
"""From so many columns on headlines and article are shown together."""
WIDE: Final = 140
"""From so many columns on languages and quotes stand beside the article."""
VAST: Final = 200
"""From so many columns on the headlines stand beside the article instead of above it."""
LOW: Final = 24
"""Below so many rows headlines and article do not fit above each other."""

_LISTS: Final = frozenset({Pane.SOURCES, Pane.HEADLINES})
_BESIDE: Final = frozenset({Pane.LANGUAGES, Pane.QUOTES})
_ALL: Final = frozenset(Pane) - {Pane.COMPARE}


def plan_panes(
    width: int, height: int, current: Pane, *, folded: frozenset[Pane] = frozenset(), alone: bool = False
) -> frozenset[Pane]:
    """Return the panes to be shown in so many cells while `current` is being used; it is always one of them."""
    if width < TINY[0] or height < TINY[1] or current is Pane.COMPARE:
        return frozenset({current})
    if alone:
        return frozenset({Pane.ARTICLE, current})
    return (_room_for(width, height, current) - folded) | {current}


def _room_for(width: int, height: int, current: Pane) -> frozenset[Pane]:
    beside = current in _BESIDE
    if width < MIDDLE:
        if beside:
            return _BESIDE | {Pane.ARTICLE}
        return _LISTS if current in _LISTS else frozenset({Pane.ARTICLE})
    hidden: frozenset[Pane] = frozenset()
    if width < WIDE:
        hidden = frozenset({Pane.SOURCES}) if beside else _BESIDE
    shown = _ALL - hidden
    if height < LOW and width < VAST:
        return shown - ({Pane.ARTICLE} | _BESIDE if current in _LISTS else {Pane.HEADLINES})
    return shown
