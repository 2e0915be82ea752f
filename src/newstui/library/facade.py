"""Library: everything that a reader can be asked for, over the store, the sources and the network.

Every method is synchronous and may be called from any thread; those that may take longer than a frame say so.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from newstui.config import Settings
from newstui.errors import N_, FetchError, NewstuiError, UsageError
from newstui.library import (
    comparing,
    finding,
    fulltext,
    importing,
    matching,
    quoting,
    refreshing,
    subscribing,
    tying,
    welcome,
)
from newstui.library.reading import Reader
from newstui.library.searching import Searching
from newstui.model import (
    Article,
    Document,
    Edition,
    FeedCandidate,
    FulltextResult,
    FulltextRule,
    Headline,
    Reading,
    RefreshResult,
    RefreshSummary,
    Source,
    Speaker,
    SpokenQuote,
    StatusChange,
    View,
)
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.alignment import Alignment, align_documents, counterpart
from newstui.text.parallel_quotes import QuoteTable

_MATCHING: Final = (0.5, 0.004, 2.5)
"""How many seconds a refresh spends on finding editions by content: at least, more for each arrival, at most."""


def read_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class Library:
    """A user's library. `ladder` is the languages in which stories are shown, the dearest first."""

    def __init__(
        self,
        store: Store,
        paths: Paths,
        settings: Settings,
        *,
        offline: bool = False,
        now: Callable[[], datetime] = read_clock,
    ) -> None:
        self.store = store
        self.paths = paths
        self.settings = settings
        self.offline = offline
        self.now = now
        self.ladder: tuple[str, ...] = settings.languages
        self.searching = Searching(self)

    @classmethod
    def open(cls, paths: Paths, settings: Settings, *, offline: bool = False) -> Library:
        """Open (and on first use create) the library at `paths`; raises StoreError."""
        return cls(Store(paths.library_file), paths, settings, offline=offline)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; what was marked is on disk already."""
        self.store.close()

    # Lists

    def list_sources(self) -> list[Source]:
        """All subscribed sources in the user's order, with their kept counts; fast."""
        return self.store.list_sources()

    def find_source(self, reference: str) -> Source:
        """Return the source with this key, URL or path; raises UsageError."""
        return subscribing.get_source(self.store, reference)

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        """The numbers of a view's stories, newest first: a snapshot. 100,000 take some 50 ms, `limit=200` one."""
        return self.store.list_stories(view, limit)

    def load_headlines(self, stories: Sequence[int]) -> list[Headline]:
        """The rows of these stories in the order asked, each in the ladder's first edition; 100 take some 3 ms.

        A story that has gone meanwhile is left out.
        """
        return self.store.load_headlines(stories, self.ladder)

    def list_articles(self, view: View, limit: int) -> list[Article]:
        """The newest stories of a view, each as the article that the ladder asks for, with its editions."""
        return self.store.list_articles(view, limit, self.ladder)

    def total_unread(self) -> int:
        """The number of unread stories, kept, not counted."""
        return self.store.total_unread()

    # Reading

    def get_article(self, article_id: str) -> Article:
        """An article without its body; a unique beginning of its id will do. Raises UsageError if there is none."""
        article = self.store.find_article(article_id)
        if article is None:
            raise UsageError(N_("{id}: no such article; list shows the ids"), id=article_id)
        return article

    def get_reading(self, article_id: str) -> Reading:
        """An article with its body, its quotations (found and stored if they were not) and its editions; some 5 ms.

        Raises UsageError if there is no such article.
        """
        article = self.get_article(article_id)
        document = self.store.get_document(article.id)
        return Reading(article, document, quoting.list_quotes(self.store, article, document))

    def get_document(self, article_id: str) -> Document:
        """An article's body alone."""
        return self.store.get_document(article_id)

    def list_editions(self, article_id: str) -> tuple[Edition, ...]:
        """The story's other editions: those that are here, those that are declared, those that are listed only."""
        return self.store.list_editions(article_id)

    def align(self, left: Reading, right: Reading) -> Alignment:
        """Which blocks of two editions say the same; some 20 ms."""
        return align_documents(
            left.document,
            right.document,
            left_language=left.article.language,
            right_language=right.article.language,
        )

    def find_counterpart(self, article_id: str, other_id: str, block: int) -> int:
        """The block of another edition that says what `block` says in this one; some 20 ms."""
        alignment = self.align(self.get_reading(article_id), self.get_reading(other_id))
        return counterpart(alignment, block, from_left=True)

    def start_reading(self, *, matching: bool = False) -> Reader:
        """Return what reads TARGETs without subscribing to them; with `matching`, the editions of each are looked for."""
        return Reader(self, matching=matching)

    def read_target(self, target: str) -> list[Reading]:
        """Read an article id, a file, a directory or an address; raises UsageError, SourceError or FetchError."""
        return self.start_reading().read(target)

    # Full text

    def fetch_fulltext(self, article_id: str, *, cancelled: Callable[[], bool] = refreshing.never) -> Reading:
        """Fetch an article's page and return the article with its full text, which is shown from now on; some seconds.

        Raises FetchError or SourceError when it cannot be had, WallError (a SourceError) when the page shows something
        else in its place; what the feed said stays then. Raises UsageError if there is no such article.
        """
        return fulltext.fetch_fulltext(self, article_id, cancelled)

    def fetch_fulltexts(
        self,
        article_ids: Sequence[str],
        *,
        on_result: Callable[[FulltextResult], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> None:
        """Fetch the pages of many articles at once, and tell of each as it comes; raises UsageError, FetchError."""
        fulltext.fetch_fulltexts(self, article_ids, on_result, cancelled)

    def show_feed_text(self, article_id: str, prefer_feed: bool) -> Reading:
        """Show what the feed said from now on, or again the full text, and return the article so."""
        self.store.show_feed_text(self.get_article(article_id).id, prefer_feed=prefer_feed)
        return self.get_reading(article_id)

    def find_fulltext_failure(self, article_id: str) -> NewstuiError | None:
        """Why the article's full text could not be had when it was last asked for."""
        return self.store.find_page_failure(self.get_article(article_id).id)

    def set_fulltext_rule(self, reference: str, rule: FulltextRule) -> Source:
        """Say when refreshes fetch the pages of a source's articles; the next one begins with its newest unread ones."""
        return fulltext.set_rule(self, reference, rule)

    # Status

    def mark(self, article_ids: Sequence[str], *, read: bool | None = None, starred: bool | None = None) -> Undo:
        """Change the status of stories, named by one edition each; None leaves as it is. Returns what undoes it."""
        return Undo(self, self.store.mark(article_ids, read=read, starred=starred, now=self.now()))

    def mark_view(self, view: View, *, read: bool) -> Undo:
        """Mark everything that a view holds; some 0.4 s for 15,000."""
        return Undo(self, self.store.mark_view(view, read=read, now=self.now()))

    # Sources

    def add_source(
        self, address: str, *, title: str | None = None, folder: str | None = None, language: str | None = None
    ) -> Source:
        """Subscribe to a file, a directory, or to the feed that an address means, and read it.

        May take seconds where the network is asked. What is subscribed to already is returned as it is. Raises
        SeveralFeedsError, with the feeds to choose from, UsageError, SourceError, FetchError.
        """
        return subscribing.add_source(self, address, title=title, folder=folder, language=language)

    def add_sources(
        self,
        address: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        language: str | None = None,
        pick: int | None = None,
        every: bool = False,
    ) -> Iterator[subscribing.Addition]:
        """Like add_source, one by one: of several feeds number `pick` (from 1), or with `every` all that were found."""
        return subscribing.add_sources(
            self, address, title=title, folder=folder, language=language, pick=pick, every=every
        )

    def find_feeds(self, address: str, *, cancelled: Callable[[], bool] = refreshing.never) -> list[FeedCandidate]:
        """Return the feeds that an address leads to, subscribing to none; may take seconds.

        Raises UsageError for what is no address, FetchError where nobody answers, SourceError where no feed is found.
        """
        if self.offline:
            raise FetchError(N_("{address}: not looked at, since --offline was given"), address=address)
        return list(finding.find_feeds(address, refreshing.fetch_settings(self.settings), cancelled).feeds)

    def remove_source(self, reference: str) -> Source:
        """Unsubscribe by key, URL or path; what is starred stays. Raises UsageError if there is no such source."""
        source = self.find_source(reference)
        self.store.remove_source(source.key)
        return source

    def import_file(
        self,
        file: Path,
        *,
        newsboat_cache: Path | None = None,
        dry_run: bool = False,
        on_progress: Callable[[int, int], None] = refreshing.ignore,
    ) -> importing.ImportReport:
        """Take over the subscriptions of an OPML file or newsboat's `urls`, and the articles of newsboat's cache.

        Nothing is fetched. `on_progress` is told how many articles of how many are done; 15,000 take 22 s of
        processor time, which up to four processes share.
        A dry run changes nothing. Raises UsageError or SourceError, before anything is changed.
        """
        return importing.import_file(
            self, file, newsboat_cache=newsboat_cache, dry_run=dry_run, on_progress=on_progress
        )

    def export_opml(self) -> str:
        """Return the sources as OPML 2.0."""
        return importing.export_opml(self)

    def open_targets(self, targets: Sequence[str]) -> View:
        """Take files, directories, addresses and article ids in without subscribing to them; the view that shows them."""
        return subscribing.open_targets(self, targets)

    def open_welcome(self) -> View:
        """Take the welcome story in, in its six languages, and return the view that shows it."""
        return View(sources=welcome.take_in(self))

    # Refresh

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
        tied to the stories that it is an edition of.
        """
        keys = [self.find_source(reference).key for reference in references] if references is not None else None
        if not self.offline:
            subscribing.look_at_waiting(self, keys)
        arrived: list[str] = []

        def collect(result: RefreshResult) -> None:
            arrived.extend(result.arrived)
            on_result(result)

        def collect_page(result: FulltextResult) -> None:
            if result.error is None:
                arrived.append(result.article)
            on_fulltext(result)

        summary = refreshing.refresh(
            self,
            keys,
            force=force,
            on_start=on_start,
            on_result=collect,
            on_fulltext=collect_page,
            cancelled=cancelled,
        )
        tying.tie_arrivals(self.store, arrived)
        if arrived:
            least, more, most = _MATCHING
            self.match_waiting(seconds=min(least + more * len(arrived), most), cancelled=cancelled)
        return summary

    def match_waiting(self, *, seconds: float = inf, cancelled: Callable[[], bool] = refreshing.never) -> int:
        """Tie what has arrived to its editions in other languages by content; returns how many ties were made.

        Blocks, some 3 ms an article; outside the main thread another process does it. What `seconds` do not suffice
        for waits for the next call.
        """
        return matching.match_waiting(self.store, self.now(), seconds=seconds, cancelled=cancelled)

    # Health

    def check_integrity(self) -> tuple[NewstuiError, ...]:
        """Look through the whole library and return what is wrong; slow on a big one."""
        return self.store.check_integrity()

    def repair(self) -> None:
        """Work out every list and counter of the library again."""
        self.store.repair()

    # Speakers

    def find_quotes_in_arrivals(
        self,
        *,
        aside: bool = False,
        on_progress: quoting.Progress = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> int:
        """Look for quotations in all articles in which nobody has looked, the newest first; the number of articles.

        Blocks, some 4 ms an article, calling `on_progress` and `cancelled` every ten. With `aside` a process of its own
        does it, which lets everything else go first: for a thread beside an interface.
        """
        look = quoting.look_aside if aside else quoting.look_through
        return look(self.store, on_progress, cancelled)

    def count_unquoted(self) -> int:
        """In how many articles nobody has looked for quotations yet; fast."""
        return quoting.count_missing(self.store)

    def find_speakers(self, part: str = "", limit: int = 500) -> list[Speaker]:
        """Who is quoted most, or of those with names that have words that begin so, however spelt; some milliseconds."""
        return self.store.list_speakers(part, limit)

    def name_speakers(self, name: str) -> list[Speaker]:
        """Those whom a name means, who is quoted most first: a surname alone all who bear it."""
        return self.store.find_speakers(name)

    def list_quotes_by(
        self, keys: Sequence[int], *, before: tuple[int, int] | None = None, limit: int = 100
    ) -> list[SpokenQuote]:
        """What speakers say, by their keys, the newest article first, whole articles until there are `limit` quotes.

        `before` is the `place` of the last quote of the page before.
        """
        return self.store.list_quotes_by(keys, before=before, limit=limit)

    def compare_quotes(self, article_id: str) -> QuoteTable:
        """The quotations of a story, a column for each edition that is here, the one asked for first; some 50 ms."""
        return comparing.compare_quotes(self, article_id)


class Undo:
    """What undoes a change of status. `count` is how many articles were changed."""

    def __init__(self, library: Library, changes: Sequence[StatusChange]) -> None:
        self._library = library
        self._changes = changes
        self.count = len(changes)

    def __call__(self) -> None:
        """Put everything back as it was."""
        self._library.store.restore(self._changes, self._library.now())
