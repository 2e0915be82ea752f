"""Feeds: bytes of RSS, Atom, RDF, CDF or JSON Feed to a ParsedFeed, within limits and without the network."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newstui.sources.feeds.limits import FeedLimits
    from newstui.sources.feeds.parse import parse_feed
    from newstui.sources.feeds.sniff import is_feed_name, looks_like_feed

__all__ = ["FeedLimits", "is_feed_name", "looks_like_feed", "parse_feed"]

_HOMES: Final = {
    "FeedLimits": "newstui.sources.feeds.limits",
    "is_feed_name": "newstui.sources.feeds.sniff",
    "looks_like_feed": "newstui.sources.feeds.sniff",
    "parse_feed": "newstui.sources.feeds.parse",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: who only sets limits needs no parser."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
