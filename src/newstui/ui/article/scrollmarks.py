"""Marks on a scrollbar: where in the article something was found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style
from textual.scrollbar import ScrollBar, ScrollBarRender

_MARK: Final = "━"


class MarkedScrollBarRender(ScrollBarRender):
    """A vertical scrollbar with marks at `places`, each between 0 and 1; `mark` lends them its background as colour."""

    def __init__(self, *, places: Sequence[float], mark: Style, **options: Any) -> None:
        super().__init__(**options)
        self._places = places
        self._mark = Style(color=mark.bgcolor, reverse=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for bar in super().__rich_console__(console, options):
            if not isinstance(bar, Segments) or not bar.segments:
                yield bar
                continue
            segments = list(bar.segments)
            for row in {min(len(segments) - 1, int(place * len(segments))) for place in self._places}:
                below = segments[row].style or Style()
                # The bar itself is drawn in reverse: its colour is what lies behind the mark.
                behind = Style(bgcolor=below.color if below.reverse else below.bgcolor)
                segments[row] = Segment(_MARK, Style(meta=below.meta) + behind + self._mark)
            yield Segments(segments, new_lines=True)


def mark_scrollbar(bar: ScrollBar, places: Sequence[float], mark: Style) -> None:
    """Paint marks on a scrollbar; without places it is an ordinary one."""
    renderer = partial(MarkedScrollBarRender, places=places, mark=mark) if places else ScrollBarRender
    bar.renderer = renderer  # type: ignore[misc, assignment]  # Textual's documentation sets it on one instance like this
    bar.refresh()
