"""Looking through a site's sitemaps for what they say of one article: few files, the likeliest first, one at a time.

robots.txt names the sitemaps, on whichever hosts; without a word of it they are looked for where they usually lie. A
sitemap lists others on its own host only, and speaks for the article's host only where it lies there or where that
host's robots.txt names it (sitemaps.org, "Sitemaps & Cross Submits").
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from newstui.errors import N_, FetchError, NewstuiError, SourceError
from newstui.library.refreshing import fetch_settings
from newstui.library.sitemap_cache import KeptAnswer, Said, SitemapCache

if TYPE_CHECKING:
    from newstui.fetch import FetchResponse
    from newstui.fetch.client import FetchClient
    from newstui.library.facade import Library
    from newstui.model import Article
    from newstui.sources.sitemaps import Sitemap, SitemapReference

_KEPT: Final = timedelta(hours=6)
"""How long an answer counts."""
_LARGEST: Final = 50 * 1024 * 1024
"""Bytes of a file, packed and unpacked: the protocol allows no more."""
_MOST: Final = 16
"""Files that are read for one article."""
_SECONDS: Final = 45.0
_DEEPEST: Final = 2
"""An index may list no index (sitemaps.org); some do."""
_USUAL: Final = ("/sitemap.xml", "/sitemap.xml.gz")
_TYPES: Final = "application/xml, text/xml, application/gzip, text/plain;q=0.9, */*;q=0.5"
_BLINK: Final = 0.1
"""How many seconds pass between two looks whether anybody has cancelled."""
_GONE: Final = range(400, 500)


@dataclass(frozen=True, slots=True)
class Survey:
    """What sitemaps say of an article: tags and addresses of its editions, and the first thing that stood in the way."""

    alternates: tuple[tuple[str, str], ...] = ()
    problem: NewstuiError | None = None


def search_sitemaps(library: Library, article: Article, cancelled: Callable[[], bool]) -> Survey:
    """Look for an article's editions in its site's sitemaps; up to 45 s. Raises FetchError where no file can be had."""
    from newstui.fetch.client import FetchClient
    from newstui.fetch.names import look_up_in_threads

    cache = SitemapCache(library.paths.cache_dir / "sitemaps")
    settings = replace(fetch_settings(library.settings), wire_bytes=_LARGEST, body_bytes=_LARGEST)

    async def search() -> Survey:
        look_up_in_threads()
        async with FetchClient(settings, now=library.now) as client:
            for url, until in library.store.pages.list_waits(library.now()).items():
                client.leave_alone(url, until)
            return await _Search(library, article, client, cache, cancelled).search()

    try:
        return asyncio.run(search())
    finally:
        cache.trim()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A sitemap that is to be read, and in how many indexes within each other it was found."""

    reference: SitemapReference
    depth: int = 0


class _Search:
    """One search. What cannot be had or read is passed over and remembered, the first one to be told of."""

    def __init__(
        self,
        library: Library,
        article: Article,
        client: FetchClient,
        cache: SitemapCache,
        cancelled: Callable[[], bool],
    ) -> None:
        from newstui.refresh.homes import Homes

        self._library = library
        self._article = article
        self._page = article.url or ""
        self._client = client
        self._cache = cache
        self._cancelled = cancelled
        self._homes = Homes(library.store)
        self._until = monotonic() + _SECONDS
        self._problem: NewstuiError | None = None
        self._named: set[str] = set()
        """The hosts for which robots.txt or the article itself vouch."""

    async def search(self) -> Survey:
        """Read robots.txt, then sitemaps until one names the article."""
        from newstui.sources.sitemaps import SitemapReference

        waiting = [_Waiting(SitemapReference(url)) for url in await self._list_first()]
        seen: set[str] = set()
        self._named = {_find_site(self._page), *(_find_site(each.reference.url) for each in waiting)}
        while waiting and len(seen) < _MOST and not self._is_over():
            waiting = self._order(waiting)
            current = waiting.pop(0)
            if current.reference.url in seen:
                continue
            seen.add(current.reference.url)
            sitemap = await self._read(current.reference.url)
            if sitemap is None:
                continue
            if sitemap.names_page:
                return Survey(sitemap.alternates)
            waiting += self._list_next(current, sitemap)
        if waiting and self._problem is None:
            said = N_("{host}: the site’s sitemaps are too many to look through all of them")
            self._problem = SourceError(said, host=_find_site(self._page))
        return Survey(problem=self._problem)

    def _is_over(self) -> bool:
        return self._cancelled() or monotonic() > self._until

    async def _list_first(self) -> Iterable[str]:
        from newstui.sources.sitemaps import list_sitemaps

        address = urljoin(self._page, "/robots.txt")
        robots = await self._fetch(address)
        named = list_sitemaps(robots, address) if robots else []
        return named or [urljoin(self._page, usual) for usual in _USUAL]

    def _order(self, waiting: Iterable[_Waiting]) -> list[_Waiting]:
        from newstui.sources.sitemaps import order_sitemaps

        found: dict[SitemapReference, _Waiting] = {}
        for each in waiting:
            found.setdefault(each.reference, each)
        article = self._article
        published = article.published or article.status.arrived_at
        ordered = order_sitemaps(found, published=published, language=article.language, now=self._library.now())
        return [found[reference] for reference in ordered]

    def _list_next(self, index: _Waiting, sitemap: Sitemap) -> list[_Waiting]:
        """What an index lists, but for what lies elsewhere, or deeper than indexes may be nested."""
        if not sitemap.sitemaps or index.depth >= _DEEPEST:
            return []
        allowed = {*self._named, _find_site(index.reference.url)}
        near = [each for each in sitemap.sitemaps if _find_site(each.url) in allowed]
        if not near:
            said = N_("{url}: this index lists sitemaps of other hosts only, which no index may")
            self._note(SourceError(said, url=index.reference.url))
        return [_Waiting(each, index.depth + 1) for each in near]

    async def _read(self, url: str) -> Sitemap | None:
        """What a sitemap says; None where it cannot be had or read."""
        from newstui.sources.sitemaps import read_sitemap

        try:
            body = await self._fetch(url)
            return read_sitemap(body, url, self._page) if body is not None else None
        except (FetchError, SourceError) as error:
            self._note(error)
            return None

    def _note(self, problem: NewstuiError) -> None:
        self._problem = self._problem or problem

    async def _fetch(self, url: str) -> bytes | None:
        """What lies at an address, None where there is nothing; raises FetchError."""
        now = self._library.now()
        kept = self._cache.find(url, now)
        if kept is not None and kept.said is Said.LATER:
            self._client.leave_alone(url, kept.until)
        elif kept is not None:
            return kept.body if kept.said is Said.HERE else None
        try:
            response = await self._ask(url)
        except FetchError as error:
            if error.retry_at is not None:
                self._cache.keep(url, KeptAnswer(Said.LATER, error.retry_at))
            elif error.http_status in _GONE:
                self._cache.keep(url, KeptAnswer(Said.NOTHING, now + _KEPT))
                return None
            raise
        self._cache.keep(url, KeptAnswer(Said.HERE, now + _KEPT, response.body))
        return response.body

    async def _ask(self, url: str) -> FetchResponse:
        """Fetch an address; raises FetchError, also when the reader no longer waits or the time for all is up."""
        from newstui.fetch import FetchRequest

        request = FetchRequest(url=url, accept=_TYPES, by_hand=self._homes.hold(url))
        asking = asyncio.ensure_future(self._client.fetch(request))
        try:
            while not asking.done():
                if self._is_over():
                    raise FetchError(N_("{url}: the site’s sitemaps take too long to be fetched"), url=url)
                await asyncio.wait({asking}, timeout=_BLINK)
        finally:
            asking.cancel()
        return asking.result()


def _find_site(url: str) -> str:
    """The host of an address, without the "www." that a site answers with and without; "" for what is no address."""
    from newstui.fetch.redirects import find_host

    with suppress(FetchError):
        return find_host(url).removeprefix("www.")
    return ""
