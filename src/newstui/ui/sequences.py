"""Keys that are pressed after each other, such as "g g": Textual's bindings know single presses only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from textual import events

from newstui.record import record


@runtime_checkable
class PressTaker(Protocol):
    """A screen that takes every press for itself, whatever it stands for elsewhere."""

    def take_press(self, event: events.Key) -> None:
        """Take a press."""


Keys = tuple[str, ...]
"""Presses after each other, each by Textual's name."""


@record
class Step:
    """What a press amounts to. `taken` tells whether it belongs to a sequence, and to nothing else then.

    `command` is done now; `before` was pressed before, or is pressed and waits for more, and `rest` tells what may
    follow and what it would do.
    """

    taken: bool = False
    command: str | None = None
    before: Keys = ()
    rest: tuple[tuple[Keys, str], ...] = ()


class Sequences:
    """Waits for the rest of what was begun. There is no time limit: what may follow is shown, Escape forgets it."""

    def __init__(self, commands: Mapping[Keys, tuple[str, ...]]) -> None:
        """`commands` are those of every sequence; several where they hold at different places."""
        self._commands = commands
        self._first = frozenset(keys[0] for keys in commands)
        self._pressed: Keys = ()

    def forget(self) -> None:
        """Wait for nothing."""
        self._pressed = ()

    def press(self, key: str, list_active: Callable[[], frozenset[str]]) -> Step:
        """Take a press; `list_active` tells the commands that hold here and now, asked only where it matters."""
        if not self._pressed and key not in self._first:
            return Step()
        pressed, before = (*self._pressed, key), self._pressed
        self._pressed = ()
        if before and key == "escape":
            return Step(taken=True, before=before)
        active = list_active()
        rest = tuple(
            (keys[len(pressed) :], name)
            for keys, names in self._commands.items()
            if keys[: len(pressed)] == pressed
            for name in names
            if name in active
        )
        if not rest:
            return Step(taken=bool(before), before=before)
        if not rest[0][0]:
            return Step(taken=True, command=rest[0][1])
        self._pressed = pressed
        return Step(taken=True, before=pressed, rest=rest)
