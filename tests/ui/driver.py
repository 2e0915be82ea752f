"""The reader driven by its keys over a library in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from textual import events
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.timer import Timer

from newstui.config import load_settings
from newstui.model import View
from newstui.paths import Paths
from newstui.ui.app import NewstuiApp
from newstui.ui.commands import Pane
from newstui.ui.desks.office import Office
from newstui.ui.room import Room
from newstui.ui.screens.main import MainScreen
from tests.ui.fake_library import NOW, FakeLibrary, settings
from tests.ui.painting import paint_changes, paint_when_asked

_QUIET = 3
"""How often in a row nothing is seen to be done before it is believed: some work hands on to other work."""

_PATIENCE = 60_000
"""How often it is looked before a reader that is always doing something is given up; a thousandth of a second each."""

_SOON = 0.03
"""Seconds; what is to happen after longer is not waited for."""
NOWHERE = Paths(Path("config.toml"), Path("data"), Path("cache"))


@dataclass
class Reader:
    """A running reader."""

    app: NewstuiApp
    pilot: Pilot[None]
    library: FakeLibrary
    every_frame: bool = False
    """Whether it is painted sixty times a second, as in a terminal, and not when all is done."""

    def __post_init__(self) -> None:
        if not self.every_frame:
            paint_when_asked(self.app)

    @property
    def main(self) -> MainScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def room(self) -> Room:
        return self.main.room

    @property
    def office(self) -> Office:
        return self.main.office

    def pane(self) -> Pane:
        return self.office.pane.current

    @property
    def title(self) -> str | None:
        reading = self.room.article.reading
        return reading.article.title if reading else None

    @property
    def said(self) -> str:
        return self.room.status.message

    async def press(self, *keys: str) -> None:
        """Press keys, each when what the one before asked for is done."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type text, then wait once."""
        for character in text:
            self.send(character)
        await self.settle()

    async def hold(self, key: str, times: int) -> None:
        """Send a key many times, as one that is held down is, then wait once."""
        for _ in range(times):
            self.send(key)
        await self.settle()

    def send(self, key: str) -> None:
        """Send a key as a terminal does, and do not wait; Pilot.press waits 60 ms for each."""
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, key if len(key) == 1 else key_to_character(name)))

    async def settle(self) -> None:
        """Wait until nothing is being done any more, and all of it is on the screen."""
        quiet = 0
        for _ in range(_PATIENCE):
            await asyncio.sleep(0.001)
            if self.app._exception or not self.app.is_running:
                return
            if self._is_busy() or paint_changes(self.app):
                quiet = 0
                continue
            if not quiet:  # a widget may be in the middle of a message, which is not seen
                await self.pilot._wait_for_screen()
            quiet += 1
            if quiet == _QUIET:
                return
        pytest.fail("The reader does not come to rest.")

    def _is_busy(self) -> bool:
        """Whether a thread works, a message waits, or a change is not painted yet."""
        screen = self.app.screen
        pumps = (self.app, *screen.walk_children(with_self=True))
        unpainted = (screen._dirty_widgets, screen._callbacks, screen._layout_required, screen._scroll_required)
        working = any(not worker.is_finished for worker in self.app.workers)
        waiting = any(pump._message_queue.qsize() + len(pump._next_callbacks) for pump in pumps)
        soon = any(_is_due_soon(timer) for pump in pumps for timer in pump._timers)
        return working or waiting or soon or any(unpainted) or screen._repaint_required or screen._recompose_required

    def text(self) -> str:
        """What is on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)


def _is_due_soon(timer: Timer) -> bool:
    """Whether a timer that rings once rings within some frames, and has not yet."""
    return timer._repeat == 0 and timer._interval <= _SOON and timer._task is not None and not timer._task.done()


def make_app(
    library: FakeLibrary | None = None,
    *,
    view: View | None = None,
    options: Mapping[str, Any] = MappingProxyType({}),
    keys: Mapping[str, str] = MappingProxyType({}),
) -> NewstuiApp:
    """A reader with a clock that stands still."""
    return NewstuiApp(library or FakeLibrary(), settings(options, keys), NOWHERE, view=view, clock=lambda: NOW)


@asynccontextmanager
async def open_reader(
    library: FakeLibrary | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    view: View | None = None,
    options: Mapping[str, Any] = MappingProxyType({}),
    keys: Mapping[str, str] = MappingProxyType({}),
    every_frame: bool = False,
) -> AsyncIterator[Reader]:
    """Run a reader with toasts and tooltips on."""
    library = library or FakeLibrary()
    app = make_app(library, view=view, options=options, keys=keys)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        reader = Reader(app, pilot, library, every_frame)
        await reader.settle()
        yield reader


@asynccontextmanager
async def open_configured(file: Path) -> AsyncIterator[Reader]:
    """Run a reader whose settings are read from a file, and written there."""
    library = FakeLibrary()
    app = NewstuiApp(library, load_settings(file), NOWHERE, clock=lambda: NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        yield reader
