"""Coming from elsewhere: OPML and newsboat's `urls` become sources, newsboat's cache articles with their status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.errors import N_, NewstuiError, SourceError, UsageError
from newstui.library import refreshing
from newstui.model import (
    ForeignView,
    FulltextRule,
    NewsboatFeed,
    RefreshResult,
    RefreshStatus,
    Remark,
    Source,
    SourceKind,
    Subscription,
    SubscriptionList,
)
from newstui.text.identity import article_id, canonical_url
from newstui.text.programs import is_program, read_program

if TYPE_CHECKING:
    from newstui.library.converting import ConversionJob, Converted
    from newstui.library.facade import Library
    from newstui.store.newsboat import NewsboatCache


@dataclass(slots=True)
class ImportReport:
    """What an import came to, or with a dry run would come to.

    `known` were subscribed to before and stay as they are. `lost` are lines that were not taken over, `notes` what is
    different now. Of the articles in a newsboat cache `articles` are new here, of which `unread` and `starred` are;
    the `deleted` ones were left out, and `met` were here before.
    """

    added: list[Subscription] = field(default_factory=list)
    known: list[Subscription] = field(default_factory=list)
    lost: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    articles: int = 0
    unread: int = 0
    starred: int = 0
    met: int = 0
    deleted: int = 0


class Importing:
    """Takes subscriptions over from elsewhere into a library, and hands its own on."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def take_over(
        self,
        file: Path,
        *,
        newsboat_cache: Path | None = None,
        dry_run: bool = False,
        on_progress: Callable[[int, int], None] = refreshing.ignore,
    ) -> ImportReport:
        """Take over the subscriptions of an OPML file or newsboat's `urls`, and the articles of newsboat's cache.

        Nothing is fetched. `on_progress` is told how many articles of how many are done; 15,000 take 22 s of
        processor time, which up to four processes share. A dry run changes nothing. Raises UsageError or SourceError
        before anything is changed where a file cannot be read as what it should be.
        """
        under_way = _Import(self._library, dry_run=dry_run)
        self._take(under_way, _read_file(file), newsboat_cache, on_progress)
        if not dry_run:
            # What is taken over has been dealt with where it comes from.
            self._library.store.rules.skip_waiting()
        return under_way.report

    def _take(
        self,
        under_way: _Import,
        listing: SubscriptionList,
        newsboat_cache: Path | None,
        on_progress: Callable[[int, int], None],
    ) -> None:
        if newsboat_cache is None:
            under_way.take_subscriptions(listing, {})
            return
        from newstui.store.newsboat import NewsboatCache

        if not newsboat_cache.is_file():
            raise UsageError(N_("{path}: no such file"), path=newsboat_cache)
        with NewsboatCache(newsboat_cache) as cache:
            feeds = {feed.url: feed for feed in cache.list_feeds()}
            under_way.take_subscriptions(listing, feeds)
            under_way.take_articles(cache, list(feeds.values()), on_progress)

    def write_opml(self) -> str:
        """Return the sources that are subscribed to, in their order, as OPML 2.0."""
        from newstui.sources.opml import write_opml

        sources = [source for source in self._library.list_sources() if source.kind is not SourceKind.ACCOUNT]
        return write_opml(sources, title="newstui", now=self._library.now())


def _read_file(file: Path) -> SubscriptionList:
    from newstui.sources.newsboat import read_urls
    from newstui.sources.opml import looks_like_opml, read_opml
    from newstui.store.newsboat import is_database

    try:
        data = file.read_bytes()
    except OSError as error:
        raise UsageError(N_("{path}: cannot be read: {reason}"), path=file, reason=error.strerror) from None
    if is_database(data):
        raise UsageError(
            N_("{path} is a database: name newsboat’s file urls, and this one behind --newsboat-cache"), path=file
        )
    try:
        return read_opml(data) if looks_like_opml(data) else read_urls(data)
    except SourceError as error:
        raise SourceError(N_("{path}: {reason}"), path=file, reason=error) from None


class _Import:
    """An import on its way."""

    def __init__(self, library: Library, *, dry_run: bool) -> None:
        self.report = ImportReport()
        self._library = library
        self._dry_run = dry_run
        self._sources = {_place_of(source.url, source.path): source for source in library.list_sources()}

    def take_subscriptions(self, listing: SubscriptionList, feeds: dict[str, NewsboatFeed]) -> None:
        """Subscribe to what is not subscribed to yet; `feeds` may know titles that the file does not."""
        self.report.lost += listing.lost
        self.report.notes += listing.notes
        self._take_views(listing.views)
        for subscription in listing.subscriptions:
            place = _place_of(subscription.url, subscription.path)
            if place in self._sources:
                self.report.known.append(subscription)
                continue
            kind = _find_kind(subscription)
            if kind is None:
                words = SourceError(N_("{path}: no such file or directory"), path=subscription.path)
                self.report.lost.append(Remark(subscription.line, words))
                continue
            if (refusal := self._refuse_program(subscription)) is not None:
                self.report.lost.append(Remark(subscription.line, refusal))
                continue
            self._sources[place] = self._subscribe(subscription, kind, feeds.get(subscription.address))
            self.report.added.append(subscription)
        self.report.lost.sort(key=lambda remark: remark.line)

    def _refuse_program(self, subscription: Subscription) -> NewstuiError | None:
        """Return why a program cannot become a source, None for what is none and for one that can."""
        address = subscription.address
        if not is_program(address):
            return None
        if not self._library.settings["refresh.programs"]:
            words = N_(
                "{address} is not taken over: programs as sources are off; to allow them write programs = true under"
                " [refresh] in the configuration, and import again"
            )
            return SourceError(words, address=address)
        try:
            read_program(address)
        except SourceError as error:
            return error
        return None

    def _take_views(self, views: Sequence[ForeignView]) -> None:
        """Save the views whose names are free; one that is here already stays as it is."""
        known = {view.name for view in self._library.views.list_views()}
        for view in views:
            if view.name not in known and not self._dry_run:
                known.add(view.name)
                self._library.views.add(view.name, view.query)

    def _subscribe(self, subscription: Subscription, kind: SourceKind, feed: NewsboatFeed | None) -> Source:
        from newstui.text.clean import clean_line

        known_title = clean_line(feed.title) if feed else ""
        source = Source(
            key="",
            kind=kind,
            title=subscription.title or known_title or subscription.address,
            url=subscription.url,
            path=subscription.path,
            site=subscription.site or (clean_line(feed.site) if feed else "") or None,
            folder=subscription.folder,
            language=subscription.language,
            fulltext=subscription.fulltext,
        )
        if self._dry_run:
            return source
        added = self._library.store.add_source(
            kind=source.kind,
            title=source.title,
            url=source.url,
            path=source.path,
            site=source.site,
            folder=source.folder,
            language=source.language,
            now=self._library.now(),
        )
        if source.fulltext is FulltextRule.NEVER:
            return added
        return self._library.fulltexts.set_rule(added.key, source.fulltext)

    def take_articles(
        self, cache: NewsboatCache, feeds: list[NewsboatFeed], on_progress: Callable[[int, int], None]
    ) -> None:
        """Store the articles of the feeds that are sources, with what their reader did with them."""
        from newstui.library.converting import convert_all

        mine = [feed for feed in feeds if _place_of(feed.url, None) in self._sources]
        total = sum(feed.articles for feed in mine)
        done = 0
        on_progress(done, total)
        for converted in convert_all(self._list_jobs(cache, mine), total):
            self._store(converted)
            done += len(converted.arrivals)
            on_progress(done, total)
        for feed in feeds:
            if feed.articles and feed not in mine:
                words = N_("{url} is not among the sources; articles left out: {count}")
                self.report.lost.append(Remark(0, SourceError(words, count=feed.articles, url=feed.url)))

    def _list_jobs(self, cache: NewsboatCache, feeds: list[NewsboatFeed]) -> Iterator[ConversionJob]:
        from newstui.library.converting import ConversionJob

        for feed in feeds:
            source = self._sources[_place_of(feed.url, None)]
            yield ConversionJob(
                key=feed.url,
                url=source.url or Path(source.path or "/").as_uri(),
                title=source.title,
                language=source.language,
                kept=tuple(cache.list_articles(feed.url)),
                now=self._library.now(),
            )

    def _store(self, converted: Converted) -> None:
        """Store one feed's articles. What is here already keeps its words; a mark from there is added to its status.

        Statuses are stored first, so that nothing arrives as new that was read; what was deleted there counts as read,
        should its feed bring it again.
        """
        store, now = self._library.store, self._library.now()
        known = store.find_known(key for arrival in converted.arrivals for key in arrival.keys)
        ids = {
            arrival.id: next((known[key].id for key in arrival.keys if key in known), None)
            for arrival in converted.arrivals
        }
        arrivals = [arrival for arrival in converted.arrivals if ids[arrival.id] is None]
        new = {arrival.id for arrival in arrivals}
        self.report.articles += len(new)
        self.report.met += len(converted.arrivals) - len(new)
        self.report.unread += len(new - converted.read)
        self.report.starred += len(new & converted.starred)
        self.report.deleted += len(converted.deleted)
        if self._dry_run:
            return
        read = [ids[id_] or id_ for id_ in sorted(converted.read)]
        deleted = [article_id(key) for keys in converted.deleted for key in keys]
        store.mark([*read, *deleted], read=True, now=now)
        store.mark([ids[id_] or id_ for id_ in sorted(converted.starred)], starred=True, now=now)
        source = self._sources[_place_of(converted.key, None)]
        (state,) = store.list_feed_states([source.key])
        result = RefreshResult(
            source=source.key,
            status=RefreshStatus(source.last_status) if source.last_status else RefreshStatus.SKIPPED,
            http_status=source.http_status,
            error=source.last_error,
        )
        seen = [known_id for known_id in ids.values() if known_id is not None]
        store.save_refresh(source.key, now=now, state=state, result=result, arrivals=arrivals, seen=seen)


def _place_of(url: str | None, path: str | None) -> str:
    """Return what is equal for two addresses of one source."""
    if url and url.lower().startswith("file:"):
        from urllib.parse import unquote, urlsplit

        return unquote(urlsplit(url).path)
    return canonical_url(url) if url else path or ""


def _find_kind(subscription: Subscription) -> SourceKind | None:
    """Return the kind of a subscription's source, None for a path where nothing is."""
    if subscription.path is None:
        return SourceKind.FEED
    path = Path(subscription.path)
    return SourceKind.DIRECTORY if path.is_dir() else SourceKind.FILE if path.is_file() else None
