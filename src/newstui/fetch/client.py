"""The client: politely, within limits, one address or five hundred."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from math import inf
from types import TracebackType
from typing import Self

from newstui.errors import FetchError
from newstui.fetch.exchange import PAGE_TYPES, FetchRequest, FetchResponse, FetchSettings
from newstui.fetch.failures import describe_status, describe_timeout, describe_wait
from newstui.fetch.headers import find_retry_time
from newstui.fetch.lane import WITH_BODY, Answer, Lane, Routes
from newstui.fetch.names import look_up_in_threads
from newstui.fetch.queue import Job, Pace, RequestQueue
from newstui.fetch.redirects import REDIRECTS, find_host, follow_redirect, hide_password

_NOT_MODIFIED = 304
_TOO_MANY = 429
_THROTTLED = frozenset({_TOO_MANY, 503})
_SOME_TIME = timedelta(minutes=10)
_HESITATION = 0.2
"""After so many seconds a request is no reason not to ask its host something else over a second connection."""
_SILENCE = 0.3
"""After so many seconds without an answer to anything the network is silent."""
_STEP = 0.1
"""How many seconds pass between two looks whether a request is in the way of others."""


def read_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class FetchClient:
    """Fetches addresses, for as long as its context is open; made and used within one event loop.

    Requests wait in a queue for one of a few lanes. A lane is one connection, which stays with a host while requests
    for it wait and is closed then; no host has more than two. So no server sees more connections than it likes, and
    there are never more in all than `connections`, idle ones included.
    """

    def __init__(self, settings: FetchSettings, *, now: Callable[[], datetime] = read_clock) -> None:
        self._settings = settings
        self._now = now
        self._routes = Routes()
        self._queue = RequestQueue(settings.connections_per_host)
        self._pace = Pace(settings.patience, settings.connections)
        self._lanes: set[asyncio.Task[None]] = set()
        self._waits: dict[str, datetime] = {}
        self._heard = -inf
        self._flowing = asyncio.Event()
        self._flowing.set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for job in self._queue.drain_all():
            job.future.cancel()
        for lane in self._lanes:
            lane.cancel()
        await asyncio.gather(*self._lanes, return_exceptions=True)

    async def fetch(self, request: FetchRequest) -> FetchResponse:
        """Return the answer to `request`; raises FetchError, which says in words what failed and where.

        An error with `retry_at` but without `http_status` means that the host was not asked at all.
        """
        job = Job(
            request=request,
            url=request.url,
            host=find_host(request.url),
            future=asyncio.get_running_loop().create_future(),
            may_go_home=request.by_hand,
        )
        self._put(job)
        return await job.future

    def leave_alone(self, url: str, until: datetime) -> None:
        """Ask nothing of an address's host before `until`, as it has wanted itself."""
        with suppress(FetchError):
            host = find_host(url)
            self._waits[host] = max(until, self._waits.get(host, until))

    def pause(self) -> None:
        """Begin no further exchange until resume() is called: what was fetched has yet to be digested."""
        self._flowing.clear()

    def resume(self) -> None:
        """Go on after pause()."""
        self._flowing.set()

    def _put(self, job: Job) -> None:
        """Let a request wait for its turn, which may be now."""
        until = self._waits.get(job.host)
        if until is not None and until > self._now():
            job.future.set_exception(describe_wait(hide_password(job.url), job.host, until))
            return
        self._queue.put(job)
        self._open_lanes()

    def _open_lanes(self) -> None:
        """Open as many lanes as there may be and are needed."""
        while len(self._lanes) < self._settings.connections and (first := self._queue.take()):
            lane = asyncio.create_task(self._run_lane(first))
            self._lanes.add(lane)
            lane.add_done_callback(self._lanes.discard)

    async def _run_lane(self, first: Job) -> None:
        """Work through the queue, beginning with a request that was taken already, until nothing is left to take."""
        lane = Lane(self._settings, self._routes)
        job: Job | None = first
        try:
            while job is not None:
                host = job.host
                await self._run_job(lane, job)
                job = self._queue.take(host)
                self._open_lanes()
        finally:
            await lane.close()

    async def _run_job(self, lane: Lane, job: Job) -> None:
        """Make one exchange and settle the request, send it on its way after a redirect, or put it behind others."""
        host = job.host
        try:
            answer = await self._exchange(lane, job)
            if answer is None:
                job.late, job.spent = True, 0.0
            elif answer.status in REDIRECTS:
                follow_redirect(job, answer.status, answer.headers.get("location"), self._settings.redirects)
            else:
                self._settle(job, answer)
        except FetchError as error:
            if not job.future.done():
                job.future.set_exception(error)
        except asyncio.CancelledError:
            job.future.cancel()
            raise
        finally:
            self._queue.finish(host)
        if not job.future.done():
            self._put(job)

    async def _exchange(self, lane: Lane, job: Job) -> Answer | None:
        """Return the answer, None if quicker requests wait for this one's place or its caller no longer wants it.

        Raises FetchError, also when the time for the whole exchange is up.
        """
        await self._flowing.wait()
        clock = asyncio.get_running_loop().time
        started = clock()
        waited = 0.0
        task = asyncio.create_task(lane.exchange(job))
        job.future.add_done_callback(lambda _: task.cancel())
        try:
            while not task.done():
                rest = self._settings.total_timeout - job.spent - (clock() - started)
                if rest <= 0:
                    raise describe_timeout(hide_password(job.url))
                if waited >= self._pace.patience and self._is_in_the_way(job):
                    self._pace.note_giving_up()
                    return None
                # Where this process itself is slow, the server is not to blame: a late step counts no more than others.
                step = min(rest, _STEP)
                await asyncio.wait({task}, timeout=step)
                # Where nobody at all has answered for a while, the network may be what is slow: that counts for half.
                waited += step if clock() - self._heard < _SILENCE else step / 2
                if waited >= _HESITATION:
                    self._queue.note_hesitation(job.host)
                    self._open_lanes()
            self._heard = clock()
            self._pace.note_answer(self._heard - started)
            return None if task.cancelled() else task.result()
        finally:
            job.spent += clock() - started
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
                await lane.close()

    def _is_in_the_way(self, job: Job) -> bool:
        return self._queue.is_waited_for(job.host, free=len(self._lanes) < self._settings.connections)

    def _settle(self, job: Job, answer: Answer) -> None:
        """Give the caller what it waits for; an answer that asks for peace settles everything for its host."""
        if job.future.done():
            return
        request = job.request
        if answer.status in WITH_BODY or (answer.status == _NOT_MODIFIED and (request.etag or request.last_modified)):
            job.future.set_result(
                FetchResponse(
                    status=answer.status,
                    url=job.url,
                    body=answer.body,
                    headers=answer.headers,
                    moved_to=job.moved_to,
                    downgraded=job.downgraded,
                    home=bool(job.home),
                )
            )
            return
        retry_at = self._find_retry_time(answer)
        job.future.set_exception(describe_status(hide_password(job.url), answer.status, retry_at))
        if retry_at is not None:
            self._waits[job.host] = retry_at
            for other in self._queue.drain(job.host):
                if not other.future.done():
                    other.future.set_exception(describe_wait(hide_password(other.url), other.host, retry_at))

    def _find_retry_time(self, answer: Answer) -> datetime | None:
        """Return until when the host wants to be left alone; 429 means it even without saying how long."""
        if answer.status not in _THROTTLED:
            return None
        retry_at = find_retry_time(answer.headers, self._now())
        if retry_at is None and answer.status == _TOO_MANY:
            return self._now() + _SOME_TIME
        return retry_at


def fetch_page(url: str, settings: FetchSettings, *, by_hand: bool = True) -> FetchResponse:
    """Fetch one page, blocking: for a thread without an event loop. Raises FetchError."""

    async def fetch() -> FetchResponse:
        look_up_in_threads()
        async with FetchClient(settings) as client:
            return await client.fetch(FetchRequest(url=url, accept=PAGE_TYPES, by_hand=by_hand))

    return asyncio.run(fetch())
