"""Arranging the sources of the library in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newstui.library.arranging import Arranging
from newstui.library.undo import Undo

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeArranging(Arranging):
    """Moves sources, and hides those that are removed."""

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library

    def move(self, keys: Sequence[str], folder: str | None) -> Undo:
        undo = self._keep()
        for source in self._fake.list_sources():
            if source.key in keys:
                self._fake._note(source, folder=folder)
        return undo

    def rename_folder(self, name: str, new: str | None) -> Undo:
        return self.move([source.key for source in self._fake.list_sources() if source.folder == name], new)

    def remove(self, keys: Sequence[str]) -> Undo:
        undo = self._keep()
        for key in keys:
            self._fake.remove_source(key)
        return undo

    def forget_removed(self) -> int:
        self._fake.calls.append("forget removed")
        return 0

    def _keep(self) -> Undo:
        """What puts the library back to what it is now."""
        fake = self._fake
        with fake._lock:
            sources, stories = list(fake._sources), dict(fake._stories)

        def restore() -> None:
            with fake._lock:
                fake._sources, fake._stories = sources, stories

        return Undo(restore)
