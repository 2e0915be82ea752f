"""Which hosts lie in the user's own network, where a feed or a redirect must not lead."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

_NAT64: Final = IPv6Network("64:ff9b::/96")


def is_private(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is none of the public internet's: private, loopback, link-local, shared, reserved, multicast.

    An IPv6 address that stands for an IPv4 address (mapped, 6to4, NAT64) is what that one is.
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(inner)
    return not address.is_global or address.is_multicast


async def look_up(host: str) -> Sequence[IPv4Address | IPv6Address]:
    """Return the addresses of a host's name, each once, in the system's order; raises OSError (gaierror).

    An address is itself. A name is asked for in a thread of the event loop's.
    """
    try:
        return (ip_address(host.strip("[]")),)
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError:  # a label of more than 63 letters, an empty one
        raise socket.gaierror(socket.EAI_NONAME, "no name") from None
    return tuple(dict.fromkeys(_read_address(entry[4]) for entry in found))


def _read_address(place: tuple[object, ...]) -> IPv4Address | IPv6Address:
    """Return the address of a socket's; a link-local one of IPv6 keeps the number of its network."""
    address = ip_address(str(place[0]).partition("%")[0])
    if isinstance(address, IPv6Address) and len(place) == 4 and place[3]:
        return ip_address(f"{address}%{place[3]}")
    return address


async def leads_home(host: str) -> bool:
    """Whether a host's name or address leads into a private network; a name that is not known leads nowhere."""
    try:
        return any(is_private(address) for address in await look_up(host))
    except OSError:
        return False
