"""Work on a library that one reader does for all that have it open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold_alone(lock: Path) -> Iterator[bool]:
    """Hold a lock over all processes, without waiting; gives False where another one holds it.

    It is let go when this process ends, however it does. Where no file can be locked, everybody is alone.
    """
    from filelock import FileLock, Timeout

    held = FileLock(lock, timeout=0)
    try:
        held.acquire()
    except Timeout:
        yield False
        return
    except (OSError, RuntimeError):  # file systems that know no locks raise either
        yield True
        return
    try:
        yield True
    finally:
        held.release()
