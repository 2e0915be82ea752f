"""What another process has changed in the library: noticed while nobody does anything, and taken up once it rests."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from newstui.errors import StoreError
from newstui.ui.room import Room

_PAUSE: Final = 2.0
"""Seconds between two looks."""
_PATIENCE: Final = 10
"""So many looks find the library changing before what there is by then is taken up."""


class Elsewhere:
    """Looks whether the library has changed. `take_up` is called when it has, and has not since the last look."""

    def __init__(self, room: Room, take_up: Callable[[], None]) -> None:
        self._room = room
        self._take_up = take_up
        self._changing = 0
        """How many looks have found it changed since something was taken up."""

    def start(self) -> None:
        """Look from now on."""
        self.look()
        self._room.screen.set_interval(_PAUSE, self.look)

    def look(self) -> None:
        """Look once, always in the thread of the screen."""
        changed = False
        with suppress(StoreError):  # whoever asks the library for something is told; a look asks for nothing
            changed = self._room.library.is_changed_elsewhere()
        if changed:
            self._changing += 1
            if self._changing < _PATIENCE:
                return
        if self._changing:
            self._changing = 0
            self._take_up()
