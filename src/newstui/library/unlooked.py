"""What was added without a network: nobody has looked yet what is there, until a refresh has a network."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newstui.errors import FetchError, NewstuiError
from newstui.library.refreshing import fetch_settings, never

if TYPE_CHECKING:
    from newstui.library.facade import Library

_WAITING: Final = "sources.unlooked"
"""The mark that holds the keys of these sources, as JSON."""
_TOO_MANY: Final = 429
_SERVER_ERRORS: Final = 500


def remember_unlooked(library: Library, key: str) -> None:
    """Note that nobody has looked at a source yet."""
    _set_waiting(library, [*_list_waiting(library), key])


def look_at_waiting(library: Library, keys: Sequence[str] | None) -> None:
    """Find the feeds of what was added without a network, of these sources or with None of all.

    What leads to no single feed stays as it is, and its refresh says why.
    """
    waiting = _list_waiting(library)
    if waiting:
        chosen = [key for key in waiting if keys is None or key in keys]
        done = {key for key in chosen if _look_at(library, key)}
        _set_waiting(library, [key for key in waiting if key not in done])


def may_be_up_tomorrow(error: FetchError) -> bool:
    """Whether the network failed or the server is unwell, so that another day may bring another answer."""
    return error.http_status is None or error.http_status == _TOO_MANY or error.http_status >= _SERVER_ERRORS


def _look_at(library: Library, key: str) -> bool:
    """Look at a source, and say whether that is done with."""
    from newstui.library.choosing import choose_feeds
    from newstui.library.finding import find_feeds
    from newstui.library.subscribing import find_subscribed

    source = library.store.find_source(key)
    if source is None or source.url is None:
        return True
    try:
        findings = find_feeds(source.url, fetch_settings(library.settings), never)
        (candidate,) = choose_feeds(source.url, findings, None, every=False)
        if candidate.url != source.url and not find_subscribed(library, [candidate.url]):
            library.store.update_source(key, url=candidate.url)
            if source.title == source.url:
                library.store.update_source(key, title=candidate.url)
    except FetchError as error:
        return not may_be_up_tomorrow(error)
    except NewstuiError:
        return True
    return True


def _list_waiting(library: Library) -> list[str]:
    keys: list[str] = json.loads(library.store.get_mark(_WAITING) or "[]")
    return keys


def _set_waiting(library: Library, keys: Sequence[str]) -> None:
    library.store.set_mark(_WAITING, json.dumps(list(dict.fromkeys(keys))) if keys else None)
