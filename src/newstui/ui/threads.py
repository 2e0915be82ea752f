"""Work that may wait: done in threads, its result taken up on the screen; the one place where the interface catches errors."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.dom import DOMNode
from textual.worker import Worker, WorkerCancelled

from newstui.errors import N_, NewstuiError

Result = TypeVar("Result")
Failed = Callable[[NewstuiError], None]


class Threads:
    """The threads of one screen: they end with it, and what fails in them is told, never raised."""

    def __init__(self, node: DOMNode, failed: Failed) -> None:
        self._node = node
        self._failed = failed
        self._writing = asyncio.Lock()

    def ask(
        self,
        group: str,
        job: Callable[[], Result],
        then: Callable[[Result], None],
        *,
        failed: Failed | None = None,
    ) -> Worker[None]:
        """Do `job` in a thread, then `then` with its result here; a later job of the same group takes its place."""
        # The call, not the coroutine: one that is replaced before it starts would never be awaited.
        work = partial(self._guard, job, then, failed or self._failed)
        return self._node.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    def write(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None] = lambda _: None,
        *,
        failed: Failed | None = None,
    ) -> Worker[None]:
        """Do `job` in a thread after all that were to be written before it; nothing takes its place."""

        async def in_order() -> None:
            async with self._writing:
                await self._guard(job, then, failed or self._failed)

        return self._node.run_worker(in_order, group="writing", exit_on_error=False)

    async def wait_for_writes(self) -> None:
        """Return when everything that was to be written until now has been."""
        writing = [worker for worker in self._node.workers if worker.group == "writing" and not worker.is_finished]
        for worker in writing:
            try:
                await worker.wait()
            except WorkerCancelled:
                continue

    @staticmethod
    async def _guard(job: Callable[[], Result], then: Callable[[Result], None], failed: Failed) -> None:
        try:
            then(await asyncio.to_thread(job))
        except NewstuiError as error:
            failed(error)
        except Exception as error:  # noqa: BLE001  whatever a thread raises is told; the reader goes on
            failed(unforeseen(error))


def unforeseen(error: Exception) -> NewstuiError:
    """Return an error of ours for one that nobody foresaw: its kind and its words, to be reported."""
    return NewstuiError(
        N_("Something went wrong that should not: {kind}: {words}"), kind=type(error).__name__, words=error
    )
