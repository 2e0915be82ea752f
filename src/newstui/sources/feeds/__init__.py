"""Feeds: bytes of RSS, Atom, RDF, CDF or JSON Feed to a ParsedFeed, within limits and without the network."""

from newstui.sources.feeds.limits import FeedLimits
from newstui.sources.feeds.parse import parse_feed
from newstui.sources.feeds.sniff import is_feed_name, looks_like_feed

__all__ = ["FeedLimits", "is_feed_name", "looks_like_feed", "parse_feed"]
