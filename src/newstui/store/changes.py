"""Whether somebody else has changed the library's file."""

from __future__ import annotations

from newstui.store.connection import Connections


class Changes:
    """The part of a Store that sees what other connections do, those of other processes too."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get_version(self) -> int:
        """A number that is another one after any other connection's change; some 10 µs, without touching the disk.

        It means something to the thread alone that asks: each has a connection of its own.
        """
        with self._connections.reading() as connection:
            return int(connection.pragma("data_version"))
