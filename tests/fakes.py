"""Feeds that a test writes in a few words, served on loopback like real ones.

    feeds.feed(1, title="Paper")            a feed at feeds.url(1)
    feeds.entry(1, 2, title="Headline")     its entry 2, or what entry 2 says from now on
    feeds.drop(1, 2)                        the feed no longer lists entry 2
    feeds.answer(1, hang)                   whatever else a server does: any handler of tests.loopback
    feeds.recover(1)                        and is a proper feed again

Feeds have an ETag and answer 304 to it. Everything else that a feed needs has a default that its numbers tell apart.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

from newstui.refresh import RefreshSettings
from newstui.refresh.jobs import Job, Parsed
from newstui.refresh.worker import parse
from tests.loopback import Exchange, Handler, Loopback

FIRST_DAY = datetime(2026, 1, 5, 8, tzinfo=UTC)
"""Entry n is from n hours after this."""


@dataclass(slots=True)
class FakeFeed:
    """A feed and its entries: elements of RSS 2.0 by name, in the order that they were first mentioned."""

    elements: dict[str, str]
    entries: dict[int, dict[str, str]] = field(default_factory=dict)

    def render(self) -> bytes:
        """The feed's bytes, the newest entry first."""
        entries = "".join(f"<item>{_render(entry)}</item>" for entry in reversed(self.entries.values()))
        return f"<rss version='2.0'><channel>{_render(self.elements)}{entries}</channel></rss>".encode()


def _render(elements: dict[str, str]) -> str:
    return "".join(f"<{name}>{escape(text)}</{name}>" for name, text in elements.items() if text)


@dataclass(slots=True)
class FakeFeeds:
    """The feeds of a test, on a server."""

    server: Loopback
    feeds: dict[int, FakeFeed] = field(default_factory=dict)

    def url(self, number: int, host: str = "127.0.0.1") -> str:
        """Where a feed is."""
        return self.server.url(f"/feed/{number}", host)

    def feed(self, number: int, **elements: str) -> FakeFeed:
        """Publish a feed."""
        self.feeds[number] = FakeFeed({"title": f"Feed {number}", "language": "en"} | elements)
        self.recover(number)
        return self.feeds[number]

    def entry(self, feed: int, number: int, **elements: str) -> None:
        """Publish an entry, or change what it says; an element that is empty is left out."""
        self.feeds[feed].entries[number] = (
            {
                "title": f"Title {feed}.{number}",
                "link": f"https://paper.example/{feed}/{number}",
                "guid": f"{feed}.{number}",
                "description": f"Text {feed}.{number}.",
                "pubDate": format_datetime(FIRST_DAY + timedelta(hours=number)),
            }
            | self.feeds[feed].entries.get(number, {})
            | elements
        )

    def drop(self, feed: int, number: int) -> None:
        """Let a feed list an entry no longer."""
        del self.feeds[feed].entries[number]

    def answer(self, number: int, handler: Handler) -> None:
        """Let the server answer something else where a feed is."""
        self.server.routes[f"/feed/{number}"] = handler

    def recover(self, number: int) -> None:
        """Let the server answer with the feed again."""
        self.answer(number, lambda exchange: self._serve(number, exchange))

    def count(self, number: int) -> int:
        """How often a feed was asked for."""
        return self.server.count(f"/feed/{number}")

    async def _serve(self, number: int, exchange: Exchange) -> None:
        body = self.feeds[number].render()
        etag = f'"{hashlib.sha256(body).hexdigest()[:8]}"'
        known = exchange.asked.headers.get("if-none-match") == etag
        await exchange.answer(304 if known else 200, body, ETag=etag, Content_Type="application/rss+xml")


class ParsersHere:
    """In the place of refresh.parsers.Parsers: parses in the test's own process, which needs no second to start."""

    def __init__(self, _: RefreshSettings) -> None:
        pass

    def start_ahead(self, feeds: int) -> None:
        """Do nothing."""

    def parse(self, job: Job) -> Parsed:
        """Do a job at once."""
        return parse(job)

    def close(self) -> None:
        """Do nothing."""
