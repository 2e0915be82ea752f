"""The office: all desks, each under the name that commands have for it, and each made when somebody first comes to it.

The first screen needs two of them; the others' modules, and what these load, are for what comes after it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from newstui.model import Reading, SavedView, View
from newstui.record import record
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.keymap import Keymap
from newstui.ui.ordering import Ordering
from newstui.ui.readings import Readings
from newstui.ui.room import Room
from newstui.ui.visits import Visits

if TYPE_CHECKING:
    from newstui.ui.desks.articles import ArticleDesk
    from newstui.ui.desks.borders import BorderDesk
    from newstui.ui.desks.bulk import BulkDesk
    from newstui.ui.desks.chores import ChoreDesk
    from newstui.ui.desks.comparing import CompareDesk
    from newstui.ui.desks.editions import EditionDesk
    from newstui.ui.desks.filing import FilingDesk
    from newstui.ui.desks.finding import FindDesk
    from newstui.ui.desks.going import GoDesk
    from newstui.ui.desks.keys import KeyDesk
    from newstui.ui.desks.links import LinkDesk
    from newstui.ui.desks.media import MediaDesk
    from newstui.ui.desks.moving import MoveDesk
    from newstui.ui.desks.orders import OrderDesk
    from newstui.ui.desks.pictures import PictureHand
    from newstui.ui.desks.program import ProgramDesk
    from newstui.ui.desks.quotes import QuoteDesk
    from newstui.ui.desks.reading import ReadDesk
    from newstui.ui.desks.reports import ReportDesk
    from newstui.ui.desks.selecting import SelectDesk
    from newstui.ui.desks.settings import SettingsDesk
    from newstui.ui.desks.sharing import ShareDesk
    from newstui.ui.desks.sources import SourceDesk
    from newstui.ui.desks.ties import TieHand
    from newstui.ui.edition_fetches import EditionFetches
    from newstui.ui.elsewhere import Elsewhere
    from newstui.ui.find_line import FindLine
    from newstui.ui.places import Places


@record
class Changes:
    """What the screen does when the whole of it changes: its language, its settings, its keys."""

    translate: Callable[[], None]
    apply: Callable[[], None]
    take_keymap: Callable[[Keymap], None]


class Office:
    """The desks of the main screen, the places that the reader has come to, the visits, and the eye on other processes.

    `opened` is what was asked for on the command line, None for the whole library.
    """

    def __init__(self, room: Room, opened: View | None, changes: Changes) -> None:
        self._room = room
        self._changes = changes
        self.readings = Readings(room.library, lambda: room.article.typography.hyphenate, self._look_for_pictures)
        self.ordering = Ordering(room)
        self.visits = Visits(room, counted=opened is None)
        self.pane = PaneDesk(room)
        self.list = ListDesk(room, self.readings, self.ordering, self.visits, opened)

    def translate(self) -> None:
        """Say what the desks have said in the interface's language of now."""
        self.list.translate()
        self.article.translate()
        self.compare.translate()

    def _look_for_pictures(self, reading: Reading) -> None:
        self.pictures.look(reading)

    def _take_opened(self, reading: Reading) -> None:
        """Go to every desk that has to do with each article that is opened."""
        self.read.look_ahead(reading)
        self.compare.look_ahead(reading)
        self.pictures.take_article(reading)

    def _remove_view(self, view: SavedView) -> None:
        self.file.remove_view(view)

    def _stop(self) -> None:
        """Write down what is to be there the next time."""
        self.source.stop()
        self.places.note()
        self.places.keep()
        self._room.gallery.forget()
        self.visits.note()
        self.pane.keep()

    # The desks of commands

    @cached_property
    def go(self) -> GoDesk:
        """What opens and leaves."""
        from newstui.ui.desks.going import GoDesk

        return GoDesk(self.pane, self.find, self.quote, self.link, self.source, self.program, self.compare, self._room)

    @cached_property
    def move(self) -> MoveDesk:
        """What moves."""
        from newstui.ui.desks.moving import MoveDesk

        return MoveDesk(self.pane)

    @cached_property
    def read(self) -> ReadDesk:
        """What reads on."""
        from newstui.ui.desks.reading import ReadDesk

        return ReadDesk(self._room, self.readings, self.pane, self.list, self.article, self.find)

    @cached_property
    def article(self) -> ArticleDesk:
        """What opens articles."""
        from newstui.ui.desks.articles import ArticleDesk

        return ArticleDesk(self._room, self.readings, self.places, self.pane, self.list, self._take_opened)

    @cached_property
    def media(self) -> MediaDesk:
        """Pictures and sound."""
        from newstui.ui.desks.media import MediaDesk

        return MediaDesk(self._room, self.article, self.pictures)

    @cached_property
    def link(self) -> LinkDesk:
        """What follows links."""
        from newstui.ui.desks.links import LinkDesk

        return LinkDesk(self._room, self.pane, self.article, self.media, self.source)

    @cached_property
    def select(self) -> SelectDesk:
        """What selects text."""
        from newstui.ui.desks.selecting import SelectDesk

        return SelectDesk(self._room, self.pane, self.article)

    @cached_property
    def share(self) -> ShareDesk:
        """What saves and passes on."""
        from newstui.ui.desks.sharing import ShareDesk

        return ShareDesk(self._room, self.article, self.list)

    @cached_property
    def edition(self) -> EditionDesk:
        """What changes the language of the open story."""
        from newstui.ui.desks.editions import EditionDesk

        return EditionDesk(self._room, self.readings, self.article, self._ties, self._fetches, self.compare)

    @cached_property
    def compare(self) -> CompareDesk:
        """What puts editions side by side."""
        from newstui.ui.desks.comparing import CompareDesk

        return CompareDesk(self._room, self.readings, self.pane, self.article, self._fetches)

    @cached_property
    def quote(self) -> QuoteDesk:
        """What has to do with quotations."""
        from newstui.ui.desks.quotes import QuoteDesk

        return QuoteDesk(self._room, self.pane, self.article)

    @cached_property
    def order(self) -> OrderDesk:
        """What sorts and groups lists."""
        from newstui.ui.desks.orders import OrderDesk

        return OrderDesk(self._room, self.ordering, self.list)

    @cached_property
    def bulk(self) -> BulkDesk:
        """What marks many stories."""
        from newstui.ui.desks.bulk import BulkDesk

        return BulkDesk(self._room, self.list)

    @cached_property
    def find(self) -> FindDesk:
        """What finds."""
        from newstui.ui.desks.finding import FindDesk

        return FindDesk(self._room, self.find_line, self.pane, self.list)

    @cached_property
    def file(self) -> FilingDesk:
        """Tags, views and rules."""
        from newstui.ui.desks.filing import FilingDesk

        return FilingDesk(self._room, self.readings, self.list, self.article)

    @cached_property
    def source(self) -> SourceDesk:
        """What adds, arranges and refreshes sources."""
        from newstui.ui.desks.sources import SourceDesk

        return SourceDesk(self._room, self.readings, self.list, self._remove_view)

    @cached_property
    def border(self) -> BorderDesk:
        """What moves the borders between panes."""
        from newstui.ui.desks.borders import BorderDesk

        return BorderDesk(self._room, self.pane)

    @cached_property
    def program(self) -> ProgramDesk:
        """The program itself."""
        from newstui.ui.desks.program import ProgramDesk

        return ProgramDesk(self._room, self._changes.translate, self._stop)

    @cached_property
    def report(self) -> ReportDesk:
        """What reports."""
        from newstui.ui.desks.reports import ReportDesk

        return ReportDesk(self._room, self.list, self.pane, self.article, self.quote)

    @cached_property
    def chore(self) -> ChoreDesk:
        """Long work."""
        from newstui.ui.desks.chores import ChoreDesk

        return ChoreDesk(self._room, self.readings, self.list)

    @cached_property
    def keys(self) -> KeyDesk:
        """What changes keys."""
        from newstui.ui.desks.keys import KeyDesk

        return KeyDesk(self._room, self._changes.take_keymap)

    @cached_property
    def settings(self) -> SettingsDesk:
        """What changes settings."""
        from newstui.ui.desks.settings import SettingsDesk

        return SettingsDesk(self._room, self._changes.apply)

    # What stands beside the desks

    @cached_property
    def places(self) -> Places:
        """The places that the reader has come to."""
        from newstui.ui.places import Places

        return Places(self._room)

    @cached_property
    def pictures(self) -> PictureHand:
        """The hand that hangs pictures."""
        from newstui.ui.desks.pictures import PictureHand

        return PictureHand(self._room)

    @cached_property
    def elsewhere(self) -> Elsewhere:
        """The eye on other processes."""
        from newstui.ui.elsewhere import Elsewhere

        return Elsewhere(self._room, self._ties.take_up)

    @cached_property
    def find_line(self) -> FindLine:
        """The line in which one types what is to be found."""
        from newstui.ui.find_line import FindLine

        return FindLine(id="find")

    @cached_property
    def _ties(self) -> TieHand:
        from newstui.ui.desks.ties import TieHand

        return TieHand(self._room, self.readings, self.pane, self.list, self.article)

    @cached_property
    def _fetches(self) -> EditionFetches:
        from newstui.ui.edition_fetches import EditionFetches

        return EditionFetches(self._room, self.readings)
