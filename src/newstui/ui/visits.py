"""Visits: what has come since the reader was here last, told from what was there before."""

from __future__ import annotations

from array import array
from datetime import datetime
from typing import Final

from newstui.model import Group, Order, View
from newstui.record import record
from newstui.ui.headlines.place import place_visit
from newstui.ui.room import Room

_NAME: Final = "visit"
"""Under this name the library remembers when the last visit ended, and the story that had come last."""
_PAUSE: Final = 60.0
"""Seconds between two notes while somebody is here: what a run that is killed loses of its visit."""


@record
class Visit:
    """The end of a visit: the moment, and the number of the story that had come last; later ones have higher numbers."""

    at: datetime
    story: int

    def write(self) -> str:
        """Return it as text."""
        return f"{self.story} {self.at.isoformat()}"


def read_visit(text: str | None) -> Visit | None:
    """Return what Visit.write wrote; None for anything else."""
    story, _space, moment = (text or "").partition(" ")
    try:
        visit = Visit(datetime.fromisoformat(moment), int(story))
    except ValueError:
        return None
    return visit if visit.at.tzinfo else None


class Visits:
    """The last visit, which stays the same while this one lasts, whoever else opens the library meanwhile.

    A visit ends when the reader is left; one that is killed has ended when something was last done in it.
    """

    def __init__(self, room: Room, *, counted: bool) -> None:
        """Where a visit is not `counted`, as where somebody only reads a file, all is as if there had been none before."""
        self._room = room
        self._counted = counted
        self._busy = False
        self.last = read_visit(room.library.recall(_NAME)) if counted else None

    def start(self) -> None:
        """Note from now on that somebody is here."""
        if self._counted:
            self._room.screen.set_interval(_PAUSE, self._note_if_busy)

    def touch(self) -> None:
        """Take up that the reader does something."""
        self._busy = True

    def note(self) -> None:
        """Write down that the visit goes up to now."""
        if not self._counted:
            return
        library, now = self._room.library, self._room.clock()
        self._room.threads.write(lambda: library.remember(_NAME, Visit(now, library.last_story()).write()))

    def _note_if_busy(self) -> None:
        if self._busy:
            self._busy = False
            self.note()

    def draw_line(self, stories: array[int], view: View) -> array[int]:
        """Return a list with a line where the last visit ended, if it is one by date."""
        by_date = view.order in (Order.NEWEST, Order.OLDEST) and view.group is not Group.SOURCE
        if self.last is None or view.newer_than or not by_date:
            return stories
        return place_visit(stories, self.last.story, oldest_first=view.order is Order.OLDEST)
