"""The desk "chore": what takes long and is done now and then; each in a dialog with a bar, and can be stopped."""

from __future__ import annotations

from typing import Final

from newstui.i18n import _, format_number, ngettext
from newstui.model import Headline
from newstui.ui.desks.lists import ListDesk
from newstui.ui.readings import Readings
from newstui.ui.room import Room

_MOST: Final = 200
"""So many pages are fetched at once: the newest of a list."""


class ChoreDesk:
    """Opens the dialogs, and takes up what they have changed."""

    def __init__(self, room: Room, readings: Readings, lists: ListDesk) -> None:
        self._room = room
        self._readings = readings
        self._lists = lists

    def bring(self) -> None:
        """Take over sources and articles from elsewhere."""
        from newstui.ui.dialogs.importing import ImportDialog

        def done(changed: bool | None) -> None:
            if changed:
                self._lists.show_all()

        self._room.screen.app.push_screen(ImportDialog(self._room.library), done)

    def clean(self) -> None:
        """Let go what need not be kept."""
        from newstui.ui.dialogs.cleaning import CleanDialog

        def done(gone: int | None) -> None:
            if gone:
                self._take_up()
                said = ngettext("{count} article has gone.", "{count} articles have gone.", gone)
                self._room.say(said.format(count=format_number(gone)))

        self._room.screen.app.push_screen(CleanDialog(self._room.library), done)

    def fulltexts(self) -> None:
        """Fetch the pages of what is unread in the list."""
        library, stories = self._room.library, [story for story in self._room.headlines.stories if story > 0]

        def load() -> list[Headline]:
            unread = []
            for start in range(0, len(stories), _MOST):
                rows = library.load_headlines(stories[start : start + _MOST])
                unread += [headline for headline in rows if not headline.read]
                if len(unread) >= _MOST:
                    break
            return unread[:_MOST]

        self._room.threads.ask("fulltexts", load, self._ask)

    def _ask(self, headlines: list[Headline]) -> None:
        from newstui.ui.dialogs.many_texts import ManyTextsDialog

        def done(fetched: int | None) -> None:
            if fetched:
                self._take_up()

        if self._room.library.offline:
            self._room.warn(_("Offline: nothing is fetched. Start without --offline for the full texts."))
        elif not headlines:
            self._room.warn(_("Nothing here is unread: there is no full text to fetch."))
        else:
            self._room.screen.app.push_screen(ManyTextsDialog(self._room.library, headlines), done)

    def _take_up(self) -> None:
        self._readings.forget()
        self._lists.reload()
