"""Finding the feeds of an address: of a feed itself, a page, a site's name, an account; few requests, two a host."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

from newstui.errors import N_, FetchError, NewstuiError, SourceError, UsageError
from newstui.library.refreshing import never
from newstui.model import FeedCandidate, FeedOrigin
from newstui.text.addresses import find_known_feeds, list_web_addresses, looks_like_feed_address
from newstui.text.identity import canonical_url

if TYPE_CHECKING:
    import asyncio

    from newstui.fetch import FetchRequest, FetchResponse, FetchSettings
    from newstui.fetch.client import FetchClient

Result = TypeVar("Result")

CANCELLED: Final = N_("{address}: nothing was added, since that was cancelled")

_MOST_LINKS: Final = 6
"""Candidates of one kind that are looked at."""
_MOST_REQUESTS: Final = 25
"""Addresses that one search asks for at most."""
_AT_ONCE: Final = 2
_SOON: Final = 2.0
"""So many seconds https has before http is asked beside it: a server may take a greeting in TLS for nothing at all."""
_BLINK: Final = 0.1
"""How many seconds pass between two looks whether the search was cancelled."""


@dataclass(slots=True)
class Findings:
    """What a search has found: the feeds, and what their servers answered where they were asked, by address.

    `hosts` are those that the user named and that lie in a private network: only they may.
    """

    feeds: tuple[FeedCandidate, ...] = ()
    answers: dict[str, FetchResponse] = field(default_factory=dict)
    hosts: set[str | None] = field(default_factory=set)


def find_feeds(
    address: str,
    settings: FetchSettings,
    cancelled: Callable[[], bool],
    on_step: Callable[[str], None] = lambda _: None,
) -> Findings:
    """Return the feeds of an address, one for each feed in however many formats; blocks for as long as that takes.

    `on_step` is told each address before it is asked. Raises UsageError for what is no address, FetchError where nobody answers, SourceError where there is no feed.
    """
    addresses = list_web_addresses(address)
    if not addresses:
        raise UsageError(N_("{address}: this is no address of the web"), address=address)

    async def search() -> Findings:
        from newstui.fetch.client import FetchClient
        from newstui.fetch.names import look_up_in_threads

        look_up_in_threads()
        async with FetchClient(settings) as client:
            return await _Search(address, client, on_step).run(addresses)

    return run_cancellable(address, search, cancelled)


def run_cancellable(
    address: str, work: Callable[[], Coroutine[Any, Any, Result]], cancelled: Callable[[], bool]
) -> Result:
    """Run something that waits for the network, looking now and then whether somebody has cancelled it.

    Raises FetchError then, and whatever `work` raises.
    """
    import asyncio

    async def run() -> Result:
        task = asyncio.ensure_future(work())
        while not task.done():
            await asyncio.wait({task}, timeout=_BLINK)
            if cancelled() and task.cancel():
                await asyncio.wait({task})
        if task.cancelled():
            raise FetchError(CANCELLED, address=address)
        return task.result()

    return asyncio.run(run())


class _Search:
    """One search on its way: what was asked for, what was tried, what was found."""

    def __init__(self, typed: str, client: FetchClient, on_step: Callable[[str], None]) -> None:
        self._typed = typed
        self._client = client
        self._on_step = on_step
        self._findings = Findings()
        self._tried: list[str] = []

    async def run(self, addresses: Sequence[str]) -> Findings:
        """Go from what is certain to what is guessed, and stop at the first that gives a feed."""
        self._findings.hosts |= {urlsplit(address).hostname for address in addresses}
        known = find_known_feeds(addresses[0])
        if len(known) > 1:
            return self._conclude(FeedCandidate(url=url, kind="atom", origin=FeedOrigin.KNOWN) for url in known)
        if known and (feeds := await self._keep_feeds([FeedCandidate(url=known[0], origin=FeedOrigin.KNOWN)])):
            return self._conclude(feeds)
        address, page = await self._fetch_first(addresses)
        if _is_feed(page):
            url = page.moved_to or address
            self._findings.answers[url] = page
            return self._conclude([FeedCandidate(url=url, kind=_tell_kind(page))])
        if page.home:
            self._findings.hosts.add(urlsplit(page.url).hostname)
        else:
            self._findings.hosts.clear()
        for step in (self._read_declared, self._follow_links, self._try_usual_places):
            if found := await step(page):
                return self._conclude(found)
        raise self._explain(page)

    def _conclude(self, feeds: Iterable[FeedCandidate]) -> Findings:
        from newstui.sources.discovery import merge_formats

        self._findings.feeds = merge_formats(feeds)
        return self._findings

    async def _fetch_first(self, addresses: Sequence[str]) -> tuple[str, FetchResponse]:
        """Return the first address and its answer; the next is asked where nobody answers at the one before, or not soon.

        What is asked first is taken if both answer. Any answer of a server's is one: an error is raised as it is.
        """
        from asyncio import FIRST_COMPLETED, ensure_future, wait

        asked: list[asyncio.Future[FetchResponse]] = []
        try:
            for address in addresses:
                asked.append(ensure_future(self._fetch(address)))
                while pending := [each for each in asked if not each.done()]:
                    patience = _SOON if len(asked) < len(addresses) else None
                    if not (await wait(pending, timeout=patience, return_when=FIRST_COMPLETED))[0]:
                        break
                    for place, each in enumerate(asked):
                        if each.done() and _has_answered(each):
                            return addresses[place], each.result()
        finally:
            for each in asked:
                each.cancel()
        return addresses[0], asked[0].result()

    async def _read_declared(self, page: FetchResponse) -> Sequence[FeedCandidate]:
        """Take what the page declares; nothing of it is fetched yet."""
        from newstui.sources.discovery import find_declared_feeds

        content_type, link_header = page.headers.get("content-type"), page.headers.get("link")
        try:
            return find_declared_feeds(page.body, url=page.url, content_type=content_type, link_header=link_header)
        except SourceError:
            raise SourceError(N_("{address}: this is neither a feed nor a page"), address=self._typed) from None

    async def _follow_links(self, page: FetchResponse) -> Sequence[FeedCandidate]:
        """Look where links lead that speak of feeds; one of them may be a page that lists the site's feeds."""
        linked = _list_links(page)
        if feeds := await self._keep_linked(linked):
            return feeds
        for candidate in linked:
            directory = self._findings.answers.get(candidate.url)
            if directory is not None and (feeds := await self._keep_linked(_list_links(directory))):
                return feeds
        return ()

    async def _keep_linked(self, candidates: Sequence[FeedCandidate]) -> list[FeedCandidate]:
        """Look at the first links; where there are feeds among them the others are believed by their addresses."""
        feeds = await self._keep_feeds(candidates)
        others = candidates[_MOST_LINKS:] if feeds else ()
        return feeds + [candidate for candidate in others if looks_like_feed_address(candidate.url)]

    async def _try_usual_places(self, page: FetchResponse) -> Sequence[FeedCandidate]:
        """Try two usual addresses after the other two, until one is a feed; a server that wants peace gets it."""
        from newstui.sources.discovery import list_usual_addresses

        places = [FeedCandidate(url=url, origin=FeedOrigin.GUESSED) for url in list_usual_addresses(page.url)]
        for start in range(0, len(places), _AT_ONCE):
            if feeds := await self._keep_feeds(places[start : start + _AT_ONCE]):
                return feeds[:1]
        return ()

    async def _keep_feeds(self, candidates: Sequence[FeedCandidate]) -> list[FeedCandidate]:
        """Fetch candidates, and return those that are feeds."""
        from asyncio import gather

        answers = await gather(*(self._try(candidate.url) for candidate in candidates[:_MOST_LINKS]))
        return [
            replace(candidate, kind=candidate.kind or _tell_kind(answer))
            for candidate, answer in zip(candidates, answers, strict=False)
            if answer is not None and _is_feed(answer)
        ]

    async def _try(self, url: str) -> FetchResponse | None:
        """Return what an address answers, None where it answers nothing good; each is asked once, while there is time."""
        if url not in self._tried and len(self._tried) < _MOST_REQUESTS:
            try:
                self._findings.answers[url] = await self._fetch(url)
            except FetchError:
                return None
        return self._findings.answers.get(url)

    async def _fetch(self, url: str) -> FetchResponse:
        self._tried.append(url)
        self._on_step(url)
        return await self._client.fetch(_make_request(url, self._findings))

    def _explain(self, page: FetchResponse) -> SourceError:
        paths = [urlsplit(url).path for url in self._tried if canonical_url(url) != canonical_url(page.url)]
        return SourceError(
            N_(
                "{address}: no feed was found: the page names none, none of its links leads to one, and there is none at"
                " {tried}; if the site has one, add it by its own address"
            ),
            address=self._typed,
            tried=", ".join(dict.fromkeys(paths)),
        )


def fetch_feed(
    candidate: FeedCandidate, findings: Findings, settings: FetchSettings, cancelled: Callable[[], bool] = never
) -> FetchResponse:
    """Return the answer that holds a candidate: the one that the search got, or a new one; raises FetchError."""
    answer = findings.answers.get(candidate.url)
    if answer is not None:
        return answer

    async def fetch() -> FetchResponse:
        from newstui.fetch.client import FetchClient

        async with FetchClient(settings) as client:
            return await client.fetch(_make_request(candidate.url, findings))

    return run_cancellable(candidate.url, fetch, cancelled)


def _make_request(url: str, findings: Findings) -> FetchRequest:
    from newstui.fetch import FetchRequest

    return FetchRequest(url=url, by_hand=urlsplit(url).hostname in findings.hosts)


def _has_answered(asked: asyncio.Future[FetchResponse]) -> bool:
    """Whether somebody answered, well or not."""
    error = asked.exception()
    return error is None or not isinstance(error, FetchError) or error.http_status is not None


def _list_links(page: FetchResponse) -> Sequence[FeedCandidate]:
    from newstui.sources.discovery import find_declared_feeds, find_linked_feeds

    content_type = page.headers.get("content-type")
    try:
        declared = find_declared_feeds(page.body, url=page.url, content_type=content_type)
        return declared + find_linked_feeds(page.body, url=page.url, content_type=content_type)
    except NewstuiError:
        return ()  # neither a feed nor a page: a picture, a program


def _is_feed(answer: FetchResponse) -> bool:
    from newstui.sources.feeds import looks_like_feed

    return looks_like_feed(answer.body, answer.headers.get("content-type"))


def _tell_kind(answer: FetchResponse) -> str | None:
    """Return the format of a feed by how it begins."""
    head = answer.body[:2048].lower()
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return "json"
    kinds = ((b"<rdf", "rdf"), (b"<feed", "atom"), (b"<rss", "rss"))
    return next((kind for mark, kind in kinds if mark in head), None)
