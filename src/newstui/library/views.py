"""Saved views: queries with a name that are listed like sources."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from newstui.errors import N_, UsageError
from newstui.library.undo import Undo
from newstui.model import SavedView, Tag, View
from newstui.record import record
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from newstui.library.holdings import Holdings
    from newstui.library.searching import Searching
    from newstui.text.query import Query

COUNTED: Final = 1000
"""Unread stories of a view are counted no further than one more than these."""


@record
class Filed:
    """How a library is cut beside its sources.

    `folders` are those in which stories stand, with how many are unread; `hidden` is how many stories are hidden.
    """

    views: tuple[SavedView, ...] = ()
    tags: tuple[Tag, ...] = ()
    folders: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    hidden: int = 0


class Views:
    """The saved views of a library. All methods block; counting takes some 10 ms a view."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    @property
    def _searching(self) -> Searching:
        from newstui.library.searching import Searching

        return Searching(self._holdings)

    def list_views(self) -> list[SavedView]:
        """All views in the reader's order, each with what was counted last; fast."""
        return self._holdings.store.views.list_views()

    def list_filed(self) -> Filed:
        """The views, tags, folders and hidden stories with their kept counts; fast."""
        store = self._holdings.store
        return Filed(
            tuple(store.views.list_views()),
            tuple(store.views.list_tags()),
            store.views.count_folders(),
            store.count_stories(View(hidden=True)) or 0,
        )

    def add(self, name: str, query: str) -> tuple[SavedView, Undo]:
        """Save a query under a name; raises QueryError, and UsageError where the name is taken."""
        unread = self._count(query)
        view = self._holdings.store.views.add(_clean_name(name), query.strip(), unread=unread)
        return view, Undo(lambda: self._forget(view))

    def rename(self, name: str, new_name: str) -> tuple[SavedView, Undo]:
        """Give a view another name; raises UsageError where there is no such view, or the name is taken."""
        store = self._holdings.store.views
        view = store.get(name)
        store.rename(view.key, _clean_name(new_name))
        return replace(view, name=_clean_name(new_name)), Undo(lambda: store.rename(view.key, view.name))

    def remove(self, name: str) -> tuple[SavedView, Undo]:
        """Remove a view, not its stories; raises UsageError where there is none."""
        store = self._holdings.store.views
        view = store.get(name)
        position = store.remove(view.key)
        return view, Undo(lambda: store.put_back(view, position))

    def get_view(self, name: str) -> View:
        """What a list of a saved view holds; raises UsageError."""
        return View(query=self._holdings.store.views.get(name).query)

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        """The numbers of the stories of a view with a query, newest first; raises QueryError."""
        return self._searching.list_stories(self._read(view), limit)

    def recount(self, cancelled: Callable[[], bool] = lambda: False) -> list[SavedView]:
        """Count the unread stories of each view anew, and return the views so."""
        from newstui.text.query import QueryError

        counts: dict[int, int] = {}
        for view in self.list_views():
            if cancelled():
                break
            try:
                unread = self._count(view.query)
            except QueryError:
                continue  # opening the view tells what is wrong with it
            if unread != view.unread:
                counts[view.key] = unread
        if counts and not self._holdings.read_only:
            self._holdings.store.views.keep_counts(counts)
        return self.list_views()

    def _count(self, query: str) -> int:
        return self._searching.count_stories(self._read(View(query=query, unread=True)), COUNTED)

    def _read(self, view: View) -> Query:
        """A view's query with what is asked beside it."""
        from newstui.text.query import And, Flag, Flagged, parse_query

        tree = parse_query(view.query or "")
        flags = [Flagged(flag) for flag, asked in ((Flag.UNREAD, view.unread), (Flag.STARRED, view.starred)) if asked]
        parts = (*(tree.parts if isinstance(tree, And) else (tree,)), *flags)
        return parts[0] if len(parts) == 1 else And(parts)

    def _forget(self, view: SavedView) -> None:
        self._holdings.store.views.remove(view.key)


def _clean_name(name: str) -> str:
    cleaned = clean_line(name)
    if not cleaned:
        raise UsageError(N_("A view needs a name."))
    return cleaned
