"""The library's memory: one SQLite file, and the only room that knows SQL."""

from newstui.store.facade import Store
from newstui.store.sources import SourceChanges

__all__ = ["SourceChanges", "Store"]
