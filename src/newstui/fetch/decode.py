"""Bodies as they come: counted, decompressed and counted again, so that neither length nor bomb costs memory."""

from __future__ import annotations

from typing import Final

from newstui.errors import N_, FetchError
from newstui.fetch.encodings import DamagedError, make_decoder
from newstui.fetch.exchange import FetchSettings

_HARMLESS: Final = 1 << 20
_BOMB: Final = 100
"""What unpacks to more than a MB and to more than so many times its size is no text: that shrinks to a twentieth."""


class Body:
    """One body on its way in; raises FetchError as soon as it is too large or is not what its headers say."""

    def __init__(self, url: str, encoding: str, settings: FetchSettings) -> None:
        self._url = url
        self._encoding = encoding.strip().lower()
        self._settings = settings
        self._wire = 0
        self._size = 0
        self._pieces: list[bytes] = []
        self._decoder = make_decoder(self._encoding)
        if self._decoder is None and self._encoding not in {"", "identity"}:
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
        if self._decoder is None:
            self._keep(chunk)
            return
        try:
            for piece in self._decoder.feed(chunk):
                self._keep(piece)
        except DamagedError as error:
            raise FetchError(
                N_("{url}: the answer is damaged: it is not {encoding}, as the server says"),
                url=self._url,
                encoding=self._encoding,
            ) from error

    def finish(self) -> bytes:
        """Return the whole body; raises FetchError if the compressed data broke off."""
        if self._wire and self._decoder is not None and not self._decoder.is_finished():
            raise FetchError(N_("{url}: the answer broke off before its end"), url=self._url)
        return b"".join(self._pieces)

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
