"""Places: the elements that links within the markup lead to, such as a footnote and the words that it belongs to."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newstui.record import record
from newstui.sources.markup.elements import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element


@record
class Places:
    """What is led to: each place's number by its name, and by the element that has this name."""

    names: dict[str, int] = field(default_factory=dict)
    elements: dict[_Element, int] = field(default_factory=dict)

    def find(self, address: str, base_url: str | None) -> int | None:
        """Return the number of the place that an address leads to; None where it leads elsewhere, or to nothing."""
        name = find_fragment(address, base_url) if self.names else None
        return self.names.get(name) if name is not None else None


def find_fragment(address: str, base_url: str | None) -> str | None:
    """Return the name of a place within the markup itself, None for an address that leads elsewhere."""
    if not address.startswith("#"):
        page, sign, name = address.partition("#")
        if not sign or base_url is None or page != base_url.partition("#")[0]:
            return None
        return unquote(name)
    return unquote(address[1:])


def find_places(root: _Element, base_url: str | None) -> Places:
    """Return the places in an element that links in it lead to, numbered in the order of the text."""
    wanted = {name for link in root.iter("a") if (name := find_fragment(link.get("href") or "", base_url))}
    places = Places()
    if not wanted:
        return places
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.get("id") or (element.get("name") if local_name(element.tag) == "a" else None)
        if name in wanted and name not in places.names:
            places.names[name] = places.elements[element] = len(places.names) + 1
    return places
