"""The desk of the commands that mark many headlines at once, and of undoing any mark."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from newstui.i18n import _, ngettext
from newstui.ui.desks.lists import ListDesk
from newstui.ui.room import Room

_AGES: Final = (1, 3, 7, 30, 90, 365)
"""Days after which a story can be called old."""


class BulkDesk:
    """Marks what the list holds as read: all of it, or what is above, below, older."""

    def __init__(self, room: Room, lists: ListDesk) -> None:
        self._room = room
        self._lists = lists
        self._marks = lists.marks

    def mark_read(self) -> None:
        """Mark everything in the list as read."""
        if self._lists.narrowed:
            self._marks.mark_stories(self._room.headlines.stories)
        else:
            self._marks.mark_view(self._lists.view)

    def mark_above(self) -> None:
        """Mark the headlines above the cursor as read."""
        headlines = self._room.headlines
        self._marks.mark_stories(headlines.stories[: headlines.position])

    def mark_below(self) -> None:
        """Mark the headlines below the cursor as read."""
        headlines = self._room.headlines
        self._marks.mark_stories(headlines.stories[headlines.position + 1 :])

    def mark_older(self) -> None:
        """Ask how old, and mark what is older as read."""
        from newstui.ui.dialogs.choose import Choice, ChooseDialog

        choices = [
            Choice(str(days), ngettext("older than {count} day", "older than {count} days", days).format(count=days))
            for days in _AGES
        ]

        def choose(key: str | None) -> None:
            if key is not None:
                older = self._room.clock() - timedelta(days=int(key))
                self._marks.mark_stories(self._room.headlines.stories, older=older)

        dialog = ChooseDialog(_("Mark older read"), _("An age in days"), choices, at=str(_AGES[2]))
        self._room.screen.app.push_screen(dialog, choose)

    def undo(self) -> None:
        """Take the last mark back."""
        self._marks.undo()
