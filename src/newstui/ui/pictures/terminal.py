"""What the terminal of the running reader lets pictures be: how large its cells are, and how it is told what is no text."""

from __future__ import annotations

import os
import sys
from struct import error, unpack
from typing import Any, Final

from textual.app import App

from newstui.config.pictures import choose_way
from newstui.ui.pictures.canvas import Canvas
from newstui.ui.pictures.frames import CELL, Size

_WINDOW: Final = "HHHH"
"""Rows, columns, width and height in pixels, as the kernel tells them."""
_SLIMMEST: Final = 3
"""A cell is at most so many times as high as wide, or somebody told something wrong."""


def choose_canvas(app: App[Any], wanted: str) -> Canvas:
    """Return what pictures are painted on, by the setting images.show and the terminal."""
    environment = dict(os.environ)
    if app.no_color:  # Textual has taken the variable away
        environment["NO_COLOR"] = "1"
    cell = CELL if app.is_headless or app.is_web else measure_cell()
    return Canvas(choose_way(wanted, environment), cell, tmux=bool(environment.get("TMUX")))


def measure_cell() -> Size:
    """Return a cell's size as far as the kernel knows it, which asks nobody."""
    try:
        from fcntl import ioctl
        from termios import TIOCGWINSZ

        rows, columns, width, height = unpack(_WINDOW, ioctl(sys.__stdout__.fileno(), TIOCGWINSZ, bytes(8)))  # type: ignore[union-attr]
        cell = Size(width // columns, height // rows)
    except (ImportError, OSError, ValueError, AttributeError, ZeroDivisionError, error):
        return CELL
    return cell if 0 < cell.width <= cell.height <= _SLIMMEST * cell.width else CELL


def tell_terminal(app: App[Any], words: str) -> None:
    """Write what is no text to the terminal, after what has been written before."""
    driver = app._driver  # noqa: SLF001  as App.copy_to_clipboard does; there is no other way
    if driver is not None:
        driver.write(words)
        driver.flush()
