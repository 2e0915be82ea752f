"""Places: where the reader is in each article. They are kept by the article's id and outlive it."""

from __future__ import annotations

from collections.abc import Mapping

from newstui.model import Position
from newstui.store.connection import Connections


class Places:
    """The part of a Store that knows where the reader is; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, article_id: str) -> Position | None:
        """Where the reader left an article; None where it is to be read from its top."""
        with self._connections.reading() as connection:
            rows = connection.execute('SELECT block, row, "offset" FROM places WHERE id = ?', (article_id,))
            return next((Position(*row) for row in rows), None)

    def keep(self, places: Mapping[str, Position | None]) -> None:
        """Keep where the reader is in articles, by their ids; None forgets."""
        with self._connections.writing() as connection:
            connection.executemany(
                'INSERT OR REPLACE INTO places (id, block, row, "offset") VALUES (?, ?, ?, ?)',
                [(id_, place.block, place.row, place.offset) for id_, place in places.items() if place],
            )
            connection.executemany(
                "DELETE FROM places WHERE id = ?", [(id_,) for id_, place in places.items() if place is None]
            )
