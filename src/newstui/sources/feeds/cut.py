"""Feeds that break off: what stands last in them is not all of an entry."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
_TAIL: Final = 1_000
"""Bytes at the end of a whole feed in which it is closed."""
_ENTRY: Final = re.compile(rb"<(/?)(?:\w+:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)


def drop_cut_entry(body: bytes) -> bytes:
    """Return a feed without the entry in which it breaks off; one that is whole is returned as it is.

    A feed that closes none of its entries is written so, and keeps them.
    """
    if _END.search(body, max(0, len(body) - _TAIL)):
        return body
    begun: int | None = None
    any_closed = False
    for tag in _ENTRY.finditer(body):
        if tag[1]:
            begun, any_closed = None, True
        elif begun is None:
            begun = tag.start()
    return body[:begun] if any_closed else body
