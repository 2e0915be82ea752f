"""The folder of sitemaps that were fetched lately, so that a second article of a site asks its server nothing again.

A file holds one line, until when it counts and what the server said, and then the body. Whatever is in the folder can
be fetched again: anybody may empty it at any time, and several programs may use it at once.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

_LARGEST: Final = 128 * 1024 * 1024
"""Bytes in all that trim() leaves."""
_NAME_LENGTH: Final = 40  # hexadecimal digits


class Said(StrEnum):
    """What a server said to an address: here it is, there is nothing, or not now."""

    HERE = "here"
    NOTHING = "nothing"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer that counts until a moment; `body` is as it came."""

    said: Said
    until: datetime
    body: bytes = b""


class SitemapCache:
    """Answers in `folder`, by the addresses that were asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, url: str, now: datetime) -> KeptAnswer | None:
        """Return the answer of an address, None where there is none that still counts."""
        try:
            head, _, body = self._place(url).read_bytes().partition(b"\n")
            until, _, said = head.decode("ascii").partition(" ")
            kept = KeptAnswer(Said(said), datetime.fromisoformat(until), body)
        except (OSError, ValueError):
            return None
        return kept if kept.until > now else None

    def keep(self, url: str, answer: KeptAnswer) -> None:
        """Keep an answer in the place of an earlier one; where the disk takes none, nothing is kept."""
        head = f"{answer.until.isoformat()} {answer.said}\n".encode("ascii")
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(head + answer.body)
                Path(draft).replace(self._place(url))
            except BaseException:
                Path(draft).unlink(missing_ok=True)
                raise

    def trim(self) -> None:
        """Take away what was kept longest ago until the rest has room."""
        kept = []
        for file in self._folder.glob("*"):
            with suppress(OSError):
                state = file.stat()
                kept.append((state.st_mtime, state.st_size, file))
        left = sum(size for _, size, _ in kept)
        for _, size, file in sorted(kept):
            if left <= _LARGEST:
                return
            with suppress(OSError):
                file.unlink()
                left -= size

    def _place(self, url: str) -> Path:
        return self._folder / sha256(url.encode("utf-8", "replace")).hexdigest()[:_NAME_LENGTH]
