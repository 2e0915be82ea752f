"""The network, and nothing but the network: no feed is parsed here.

`newstui.fetch.client` is what fetches, and what loads httpx; the values here are light.
"""

from newstui.fetch.exchange import FEED_TYPES, PAGE_TYPES, FetchRequest, FetchResponse, FetchSettings

__all__ = ["FEED_TYPES", "PAGE_TYPES", "FetchRequest", "FetchResponse", "FetchSettings"]
