"""The hand that hangs the pictures of the open article: as the settings say, and those that come while it is read."""

from __future__ import annotations

from functools import partial
from typing import Final

from newstui.config.pictures import AUTO, Way
from newstui.i18n import _
from newstui.library.images import is_drawing, list_addresses
from newstui.model import ImageResult, Reading
from newstui.ui.errands import Errand
from newstui.ui.pictures.terminal import choose_canvas
from newstui.ui.room import Room

SETTING: Final = "images.show"


class PictureHand:
    """Hangs pictures. What it fetches by itself, if the settings say so, ends when another article is opened."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._before = AUTO
        """How pictures were shown before they were captions."""
        self._fetching = Errand("pictures")

    def apply(self) -> None:
        """Show pictures as the settings and the terminal say."""
        room = self._room
        app, gallery = room.screen.app, room.gallery
        canvas = choose_canvas(app, str(room.settings[SETTING]))
        changed = gallery.take_canvas(canvas, truecolor=app.console.color_system == "truecolor")
        hint = _("press {key} to fetch it").format(key=room.keymap.show_key("media.keep"))
        gallery.hint = "" if room.library.offline else f" · {hint}"
        reading = room.article.reading
        if changed and reading is not None:
            self.take_article(reading)

    def change(self) -> None:
        """Show pictures instead of captions, or the other way round, now and from now on."""
        room = self._room
        if room.gallery.way.paints:
            self._before = str(room.settings[SETTING])
            self._choose(Way.CAPTIONS)
            room.say(_("Captions instead of pictures."))
            return
        # The terminal may be better than it says.
        possible = (value for value in (self._before, Way.BLOCKS) if choose_canvas(room.screen.app, value).way.paints)
        value = next(possible, None)
        if value is None:
            room.warn(_("This terminal shows no colours, and so no pictures."))
        else:
            self._choose(value)
            room.say(_("Pictures, as far as they are here."))

    def _choose(self, value: str) -> None:
        self._room.choose(SETTING, str(value))
        self.apply()

    def look(self, reading: Reading) -> None:
        """Look which pictures of an article are here; in a thread, before it is shown."""
        if self._room.gallery.way.paints:
            self._room.gallery.shelf.look(list_addresses(reading))

    def take_article(self, reading: Reading) -> None:
        """Hang the pictures of an article that is shown now."""
        self._fetching.stop()
        gallery = self._room.gallery
        gallery.await_pictures(())
        if not gallery.way.paints:
            self._room.article.rehang(hold=False)
        elif gallery.shelf.knows(list_addresses(reading)):
            self._take_known(reading)
        else:
            look = partial(self.look, reading)
            self._room.threads.ask("pictures", look, lambda _none: self._take_known(reading))

    def _take_known(self, reading: Reading) -> None:
        article, library = self._room.article, self._room.library
        if article.reading is not reading:
            return
        missing = self._list_missing(reading)
        if missing and self._room.settings["images.fetch"] and not library.offline:
            self._fetching = errand = Errand("pictures")
            self._room.gallery.await_pictures(missing)
            keep = partial(library.images.keep, [reading], on_result=self.note, cancelled=errand.is_stopped)
            # A caption that stays says enough of what cannot be had: nobody has asked for it.
            settle = partial(self._settle, reading, errand)
            self._room.threads.ask("pictures", keep, settle, failed=settle, long=True)
        article.rehang(hold=article.was_scrolled)

    def expect(self, reading: Reading) -> None:
        """Keep room for the pictures of an article that are fetched because the reader wants them, if it is open."""
        if self._room.article.reading is reading:
            self._fetching.stop()
            self._room.gallery.await_pictures(self._list_missing(reading))
            self._room.article.rehang(hold=False)

    def note(self, result: ImageResult) -> None:
        """Take up an image that was fetched, or was not; called in a thread."""
        self._room.gallery.shelf.look([result.url], again=True)
        self._room.article.note_picture()

    def settle(self, reading: Reading) -> None:
        """Expect nothing more of an article; what is on the screen stays where it is."""
        if self._room.article.reading is reading:
            self._room.gallery.await_pictures(())
            self._room.article.rehang()

    def _settle(self, reading: Reading, errand: Errand, _outcome: object) -> None:
        if errand is self._fetching:
            self.settle(reading)

    def _list_missing(self, reading: Reading) -> list[str]:
        urls = [url for url in list_addresses(reading) if not is_drawing(url)]
        return sorted(self._room.gallery.shelf.list_missing(urls))
