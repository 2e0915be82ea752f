"""Addresses in markup: absolute and harmless, or nothing."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from newstui.text.clean import clean_text

LONGEST: Final = 8_000
"""Code points; what is longer is no address that anybody wrote."""

_ALLOWED: Final = re.compile(r"(?:https?://[^\s/]|mailto:[^\s])", re.IGNORECASE)
_COMPLETE: Final = re.compile(r"https?://[A-Za-z0-9.:_-]+(?:/|$)")
_SPACE: Final = re.compile(r"[\t\n\r]+")


def resolve_link(address: str | None, base_url: str | None = None) -> str | None:
    """Return an address made absolute against `base_url`, or None where it is not http, https or mailto."""
    if not address or len(address) > LONGEST:
        return None
    if not address.isprintable():
        address = _SPACE.sub("", clean_text(address))
    address = address.strip()
    if _COMPLETE.match(address):
        return address.replace(" ", "%20")
    try:
        absolute = urljoin(base_url or "", address)
        urlsplit(absolute)
    except ValueError:  # a host that is none, which would make everybody stumble who takes the address apart
        return None
    return absolute.replace(" ", "%20") if _ALLOWED.match(absolute) else None
