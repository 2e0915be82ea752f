"""What is played in a page: nothing of it is shown in a terminal, but it is worth a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newstui.sources.markup.address import resolve_link
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

EMBEDS: Final = frozenset(("audio", "embed", "iframe", "object", "video"))

_PLAYERS: Final = (
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w-]{6,})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (
        re.compile(r"https?://(?:www\.|geo\.)?dailymotion\.com/embed/video/(\w+)"),
        "https://www.dailymotion.com/video/{}",
    ),
)


def find_embed(element: _Element, base_url: str | None) -> tuple[str, str] | None:
    """Return the words and the address of a link to what is played here, or None for frames that are only parts of a page."""
    address = _find_address(element, base_url)
    if address is None:
        return None
    page = next((page.format(m[1]) for player, page in _PLAYERS if (m := player.match(address))), None)
    if page is None:
        if element.tag not in ("audio", "video") and element.get("allowfullscreen") is None:
            return None
        page = address
    return clean_line(element.get("title") or "") or page, page


def _find_address(element: _Element, base_url: str | None) -> str | None:
    source = element.find("source")
    movie = element.find("param[@name='movie']")
    candidates = (
        element.get("src"),
        element.get("data-src"),
        element.get("data"),
        source.get("src") if source is not None else None,
        movie.get("value") if movie is not None else None,
    )
    address = next((found for given in candidates if given and (found := resolve_link(given, base_url))), None)
    return address if address and not address.startswith("mailto:") else None
