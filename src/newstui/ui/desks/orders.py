"""The desk of the commands that say in which order the headlines are, and how many rows and lines each story has."""

from __future__ import annotations

from collections.abc import Callable

from newstui.i18n import _
from newstui.model import Group, Order
from newstui.ui.commands import Pane
from newstui.ui.desks.lists import ListDesk
from newstui.ui.ordering import ORDER_NAMES, Ordering
from newstui.ui.room import Room


class OrderDesk:
    """Orders the headlines."""

    def __init__(self, room: Room, ordering: Ordering, lists: ListDesk) -> None:
        self._room = room
        self._ordering = ordering
        self._lists = lists

    def sort(self) -> None:
        """Choose the order of the headlines."""
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        choices = [Choice(order, _(name)) for order, name in ORDER_NAMES.items()]

        def choose(key: str | None) -> None:
            if key is None or key == self._ordering.order:
                return
            self._ordering.order = Order(key)
            self._lists.show_again()
            said = _("The headlines are in another order: {order}.")
            self._room.say(said.format(order=_(ORDER_NAMES[self._ordering.order])))

        dialog = ChooseDialog(_("Order"), _("An order"), choices, at=self._ordering.order)
        self._room.screen.app.push_screen(dialog, choose)

    def group(self) -> None:
        """Put the stories of each day together, then those of each source, then none."""
        groups = list(Group)
        ordering = self._ordering
        ordering.group = groups[(groups.index(ordering.group) + 1) % len(groups)]
        self._lists.rearrange()
        said = {
            Group.NONE: _("The headlines are not grouped."),
            Group.DAY: _("The headlines stand day by day."),
            Group.SOURCE: _("The headlines stand source by source."),
        }
        self._room.say(said[ordering.group])

    def fold(self) -> None:
        """Fold or unfold the folder of the sources or the group of the headlines in which the cursor is."""
        if self._room.keys.pane is Pane.SOURCES:
            self._room.sources.fold()
        else:
            self._fold_groups(self._room.headlines.fold)

    def fold_all(self) -> None:
        """Fold all groups of the headlines, or unfold them."""
        self._fold_groups(self._room.headlines.fold_all)

    def _fold_groups(self, fold: Callable[[], bool]) -> None:
        if fold():
            self._room.say("")
            self._lists.show_place()
            return
        said = _("The headlines are not grouped; press {key} to group them.")
        self._room.warn(said.format(key=self._room.keymap.show_key("list.group")))

    def editions(self) -> None:
        """Give every edition a row of its own beneath its story's, or one row to each story again."""
        ordering = self._ordering
        ordering.editions = not ordering.editions
        under = self._room.headlines.headline_at_cursor
        if under is not None:
            self._room.headlines.move_to_story(under.story)
        self._lists.reload()
        self._room.say(_("Every edition has its row.") if ordering.editions else _("Every story has one row."))

    def density(self) -> None:
        """Show headlines in one line each, or in two."""
        headlines = self._room.headlines
        headlines.density = 3 - headlines.density
        self._ordering.density = headlines.density
