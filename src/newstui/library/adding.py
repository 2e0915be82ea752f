"""Adding sources: first a look at what an address means, then what the user wants of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from newstui.errors import FetchError, NewstuiError, SourceError, UsageError
from newstui.library.arriving import parse_answer, store_answer, store_failure
from newstui.library.choosing import choose_feeds
from newstui.library.finding import CANCELLED, Findings, fetch_feed, find_feeds, run_cancellable
from newstui.library.refreshing import fetch_settings, ignore, never, refresh_settings
from newstui.library.subscribing import find_place, find_subscribed, get_source, give_name, take_in
from newstui.library.unlooked import may_be_up_tomorrow, remember_unlooked
from newstui.model import FeedCandidate, RefreshResult, RefreshStatus, Source, SourceKind
from newstui.text.addresses import find_known_feeds, has_scheme, list_web_addresses, looks_like_feed_address
from newstui.text.programs import is_program, read_program

if TYPE_CHECKING:
    from newstui.fetch import FetchResponse
    from newstui.library.facade import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the user wants to be true of what is added; None for what it says itself."""

    title: str | None = None
    folder: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding came to. `known`: it was subscribed to before. `unlooked`: nobody has looked what is there yet.

    Without a source, `error` says why one of several feeds could not be added.
    """

    source: Source | None
    known: bool = False
    unlooked: bool = False
    error: NewstuiError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What an address leads to: a source that is there already, or feeds, or else one thing that has the address.

    `subscribed` are those of the feeds that are among the sources, by their addresses. `failure` is why nobody could
    look, where a feed may be there all the same.
    """

    address: str
    known: Source | None = None
    findings: Findings = field(default_factory=Findings)
    subscribed: Mapping[str, Source] = field(default_factory=dict)
    failure: FetchError | None = None

    @property
    def feeds(self) -> tuple[FeedCandidate, ...]:
        """The feeds to choose from; none where there is nothing to choose."""
        return self.findings.feeds

    @property
    def main(self) -> FeedCandidate | None:
        """The one feed that is meant, None where the choice is the user's."""
        from newstui.sources.discovery import find_main_feed

        return find_main_feed(self.feeds)


class Adding:
    """Looks at addresses, and subscribes to what was found there."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def look(
        self,
        address: str,
        *,
        on_step: Callable[[str], None] = ignore,
        cancelled: Callable[[], bool] = never,
    ) -> Offer:
        """Return what an address means, and change nothing; blocks while the network is asked.

        `on_step` is told each address that is asked, in another thread. Raises UsageError, SourceError, FetchError.
        """
        web = list_web_addresses(address)
        if is_program(address):
            return self._look_at_program(address)
        if not web or (not has_scheme(address) and Path(address).expanduser().exists()):
            known = self._library.store.find_source(find_place(address)["path"] or address)
            return Offer(address=address, known=known if known and known.subscribed else None)
        if (known := find_subscribed(self._library, web)) or self._library.offline:
            return Offer(address=address, known=known)
        return self._look_at_web(address, web[0], on_step, cancelled)

    def add(self, address: str, wishes: Wishes, *, pick: int | None = None, every: bool = False) -> Iterator[Addition]:
        """Look and take in one go: of several feeds number `pick` (from 1), or with `every` all that were found.

        Raises what `look` and `take` do, and SeveralFeedsError where the choice is the user's.
        """
        offer = self.look(address)
        chosen: Sequence[FeedCandidate | None] = [None]
        if offer.feeds:
            chosen = choose_feeds(address, offer.findings, pick, every=every)
        for feed in chosen:
            try:
                yield self.take(offer, feed, wishes)
            except NewstuiError as error:
                if not every:
                    raise
                yield Addition(None, error=error)

    def _look_at_program(self, address: str) -> Offer:
        from newstui.refresh.programs import NOT_ALLOWED

        if not self._library.settings["refresh.programs"]:
            raise UsageError(NOT_ALLOWED, address=address)
        read_program(address)
        return Offer(address=address, known=find_subscribed(self._library, [address]))

    def _look_at_web(
        self, address: str, first: str, on_step: Callable[[str], None], cancelled: Callable[[], bool]
    ) -> Offer:
        try:
            findings = find_feeds(address, fetch_settings(self._library.settings), cancelled, on_step)
        except FetchError as error:
            is_feed = has_scheme(address) and looks_like_feed_address(first)
            if cancelled() or not (is_feed and may_be_up_tomorrow(error)):
                raise
            return Offer(address=address, failure=error)
        subscribed = {feed.url: source for feed in findings.feeds if (source := self._find_known(feed.url))}
        return Offer(address=address, findings=findings, subscribed=subscribed)

    def _find_known(self, *urls: str) -> Source | None:
        return find_subscribed(self._library, urls)

    def take(
        self,
        offer: Offer,
        feed: FeedCandidate | None = None,
        wishes: Wishes = Wishes(),
        *,
        cancelled: Callable[[], bool] = never,
    ) -> Addition:
        """Subscribe to one of the feeds of an offer, or to the one thing that it is, and read it: a wrong one is told.

        What cannot be read is not subscribed to. Where only the network or the server failed, it is, if the address was
        given whole and looks like a feed's: it may be up tomorrow. Anything else that cannot be looked at might be a
        page. Blocks while the network is asked. Raises UsageError, SourceError, FetchError.
        """
        if offer.known is not None:
            return Addition(offer.known, known=True)
        if feed is not None:
            return self._take_feed(feed, offer.findings, wishes, cancelled)
        if is_program(offer.address):
            return self._take_program(offer.address, wishes, cancelled)
        web = list_web_addresses(offer.address)
        if offer.failure is not None:
            source = self._store(web[0], wishes)
            store_failure(self._library, source.key, offer.failure)
            return Addition(get_source(self._library.store, source.key))
        if web and self._library.offline:
            return self._take_unlooked(web[0], wishes)
        return self._take_local(offer.address, wishes)

    def _take_feed(
        self, feed: FeedCandidate, findings: Findings, wishes: Wishes, cancelled: Callable[[], bool]
    ) -> Addition:
        """Subscribe to a feed that was found, under the address to which it has moved for good."""
        if known := self._find_known(feed.url):
            return Addition(known, known=True)
        answer = fetch_feed(feed, findings, fetch_settings(self._library.settings), cancelled)
        url = answer.moved_to if answer.moved_to and not answer.downgraded else feed.url
        if known := self._find_known(url, answer.url):
            return Addition(known, known=True)
        return Addition(self._store_read(url, answer, wishes, feed.title, cancelled))

    def _take_program(self, address: str, wishes: Wishes, cancelled: Callable[[], bool]) -> Addition:
        """Run a program once, and subscribe to what it writes if that is a feed."""
        from newstui.refresh.programs import ask_program

        settings = refresh_settings(self._library)
        answer = run_cancellable(address, lambda: ask_program(address, settings), cancelled)
        return Addition(self._store_read(address, answer, wishes, None, cancelled))

    def _store_read(
        self, url: str, answer: FetchResponse, wishes: Wishes, title: str | None, cancelled: Callable[[], bool]
    ) -> Source:
        """Subscribe to what was read already; `title` is what a page calls it."""
        library = self._library
        parsed = parse_answer(library, url, answer, wishes.language)
        if cancelled():
            raise FetchError(CANCELLED, address=url)
        source = self._store(url, wishes)
        store_answer(library, source.key, answer, parsed)
        source = get_source(library.store, source.key)
        if source.title == url and title:
            return library.store.update_source(source.key, title=title)
        return source

    def _take_unlooked(self, url: str, wishes: Wishes) -> Addition:
        """Subscribe without looking what is there, and remember that it has to be looked at."""
        known = find_known_feeds(url)
        source = self._store(known[0] if len(known) == 1 else url, wishes)
        remember_unlooked(self._library, source.key)
        return Addition(source, unlooked=True)

    def _take_local(self, address: str, wishes: Wishes) -> Addition:
        library = self._library
        source = take_in(
            library,
            address,
            title=wishes.title,
            subscribed=True,
            folder=wishes.folder,
            language=wishes.language,
        )
        results: list[RefreshResult] = []
        library.refresh([source.key], on_result=results.append)
        error = next((result.error for result in results if result.status is RefreshStatus.FAILED), None)
        if isinstance(error, SourceError):
            library.store.remove_source(source.key)
            raise error
        return Addition(give_name(library, source.key))

    def _store(self, url: str, wishes: Wishes) -> Source:
        return self._library.store.add_source(
            kind=SourceKind.FEED,
            title=wishes.title or url,
            url=url,
            folder=wishes.folder,
            language=wishes.language,
            now=self._library.now(),
        )
