"""Bytes of a text file in any encoding to text."""

from __future__ import annotations

from newstui.errors import N_, SourceError


def decode_text(data: bytes) -> str:
    """Return the text of a file's bytes; raises SourceError for what is no text."""
    from charset_normalizer import from_bytes

    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise SourceError(N_("this is not text in any known encoding"))
    return str(best)
