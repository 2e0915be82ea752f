"""The main screen: five panes, two lines at the foot, and the desks that do what is asked for there."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from newstui.config import Settings
from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.library.facade import Library
from newstui.model import View
from newstui.ui.article.typography import choose_typography
from newstui.ui.commands import BY_NAME, Context, Pane, list_bindings
from newstui.ui.commands.changing import CHANGING
from newstui.ui.commands.command import IN_DIALOGS
from newstui.ui.content import leave_order_to_terminal
from newstui.ui.desks.office import Changes, Office
from newstui.ui.headlines import HeadlineList
from newstui.ui.keymap import Keymap
from newstui.ui.panes.article_to_come import title_content
from newstui.ui.panes.sources import SourcesPane
from newstui.ui.room import Room
from newstui.ui.screens.listening import ListeningScreen
from newstui.ui.status import KeyLine, StatusLine
from newstui.ui.threads import Threads

if TYPE_CHECKING:
    from newstui.ui.article.typography import Typography

_REST: Final = 2.0
"""Seconds from the first screen to the work that nobody waits for."""
_WHEEL: Final = 3.0
"""Lines for a notch of the wheel."""


class MainScreen(ListeningScreen):
    """Sources, headlines, the article, its languages and its quotes."""

    class KeysChanged(Message):
        """Other keys are in force on the main screen."""

        def __init__(self, keymap: Keymap) -> None:
            super().__init__()
            self.keymap = keymap

    class Furnished(Message):
        """All panes are there, and what is pressed from now on can be done."""

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.MOVING, Context.MAIN)
    AUTO_FOCUS = ""
    BLANK = True  # the panes and the foot cover all of it

    def __init__(
        self,
        library: Library,
        settings: Settings,
        keymap: Keymap,
        add_sheets: Callable[[], None],
        *,
        view: View | None = None,
        clock: Callable[[], datetime],
    ) -> None:
        """`view` is what was asked for on the command line, None for the whole library.

        `add_sheets` reads the style sheets of what the first screen does not show.
        """
        super().__init__()
        self._opened = view
        self._add_sheets = add_sheets
        self.room = Room(
            library=library,
            settings=settings,
            keymap=keymap,
            clock=clock,
            screen=self,
            threads=Threads(self, self._fail),
            sources=SourcesPane(clock=clock, id="sources"),
            headlines=HeadlineList(clock=clock, id="headlines"),
            status=StatusLine(keymap, clock=clock, id="status"),
            keys=KeyLine(keymap, id="keys"),
        )
        self.office = Office(self.room, view, Changes(self.translate, self.take_settings, self.take_keymap))
        self._painted = False
        self._started = False

    def compose(self) -> ComposeResult:
        """Put the panes side by side over the two lines at the foot."""
        yield self.office.pane.frame
        yield self.room.status
        yield self.room.keys

    def on_mount(self) -> None:
        """Show what the library holds before anything else happens."""
        office = self.office
        self.app.scroll_sensitivity_y = _WHEEL
        self._choose_typography()
        office.list.show_first()
        self._show_first_titles()
        office.pane.go_to(Pane.HEADLINES)
        self.call_after_refresh(self._start_work)

    async def _start_work(self) -> None:
        """Bring what the first screen did without; open what was asked for, look for news, and go on doing so."""
        self._add_sheets()
        await self.office.pane.furnish()
        await self.mount(self.office.find_line, before="#status")
        self._set_text()
        self._started = True
        self.post_message(self.Furnished())
        room, office, settings = self.room, self.office, self.room.settings
        office.pictures.apply()
        if room.library.read_only:
            room.refuse()
        self.watch(room.article, "current_quote", office.quote.tell_key, init=False)
        self.watch(room.keys, "pane", office.quote.note_pane)
        self.watch(room.keys, "pane", office.read.tell_progress)
        if self._opened is not None and sum(story > 0 for story in self.room.headlines.stories) == 1:
            self.room.headlines.choose()
        elif self._opened is None and not self.room.sources.any_source:
            office.source.show_welcome()
        if settings["refresh.at_start"]:
            office.source.refresh_due()
        self.set_timer(_REST, office.source.catch_up)
        office.elsewhere.start()
        office.visits.start()
        if settings["refresh.every"]:
            self.set_interval(60 * int(settings["refresh.every"]), office.source.refresh_due)

    # Commands

    def action_command(self, name: str) -> None:
        """Do a command of the table at its desk; what was pressed before the first screen is done when it is there."""
        if not self._started:
            self.call_after_refresh(self.action_command, name)
            return
        command = BY_NAME[name]
        if command.context in IN_DIALOGS:  # chosen in the help, which lists them all
            self.room.warn(_("This is done in a dialog, while one is open."))
            return
        if name in CHANGING and self.room.library.read_only:
            self.room.refuse()
            return
        getattr(getattr(self.office, command.desk), command.method)()

    def _set_text(self) -> None:
        """Set text as the settings say."""
        room = self.room
        room.article.column_width = room.compare.column_width = int(room.settings["text_width"])
        room.article.typography = room.compare.typography = self._choose_typography()

    def _choose_typography(self) -> Typography:
        typography = choose_typography(self.room.settings, os.environ)
        leave_order_to_terminal(not typography.reorder)
        return typography

    def take_settings(self) -> None:
        """Let the settings of now hold on the screen."""
        self._set_text()
        self.office.pictures.apply()
        self.office.quote.apply()
        self.office.list.reload()

    def translate(self) -> None:
        """Say everything in the interface's language of now."""
        self.show_titles()
        self.office.translate()
        self.room.status.refresh()
        self.room.keys.refresh()
        self.refresh_bindings()

    def take_keymap(self, keymap: Keymap) -> None:
        """Put other keys in force."""
        self.room.keymap = self.room.keys.keymap = self.room.status.keymap = keymap
        self.post_message(self.KeysChanged(keymap))

    def show_titles(self) -> None:
        """Name the panes, and say at the foot that the network is not used."""
        self._show_first_titles()
        self.room.article.border_title = title_content()
        self.room.languages.show_title()
        self.room.quotes.show_title()

    def _show_first_titles(self) -> None:
        if self.room.library.offline:
            self.room.status.progress = _("Offline")
        self.room.sources.border_title = Content(_("Sources"))

    def _fail(self, error: NewstuiError) -> None:
        self.room.fail(error)

    # What Textual tells, and the key line

    @on(events.ScreenResume)
    def _keep_styles(self, event: events.ScreenResume) -> None:
        """Let the styles be that the widgets were given when they were mounted: Textual gives them once more."""
        event.refresh_styles &= self._painted
        self._painted = True

    @on(events.Resize)
    def _arrange(self) -> None:
        self.office.pane.arrange()
        if self._started:
            self.office.pictures.apply()  # the letters may have another size

    @on(KeyLine.Clicked)
    def _do_clicked(self, event: KeyLine.Clicked) -> None:
        self.action_command(event.command.name)
