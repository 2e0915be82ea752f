"""The network, and nothing but the network: no feed is parsed here.

`newstui.fetch.client` is what fetches, and what loads httpx; the values here are light.
"""

import sys
from importlib.util import find_spec

from newstui.fetch.exchange import FEED_TYPES, PAGE_TYPES, FetchRequest, FetchResponse, FetchSettings, name_program

__all__ = ["FEED_TYPES", "PAGE_TYPES", "FetchRequest", "FetchResponse", "FetchSettings", "name_program"]

# None in this table says at once that a module is not there.
# The program that comes with httpx would be loaded with it, and with that a highlighter and a progress bar.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
# httpcore asks for sniffio at every lock that it makes, and manages without. Where it is not installed, each time Python
# would search its whole path for it, which takes half of the time of a request.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]
