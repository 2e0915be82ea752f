"""Bytes to a feed, whichever of the formats they are in."""

from __future__ import annotations

from newstui.model import ParsedFeed
from newstui.sources.feeds.limits import DEFAULT_LIMITS, FeedLimits
from newstui.sources.feeds.sniff import is_json_feed_type, looks_like_json


def parse_feed(
    body: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    limits: FeedLimits = DEFAULT_LIMITS,
    name: str | None = None,
) -> ParsedFeed:
    """Return what a feed's bytes say.

    `url` is where it came from: relative links are resolved against it. `name` is what messages call it, its `url`
    unless given. `content_type` is the HTTP header, whose charset counts. Raises SourceError, with a line and a
    column where there is one, for bytes that no parser can read as a feed.
    """
    called = name or url or "-"
    if looks_like_json(body) or is_json_feed_type(content_type):
        from newstui.sources.feeds.jsonfeed import parse_json

        return parse_json(body, called, url, limits)
    from newstui.sources.feeds.xmlfeed import parse_xml

    return parse_xml(body, called, url, content_type, limits)
