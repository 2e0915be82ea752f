"""The client: politely, within limits, one address or five hundred."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from newstui.errors import FetchError, N_
from newstui.fetch.exchange import PAGE_TYPES, FetchRequest, FetchResponse, FetchSettings


def read_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class FetchClient:
    """Fetches addresses, for as long as its context is open; made and used within one event loop."""

    def __init__(self, settings: FetchSettings, *, now: Callable[[], datetime] = read_clock) -> None:
        self.settings = settings
        self.now = now

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    async def fetch(self, request: FetchRequest) -> FetchResponse:
        """Return the answer to `request`; raises FetchError, which says in words what failed and where."""
        raise FetchError(N_("{url} cannot be fetched"), url=request.url)


def fetch_page(url: str, settings: FetchSettings, *, by_hand: bool = True) -> FetchResponse:
    """Fetch one page, blocking; raises FetchError."""
    raise FetchError(N_("{url} cannot be fetched"), url=FetchRequest(url=url, accept=PAGE_TYPES, by_hand=by_hand).url)
