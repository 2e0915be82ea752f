"""What is asked of a server and what it answers, and how patient and how greedy the asking is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from newstui import __version__
from newstui.record import record

FEED_TYPES: Final = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
"""The Accept header where a feed is wanted."""

PAGE_TYPES: Final = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"
"""The Accept header where a page is wanted."""


def name_program(contact: str = "") -> str:
    """Return how servers are told who asks: the program, and where somebody answers for it.

    That is the user's `contact`, in ASCII and without brackets.
    """
    where = f"+{contact}; " if contact else ""
    return f"newstui/{__version__} ({where}a news reader for the terminal; asks only for what changed)"


@record(kw_only=True)
class FetchSettings:
    """How many connections, how long, how much.

    Times are in seconds: `read_timeout` is between two pieces of an answer, `total_timeout` for a whole exchange,
    redirects included. `wire_bytes` limits a body as it comes, `body_bytes` after decompression. A request that takes
    longer than `patience`, when others are quicker and wait for its place, is put behind them.
    """

    user_agent: str = field(default_factory=name_program)
    connections: int = 32
    connections_per_host: int = 2
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    patience: float = 0.8
    wire_bytes: int = 16 * 1024 * 1024
    body_bytes: int = 32 * 1024 * 1024
    redirects: int = 5


@record(kw_only=True)
class FetchRequest:
    """One address to fetch.

    `etag` and `last_modified` are sent back exactly as they were received. `by_hand`: the user gave the address, so
    it may lie in a private network; addresses that a feed or a page gave may not.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    accept: str = FEED_TYPES
    by_hand: bool = True


@record(kw_only=True)
class FetchResponse:
    """A good answer: 200 with a body, or 304 without one; 0 where it is no server's but a program's.

    `url` is where the body came from, after all redirects; `moved_to` where permanent redirects alone (301, 308)
    led. The names in `headers` are in lower case. `downgraded`: a redirect led from https to http. `home`: the address
    that was asked for lies in a private network.
    """

    status: int
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    moved_to: str | None = None
    downgraded: bool = False
    home: bool = False
