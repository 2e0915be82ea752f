"""What a change of the library can be taken back by."""

from __future__ import annotations

from collections.abc import Callable


class Undo:
    """What undoes a change. `count` is how many articles' status was changed, None for a change of something else."""

    def __init__(self, take_back: Callable[[], object], count: int | None = None) -> None:
        self._take_back = take_back
        self.count = count

    def __call__(self) -> None:
        """Put everything back as it was."""
        self._take_back()
