"""The thread that fetches and has parsed: it has its own event loop, and never touches the store."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Final

from newstui.errors import N_, NewstuiError, SourceError
from newstui.fetch import FetchRequest, FetchResponse
from newstui.fetch.client import FetchClient
from newstui.fetch.names import look_up_in_threads
from newstui.model import FeedState
from newstui.refresh.feeds import Outcome, hash_body, list_scopes
from newstui.refresh.jobs import FeedJob, Parsed
from newstui.refresh.parsers import Parsers
from newstui.refresh.programs import Programs
from newstui.refresh.settings import RefreshSettings
from newstui.text.programs import find_web_address, is_program

_MANY: Final = 32
"""So many bodies may wait to be parsed and stored; fetching goes on when half of them have been."""


class Network:
    """Fetches feeds in a thread of its own and delivers an outcome for each as it comes.

    `deliver` is called in that thread. `languages` are what the user says that sources are in, by their keys; `waits`
    are addresses whose hosts want to be left alone until a certain time.
    """

    def __init__(
        self,
        states: Sequence[FeedState],
        *,
        settings: RefreshSettings,
        parsers: Parsers,
        now: Callable[[], datetime],
        languages: Mapping[str, str],
        waits: Mapping[str, datetime],
        deliver: Callable[[Outcome], None],
    ) -> None:
        self._states = states
        self._settings = settings
        self._parsers = parsers
        self._now = now
        self._languages = languages
        self._waits = waits
        self._deliver = deliver
        self._client = FetchClient(settings.fetch, now=now)
        self._programs = Programs(settings)
        self._executor = ThreadPoolExecutor(settings.parsers, thread_name_prefix="newstui-parse")
        self._undigested = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._main: asyncio.Task[None] | None = None
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="newstui-fetch", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._started.wait()

    def is_alive(self) -> bool:
        """Whether there may be more to deliver."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """End at once, whatever is under way; nothing happens when all is done already."""
        if self._loop is not None and self._main is not None:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._main.cancel)
        self._thread.join()
        self._executor.shutdown(wait=False, cancel_futures=True)

    def note_stored(self, count: int) -> None:
        """Say that so many bodies that were delivered have been stored, so that there is room for others."""
        if self._loop is not None and count:
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._digest, count)

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._fetch_all())

    async def _fetch_all(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._main = asyncio.current_task()
        self._started.set()
        look_up_in_threads()
        async with self._client as client:
            for url, until in self._waits.items():
                client.leave_alone(find_web_address(url) or url, until)
            await asyncio.gather(*(self._fetch(state) for state in self._states))

    async def _fetch(self, state: FeedState) -> None:
        """Fetch one feed and deliver what came of it: the place where a feed's errors end."""
        try:
            outcome = await self._take_in(state, await self._ask(state))
        except NewstuiError as error:
            outcome = Outcome(state=state, error=error)
        except Exception as error:  # noqa: BLE001  our own mistake must not cost the other feeds
            reason = f"{type(error).__name__}: {error}"
            failure = SourceError(N_("{url} cannot be refreshed: {reason}"), url=state.url, reason=reason)
            outcome = Outcome(state=state, error=failure)
        self._deliver(outcome)

    async def _ask(self, state: FeedState) -> FetchResponse:
        """Return what a feed's server answers, or its program."""

        async def fetch(url: str) -> FetchResponse:
            by_hand = state.home is not False
            return await self._client.fetch(
                FetchRequest(url=url, etag=state.etag, last_modified=state.last_modified, by_hand=by_hand)
            )

        return await (self._programs.answer(state.url, fetch) if is_program(state.url) else fetch(state.url))

    async def _take_in(self, state: FeedState, response: FetchResponse) -> Outcome:
        """Return an outcome: the body is parsed only if it is not the one that was parsed last."""
        bare = replace(response, body=b"")
        body_hash = hash_body(response.body) if response.status != 304 else None
        if body_hash is None or body_hash == state.content_hash:
            return Outcome(state=state, response=bare)
        self._undigested += 1
        if self._undigested >= _MANY:
            self._client.pause()
        try:
            parsed = await self._parse(state, response)
        except NewstuiError:
            self._digest(1)
            raise
        return Outcome(state=state, response=bare, body_hash=body_hash, parsed=parsed)

    async def _parse(self, state: FeedState, response: FetchResponse) -> Parsed:
        job = FeedJob(
            body=response.body,
            url=response.url,
            content_type=response.headers.get("content-type"),
            scopes=list_scopes(state, response),
            language=self._languages.get(state.source),
            limits=self._settings.limits,
            now=self._now(),
        )
        return await asyncio.get_running_loop().run_in_executor(self._executor, self._parsers.parse, job)

    def _digest(self, count: int) -> None:
        self._undigested -= count
        if self._undigested <= _MANY // 2:
            self._client.resume()
