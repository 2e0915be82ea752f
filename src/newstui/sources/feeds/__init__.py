"""Feeds: bytes of RSS, Atom, RDF, CDF or JSON Feed to a ParsedFeed, within limits and without the network."""

from __future__ import annotations

from dataclasses import dataclass

from newstui.errors import N_, SourceError
from newstui.model import ParsedFeed

__all__ = ["FeedLimits", "looks_like_feed", "parse_feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLimits:
    """How much of a feed is read: its size in bytes, the newest `entries` of it, and how deep its elements may nest."""

    bytes: int = 64 * 1024 * 1024
    entries: int = 10_000
    depth: int = 250


def parse_feed(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    limits: FeedLimits = FeedLimits(),  # noqa: B008  frozen
) -> ParsedFeed:
    """Return what a feed's bytes say.

    `url` is where it came from: relative links are resolved against it and messages name it. `content_type` is the
    HTTP header, whose charset counts as RFC 3023 says. Raises SourceError with line and column where no parser can
    read the bytes as a feed.
    """
    raise SourceError(N_("The feed {name} cannot be read: {reason}"), name=url or "", reason="")


def looks_like_feed(body: bytes, content_type: str | None = None) -> bool:
    """Whether bytes are a feed rather than a page or a text, judged by their beginning; no parser is loaded."""
    head = body[:4096].lower()
    return any(mark in head for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"jsonfeed.org/version"))
