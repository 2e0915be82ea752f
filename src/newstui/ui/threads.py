"""Work that may wait: done in threads, its result taken up on the screen; the one place where the interface catches errors."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TypeVar, cast

from textual.dom import DOMNode
from textual.worker import Worker

from newstui.errors import NewstuiError, unforeseen

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
        long: bool = False,
    ) -> Worker[None]:
        """Do `job` in a thread, then `then` with its result here; a later job of the same group takes its place.

        A `long` one may take as long as a network does, and the program may end in the middle of it.
        """
        # The call, not the coroutine: one that is replaced before it starts would never be awaited.
        work = partial(self._guard, job, then, failed or self._failed, long=long)
        return self._node.run_worker(work, group=group, exclusive=True, exit_on_error=False)

    def write(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None] = lambda _: None,
        *,
        failed: Failed | None = None,
        long: bool = False,
    ) -> Worker[None]:
        """Do `job` in a thread after all that were to be written before it; nothing takes its place."""

        async def in_order() -> None:
            async with self._writing:
                await self._guard(job, then, failed or self._failed, long=long)

        return self._node.run_worker(in_order, group="writing", exit_on_error=False)

    def when_written(self, then: Callable[[], None]) -> Worker[None]:
        """Do `then` when everything that was to be written until now has been."""

        async def wait() -> None:
            async with self._writing:
                then()

        return self._node.run_worker(wait, group="writing", exit_on_error=False)

    @staticmethod
    async def _guard(job: Callable[[], Result], then: Callable[[Result], None], failed: Failed, *, long: bool) -> None:
        try:
            then(await (_in_thread_of_its_own(job) if long else asyncio.to_thread(job)))
        except NewstuiError as error:
            failed(error)
        except Exception as error:  # noqa: BLE001  whatever a thread raises is told; the reader goes on
            failed(unforeseen(error))


async def _in_thread_of_its_own(job: Callable[[], Result]) -> Result:
    """Do `job` in a thread for which the end of the program does not wait, as it does for those of the pool."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(cast(Result, result))

    def run() -> None:
        result, error = None, None
        try:
            result = job()
        except BaseException as raised:  # noqa: BLE001  it is raised where the result is waited for
            error = raised
        with suppress(RuntimeError):  # the reader has gone, and its loop with it
            loop.call_soon_threadsafe(settle, result, error)

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await done
