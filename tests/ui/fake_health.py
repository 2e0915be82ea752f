"""As much of a store as the check of a library asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newstui.errors import StoreError

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeStore:
    """Has the library's `problems`, and counts its stories."""

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library
        self.statistics = self

    def count_stories(self) -> int:
        return len(self._fake.list_readings())

    def check_integrity(self, tell: Callable[[int, int], bool]) -> tuple[StoreError, ...]:
        return tuple(self._fake.problems) if tell(0, self.count_stories()) else ()
