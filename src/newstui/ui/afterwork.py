"""What can wait until after a refresh, and nobody waits for: indexing, tying editions, looking for quotations."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from newstui.library.facade import Library
from newstui.ui.threads import Threads


class Afterwork:
    """Catches up with what has arrived, one thing after the other; `changed` is called when lists look different now."""

    def __init__(self, library: Library, threads: Threads, changed: Callable[[], None]) -> None:
        self._library = library
        self._threads = threads
        self._changed = changed
        self._stopped = Event()

    def start(self) -> None:
        """Begin with what has arrived last; what is going on gives way and is taken up again where it was."""
        self._stopped.set()
        self._stopped = Event()
        job = partial(self._library.tie_and_index, cancelled=self._stopped.is_set)
        self._threads.ask("afterwork", job, partial(self._go_on, self._stopped), long=True)

    def _go_on(self, stopped: Event, ties: int) -> None:
        if ties:
            self._changed()
        job = partial(self._library.find_quotes_in_arrivals, aside=True, cancelled=stopped.is_set)
        self._threads.ask("afterwork", job, lambda _: None, long=True)
