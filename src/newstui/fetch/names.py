"""Threads in which names are looked up: one for each, so that a slow name server holds up nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import Any


class _ThreadEach(ThreadPoolExecutor):
    """Runs everything at once, in a thread of its own that nobody waits for.

    asyncio's own pool has few threads, which a few dead names fill for half a minute, and it waits for all of them in
    the end: a refresh could not be cancelled. There are never more lookups at once than there are connections.
    """

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        Thread(target=_run, args=(future, fn, args, kwargs), name="newstui-names", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        super().shutdown(wait=False)


def _run(future: Future[Any], function: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = function(*args, **named)
    except BaseException as error:  # noqa: BLE001  it is raised where the result is waited for
        future.set_exception(error)
    else:
        future.set_result(result)


def look_up_in_threads() -> None:
    """Let the running event loop, which must be the caller's own, look up each name in a thread of its own."""
    asyncio.get_running_loop().set_default_executor(_ThreadEach(max_workers=1))
