"""Who is asked next: few connections a host, many hosts at once, the slow behind the quick. No clock, no network."""

from __future__ import annotations

import asyncio
from bisect import insort
from collections import deque
from dataclasses import dataclass, field
from typing import Final

from newstui.fetch.exchange import FetchRequest, FetchResponse


@dataclass(eq=False, slots=True)
class Job:
    """A request on its way: `url` and `host` are where redirects have led by now, `trail` where it has been.

    `moved_to` is where permanent redirects alone have led, None once a temporary one came first. `late`: it was slow
    and lets the others go first. `spent` are the seconds that it has been under way. `may_go_home`: it may lead into a
    private network; `home`: the address that was asked for lies in one, None while nobody has answered there.
    `redirected` is the status of the last redirect.
    """

    request: FetchRequest
    url: str
    host: str
    future: asyncio.Future[FetchResponse]
    trail: tuple[str, ...] = ()
    moved_to: str | None = None
    temporary: bool = False
    downgraded: bool = False
    late: bool = False
    spent: float = 0.0
    may_go_home: bool = False
    home: bool | None = None
    redirected: int | None = None


_LONG: Final = 4
"""So many requests must wait for a host that answers before it is asked over a second connection."""


@dataclass(slots=True)
class _Host:
    """What waits for a host, how many requests to it are under way, and what is known of it by now."""

    waiting: deque[Job] = field(default_factory=deque)
    late: deque[Job] = field(default_factory=deque)
    running: int = 0
    answers: bool = False
    hesitates: bool = False


class RequestQueue:
    """Requests that wait for a connection, by host.

    A host is asked over one connection first, so that nothing else is on its way to it when it answers that it wants
    to be left alone. It gets more when many requests wait for it, or when it hesitates over the one that it has.
    """

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    def put(self, job: Job) -> None:
        """Let a request wait for its turn."""
        host = self._hosts.setdefault(job.host, _Host())
        (host.late if job.late else host.waiting).append(job)

    def take(self, previous: str | None = None) -> Job | None:
        """Return the next request and count it as under way; None while every host that is waited for is busy.

        A connection goes on with its `previous` host; then come hosts that nobody is asking yet, then second
        connections, and when nothing else is left those that were slow.
        """
        for late in (False, True):
            if name := self._choose(previous, late=late):
                host = self._hosts[name]
                host.running += 1
                # The host goes to the end of the line, so that each has its turn.
                self._hosts[name] = self._hosts.pop(name)
                return (host.late if late else host.waiting).popleft()
        return None

    def _choose(self, previous: str | None, *, late: bool) -> str | None:
        second: str | None = None
        if previous and (host := self._hosts.get(previous)) and self._is_open(host, late=late):
            return previous
        for name, host in self._hosts.items():
            if self._is_open(host, late=late):
                if not host.running:
                    return name
                second = second or name
        return second

    def _is_open(self, host: _Host, *, late: bool) -> bool:
        return bool(host.late if late else host.waiting) and host.running < self._find_limit(host)

    def _find_limit(self, host: _Host) -> int:
        if host.hesitates or (host.answers and len(host.waiting) + len(host.late) >= _LONG):
            return self._per_host
        return 1

    def note_hesitation(self, name: str) -> None:
        """Note that a host takes its time, and that others need not wait for that."""
        self._hosts[name].hesitates = True

    def finish(self, name: str) -> None:
        """Note that a request to this host is no longer under way."""
        host = self._hosts[name]
        host.running -= 1
        host.answers = True
        if not (host.running or host.waiting or host.late):
            del self._hosts[name]

    def is_waited_for(self, name: str, *, free: bool) -> bool:
        """Whether a quick request waits for what a request to this host occupies.

        That is one of the host's connections; and, unless there is a `free` one, any connection at all.
        """
        host = self._hosts[name]
        if host.waiting and host.running >= self._per_host:
            return True
        return not free and self._choose(None, late=False) is not None

    def drain(self, name: str) -> list[Job]:
        """Take out everything that waits for a host."""
        host = self._hosts.get(name)
        if host is None:
            return []
        jobs = [*host.waiting, *host.late]
        host.waiting.clear()
        host.late.clear()
        if not host.running:
            del self._hosts[name]
        return jobs

    def drain_all(self) -> list[Job]:
        """Take out everything that waits."""
        return [job for name in list(self._hosts) for job in self.drain(name)]


class Pace:
    """How long requests take, and so which of them are slow: those that take four times as long as the median.

    Nobody is slow before `least` seconds. While nothing has been answered at all, the network itself may be slow: each
    time that as many requests as there are `lanes` were given up, the next ones get `least` seconds more.
    """

    def __init__(self, least: float, lanes: int) -> None:
        self._least = least
        self._lanes = lanes
        self._answered: list[float] = []
        self._given_up = 0

    def note_answer(self, seconds: float) -> None:
        """Note how long an answer took, good or bad."""
        insort(self._answered, seconds)

    def note_giving_up(self) -> None:
        """Note that an answer was waited for in vain."""
        self._given_up += 1

    @property
    def patience(self) -> float:
        """How many seconds a request may take while others wait for its place."""
        if not self._answered:
            return self._least * (1 + self._given_up // self._lanes)
        return max(self._least, 4 * self._answered[len(self._answered) // 2])
