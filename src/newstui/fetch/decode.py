"""Bodies as they come: counted, decompressed and counted again, so that neither length nor bomb costs memory."""

from __future__ import annotations

import zlib
from typing import Final, Protocol

from newstui.errors import N_, FetchError
from newstui.fetch.exchange import FetchSettings

ACCEPT_ENCODING: Final = "gzip, deflate"
_STEP: Final = 1 << 18
"""How many bytes a decompressor gives at once: a bomb is noticed after that many too many."""
_HARMLESS: Final = 1 << 20
_BOMB: Final = 100
"""What unpacks to more than a MB and to more than so many times its size is no text: that shrinks to a twentieth."""


class _Decoder(Protocol):
    """The part of zlib's decompressors that is used here."""

    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int = 0, /) -> bytes: ...


class Body:
    """One body on its way in; raises FetchError as soon as it is too large or is not what its headers say."""

    def __init__(self, url: str, encoding: str, settings: FetchSettings) -> None:
        self._url = url
        self._encoding = encoding.strip().lower()
        self._settings = settings
        self._wire = 0
        self._size = 0
        self._pieces: list[bytes] = []
        self._decoder: _Decoder | None = None
        if self._encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise FetchError(
                N_("{url}: the answer is compressed as {encoding}, which was not asked for"), url=url, encoding=encoding
            )

    def check_length(self, declared: str | None) -> None:
        """Refuse a body that says beforehand that it is too large."""
        if declared and declared.isdecimal() and int(declared[:18]) > self._settings.wire_bytes:
            raise self._too_large(self._settings.wire_bytes)

    def add(self, chunk: bytes) -> None:
        """Take in what came over the wire."""
        self._wire += len(chunk)
        if self._wire > self._settings.wire_bytes:
            raise self._too_large(self._settings.wire_bytes)
        if self._encoding in {"", "identity"}:
            self._keep(chunk)
            return
        try:
            self._inflate(chunk)
        except zlib.error as error:
            raise FetchError(
                N_("{url}: the answer is damaged: it is not {encoding}, as the server says"),
                url=self._url,
                encoding=self._encoding,
            ) from error

    def finish(self) -> bytes:
        """Return the whole body; raises FetchError if the compressed data broke off."""
        if self._decoder is not None and not self._decoder.eof:
            raise FetchError(N_("{url}: the answer broke off before its end"), url=self._url)
        return b"".join(self._pieces)

    def _inflate(self, chunk: bytes) -> None:
        while chunk:
            if self._decoder is None or self._decoder.eof:
                self._decoder = self._start(chunk)
            self._keep(self._decoder.decompress(chunk, _STEP))
            # gzip may hold several members one after the other (RFC 1952, 2.2); what follows deflate's end is padding.
            rest = self._decoder.unused_data if self._encoding != "deflate" else b""
            chunk = self._decoder.unconsumed_tail or rest.lstrip(b"\0")

    def _start(self, chunk: bytes) -> _Decoder:
        """Return a decompressor; some servers send deflate without the zlib header that RFC 9110, 8.4.1.2 asks for."""
        if self._encoding != "deflate":
            return zlib.decompressobj(16 + zlib.MAX_WBITS)
        wrapped = len(chunk) > 1 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)

    def _keep(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._settings.body_bytes:
            raise self._too_large(self._settings.body_bytes)
        if self._size > max(_HARMLESS, _BOMB * self._wire):
            raise FetchError(
                N_("{url}: the answer unpacks to more than {ratio} times its size and was not read to its end"),
                url=self._url,
                ratio=_BOMB,
            )
        self._pieces.append(piece)

    def _too_large(self, limit: int) -> FetchError:
        return FetchError(
            N_("{url}: the answer is larger than {megabytes} MB and was not read to its end"),
            url=self._url,
            megabytes=max(1, limit // (1024 * 1024)),
        )
