"""Sitemaps as they are served: plain or as gzip files, in pieces and up to a limit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

from newstui.errors import N_, SourceError

LARGEST: Final = 50 * 1024 * 1024
"""Bytes of an unpacked sitemap: the protocol allows no more."""
_GZIP: Final = b"\x1f\x8b"
_PIECE: Final = 64 * 1024
_GZIP_WINDOW: Final = 31  # zlib's number for the largest window with a gzip header


def unpack(body: bytes, address: str) -> Iterator[bytes]:
    """Yield a sitemap's bytes in pieces of 64 kB; raises SourceError for what is damaged or larger than may be."""
    pieces = _inflate(body) if body.startswith(_GZIP) else _cut(body)
    size = 0
    try:
        for piece in pieces:
            size += len(piece)
            if size > LARGEST:
                raise SourceError(
                    N_("{url}: the sitemap is larger than {megabytes} MB, the most that sitemaps may be"),
                    url=address,
                    megabytes=LARGEST // (1024 * 1024),
                )
            yield piece
    except zlib.error as error:
        raise SourceError(N_("{url}: the sitemap is damaged: it is no whole gzip file"), url=address) from error


def _cut(body: bytes) -> Iterator[bytes]:
    for start in range(0, len(body), _PIECE):
        yield body[start : start + _PIECE]


def _inflate(body: bytes) -> Iterator[bytes]:
    """Yield what one gzip member after another holds (RFC 1952, 2.2); what follows the last is left out."""
    while body.startswith(_GZIP):
        decoder = zlib.decompressobj(_GZIP_WINDOW)
        while not decoder.eof:
            piece = decoder.decompress(body, _PIECE)
            body = decoder.unconsumed_tail
            if not piece and not decoder.eof:
                raise zlib.error
            yield piece
        body = decoder.unused_data
