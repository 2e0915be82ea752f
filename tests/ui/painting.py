"""A reader in the tests is painted when all is done, not sixty times a second: nobody sees what is between."""

from __future__ import annotations

from typing import Any
from weakref import WeakSet

from textual.app import App
from textual.screen import Screen

_paint = Screen._compositor_refresh
_waiting: WeakSet[Screen[Any]] = WeakSet()
"""Screens that have changed since they were painted."""

_patient: WeakSet[App[Any]] = WeakSet()


def paint_when_asked(app: App[Any]) -> None:
    """From now on an application is painted by `paint_changes` only."""
    _patient.add(app)


def paint_or_wait(screen: Screen[Any]) -> None:
    """What a screen does in place of painting."""
    if screen.app in _patient and screen is screen.app.screen:
        screen._dirty_widgets.clear()
        _waiting.add(screen)
    else:
        _paint(screen)


def paint_changes(app: App[Any]) -> bool:
    """Paint what has changed on the screen; whether anything had."""
    screen = app.screen
    if screen not in _waiting:
        return False
    _waiting.remove(screen)
    _paint(screen)
    return True
