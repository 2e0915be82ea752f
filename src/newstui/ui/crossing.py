"""From one edition of a story to another: which place is the same, however often the reader goes to and fro."""

from __future__ import annotations

from dataclasses import replace

from newstui.model import Position, Reading
from newstui.record import record
from newstui.ui.readings import Readings
from newstui.ui.room import Room


@record
class Origin:
    """Where the reader last moved by scrolling: in this article, at this place."""

    article_id: str
    place: Position


class Crossing:
    """Finds places. All editions are placed from where the reader last scrolled, not from one another.

    So coming back comes back to the same line, however the lengths of paragraphs differ, and no error adds to another.
    """

    def __init__(self, room: Room, readings: Readings) -> None:
        self._room = room
        self._readings = readings
        self._origin: Origin | None = None
        self._arrived: Position | None = None
        """Where the last change of the edition came to: the reader has scrolled when it is elsewhere."""

    def begin(self, reading: Reading) -> Origin:
        """Return where to find places from, with an article open."""
        view, article = self._room.article, reading.article
        story = {article.id, *(edition.id for edition in article.editions)}
        if self._origin is not None and self._origin.article_id in story and view.position() == self._arrived:
            return self._origin
        return Origin(article.id, view.paragraph())

    def find(self, origin: Origin, other_id: str) -> tuple[Reading, Position]:
        """Return another edition, and the place in it that is the same; some 20 ms, in a thread."""
        other, place = self._readings.get(other_id), origin.place
        if place.block < 0 or origin.article_id == other_id:
            return other, place
        block = self._room.library.find_counterpart(origin.article_id, other_id, place.block)
        own_length = len(self._readings.get(origin.article_id).document.blocks[place.block].text)
        offset = place.offset * len(other.document.blocks[block].text) // max(1, own_length)
        return other, replace(place, block=block, offset=offset)

    def arrive(self, origin: Origin) -> None:
        """Remember that the reader came from there to where the article is now."""
        self._origin, self._arrived = origin, self._room.article.position()
