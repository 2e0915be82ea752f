"""The gallery: the pictures of what is read, painted when they are first seen, and the last ones kept."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from textual.strip import Strip

from newstui.config.pictures import Way
from newstui.errors import NewstuiError
from newstui.library.images import is_drawing
from newstui.ui.pictures.canvas import Canvas, Colour
from newstui.ui.pictures.frames import NOTHING_HUNG, Frame, Hanging, Size, fit
from newstui.ui.pictures.shelf import Shelf
from newstui.ui.threads import Threads

if TYPE_CHECKING:
    from newstui.ui.pictures.painting import Painting

_CELLS: Final = 30_000
"""Cells of all painted pictures together: some twenty pictures, some twenty megabytes."""


class Painted(Protocol):
    """What is called when a picture was painted."""

    def __call__(self, *, failed: bool) -> None:
        """Take it up."""


class _Wish(NamedTuple):
    url: str
    frame: Frame
    background: Colour


class Gallery:
    """Hangs pictures and paints them, one after the other, in a thread. `painted` is called when one is, or has `failed`.

    `write` gives the terminal what is no text.
    """

    def __init__(self, find_file: Callable[[str], Path | None], threads: Threads, write: Callable[[str], None]) -> None:
        self.shelf = Shelf(find_file)
        self.hint = ""
        self.painted: Painted = _tell_nobody
        self._threads = threads
        self._write = write
        self._canvas = Canvas()
        self._numbers: Sequence[int] = (1,)
        self._number = 0
        self._awaited: frozenset[str] = frozenset()
        self._paintings: OrderedDict[_Wish, Painting | None] = OrderedDict()
        """The pictures last seen; None: it cannot be painted."""
        self._wishes: deque[_Wish] = deque()
        self._working: _Wish | None = None

    # What pictures are shown

    @property
    def way(self) -> Way:
        """How pictures are shown."""
        return self._canvas.way

    @property
    def cell(self) -> Size:
        """How large a cell is."""
        return self._canvas.cell

    def take_canvas(self, canvas: Canvas, *, truecolor: bool = True) -> bool:
        """Paint on this canvas from now on; whether it is another one. The background comes with each picture."""
        if canvas == self._canvas:
            return False
        self.forget()
        self._canvas = canvas
        self._numbers = _list_numbers(canvas.way, truecolor=truecolor)
        # Another reader in the same terminal has other numbers, with some luck.
        self._number = Random().randrange(len(self._numbers))
        return True

    def hang(self, urls: Iterable[str], rows: int) -> Hanging:
        """Return how pictures are hung beside a text: none of them higher than `rows`."""
        if not self.way.paints:
            return NOTHING_HUNG
        urls = list(urls)
        missing = self.shelf.list_missing(url for url in urls if not is_drawing(url))
        return Hanging(
            sizes=self.shelf.list_sizes(urls),
            awaited=missing & self._awaited,
            wanting=missing - self._awaited if self.hint else frozenset(),
            rows=rows,
            cell=self.cell,
            hint=self.hint,
        )

    def await_pictures(self, urls: Iterable[str]) -> None:
        """Keep room for pictures that are on their way, and for no others."""
        self._awaited = frozenset(urls)

    # Painting

    def find_strips(self, url: str, frame: Frame, background: Colour) -> Sequence[Strip] | None:
        """Return the lines of a picture as large as a frame allows; None: it is not painted yet, or cannot be."""
        kept = self.shelf.find(url)
        if kept is None or kept.size is None:
            return None
        wish = _Wish(url, fit(kept.size, self.cell, *frame), background)
        if wish in self._paintings:
            self._paintings.move_to_end(wish)
            painting = self._paintings[wish]
            return painting.strips if painting else None
        if wish not in self._wishes and wish != self._working:
            self._wishes.append(wish)
            self._paint_next()
        return None

    def draw(self, url: str, frame: Frame, background: Colour, *, row: int, column: int) -> str:
        """Return what draws a picture in Sixel at a cell of the screen; in a thread. Raises SourceError."""
        from newstui.ui.pictures.painting import draw

        kept = self.shelf.find(url)
        return draw(kept.file, frame, self.cell, background, row=row, column=column) if kept else ""

    def leave_unpainted(self) -> None:
        """Paint nothing more of what was asked for: it is not seen any longer."""
        self._wishes.clear()

    def forget(self) -> None:
        """Forget everything that is painted, here and in the terminal."""
        self._wishes.clear()
        self._working = None
        for painting in self._paintings.values():
            self._take_down(painting)
        self._paintings.clear()

    def _paint_next(self) -> None:
        from newstui.ui.pictures.painting import paint

        if self._working is not None or not self._wishes:
            return
        wish = self._working = self._wishes.popleft()
        kept = self.shelf.find(wish.url)
        if kept is None:
            self._take(wish, self._canvas, None)
            return
        self._number += 1
        number = self._numbers[self._number % len(self._numbers)]
        canvas = replace(self._canvas, background=wish.background)
        job = partial(paint, kept.file, wish.frame, canvas, number)
        take = partial(self._take, wish, self._canvas)
        self._threads.ask("picture", job, take, failed=partial(self._fail, take), long=True)

    def _take(self, wish: _Wish, canvas: Canvas, painting: Painting | None) -> None:
        if wish != self._working or canvas != self._canvas:
            return  # it was forgotten while it was painted
        self._working = None
        self._paintings[wish] = painting
        if painting is None:
            self.shelf.give_up(wish.url)
        elif painting.order:
            self._write(painting.order)
        self._make_room()
        self.painted(failed=painting is None)
        self._paint_next()

    @staticmethod
    def _fail(take: Callable[[Painting | None], None], _error: NewstuiError) -> None:
        take(None)  # its caption stands there

    def _make_room(self) -> None:
        cells = sum(wish.frame.columns * wish.frame.rows for wish in self._paintings)
        while cells > _CELLS and len(self._paintings) > 1:
            wish, painting = self._paintings.popitem(last=False)
            cells -= wish.frame.columns * wish.frame.rows
            self._take_down(painting)

    def _take_down(self, painting: Painting | None) -> None:
        if painting is not None and painting.number:
            from newstui.ui.pictures import kitty

            self._write(kitty.encode_forgetting(painting.number, tmux=self._canvas.tmux))


def _list_numbers(way: Way, *, truecolor: bool) -> Sequence[int]:
    if way is not Way.KITTY:
        return (1,)
    from newstui.ui.pictures.kitty import list_numbers

    return list_numbers(truecolor=truecolor)


def _tell_nobody(*, failed: bool) -> None:
    """Do nothing."""
