"""Fetching the pages of articles for their full text: in the caller's thread, which is also the one that writes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from newstui.errors import N_, NewstuiError, SourceError, UsageError
from newstui.fetch import PAGE_TYPES, FetchRequest, FetchResponse
from newstui.fetch.client import FetchClient
from newstui.fetch.redirects import hide_password
from newstui.model import Arrival, FulltextResult, WantedPage
from newstui.refresh.homes import Homes
from newstui.refresh.jobs import PageJob
from newstui.refresh.pages import WallError, is_sent_home, list_identities, plan_after_failure, says_enough
from newstui.refresh.parsers import Parsers
from newstui.refresh.settings import RefreshSettings

if TYPE_CHECKING:
    from newstui.store import Store

_MANY: Final = 32
"""So many pages may wait to be parsed and stored; fetching goes on when half of them have been."""
_BLINK: Final = 0.1
"""How many seconds pass between two looks whether the fetching was cancelled."""
_TEXT: Final = ("text/", "application/xhtml+xml", "application/xml")


def _ignore(_: Any) -> None:
    """Do nothing with what is told."""


def fetch_fulltexts(
    store: Store,
    pages: Sequence[WantedPage],
    *,
    now: Callable[[], datetime],
    settings: RefreshSettings,
    by_hand: bool = False,
    on_result: Callable[[FulltextResult], None] = _ignore,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Fetch pages, find their main text, store it, and tell of each page as it comes.

    Blocks; `on_result` runs in the caller's thread. A page that cannot be had is a result, never an exception, and
    leaves what is stored as it is; only the store's own failure (StoreError) ends the rest. `by_hand`: the user asks,
    which changes nothing about when a refresh asks again. A page whose host is the feed's own may lie in a private
    network, as the feed that the user has added does; others may not.
    """
    fetching = _Fetching(store, now, settings)
    try:
        asyncio.run(fetching.fetch(pages, by_hand=by_hand, on_result=on_result, cancelled=cancelled))
    finally:
        fetching.close()


def fetch_article(store: Store, page: WantedPage, *, now: Callable[[], datetime], settings: RefreshSettings) -> Arrival:
    """Fetch and parse one page as politely as those of a refresh, and store nothing; raises FetchError, SourceError."""
    fetching = _Fetching(store, now, settings)
    try:
        return asyncio.run(fetching.fetch_one(page))
    finally:
        fetching.close()


class _Fetching:
    """Pages on their way."""

    def __init__(self, store: Store, now: Callable[[], datetime], settings: RefreshSettings) -> None:
        self._store = store
        self._now = now
        self._client = FetchClient(settings.fetch, now=now)
        self._parsers = Parsers(settings)
        self._executor = ThreadPoolExecutor(settings.parsers, thread_name_prefix="newstui-parse")
        self._undigested = 0
        self._homes = Homes(store)

    def close(self) -> None:
        """End what is still being parsed."""
        self._parsers.close()
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def fetch(
        self,
        pages: Sequence[WantedPage],
        *,
        by_hand: bool,
        on_result: Callable[[FulltextResult], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Fetch all of them, and store each when it is here."""
        async with self._client as client:
            for url, until in self._store.pages.list_waits(self._now()).items():
                client.leave_alone(url, until)
            pending = {asyncio.create_task(self._fetch(page)) for page in pages}
            done_so_far = 0
            try:
                while pending and not cancelled():
                    done, pending = await asyncio.wait(pending, timeout=_BLINK, return_when=asyncio.FIRST_COMPLETED)
                    for task in done:
                        done_so_far += 1
                        page, outcome = task.result()
                        error = self._store_outcome(page, outcome, by_hand=by_hand)
                        on_result(FulltextResult(page.article, done_so_far, len(pages), error))
            finally:
                for task in pending:
                    task.cancel()
                await asyncio.gather(*pending, return_exceptions=True)

    async def fetch_one(self, page: WantedPage) -> Arrival:
        """Fetch one page and leave it to the caller."""
        async with self._client as client:
            for url, until in self._store.pages.list_waits(self._now()).items():
                client.leave_alone(url, until)
            return await self._read(page)

    async def _fetch(self, page: WantedPage) -> tuple[WantedPage, Arrival | NewstuiError]:
        """Return a page's article, or why it cannot be had: the place where a page's errors end."""
        try:
            return page, await self._read(page)
        except NewstuiError as error:
            return page, error
        except Exception as error:  # noqa: BLE001  our own mistake must not cost the other pages
            reason = f"{type(error).__name__}: {error}"
            return page, SourceError(N_("{url} cannot be read: {reason}"), url=page.url, reason=reason)

    async def _read(self, page: WantedPage) -> Arrival:
        if not page.url:
            raise SourceError(N_("{title}: this article has no address that could be fetched"), title=page.title)
        request = FetchRequest(url=page.url, accept=PAGE_TYPES, by_hand=self._homes.hold(page.url))
        response = await self._client.fetch(request)
        if is_sent_home(page.url, response.url):
            raise SourceError(N_("{url}: the server leads to its front page instead of the article"), url=page.url)
        content_type = response.headers.get("content-type", "")
        if content_type and not content_type.lower().startswith(_TEXT):
            raise SourceError(N_("{url} is not a page but a file ({type})"), url=page.url, type=content_type)
        self._undigested += 1
        if self._undigested >= _MANY:
            self._client.pause()
        try:
            return await self._parse(page, response)
        finally:
            self._undigested -= 1
            if self._undigested <= _MANY // 2:
                self._client.resume()

    async def _parse(self, page: WantedPage, response: FetchResponse) -> Arrival:
        job = PageJob(
            body=response.body,
            url=response.url,
            content_type=response.headers.get("content-type"),
            link_header=response.headers.get("link"),
            language=page.language,
            now=self._now(),
        )
        parsed = await asyncio.get_running_loop().run_in_executor(self._executor, self._parsers.parse, job)
        if parsed.wall is not None:
            raise WallError(parsed.wall, hide_password(page.url or ""))
        return parsed.arrivals[0]

    def _store_outcome(
        self, page: WantedPage, outcome: Arrival | NewstuiError, *, by_hand: bool
    ) -> NewstuiError | None:
        """Store what came of a page; return why there is nothing new to read, if there is not."""
        try:
            if isinstance(outcome, Arrival):
                if says_enough(outcome.article.document, self._store.articles.get_document(page.article, feed=True)):
                    outcome = replace(outcome, keys=list_identities(page, outcome))
                    self._store.pages.save(page.article, outcome, now=self._now())
                    return None
                outcome = SourceError(N_("{url}: no more text was found on the page than the feed gives"), url=page.url)
            failure = plan_after_failure(page, outcome, self._now(), by_hand=by_hand)
            self._store.pages.note_failure(page.article, failure)
        except UsageError as error:  # the article has gone meanwhile
            return error
        return outcome
