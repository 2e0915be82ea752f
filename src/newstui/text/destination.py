"""Where an address leads, in the words that cannot lie: the host as it is asked for, in plain letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

_NAMES_HOST: Final = re.compile(
    r"\s*(?:https?://)?(?:www\.)?((?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,})(?:[/?#:]\S*)?\s*", re.IGNORECASE
)
_DOTS: Final = str.maketrans("。．｡", "...")
"""What browsers take for a full stop in the name of a host."""


def find_host(url: str) -> str:
    """Return the host that an address leads to, other letters than ASCII in Punycode; of a mailto, the address itself.

    What stands before an @ is not the host. An address that cannot be taken apart comes back as it is.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return url
    if parts.scheme.lower() == "mailto":
        return parts.path
    return _encode(host) or url


def names_other_host(words: str, url: str) -> bool:
    """Whether a link's words are an address whose host is not the one that the link leads to, nor a part of it."""
    named = _NAMES_HOST.fullmatch(words)
    if named is None or url.startswith("mailto:"):
        return False
    said, leads = _encode(named[1].lower()), find_host(url)
    return not (leads == said or leads.endswith(f".{said}") or said.endswith(f".{leads.removeprefix('www.')}"))


def _encode(host: str) -> str:
    """Return a host's name as it is asked for; one that cannot be written so, as it is."""
    if host.isascii():
        return host
    labels = unicodedata.normalize("NFKC", host).translate(_DOTS).split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels)
