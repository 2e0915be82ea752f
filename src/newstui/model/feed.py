"""What is known about a feed between two fetches, and what a fetch brought."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from newstui.record import record


@record
class RestTimes:
    """When a feed asks not to be fetched (RSS 2.0, skipHours and skipDays): UTC hours from 0, days from 0 for Monday."""

    hours: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.hours or self.days)


NO_REST: Final = RestTimes()


@record(kw_only=True)
class FeedState:
    """What is known about a source between two fetches.

    `etag` and `last_modified` are the server's own bytes, sent back exactly. `content_hash` is of the last body that
    was parsed. `interval` in seconds is what the feed or the server asks for. `moved_to` is the address that a
    permanent redirect named last time: a second time moves the subscription. `gone`: the server answered 410.
    `retry_at`: the server asked to be left alone until then, which holds for a forced refresh too. `rest` is when the
    feed asks not to be fetched. `home`: its server lay in a private network when it first answered, so that it may lie
    there; None until it has.
    For a file or a directory `url` is its absolute path.
    """

    source: str
    url: str
    etag: str | None = None
    last_modified: str | None = None
    content_hash: bytes | None = None
    interval: int | None = None
    failures: int = 0
    moved_to: str | None = None
    gone: bool = False
    last_fetch: datetime | None = None
    last_good: datetime | None = None
    next_due: datetime | None = None
    retry_at: datetime | None = None
    rest: RestTimes = NO_REST
    home: bool | None = None


@record(kw_only=True)
class KnownFile:
    """A file of a directory as it was when it was last read: unchanged while `mtime` (ns) and `size` (bytes) are.

    `article` is the id of what was read from it, None where it could not be read.
    """

    path: str
    mtime: int
    size: int
    article: str | None = None
    content_hash: bytes | None = None


@record
class KnownArticle:
    """An article that is in the store already; `content_hash` is of what a reader would see.

    `source` is the key of the source whose words are stored: what another source that lists the article too says of it
    is no news. None where any source may change it. `dropped`: it was not kept, and is not wanted back.
    """

    id: str
    content_hash: bytes
    source: str | None = None
    dropped: bool = False
