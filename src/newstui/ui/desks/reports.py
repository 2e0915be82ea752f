"""The desk "report": what the program tells of the library and of itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from newstui.i18n import language_name
from newstui.model import View
from newstui.ui.commands import Pane
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.desks.quotes import QuoteDesk
from newstui.ui.panes.source_rows import SourceRow
from newstui.ui.room import Room
from newstui.ui.signs import wants_plain_signs

if TYPE_CHECKING:
    from newstui.ui.dialogs.statistics import Opened


class ReportDesk:
    """Opens the reports, and what is chosen in them."""

    def __init__(self, room: Room, lists: ListDesk, panes: PaneDesk, articles: ArticleDesk, quotes: QuoteDesk) -> None:
        self._room = room
        self._lists = lists
        self._panes = panes
        self._articles = articles
        self._quotes = quotes

    def statistics(self) -> None:
        """Show how much comes from where, and what of it is read."""
        from newstui.ui.dialogs.statistics import StatisticsDialog

        plain = wants_plain_signs(str(self._room.settings["ascii"]), os.environ)
        dialog = StatisticsDialog(self._room.library, self._room.keymap, blocks=not plain)
        self._room.screen.app.push_screen(dialog, self._open)

    def messages(self) -> None:
        """List what was told since the start."""
        from newstui.ui.dialogs.messages import MessagesDialog

        told = self._room.status.messages.list_newest()
        self._room.screen.app.push_screen(MessagesDialog(told, self._room.keymap, self._copy))

    def doctor(self) -> None:
        """Check places and library, and say what mends them."""
        from newstui.ui.dialogs.health import DoctorDialog

        self._room.screen.app.push_screen(DoctorDialog(self._room.library, self._room.keymap, self._copy))

    def about(self) -> None:
        """Say what newstui is."""
        from newstui.ui.dialogs.health import AboutDialog

        self._room.screen.app.push_screen(AboutDialog(self._room.library, self._room.keymap, self._copy))

    def _copy(self, text: str) -> None:
        self._articles.copy(text, "")

    def _open(self, opened: Opened | None) -> None:
        """Show the headlines of a source or of a language, or what a speaker says."""
        if opened is None:
            return
        if opened.speaker is not None:
            self._quotes.show_speaker(opened.speaker)
            return
        if opened.kind == "source":
            self._room.sources.go_to(f"source:{opened.name}")
        else:
            key, title = f"language:{opened.name}", language_name(opened.name)
            self._lists.show(SourceRow(key, View(language=opened.name), title))
        self._panes.go_to(Pane.HEADLINES)
