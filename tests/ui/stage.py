"""A bare application around one widget, with keys that call its methods as the commands do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import ClassVar, TypeVar

from textual.app import App, ComposeResult
from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from newstui.paths import styles_folder
from newstui.ui.themes import DARK, list_themes, variable_defaults

M = TypeVar("M", bound=Message)


class Stage(App[None]):
    """Shows `widget`; `keys` are what keys call."""

    CSS_PATH: ClassVar = [styles_folder() / name for name in ("article.tcss", "headlines.tcss")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget, keys: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.widget, self.keys = widget, keys

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        for theme in list_themes():
            self.register_theme(theme)
        self.theme = DARK
        self.widget.focus()

    def on_key(self, event: Key) -> None:
        if event.key in self.keys:
            self.keys[event.key]()


class Play:
    """A running stage: what is on the screen, and what was heard."""

    def __init__(self, pilot: Pilot[None], messages: list[Message]) -> None:
        self.pilot = pilot
        self._messages = messages

    def heard(self, kind: type[M]) -> list[M]:
        """The messages of one kind so far, each once."""
        return list({id(message): message for message in self._messages if isinstance(message, kind)}.values())

    @property
    def lines(self) -> list[str]:
        """The lines of the screen without what is blank at their right."""
        return [strip.text.rstrip() for strip in self.pilot.app.screen._compositor.render_strips()]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()


@asynccontextmanager
async def play(
    widget: Widget, keys: dict[str, Callable[[], object]], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Play]:
    """Run a stage; toasts are on, so that markup in one would be noticed."""
    messages: list[Message] = []
    async with Stage(widget, keys).run_test(size=size, notifications=True, message_hook=messages.append) as pilot:
        await pilot.pause()
        yield Play(pilot, messages)
