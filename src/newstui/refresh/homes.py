"""Hosts in private networks that the user trusts: those of the sources that lay there when they first answered."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from newstui.errors import FetchError
from newstui.fetch.redirects import find_host
from newstui.text.programs import find_web_address

if TYPE_CHECKING:
    from newstui.store import Store


class Homes:
    """Answers whether an address that an article names may be asked for in a private network."""

    def __init__(self, store: Store) -> None:
        addresses = (find_web_address(state.url) for state in store.list_feed_states() if state.home)
        self._hosts = {find_host(address) for address in addresses if address}

    def hold(self, url: str | None) -> bool:
        """Whether an address lies on the host of a source that may lie at home."""
        with suppress(FetchError):
            return find_host(url or "") in self._hosts
        return False
