"""Images: where they are, what they show, and which of them are only there to count readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newstui.sources.markup.address import resolve_link
from newstui.sources.markup.elements import local_name, read_ahead
from newstui.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_LATER: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-lazyload")
"""Where pages keep the address that a script puts into src when the image comes into sight."""

_LENGTH: Final = re.compile(r"\s*(\d+)(?:\.\d+)?\s*(?:px)?\s*", re.IGNORECASE)
_STYLE_LENGTH: Final = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
_FILE_NAME: Final = re.compile(
    r"[\w%. -]+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:IMG|DSC|image|img|photo|picture)[-_ ]?\d*"
)
_COUNTER: Final = re.compile(
    r"//(?:pixel\.wp\.com|feeds\.feedburner\.com/~|[^/]*\.feedsportal\.com|stats?\.[^/]+/[^.]*$)"
)
_LARGEST_ICON: Final = 48
"""Pixels."""

_SIGN: Final = re.compile(r"\b(?:emoji|wp-smiley|smiley|emoticon)\b", re.IGNORECASE)


def find_address(image: _Element, base_url: str | None) -> str | None:
    """Return an image's absolute address, or None where it has none that can be fetched."""
    candidates = [image.get("src"), *(image.get(name) for name in _LATER)]
    chosen = (image.get("srcset") or image.get("data-srcset") or "").strip().split(" ", 1)[0].rstrip(",")
    for candidate in (*candidates, chosen):
        address = resolve_link(candidate, base_url) if candidate else None
        if address and not address.startswith("mailto:"):
            return address
    return None


def describe(image: _Element) -> str:
    """Return the words that stand for an image; the name of its file is none."""
    words = clean_line(image.get("alt") or "") or clean_line(image.get("title") or "")
    return "" if _FILE_NAME.fullmatch(words) else words


def describe_drawing(svg: _Element) -> str:
    """Return the title or description of an <svg>, or nothing where it is no larger than a line of text."""
    for name in ("width", "height"):
        given = _LENGTH.fullmatch(svg.get(name) or "")
        if given and int(given[1][:6]) <= _LARGEST_ICON:
            return ""
    for child in svg:
        if isinstance(child.tag, str) and local_name(child.tag) in ("title", "desc"):
            return clean_line(read_ahead(child, 1_000))
    return ""


def is_counter(image: _Element, address: str | None) -> bool:
    """Whether an image is a dot of one pixel that tells its server who reads."""
    for name in ("width", "height"):
        given = _LENGTH.fullmatch(image.get(name) or "")
        if given and int(given[1][:6]) <= 1:
            return True
    return bool(_STYLE_LENGTH.search(image.get("style") or "") or (address and _COUNTER.search(address)))


def is_sign(image: _Element) -> bool:
    """Whether an image stands for a character of the text: an emoji or a smiley."""
    words = image.get("alt") or ""
    if not words:
        return False
    return bool(_SIGN.search(image.get("class") or "")) or (len(words) <= 4 and ord(words[0]) >= 0x2190)
