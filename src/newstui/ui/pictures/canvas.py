"""The canvas: what pictures are painted on."""

from __future__ import annotations

from typing import TypeAlias

from newstui.config.pictures import Way
from newstui.record import record
from newstui.ui.pictures.frames import CELL, Size

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue from 0 to 255."""


@record
class Canvas:
    """What pictures are painted on: `background` lies behind what is clear; `tmux` stands before the terminal."""

    way: Way = Way.CAPTIONS
    cell: Size = CELL
    background: Colour = (0, 0, 0)
    tmux: bool = False
