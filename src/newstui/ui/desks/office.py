"""The office: all desks, each under the name that commands have for it."""

from __future__ import annotations

from collections.abc import Callable

from newstui.model import View
from newstui.record import record
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
from newstui.ui.desks.lists import ListDesk
from newstui.ui.desks.media import MediaDesk
from newstui.ui.desks.moving import MoveDesk
from newstui.ui.desks.orders import OrderDesk
from newstui.ui.desks.panes import PaneDesk
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
from newstui.ui.keymap import Keymap
from newstui.ui.ordering import Ordering
from newstui.ui.places import Places
from newstui.ui.readings import Readings
from newstui.ui.room import Room
from newstui.ui.visits import Visits


@record
class Office:
    """The desks of the main screen, the places that the reader has come to, the visits, and the eye on other processes."""

    go: GoDesk
    move: MoveDesk
    read: ReadDesk
    article: ArticleDesk
    media: MediaDesk
    link: LinkDesk
    select: SelectDesk
    share: ShareDesk
    places: Places
    visits: Visits
    elsewhere: Elsewhere
    edition: EditionDesk
    compare: CompareDesk
    quote: QuoteDesk
    list: ListDesk
    order: OrderDesk
    bulk: BulkDesk
    find: FindDesk
    file: FilingDesk
    source: SourceDesk
    pane: PaneDesk
    border: BorderDesk
    program: ProgramDesk
    report: ReportDesk
    chore: ChoreDesk
    keys: KeyDesk
    settings: SettingsDesk
    pictures: PictureHand

    def translate(self) -> None:
        """Say what the desks have said in the interface's language of now."""
        self.list.translate()
        self.article.translate()
        self.compare.translate()


@record
class Changes:
    """What the screen does when the whole of it changes: its language, its settings, its keys."""

    translate: Callable[[], None]
    apply: Callable[[], None]
    take_keymap: Callable[[Keymap], None]


def staff_office(room: Room, find_line: FindLine, opened: View | None, changes: Changes) -> Office:
    """Set up the desks in the order in which they know each other."""
    pictures = PictureHand(room)
    readings = Readings(room.library, lambda: room.article.typography.hyphenate, pictures.look)
    places = Places(room)
    panes = PaneDesk(room)
    ordering = Ordering(room)
    visits = Visits(room, counted=opened is None)
    lists = ListDesk(room, readings, ordering, visits, opened)
    articles = ArticleDesk(room, readings, places, panes, lists)
    quotes = QuoteDesk(room, panes, articles)
    find = FindDesk(room, find_line, panes, lists)
    sources = SourceDesk(room, readings, lists)

    def stop() -> None:
        sources.stop()
        places.note()
        places.keep()
        room.gallery.forget()
        visits.note()
        panes.keep()

    filing = FilingDesk(room, readings, lists, articles)
    sources.remove_view = filing.remove_view
    hand = TieHand(room, readings, panes, lists, articles)
    fetches = EditionFetches(room, readings)
    comparing = CompareDesk(room, readings, panes, articles, fetches)
    program = ProgramDesk(room, changes.translate, stop)
    media = MediaDesk(room, articles, pictures)
    links = LinkDesk(room, panes, articles, media, sources)
    read = ReadDesk(room, readings, panes, lists, articles, find)
    comparing.look_ahead()
    pictures.follow(articles)
    return Office(
        go=GoDesk(panes, find, quotes, links, sources, program, comparing, room),
        move=MoveDesk(panes),
        read=read,
        article=articles,
        media=media,
        link=links,
        select=SelectDesk(room, panes, articles),
        share=ShareDesk(room, articles, lists),
        places=places,
        visits=visits,
        edition=EditionDesk(room, readings, articles, hand, fetches, comparing),
        elsewhere=Elsewhere(room, hand.take_up),
        compare=comparing,
        quote=quotes,
        list=lists,
        order=OrderDesk(room, ordering, lists),
        bulk=BulkDesk(room, lists),
        find=find,
        file=filing,
        source=sources,
        pane=panes,
        border=BorderDesk(room, panes),
        program=program,
        chore=ChoreDesk(room, readings, lists),
        report=ReportDesk(room, lists, panes, articles, quotes),
        keys=KeyDesk(room, changes.take_keymap),
        settings=SettingsDesk(room, changes.apply),
        pictures=pictures,
    )
