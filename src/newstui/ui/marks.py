"""Marks on stories: seen at once, written in order behind it, and taken back one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from newstui.errors import NewstuiError
from newstui.i18n import _, format_number, ngettext
from newstui.library.undo import Undo
from newstui.model import Headline, View
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class Marks:
    """Marks stories as read or starred and remembers what undoes it. `changed` is called after each write."""

    def __init__(self, room: Room, readings: Readings, changed: Callable[[], None]) -> None:
        self._room = room
        self._readings = readings
        self._changed = changed
        self._undone: list[tuple[Undo, Callable[[], None]]] = []
        """What takes each mark back, and what is done then."""

    def mark(
        self, headline: Headline, *, read: bool | None = None, starred: bool | None = None, undoable: bool = True
    ) -> Headline:
        """Mark one story and return its headline as it is now; opening one is a mark that is not undone.

        What cannot be written is shown as it was again.
        """
        marked = replace(
            headline,
            read=headline.read if read is None else read,
            starred=headline.starred if starred is None else starred,
        )
        self._room.headlines.update_row(marked)
        self._readings.change_status(headline.id, read=read, starred=starred)

        def write() -> Undo:
            return self._room.library.mark([headline.id], read=read, starred=starred)

        def written(undo: Undo) -> None:
            if undoable:
                self.remember(undo)
            self._changed()

        def fail(error: NewstuiError) -> None:
            self._room.headlines.update_row(headline)
            self._readings.change_status(headline.id, read=headline.read, starred=headline.starred)
            self._room.fail(error)

        self._room.threads.write(write, written, failed=fail)
        return marked

    def mark_view(self, view: View) -> None:
        """Mark everything that a view holds as read."""
        self._mark_many(lambda: self._room.library.mark_view(view, read=True))

    def mark_stories(self, stories: Sequence[int], *, older: datetime | None = None) -> None:
        """Mark the stories of these rows as read, with `older` those that were published before."""
        library, numbers = self._room.library, [story for story in stories if story > 0]
        self._mark_many(lambda: library.mark_stories(numbers, read=True, older=older))

    def _mark_many(self, write: Callable[[], Undo]) -> None:
        def written(undo: Undo) -> None:
            if not undo.count:
                self._room.say(_("Everything here is read already."))
                return
            self.remember(undo)
            self._take_up()
            said = ngettext(
                "{count} story marked as read; press {key} to undo.",
                "{count} stories marked as read; press {key} to undo.",
                undo.count,
            )
            key = self._room.keymap.show_key("list.undo")
            self._room.say(said.format(count=format_number(undo.count), key=key))

        self._room.threads.write(write, written)

    def _take_up(self) -> None:
        """Load everything anew that may show a mark."""
        self._room.headlines.forget_rows()
        self._readings.forget()
        self._changed()

    def remember(self, undo: Undo, then: Callable[[], None] = lambda: None) -> None:
        """Have the next undo take this back, whoever did it; `then` is called when it has."""
        self._undone.append((undo, then))

    def undo(self) -> None:
        """Take the last mark back."""
        if not self._undone:
            self._room.warn(_("There is nothing to undo."))
            return
        undo, then = self._undone.pop()

        def written(_none: None) -> None:
            self._take_up()
            then()
            if undo.count is None:
                self._room.say(_("Undone."))
                return
            said = ngettext("Undone for {count} story.", "Undone for {count} stories.", undo.count)
            self._room.say(said.format(count=format_number(undo.count)))

        self._room.threads.write(undo, written)
