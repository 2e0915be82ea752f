"""Due sources -> fetch -> parse -> decide -> store; one result a source.

Nothing here loads httpx or feedparser before the first address is fetched and the first changed feed is parsed.
"""

from newstui.refresh.run import refresh_sources
from newstui.refresh.settings import RefreshSettings

__all__ = ["RefreshSettings", "refresh_sources"]
