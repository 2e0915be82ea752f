"""From one edition of a story to another: which place is the same, however often the reader goes to and fro."""

from __future__ import annotations

from dataclasses import replace

from newstui.model import Position, Reading
from newstui.record import record
from newstui.ui.comparisons import Comparisons
from newstui.ui.readings import Readings
from newstui.ui.room import Room


@record
class Origin:
    """Where the reader last moved by scrolling: in this article, at this place.

    `reach` is where in the block's text the screen's first line ends, where that begins inside it, else 0.
    """

    article_id: str
    place: Position
    reach: int = 0


class Crossing:
    """Finds places. All editions are placed from where the reader last scrolled, not from one another.

    So coming back comes back to the same line, however the lengths of paragraphs differ, and no error adds to another.
    """

    def __init__(self, room: Room, readings: Readings, comparisons: Comparisons) -> None:
        self._room = room
        self._readings = readings
        self._comparisons = comparisons
        self._origin: Origin | None = None
        self._arrived: Position | None = None
        """Where the last change of the edition came to: the reader has scrolled when it is elsewhere."""

    def begin(self, reading: Reading) -> Origin:
        """Return where to find places from, with an article open."""
        view, article = self._room.article, reading.article
        story = {article.id, *(edition.id for edition in article.editions)}
        if self._origin is not None and self._origin.article_id in story and view.position() == self._arrived:
            return self._origin
        place, layout = view.paragraph(), view.text_layout
        line = layout.lines[view.scroll_offset.y] if layout is not None and place.offset else None
        return Origin(article.id, place, max((run.end for run in line.runs), default=0) if line is not None else 0)

    def find(self, origin: Origin, other_id: str) -> tuple[Reading, Position]:
        """Return another edition, and the place in it that is the same; some 20 ms, in a thread."""
        from newstui.text.parallel import find_counterpart

        other, place = self._readings.get(other_id), origin.place
        if place.block < 0 or origin.article_id == other_id:
            return other, place
        own = self._readings.get(origin.article_id)
        alignment = self._comparisons.align(own, other)
        block, offset = find_counterpart(own, other, alignment, place.block, place.offset, origin.reach)
        return other, replace(place, block=block, offset=offset)

    def arrive(self, origin: Origin) -> None:
        """Remember that the reader came from there to where the article is now."""
        self._origin, self._arrived = origin, self._room.article.position()
