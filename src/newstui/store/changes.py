"""Whether another process has changed the library's file."""

from __future__ import annotations

from newstui.store.connection import Connections


class Changes:
    """The part of a Store that sees what other processes do. One thread alone may ask: each has a connection of its own."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._seen: tuple[int, int] | None = None
        """SQLite's number for the changes of other connections, and that of this process's own transactions."""

    def have_come(self) -> bool:
        """Whether another process has changed the library since this was last asked; some 20 µs, nothing is read.

        What comes while this process is writing, too, cannot be told from that, and waits for the next change.
        """
        with self._connections.reading() as connection:
            now = int(connection.pragma("data_version")), self._connections.written
        before, self._seen = self._seen or now, now
        return before[0] != now[0] and before[1] == now[1]
