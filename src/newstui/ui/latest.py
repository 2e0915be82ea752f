"""What is asked anew with every key that is typed: one job at a time, and of those that wait the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.worker import Worker

from newstui.errors import NewstuiError
from newstui.ui.threads import Failed, Threads

Result = TypeVar("Result")


class Latest:
    """Asks at once where nothing is being asked, else when that is answered, with what was asked last.

    So the first answer comes as soon as it can, no key waits for a pause, and no two jobs take each other's time.
    """

    def __init__(self, threads: Threads, group: str) -> None:
        self._threads = threads
        self._group = group
        self._running: Worker[None] | None = None
        self._waiting: Callable[[], None] | None = None

    def ask(self, job: Callable[[], Result], then: Callable[[Result], None], *, failed: Failed) -> None:
        """Do `job` in a thread, then `then` with its result here, unless something else has been asked meanwhile."""
        if self._running is not None and not self._running.is_finished:
            self._waiting = partial(self.ask, job, then, failed=failed)
            return
        self._running = self._threads.ask(
            self._group, job, partial(self._take_up, then), failed=partial(self._take_up_failure, failed)
        )

    def forget(self) -> None:
        """Ask nothing of what waits, and tell nothing of what is being asked."""
        self._waiting = None
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _take_up(self, then: Callable[[Result], None], result: Result) -> None:
        if not self._go_on():
            then(result)

    def _take_up_failure(self, failed: Failed, error: NewstuiError) -> None:
        if not self._go_on():
            failed(error)

    def _go_on(self) -> bool:
        """Ask what waits; False if nothing does."""
        self._running = None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        return waiting is not None
