"""The shelf: which pictures are kept in the cache, and how large they are."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock
from typing import Final, NamedTuple

from newstui.ui.pictures.decoding import measure_picture
from newstui.ui.pictures.frames import Size

_KNOWN: Final = 5000
"""Addresses."""


class Kept(NamedTuple):
    """A picture in the cache; without a size it cannot be shown."""

    file: Path
    size: Size | None


class Shelf:
    """What is known of pictures by their addresses; may be asked from any thread."""

    def __init__(self, find_file: Callable[[str], Path | None]) -> None:
        """`find_file` says where a picture is kept."""
        self._find_file = find_file
        self._known: OrderedDict[str, Kept | None] = OrderedDict()
        self._lock = Lock()

    def look(self, urls: Iterable[str], *, again: bool = False) -> None:
        """Look for pictures and measure them, those that are here only `again`; some milliseconds each.

        What was not here may have come by a refresh, and what was here may have made room for others.
        """
        for url in urls:
            kept = self.find(url)
            if again or kept is None or not kept.file.exists():
                kept = self._measure(url)
                with self._lock:
                    self._known[url] = kept
                    while len(self._known) > _KNOWN:
                        self._known.popitem(last=False)

    def give_up(self, url: str) -> None:
        """Note that a picture that is here cannot be shown."""
        with self._lock:
            if kept := self._known.get(url):
                self._known[url] = kept._replace(size=None)

    def knows(self, urls: Iterable[str]) -> bool:
        """Whether all these pictures have been looked for."""
        with self._lock:
            return all(url in self._known for url in urls)

    def find(self, url: str) -> Kept | None:
        """Return a picture that is here, as far as it has been looked for."""
        with self._lock:
            return self._known.get(url)

    def list_sizes(self, urls: Iterable[str]) -> Mapping[str, Size]:
        """Return the sizes of those pictures that are here and can be shown."""
        return {url: kept.size for url in urls if (kept := self.find(url)) and kept.size}

    def list_missing(self, urls: Iterable[str]) -> frozenset[str]:
        """Return those pictures that were looked for and are not here."""
        with self._lock:
            return frozenset(url for url in urls if url in self._known and self._known[url] is None)

    def _measure(self, url: str) -> Kept | None:
        file = self._find_file(url)
        return Kept(file, measure_picture(file)) if file else None
