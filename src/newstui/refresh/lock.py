"""One refresh at a time, over all processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from newstui.refresh.settings import RefreshSettings

_STEP: Final = 0.2
"""How many seconds pass between two looks whether the wait was cancelled."""


@contextmanager
def hold_lock(settings: RefreshSettings, cancelled: Callable[[], bool]) -> Iterator[bool]:
    """Hold the lock that lets one refresh run; gives False where another one holds it for too long."""
    if settings.lock is None:
        yield True
        return
    from filelock import FileLock, Timeout  # noqa: PLC0415  slow to import, and of no use to one who only reads files

    settings.lock.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.lock)
    patience = time.monotonic() + settings.lock_timeout
    while True:
        try:
            lock.acquire(timeout=min(_STEP, max(0.0, patience - time.monotonic())), poll_interval=_STEP / 4)
        except Timeout:
            if time.monotonic() >= patience or cancelled():
                yield False
                return
        else:
            break
    try:
        yield True
    finally:
        lock.release()
