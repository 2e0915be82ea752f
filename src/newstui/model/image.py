"""Images: what an article shows, and which of it is kept for reading offline."""

from __future__ import annotations

from newstui.errors import NewstuiError
from newstui.record import record


@record
class Image:
    """An image of an article. `type` is its media type, as far as it is known; `path` where it is kept, if it is."""

    url: str
    caption: str = ""
    type: str | None = None
    path: str | None = None


@record
class ImageResult:
    """What keeping an image came to; `done` of `total` are through, this one included."""

    url: str
    done: int
    total: int
    error: NewstuiError | None = None
