"""Connecting: a name is looked up once, what it leads to is checked, and what was checked is what is connected to.

Were a name looked up for the check and again for the connection, whoever answers for it could tell a public address
first and one in the user's own network then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address
from typing import Any, Final

import httpcore
import httpx

from newstui.fetch.addresses import is_private, look_up

_HEAD_START: Final = 0.25
"""So many seconds one address of a host has before the next is tried beside it (RFC 8305, 5)."""
_MOST: Final = 4
"""Addresses of one host that are tried."""


class PrivateHostError(Exception):
    """A host lies in a private network, where this connection must not lead."""


class Connector(httpcore.AnyIOBackend):
    """Makes the connections of one lane.

    `may_go_home` says whether the next one may lead into a private network; `is_home` whether the last one did.
    """

    def __init__(self) -> None:
        self.may_go_home = False
        self.is_home = False
        self._last: httpcore.AsyncNetworkStream | None = None

    async def close(self) -> None:
        """Close the last connection, which httpcore leaves open when it is cancelled in a greeting by TLS."""
        if self._last is not None:
            await self._last.aclose()
            self._last = None

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection to the first address of a host that answers; raises PrivateHostError."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await look_up(host)
                self.is_home = any(is_private(address) for address in addresses)
                if self.is_home and not self.may_go_home:
                    raise PrivateHostError
                options = (timeout, local_address, socket_options)
                self._last = await self._connect_first(_take_turns(addresses), port, *options)
                return self._last
        except TimeoutError as error:
            raise httpcore.ConnectTimeout from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error

    async def _connect_first(self, addresses: Sequence[str], port: int, *options: Any) -> httpcore.AsyncNetworkStream:
        """Try one address after the other, the next as soon as one fails or has had its head start."""
        if len(addresses) == 1:
            return await super().connect_tcp(addresses[0], port, *options)
        attempts: set[asyncio.Task[httpcore.AsyncNetworkStream]] = set()
        failure: Exception | None = None
        waiting = list(addresses)
        try:
            while waiting or attempts:
                if waiting:
                    attempt = super().connect_tcp(waiting.pop(0), port, *options)
                    attempts.add(asyncio.ensure_future(attempt))
                patience = _HEAD_START if waiting else None
                done, attempts = await asyncio.wait(attempts, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if (error := task.exception()) is None:
                        return task.result()
                    failure = failure or (error if isinstance(error, Exception) else None)
        finally:
            for task in attempts:
                task.cancel()
        raise failure or httpcore.ConnectError("no address")


def _take_turns(addresses: Iterable[IPv4Address | IPv6Address]) -> list[str]:
    """Return a few addresses in their order, but the two families in turns: one of them may lead nowhere from here."""
    families: dict[int, list[str]] = {}
    for address in addresses:
        families.setdefault(address.version, []).append(str(address))
    turns = [family[turn] for turn in range(_MOST) for family in families.values() if turn < len(family)]
    return turns[:_MOST]


class Transport(httpx.AsyncHTTPTransport):
    """httpx's transport over one connection of a Connector's, which httpx itself has no way to ask for."""

    def __init__(self, connector: Connector, *, certificates: Any, http2: bool, proxy: str | None) -> None:
        given = httpx.Proxy(proxy) if proxy else None
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=certificates,
            max_connections=1,
            max_keepalive_connections=1,
            http2=http2,
            proxy=httpcore.Proxy(str(given.url), auth=given.raw_auth) if given else None,
            network_backend=connector,
        )
