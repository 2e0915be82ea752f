"""Where in a feed an element stands, and what is declined wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from newstui.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

Fields = dict[str, Any]

ATOM: Final = "{http://www.w3.org/2005/Atom}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
AROUND: Final = frozenset((f"{XML}lang", "lang", f"{XML}base"))
"""Attributes that say something of everything inside an element."""


_ABSOLUTE: Final = re.compile(r"https?://[A-Za-z0-9.:-]+/[\w.~/%@!$&'()*+,=:-]*(?:\?[\w.~/%@!$&'()*+,=:-]+)?", re.ASCII)
"""Addresses that no base changes."""
_UNUSUAL_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+-.]*:///|[\[\]\\]")


class Declined(Exception):  # noqa: N818  no error: feedparser reads what is declined
    """Something in the feed is not for the short way."""


@record
class Place:
    """Where in the document an element stands: its base address, the feed's format, the language around it."""

    base: str | None
    is_atom: bool = False
    language: str | None = None

    def enter(self, element: _Element) -> Place:
        """Return the place of what is inside an element."""
        attributes = element.attrib
        if not attributes:
            return self
        if "base" in attributes:
            raise Declined
        place = self
        if base := attributes.get(f"{XML}base"):
            place = replace(place, base=self._resolve_base(base, element))
        language = attributes.get(f"{XML}lang", attributes.get("lang"))
        return place if language is None else replace(place, language=language or None)

    def _resolve_base(self, base: str, element: _Element) -> str:
        if self.base is None and element.getparent() is not None:
            raise Declined  # feedparser lets such a base count for what follows, too
        resolved = make_absolute(base, self)
        if not resolved.startswith(("http://", "https://")):
            raise Declined
        return resolved


def make_absolute(address: str, place: Place) -> str:
    """Return an address resolved against the base around it; raises Declined for addresses that need mending."""
    if not address:
        return ""
    if _ABSOLUTE.fullmatch(address):
        return address
    if _UNUSUAL_ADDRESS.search(address):
        raise Declined
    try:
        return urljoin(place.base or "", address)
    except ValueError:
        raise Declined from None
