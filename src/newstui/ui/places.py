"""Where the reader is in each article: noted while it is read, stored when the reader rests, found when it is opened."""

from __future__ import annotations

from typing import Final

from textual.timer import Timer

from newstui.model import Position, Reading
from newstui.ui.room import Room

_REST: Final = 2.0
"""Seconds without scrolling before a place is stored: nothing is written while the text moves."""


class Places:
    """The places of the articles that were open. None is an article's top, where one that was finished begins again."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._places: dict[str, Position | None] = {}
        self._waiting: dict[str, Position | None] = {}
        """What is not stored yet."""
        self._rest: Timer | None = None

    def find(self, reading: Reading) -> Position | None:
        """Where an article was left, if that is still a place in it."""
        place = self._places.get(reading.article.id, reading.place)
        return place if place is not None and place.block < len(reading.document.blocks) else None

    def note(self) -> None:
        """Note where the reader is in the open article."""
        view = self._room.article
        if view.reading is None:
            return
        article_id = view.reading.article.id
        place = None if view.at_end or not view.scroll_offset.y else view.position()
        if self._places.get(article_id, view.reading.place) != place:
            self._places[article_id] = self._waiting[article_id] = place
        if self._waiting and self._rest is None:
            self._rest = self._room.screen.set_timer(_REST, self.keep)
        elif self._rest is not None:
            self._rest.reset()

    def keep(self) -> None:
        """Store what was noted."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        if self._waiting:
            noted, self._waiting = self._waiting, {}
            self._room.threads.write(lambda: self._room.library.keep_places(noted))
