"""Library: everything that a reader can be asked for, over the store, the sources and the network.

Every method is synchronous and may be called from any thread; those that may take longer than a frame say so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING

from newstui.library import refreshing
from newstui.library.holdings import Holdings
from newstui.model import FulltextResult, Reading, RefreshResult, RefreshSummary, Source, View

if TYPE_CHECKING:
    from newstui.library.adding import Adding
    from newstui.library.arranging import Arranging
    from newstui.library.connection import Connection
    from newstui.library.finding_editions import FoundEditions
    from newstui.library.fulltext import Fulltexts
    from newstui.library.hand_ties import HandTies
    from newstui.library.images import Images
    from newstui.library.importing import Importing
    from newstui.library.keeping import Keeping
    from newstui.library.reading import Reader
    from newstui.library.revisions import Revisions
    from newstui.library.rules import Rules
    from newstui.library.searching import Searching
    from newstui.library.statistics import Counting
    from newstui.library.upkeep import Upkeep
    from newstui.text.alignment import Alignment
    from newstui.text.parallel_quotes import QuoteTable


class Library(Holdings):
    """A user's library: what it holds, and everything that reads, fetches, ties and searches."""

    @property
    def searching(self) -> Searching:
        """What the library is searched by."""
        from newstui.library.searching import Searching

        return Searching(self)

    @property
    def ties(self) -> HandTies:
        """What the reader's own hand ties stories by, and sets articles apart."""
        from newstui.library.hand_ties import HandTies

        return HandTies(self)

    @property
    def fulltexts(self) -> Fulltexts:
        """The full texts of its articles: pages that are fetched."""
        from newstui.library.fulltext import Fulltexts

        return Fulltexts(self)

    @property
    def images(self) -> Images:
        """The images of its articles, and those that are kept for reading offline."""
        from newstui.library.images import Images

        return Images(self)

    @property
    def rules(self) -> Rules:
        """What is done by itself with what arrives."""
        from newstui.library.rules import Rules

        return Rules(self)

    @property
    def keeping(self) -> Keeping:
        """What is kept, for how long, and what it takes."""
        from newstui.library.keeping import Keeping

        return Keeping(self)

    @property
    def arranging(self) -> Arranging:
        """What moves, renames and removes sources and folders."""
        from newstui.library.arranging import Arranging

        return Arranging(self)

    @property
    def statistics(self) -> Counting:
        """How much arrives from where and in which language, what of it is read, who is quoted most."""
        from newstui.library.statistics import Counting

        return Counting(self)

    @property
    def revisions(self) -> Revisions:
        """What articles said before."""
        from newstui.library.revisions import Revisions

        return Revisions(self)

    def find_source(self, reference: str) -> Source:
        """Return the source with this key, URL or path; raises UsageError."""
        from newstui.library.subscribing import get_source

        return get_source(self.store, reference)

    # Reading

    def get_reading(self, article_id: str) -> Reading:
        """An article with its body, its quotations (found and stored if they were not) and its editions; some 5 ms.

        Raises UsageError if there is no such article.
        """
        from newstui.library import quoting

        article = self.get_article(article_id)
        document = self.store.articles.get_document(article.id)
        quotes = quoting.list_quotes(self.store, article, document)
        missing = None if article.fulltext_at else self.store.pages.find_failure(article.id)
        return Reading(article, document, quotes, self.store.places.find(article.id), missing)

    def align(self, left: Reading, right: Reading) -> Alignment:
        """Which blocks of two editions say the same; some 20 ms."""
        from newstui.text.alignment import align_documents

        return align_documents(
            left.document,
            right.document,
            left_language=left.article.language,
            right_language=right.article.language,
        )

    def start_reading(self, *, matching: bool = False) -> Reader:
        """Return what reads TARGETs without subscribing to them; with `matching`, the editions of each are looked for."""
        from newstui.library.reading import Reader

        return Reader(self, matching=matching)

    def read_target(self, target: str) -> list[Reading]:
        """Read an article id, a file, a directory or an address; raises UsageError, SourceError or FetchError."""
        return self.start_reading().read(target)

    # Editions

    def fetch_edition(self, article_id: str, url: str) -> str:
        """Fetch the edition that an article declares at `url`, keep it as one of the story, return its id; some seconds.

        Raises UsageError where none is declared there, FetchError or SourceError when it cannot be had.
        """
        from newstui.library import fetching_editions

        return fetching_editions.fetch_edition(self, article_id, url)

    def find_editions(self, article_id: str, *, cancelled: Callable[[], bool] = refreshing.never) -> FoundEditions:
        """Look for what declares other editions of an article: its page, then its site's sitemaps; some seconds.

        Raises UsageError, SourceError where it has no address, FetchError where its site cannot be reached.
        """
        from newstui.library import finding_editions

        return finding_editions.find_editions(self, article_id, cancelled)

    # Sources

    @property
    def upkeep(self) -> Upkeep:
        """What tells how sources are, and changes what is known of them."""
        from newstui.library.upkeep import Upkeep

        return Upkeep(self)

    @property
    def importing(self) -> Importing:
        """What takes subscriptions over from elsewhere, and hands them on."""
        from newstui.library.importing import Importing

        return Importing(self)

    @property
    def adding(self) -> Adding:
        """What looks at addresses and subscribes to what is there."""
        from newstui.library.adding import Adding

        return Adding(self)

    def add_source(
        self, address: str, *, title: str | None = None, folder: str | None = None, language: str | None = None
    ) -> Source:
        """Subscribe to a file, a directory, or to the feed that an address means, and read it.

        May take seconds where the network is asked. What is subscribed to already is returned as it is. Raises
        SeveralFeedsError, with the feeds to choose from, UsageError, SourceError, FetchError.
        """
        from newstui.library.adding import Wishes

        source = next(self.adding.add(address, Wishes(title=title, folder=folder, language=language))).source
        assert source is not None
        return source

    def remove_source(self, reference: str) -> Source:
        """Unsubscribe by key, URL or path; what is starred stays. Raises UsageError if there is no such source."""
        source = self.find_source(reference)
        self.store.remove_source(source.key)
        return source

    def open_targets(self, targets: Sequence[str]) -> View:
        """Take files, directories, addresses and article ids in without subscribing to them; the view that shows them."""
        from newstui.library import subscribing

        return subscribing.open_targets(self, targets)

    def open_welcome(self) -> View:
        """Take the welcome story in, in its six languages, and return the view that shows it."""
        from newstui.library import welcome

        return View(sources=welcome.take_in(self))

    # Refresh

    def tell_connection(self) -> Connection:
        """What the network is like, as far as the system tells; nothing is sent. May wait some seconds."""
        from newstui.library.connection import tell_connection

        return tell_connection()

    def refresh(
        self,
        references: Sequence[str] | None = None,
        *,
        force: bool = False,
        on_start: Callable[[int], None] = refreshing.ignore,
        on_result: Callable[[RefreshResult], None] = refreshing.ignore,
        on_fulltext: Callable[[FulltextResult], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> RefreshSummary:
        """Fetch and store what is due (with `force`, or named: whether due or not). Blocks; callbacks run in its thread.

        When every source has its result, the pages follow whose full text the sources' rules ask for. What arrived is
        tied to the stories that it is an edition of; then the rules are done with it.
        """
        return refreshing.refresh(
            self,
            references,
            force=force,
            on_start=on_start,
            on_result=on_result,
            on_fulltext=on_fulltext,
            cancelled=cancelled,
        )

    def tie_and_index(self, *, cancelled: Callable[[], bool] = refreshing.never) -> int:
        """Let words find what has arrived, and tie it to its editions; returns how many ties were made.

        Blocks, some 4 ms an article; nothing that a thread beside an interface would let it feel.
        """
        self.searching.index_waiting(cancelled=cancelled)
        return self.match_waiting(cancelled=cancelled)

    def match_waiting(self, *, seconds: float = inf, cancelled: Callable[[], bool] = refreshing.never) -> int:
        """Tie what has arrived to its editions in other languages by content; returns how many ties were made.

        Blocks, some 3 ms an article; outside the main thread another process does it. What `seconds` do not suffice
        for waits for the next call.
        """
        from newstui.library import matching

        if self.read_only:
            return 0
        return matching.match_waiting(self.store, self.now(), seconds=seconds, cancelled=cancelled)

    # Speakers

    def find_quotes_in_arrivals(
        self,
        *,
        aside: bool = False,
        on_progress: Callable[[int, int], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> int:
        """Look for quotations in all articles in which nobody has looked, the newest first; the number of articles.

        Blocks, some 4 ms an article, calling `on_progress` and `cancelled` every ten. With `aside` a process of its own
        does it, which lets everything else go first: for a thread beside an interface.
        """
        from newstui.library import quoting

        look = quoting.look_aside if aside else quoting.look_through
        return look(self.store, on_progress, cancelled)

    def compare_quotes(self, article_id: str) -> QuoteTable:
        """The quotations of a story, a column for each edition that is here, the one asked for first; some 50 ms."""
        from newstui.library import comparing

        return comparing.compare_quotes(self, article_id)
