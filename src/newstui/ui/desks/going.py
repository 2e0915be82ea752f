"""The desk "go": into what is under the cursor, and back out, at last of the program."""

from __future__ import annotations

from newstui.i18n import _
from newstui.ui.commands import Pane
from newstui.ui.commands.command import IN_OPEN
from newstui.ui.desks.comparing import CompareDesk
from newstui.ui.desks.finding import FindDesk
from newstui.ui.desks.links import LinkDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.desks.program import ProgramDesk
from newstui.ui.desks.quotes import QuoteDesk
from newstui.ui.desks.sources import SourceDesk
from newstui.ui.room import Room


class GoDesk:
    """Opens and leaves."""

    def __init__(
        self,
        panes: PaneDesk,
        find: FindDesk,
        quotes: QuoteDesk,
        links: LinkDesk,
        sources: SourceDesk,
        program: ProgramDesk,
        comparing: CompareDesk,
        room: Room,
    ) -> None:
        self._room = room
        self._comparing = comparing
        self._panes = panes
        self._find = find
        self._quotes = quotes
        self._links = links
        self._sources = sources
        self._program = program

    def open(self) -> None:
        """Open what is under the cursor."""
        match self._panes.current:
            case Pane.SOURCES:
                self._room.sources.choose()
            case Pane.HEADLINES:
                self._room.headlines.choose()
            case Pane.LANGUAGES:
                self._room.languages.choose()
            case Pane.QUOTES:
                self._room.quotes.choose()
            case Pane.ARTICLE:
                self._quotes.return_to_place()

    def back(self) -> None:
        """Go back one step, or stop what is going on."""
        if not self._find.stop() and not self._stop_errands() and not self._step_back():
            self._sources.stop()

    def leave(self) -> None:
        """Go back one step, and at last quit."""
        if not self._find.stop() and not self._step_back():
            self._program.quit()

    def _stop_errands(self) -> bool:
        """Stop fetching what the reader has asked for."""
        stopped = self._room.errands.stop()
        if stopped:
            self._room.languages.show_fetching(frozenset())
            self._room.say(_("Stopped."))
        return stopped

    def _step_back(self) -> bool:
        if self._panes.current in IN_OPEN and self._quotes.show_all_speakers():
            return True
        match self._panes.current:
            case Pane.QUOTES:
                self._quotes.go_back()
                self._panes.go_to(Pane.ARTICLE)
            case Pane.LANGUAGES:
                self._panes.go_to(Pane.ARTICLE)
            case Pane.COMPARE:
                self._comparing.close()
            case Pane.ARTICLE:
                if not (self._links.come_back() or self._quotes.come_back() or self._panes.leave_alone()):
                    self._panes.go_to(Pane.HEADLINES)
            case Pane.HEADLINES:
                if self._panes.is_folded(Pane.SOURCES):
                    return False
                self._panes.go_to(Pane.SOURCES)
            case Pane.SOURCES:
                return False
        return True
