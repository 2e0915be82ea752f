"""Articles that were read or will be next, kept ready so that opening one takes no longer than a frame."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from threading import Lock
from typing import Final

from newstui.library.facade import Library
from newstui.model import Reading, Status

_KEPT: Final = 32


class Readings:
    """The articles used last; may be asked from any thread. `hyphenates`: whether words are broken on the screen.

    `look` looks for the pictures of an article.
    """

    def __init__(self, library: Library, hyphenates: Callable[[], bool], look: Callable[[Reading], None]) -> None:
        self._library = library
        self._hyphenates = hyphenates
        self._look = look
        self._kept: OrderedDict[str, Reading] = OrderedDict()
        self._lock = Lock()
        self._loading: dict[str, Lock] = {}

    def find(self, article_id: str) -> Reading | None:
        """Return an article if it is ready."""
        with self._lock:
            if article_id in self._kept:
                self._kept.move_to_end(article_id)
            return self._kept.get(article_id)

    def get(self, article_id: str) -> Reading:
        """Return an article, from the library if it is not ready: once, however many ask; raises UsageError."""
        with self._lock:
            loading = self._loading.setdefault(article_id, Lock())
        with loading:
            ready = self.find(article_id)
            if ready is None:
                ready = self._library.get_reading(article_id)
                self._make_ready(ready)
                self.keep(ready)
        with self._lock:
            self._loading.pop(article_id, None)
        return ready

    def _make_ready(self, reading: Reading) -> None:
        """Load what the screen would wait for: patterns for hyphens, Babel for the date, pictures, the colours of code."""
        from newstui.text.hyphenation import load_patterns
        from newstui.ui.article.colouring import colour_document
        from newstui.ui.article.parts import compose_byline

        if self._hyphenates() and reading.article.language:
            load_patterns(reading.article.language)
        compose_byline(reading.article)
        self._look(reading)
        colour_document(reading.document)

    def keep(self, reading: Reading) -> None:
        """Have an article ready, in the place of what it was."""
        with self._lock:
            self._kept[reading.article.id] = reading
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

    def prepare(self, article_ids: Iterable[str]) -> None:
        """Make articles ready."""
        for article_id in article_ids:
            self.get(article_id)

    def change_status(self, article_id: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Keep a ready article's status true."""
        with self._lock:
            reading = self._kept.get(article_id)
            if reading is not None:
                status: Status = reading.article.status
                changed = replace(
                    status,
                    read=status.read if read is None else read,
                    starred=status.starred if starred is None else starred,
                )
                self._kept[article_id] = replace(reading, article=replace(reading.article, status=changed))
            if read is not None:
                self._note_read(article_id, read)

    def _note_read(self, article_id: str, read: bool) -> None:
        """Keep true what the story's other editions say of one."""
        for other_id, reading in self._kept.items():
            editions = reading.article.editions
            if any(edition.id == article_id and edition.read != read for edition in editions):
                noted = tuple(replace(each, read=read) if each.id == article_id else each for each in editions)
                self._kept[other_id] = replace(reading, article=replace(reading.article, editions=noted))

    def forget(self) -> None:
        """Ask the library for everything anew: articles may have changed."""
        with self._lock:
            self._kept.clear()
