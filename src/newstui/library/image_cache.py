"""The folder of kept images: each under a name made from its bytes, the oldest going first when there are too many.

    images/content/3f/3fa1….webp    an image; two addresses with the same bytes share it
    images/address/9c/9c07…         the name of the image that an address led to

Whatever is in it can be fetched again: anybody may empty it at any time, and several programs may use it at once.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from newstui.errors import N_, SourceError, StoreError

_NAME_LENGTH: Final = 40  # hexadecimal digits
_SIGNATURES: Final = (
    # type, suffix, offset, bytes
    ("image/jpeg", ".jpg", 0, (b"\xff\xd8\xff",)),
    ("image/png", ".png", 0, (b"\x89PNG\r\n\x1a\n",)),
    ("image/gif", ".gif", 0, (b"GIF87a", b"GIF89a")),
    ("image/webp", ".webp", 8, (b"WEBP",)),
    ("image/avif", ".avif", 4, (b"ftypavif", b"ftypavis")),
)
"""The kinds that are kept, by their first bytes. Drawings (SVG) are not among them: they may hold scripts."""

TYPES: Final = {suffix: kind for kind, suffix, _, _ in _SIGNATURES}
"""The media types of kept images by their files' suffixes."""


class ImageCache:
    """Images in `folder`, at most `limit` bytes of them after each trim()."""

    def __init__(self, folder: Path, limit: int) -> None:
        self._content = folder / "content"
        self._addresses = folder / "address"
        self._limit = limit

    def find(self, url: str) -> Path | None:
        """Return the file of the image that was kept from an address; some 100 µs."""
        address = _place(self._addresses, _hash(url.encode("utf-8", "replace")))
        try:
            name = address.read_text("ascii")
        except (OSError, UnicodeDecodeError):
            return None
        file = _place(self._content, name)
        return file if file.parent.parent == self._content and file.is_file() else None

    def keep(self, url: str, body: bytes) -> Path:
        """Keep an image; raises SourceError for bytes that are no image, StoreError where it cannot be written."""
        suffix = find_suffix(body)
        if suffix is None:
            raise SourceError(N_("{url} is no picture that can be kept: JPEG, PNG, GIF, WebP and AVIF can"), url=url)
        name = _hash(body) + suffix
        file = _place(self._content, name)
        try:
            if file.exists():
                os.utime(file)  # asked for again: young again
            else:
                _write(file, body)
            _write(_place(self._addresses, _hash(url.encode("utf-8", "replace"))), name.encode("ascii"))
        except OSError as error:
            raise StoreError(
                N_("{path} cannot be written: {reason}"), path=file, reason=error.strerror or error
            ) from error
        return file

    def trim(self) -> int:
        """Take away the oldest images until the rest has room, and the addresses that lead to none; returns the bytes left."""
        kept = sorted(_list_files(self._content))
        left = sum(size for _age, size, _file in kept)
        gone = set()
        for _age, size, file in kept:
            if left <= self._limit:
                break
            with suppress(OSError):
                file.unlink()
                gone.add(file.name)
                left -= size
        if gone:
            for _age, _size, address in _list_files(self._addresses):
                with suppress(OSError):
                    if address.read_text("ascii") in gone:
                        address.unlink()
        return left


def find_suffix(body: bytes) -> str | None:
    """Return the suffix for the file of an image, by its first bytes, None for anything that is not kept."""
    for _kind, suffix, offset, signatures in _SIGNATURES:
        if any(body.startswith(signature, offset) for signature in signatures):
            return suffix
    return None


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:_NAME_LENGTH]


def _place(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: another program may look for it at this moment."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _list_files(folder: Path) -> list[tuple[float, int, Path]]:
    """Return all files below a folder with their age (s) and size (bytes); what goes meanwhile is left out."""
    found = []
    for file in folder.glob("??/*"):
        with suppress(OSError):
            state = file.stat()
            found.append((state.st_mtime, state.st_size, file))
    return found
