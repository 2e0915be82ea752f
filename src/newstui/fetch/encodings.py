"""Decompressors, a step at a time: gzip and deflate, and where their libraries are here Brotli and Zstandard.

`brotli`, and Python's own compression.zstd or its backport `backports.zstd`, are taken where they are installed, and only
then are these encodings asked for. Other libraries for them unpack as much as a piece holds, which may be gigabytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, Protocol

STEP: Final = 1 << 18
"""How many bytes a decompressor gives at once: a bomb is noticed after that many too many."""

_WINDOW: Final = 1 << 23
"""The memory that a Zstandard frame may ask for (RFC 9659): 8 MB."""


class DamagedError(Exception):
    """Bytes are not in the encoding that they should be in."""


class Decoder(Protocol):
    """Decompresses one body."""

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what a piece of the body unpacks to, at most STEP bytes at once; raises DamagedError."""

    def is_finished(self) -> bool:
        """Whether the compressed data has come to its end."""


def list_encodings() -> tuple[str, ...]:
    """Return the encodings that can be unpacked here, as Accept-Encoding names them."""
    optional = (("br", _find_brotli()), ("zstd", _find_zstd()))
    return ("gzip", "deflate", *(name for name, library in optional if library))


def make_decoder(encoding: str) -> Decoder | None:
    """Return a decompressor for an encoding, None for one that cannot be unpacked here."""
    match encoding:
        case "gzip" | "x-gzip":
            return _Zlib(deflate=False)
        case "deflate":
            return _Zlib(deflate=True)
        case "br" if library := _find_brotli():
            return _Brotli(import_module(library))
        case "zstd" if library := _find_zstd():
            return _Zstd(import_module(library))
    return None


class _Zlib:
    """gzip (RFC 1952) and deflate (RFC 1950, or as some servers send it RFC 1951)."""

    def __init__(self, *, deflate: bool) -> None:
        self._deflate = deflate
        self._stream: Any = None

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """See Decoder."""
        while chunk:
            if self._stream is None or self._stream.eof:
                self._stream = self._start(chunk)
            try:
                yield self._stream.decompress(chunk, STEP)
            except zlib.error as error:
                raise DamagedError from error
            # gzip may hold several members one after the other (RFC 1952, 2.2); what follows deflate's end is padding.
            rest = b"" if self._deflate else self._stream.unused_data
            chunk = self._stream.unconsumed_tail or rest.lstrip(b"\0")

    def is_finished(self) -> bool:
        """See Decoder."""
        return self._stream is None or self._stream.eof

    def _start(self, chunk: bytes) -> Any:
        """Return a decompressor; some servers send deflate without the zlib header that RFC 9110, 8.4.1.2 asks for."""
        if not self._deflate:
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        wrapped = chunk[0] & 0x0F == 8 and (len(chunk) == 1 or int.from_bytes(chunk[:2], "big") % 31 == 0)
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)


class _Brotli:
    """Brotli (RFC 7932), by a library that can be told how much to give at once."""

    def __init__(self, library: Any) -> None:
        self._error = library.error
        self._stream = library.Decompressor()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """See Decoder."""
        try:
            piece = self._stream.process(chunk, output_buffer_limit=STEP)
            yield piece
            while len(piece) >= STEP or not (self._stream.is_finished() or self._stream.can_accept_more_data()):
                piece = self._stream.process(b"", output_buffer_limit=STEP)
                yield piece
        except self._error as error:
            raise DamagedError from error

    def is_finished(self) -> bool:
        """See Decoder."""
        return bool(self._stream.is_finished())


class _Zstd:
    """Zstandard (RFC 8878), frame after frame, by the decompressor of Python 3.14 or its backport."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._stream: Any = None

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """See Decoder."""
        while chunk:
            if self._stream is None or self._stream.eof:
                largest = {self._library.DecompressionParameter.window_log_max: _WINDOW.bit_length() - 1}
                self._stream = self._library.ZstdDecompressor(options=largest)
            try:
                yield self._stream.decompress(chunk, STEP)
                while not (self._stream.eof or self._stream.needs_input):
                    yield self._stream.decompress(b"", STEP)
            except self._library.ZstdError as error:
                raise DamagedError from error
            chunk = self._stream.unused_data if self._stream.eof else b""

    def is_finished(self) -> bool:
        """See Decoder."""
        return self._stream is None or self._stream.eof


@cache
def _find_brotli() -> str | None:
    """Return the module that unpacks Brotli; before 1.2 it knew no limit."""
    if not _is_here("brotli") or not hasattr(import_module("brotli").Decompressor, "can_accept_more_data"):
        return None
    return "brotli"


@cache
def _find_zstd() -> str | None:
    return next((name for name in ("compression.zstd", "backports.zstd") if _is_here(name)), None)


def _is_here(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # the package that it would be in
        return False
