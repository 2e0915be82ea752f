"""The library's memory: one SQLite file, and the only room that knows SQL."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newstui.store.facade import Store
    from newstui.store.sources import SourceChanges

__all__ = ["SourceChanges", "Store"]

_HOMES: Final = {"SourceChanges": "newstui.store.sources", "Store": "newstui.store.facade"}


def __getattr__(name: str) -> Any:
    """Load what is asked for: a process that parses needs documents alone."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
