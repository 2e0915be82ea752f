"""Which hosts lie in the user's own network, where a feed or a redirect must not lead."""

from __future__ import annotations

import asyncio
import socket
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


async def leads_home(host: str) -> bool:
    """Whether a host's name or address leads into a private network; a name that is not known leads nowhere."""
    try:
        return is_private(ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(is_private(ip_address(str(entry[4][0]).partition("%")[0])) for entry in found)
