"""Views: queries with a name, in the reader's order, with the count that was made last; tags and folders beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, UsageError
from newstui.model import SavedView, Tag
from newstui.store.columns import is_storable, pack
from newstui.store.tags import list_tags

if TYPE_CHECKING:
    import apsw

    from newstui.store.connection import Connections

_NO_VIEW: Final = N_("There is no view {name}; newstui views lists those that there are.")
_TAKEN: Final = N_("There is a view {name} already; remove it, or choose another name.")


class Views:
    """What a library is seen through: saved views, tags, folders."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def list_views(self) -> list[SavedView]:
        """All views in the reader's order."""
        with self._connections.reading() as connection:
            rows = connection.execute("SELECT id, name, query, unread FROM views ORDER BY position, id")
            return [SavedView(key=key, name=name, query=query, unread=unread) for key, name, query, unread in rows]

    def get(self, name: str) -> SavedView:
        """The view with this name, in whatever case; raises UsageError."""
        views = self.list_views()
        for exact in (name, name.casefold()):
            for view in views:
                if exact in {view.name, view.name.casefold()}:
                    return view
        raise UsageError(_NO_VIEW, name=name)

    def add(self, name: str, query: str, *, unread: int | None = None) -> SavedView:
        """Add a view behind the others; raises UsageError where one has this name."""
        with self._connections.writing() as connection:
            _demand_free(connection, name)
            connection.execute(
                "INSERT INTO views (position, name, query, unread)"
                " SELECT coalesce(max(position), 0) + 1, ?, ?, ? FROM views",
                (name, query, unread),
            )
            return SavedView(key=connection.last_insert_rowid(), name=name, query=query, unread=unread)

    def rename(self, key: int, name: str) -> None:
        """Give a view another name; raises UsageError where another one has it."""
        with self._connections.writing() as connection:
            _demand_free(connection, name, key)
            connection.execute("UPDATE views SET name = ? WHERE id = ?", (name, key))

    def rewrite(self, key: int, query: str) -> None:
        """Let a view that there is ask something else."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE views SET query = ? WHERE id = ?", (query, key))

    def remove(self, key: int) -> int:
        """Remove a view, and return its place among the others, for `put_back`."""
        with self._connections.writing() as connection:
            position: int | None = connection.execute("SELECT position FROM views WHERE id = ?", (key,)).get
            connection.execute("DELETE FROM views WHERE id = ?", (key,))
            return position or 0

    def put_back(self, view: SavedView, position: int) -> None:
        """Have a view again that was removed, in its place; raises UsageError where another one has its name now."""
        with self._connections.writing() as connection:
            _demand_free(connection, view.name, view.key)
            connection.execute(
                "INSERT OR IGNORE INTO views (id, position, name, query, unread) VALUES (?, ?, ?, ?, ?)",
                (view.key, position, view.name, view.query, view.unread),
            )

    def keep_counts(self, unread: Mapping[int, int]) -> None:
        """Keep how many stories of views are unread, by the views' numbers."""
        with self._connections.writing() as connection:
            connection.executemany(
                "UPDATE views SET unread = ? WHERE id = ?", [(count, key) for key, count in unread.items()]
            )

    def list_tags(self) -> list[Tag]:
        """The tags that stories have, by name, with their kept counts."""
        with self._connections.reading() as connection:
            return list_tags(connection)

    def list_folders(self) -> list[str]:
        """The names of all folders that there are or were, also of what is hidden, in no order."""
        with self._connections.reading() as connection:
            return [name for (name,) in connection.execute("SELECT name FROM lists WHERE kind = 'folder'")]

    def list_moved(self, folders: Sequence[str]) -> dict[str, list[str]]:
        """The ids of the articles that were moved to each of these folders, whether they are here or not."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                "SELECT st.folder, st.id FROM json_each(?) AS wanted CROSS JOIN statuses AS st ON st.folder = wanted.value",
                (pack(folders),),
            )
            moved: dict[str, list[str]] = {}
            for folder, article_id in rows:
                moved.setdefault(folder, []).append(article_id)
            return moved

    def count_folders(self) -> dict[str, int]:
        """How many stories are unread in each folder in which there are stories."""
        with self._connections.reading() as connection:
            return dict(connection.execute("SELECT name, unread FROM lists WHERE kind = 'folder' AND stories"))


def _demand_free(connection: apsw.Connection, name: str, key: int = 0) -> None:
    if not is_storable(name):
        raise UsageError(_NO_VIEW, name=name)
    if connection.execute("SELECT 1 FROM views WHERE name = ? AND id <> ?", (name, key)).get is not None:
        raise UsageError(_TAKEN, name=name)
