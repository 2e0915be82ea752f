"""How lists are ordered, grouped and cut into rows: chosen by the reader for all lists, and remembered by the library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newstui.i18n import N_
from newstui.model import Group, Order, View
from newstui.ui.room import Room

_EDITIONS: Final = "headlines.editions"
"""Under this name the library remembers whether editions have rows of their own."""
_ORDER: Final = "headlines.order"
"""Under this name, in which order stories are."""
_GROUP: Final = "headlines.group"
"""Under this name, by what they are grouped."""
_DENSITY: Final = "headlines.density"
"""Under this name, in how many lines each is."""
ORDER_NAMES: Final = {
    Order.NEWEST: N_("newest first"),
    Order.OLDEST: N_("oldest first"),
    Order.UNREAD: N_("unread first"),
    Order.SOURCE: N_("by source"),
    Order.TITLE: N_("by title"),
}
_GROUP_NAMES: Final = {Group.DAY: N_("day by day"), Group.SOURCE: N_("source by source")}


class Ordering:
    """The order of lists; every change is written down for the next time."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._editions = room.library.recall(_EDITIONS) is not None
        self._order = Order(room.library.recall(_ORDER) or Order.NEWEST)
        self._group = Group(room.library.recall(_GROUP) or Group.NONE)

    @property
    def order(self) -> Order:
        """What comes first."""
        return self._order

    @order.setter
    def order(self, order: Order) -> None:
        self._order = order
        self._remember(_ORDER, None if order is Order.NEWEST else order.value)

    @property
    def group(self) -> Group:
        """By what stories stand together."""
        return self._group

    @group.setter
    def group(self, group: Group) -> None:
        self._group = group
        self._remember(_GROUP, None if group is Group.NONE else group.value)

    @property
    def editions(self) -> bool:
        """Whether the editions beneath a story have rows."""
        return self._editions

    @editions.setter
    def editions(self, editions: bool) -> None:
        self._editions = editions
        self._remember(_EDITIONS, "rows" if editions else None)

    @property
    def density(self) -> int:
        """Lines for a headline, one or two."""
        return int(self._room.library.recall(_DENSITY) or 1)

    @density.setter
    def density(self, density: int) -> None:
        self._remember(_DENSITY, "2" if density == 2 else None)

    def apply(self, view: View) -> View:
        """Return a view in this order."""
        return replace(view, editions=self._editions, order=self._order, group=self._group)

    def list_names(self) -> Iterator[str]:
        """Yield the messages that say how this order is not the one that lists begin with."""
        if self._order is not Order.NEWEST:
            yield ORDER_NAMES[self._order]
        if self._group is not Group.NONE:
            yield _GROUP_NAMES[self._group]

    def _remember(self, name: str, value: str | None) -> None:
        library = self._room.library
        self._room.threads.write(lambda: library.remember(name, value))
