"""Who may come in: whoever knows the token, asks for us by a name that is ours, and comes from our own page.

A page elsewhere on the web can have the visitor's browser ask anything of a server on loopback, under a name of its own
that leads here (DNS rebinding) too. It cannot choose the headers Host and Origin, nor does it know the token.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Access:
    """What lets a request in. `names` are those that the server may be asked for by, beside its addresses."""

    names: frozenset[str]
    loopback: bool = True
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def knows_token(self, given: str) -> bool:
        """Whether this is the token; the answer takes as long whatever was given."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def is_ours(self, host: str | None) -> bool:
        """Whether a request's Host names this server: by an address, on loopback one of loopback, or by a name of ours.

        An address cannot be rebound; any other name may be somebody else's that leads here.
        """
        name = _name_of(host)
        if name is None:
            return False
        try:
            address = ip_address(name)
        except ValueError:
            return name in self.names
        return address.is_loopback or not self.loopback

    def comes_from_here(self, origin: str | None, host: str | None) -> bool:
        """Whether a request's Origin is the page that `host` serves; every browser sends one with a websocket."""
        return origin is not None and host is not None and origin.lower() == f"http://{host}".lower()


def grant_access(host: str, machine: str) -> Access:
    """Return who may come in where the server listens at `host`, on a machine with that name."""
    if is_loopback(host):
        return Access(frozenset({"localhost"}))
    names = {"localhost", host.lower(), machine.lower()}
    return Access(frozenset(names), loopback=False)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _name_of(host: str | None) -> str | None:
    """Return the name or address in a Host header, without the port and in small letters."""
    try:
        return urlsplit(f"//{host}").hostname if host else None
    except ValueError:
        return None
