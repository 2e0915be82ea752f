"""The two texts of an article: what its feed said, and what its page says; the one in place of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from newstui.errors import NewstuiError
from newstui.i18n import _, translate_error
from newstui.model import Article, Reading
from newstui.ui.article.position import Position
from newstui.ui.errands import Errand
from newstui.ui.outside import tell_kind
from newstui.ui.readings import Readings
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.text.alignment import Alignment

_PLAYED: Final = frozenset({"audio", "video"})


class Fulltexts:
    """Fetches the pages of articles, and changes between both texts. `show` shows an article at a place."""

    def __init__(self, room: Room, readings: Readings, show: Callable[[Reading, Position], None]) -> None:
        self._room = room
        self._readings = readings
        self._show = show

    def change(self, reading: Reading) -> None:
        """Show the other text of the open article; its page is fetched if that has not been done."""
        article, library = reading.article, self._room.library
        if article.fulltext_at is not None:
            load = partial(library.fulltexts.show_feed_text, article.id, prefer_feed=article.shows_fulltext)
            self._room.threads.ask("text", load, self._take_up)
        elif is_recording(article):
            said = _("A recording, without a text of its own; press {key} to play it.")
            self._room.warn(said.format(key=self._room.keymap.show_key("media.play")))
        elif errand := self._room.errands.begin(f"text {article.id}"):
            said = _("Fetching the page … press {key} to stop.")
            self._room.say(said.format(key=self._room.keymap.show_key("go.back")))
            # A group for each article: what was asked for first comes, too.
            self._room.threads.ask(
                errand.name,
                partial(library.fulltexts.fetch, article.id, cancelled=errand.is_stopped),
                partial(self._take_fetched, errand),
                failed=partial(self._fail, errand, article),
                long=True,
            )
        else:
            self._room.say(_("The page is being fetched already."))

    def _take_fetched(self, errand: Errand, reading: Reading) -> None:
        self._room.errands.end(errand)  # and if it was stopped too late, here it is all the same
        self._take_up(reading)

    def _take_up(self, reading: Reading) -> None:
        self._readings.keep(reading)
        shown = self._room.article.reading
        if shown is None or shown.article.id != reading.article.id:
            self._room.say(_("The full text is here: {title}").format(title=reading.article.title))
        else:
            align = partial(self._room.library.align, shown, reading)
            self._room.threads.ask("text", align, partial(self._show_in_place, shown, reading))

    def _show_in_place(self, shown: Reading, reading: Reading, alignment: Alignment) -> None:
        """Show the other text where it says what is being read, unless something else has been opened."""
        from newstui.text.alignment import counterpart

        if self._room.article.reading is not shown:
            return
        place = self._room.article.position()
        if place.block >= 0:
            place = replace(place, block=counterpart(alignment, place.block, from_left=True))
        self._show(reading, place)
        # When it is on the screen: a short text tells that its end is reached, too.
        self._room.article.call_after_refresh(self._room.screen.call_after_refresh, self._tell_text, reading)

    def _tell_text(self, reading: Reading) -> None:
        if self._room.article.reading is reading:
            self._room.say(_("The page’s text.") if reading.article.shows_fulltext else _("What the feed said."))

    def _fail(self, errand: Errand, article: Article, error: NewstuiError) -> None:
        """Say what failed and how to go on: of the open article without its address, which would take the whole line."""
        if not self._room.errands.end(errand):
            return  # who stopped it knows
        self._room.errors.append(error)
        reason = translate_error(error)
        shown = self._room.article.reading
        if shown is not None and shown.article.id == article.id:
            reason = reason.removeprefix(f"{error.arguments.get('url')}: ")
            reason = reason[:1].upper() + reason[1:]
        if not self._room.library.offline:
            key = self._room.keymap.show_key
            way = _("press {again} to try again, {browser} for the browser")
            way = way.format(again=key("article.fulltext"), browser=key("article.browser"))
            reason = f"{reason} · {way}"
        self._room.status.say(reason, "error")


def is_recording(article: Article) -> bool:
    """Whether an article's address leads to sound or a film rather than to a page."""
    kinds = {
        tell_kind(enclosure.url, enclosure.type) for enclosure in article.enclosures if enclosure.url == article.url
    }
    return not _PLAYED.isdisjoint({*kinds, tell_kind(article.url or "")})
