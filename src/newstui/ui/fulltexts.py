"""The two texts of an article: what its feed said, and what its page says; the one in place of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.model import Reading
from newstui.text.alignment import Alignment, counterpart
from newstui.ui.article import Position
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class Fulltexts:
    """Fetches the pages of articles, and changes between both texts. `show` shows an article at a place."""

    def __init__(self, room: Room, readings: Readings, show: Callable[[Reading, Position], None]) -> None:
        self._room = room
        self._readings = readings
        self._show = show
        self._fetched: set[str] = set()
        """The ids of the articles whose pages are on their way."""

    def change(self, reading: Reading) -> None:
        """Show the other text of the open article; its page is fetched if that has not been done."""
        article, library = reading.article, self._room.library
        if article.id in self._fetched:
            self._room.say(_("The page is being fetched already."))
        elif article.fulltext_at is not None:
            load = partial(library.show_feed_text, article.id, prefer_feed=article.shows_fulltext)
            self._room.threads.ask("text", load, self._take_up)
        else:
            self._fetched.add(article.id)
            self._room.say(_("Fetching the page …"))
            # A group for each article: what was asked for first comes, too.
            self._room.threads.ask(
                f"text {article.id}",
                partial(library.fetch_fulltext, article.id),
                self._take_up,
                failed=partial(self._fail, article.id),
                long=True,
            )

    def _take_up(self, reading: Reading) -> None:
        self._fetched.discard(reading.article.id)
        self._readings.keep(reading)
        shown = self._room.article.reading
        if shown is None or shown.article.id != reading.article.id:
            self._room.say(_("The full text is here: {title}").format(title=reading.article.title))
        else:
            align = partial(self._room.library.align, shown, reading)
            self._room.threads.ask("text", align, partial(self._show_in_place, shown, reading))

    def _show_in_place(self, shown: Reading, reading: Reading, alignment: Alignment) -> None:
        """Show the other text where it says what is being read, unless something else has been opened."""
        if self._room.article.reading is not shown:
            return
        place = self._room.article.position()
        if place.block >= 0:
            place = replace(place, block=counterpart(alignment, place.block, from_left=True))
        self._show(reading, place)
        self._room.say(_("The page’s text.") if reading.article.shows_fulltext else _("What the feed said."))

    def _fail(self, article_id: str, error: NewstuiError) -> None:
        self._fetched.discard(article_id)
        self._room.fail(error)
