"""robots.txt, as far as it names sitemaps (sitemaps.org; RFC 9309, 2.2.4)."""

from __future__ import annotations

import re
from typing import Final

from newstui.sources.markup import resolve_link

_LINE: Final = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*([^\s#]+)", re.IGNORECASE | re.MULTILINE)
_LONGEST: Final = 500 * 1024  # bytes: RFC 9309, 2.5
_MOST: Final = 50


def list_sitemaps(robots: bytes, address: str) -> list[str]:
    """Return the absolute addresses of the sitemaps that a robots.txt names, on whichever hosts; each once."""
    text = robots[:_LONGEST].decode("utf-8-sig", "replace").replace("\r", "\n")
    found = (resolve_link(line[1], address) for line in _LINE.finditer(text))
    return list(dict.fromkeys(url for url in found if url and url.startswith("http")))[:_MOST]
