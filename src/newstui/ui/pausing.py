"""Refreshes that come by themselves wait while there is no network, or one that is paid for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from textual.timer import Timer

from newstui.i18n import _
from newstui.library.connection import PAUSED, Connection, list_due_near, tell_hindrance
from newstui.ui.room import Room

_PAUSE: Final = 30.0
"""Seconds between two looks whether the network is back."""


class Pause:
    """Lets through what is due by itself. `go` starts a refresh: of all that is due, or of the sources named."""

    def __init__(self, room: Room, go: Callable[[list[str] | None], None]) -> None:
        self._room = room
        self._go = go
        self._timer: Timer | None = None
        self.reason = Connection.OPEN

    @property
    def text(self) -> str:
        """What the foot of the screen says of it; nothing while nothing waits."""
        return _(PAUSED.get(self.reason, ""))

    def ask(self) -> None:
        """Refresh what is due as far as the network is for it."""
        library, settings = self._room.library, self._room.settings
        look = partial(tell_hindrance, library, settings, self._room.sources.sources)
        self._room.threads.ask("connection", look, self._let_go)

    def _let_go(self, found: Connection) -> None:
        before, self.reason = self.reason, found
        if found is Connection.OPEN:
            self._stop_looking()
            self._go(None)
        else:
            near = list_due_near(self._room.sources.sources, self._room.clock())
            if near:
                self._go(near)
            if self._timer is None:
                self._timer = self._room.screen.set_interval(_PAUSE, self.ask)
        if before is not found:
            self.show()

    def show(self) -> None:
        """Say at the foot of the screen that refreshes wait, and why."""
        self._room.status.progress = self.text

    def _stop_looking(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
