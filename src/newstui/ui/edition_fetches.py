"""Editions that are declared and not here: fetched when somebody wants to read them, each once at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.model import Edition, Reading
from newstui.ui.errands import Errand
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class EditionFetches:
    """Fetches editions, says so, and says why one cannot be had."""

    def __init__(self, room: Room, readings: Readings) -> None:
        self._room = room
        self._readings = readings
        self._coming: dict[str, Errand] = {}
        """The editions that are on their way, by their addresses."""

    def fetch(self, reading: Reading, edition: Edition, then: Callable[[str], None]) -> None:
        """Fetch an edition of a story, then call `then` with its id, unless another article has been opened meanwhile."""
        url, name, library = edition.url, language_name(edition.language), self._room.library
        if not url:
            said = _("Nothing more is known of this edition; press {key} to look for it: {language}")
            self._room.warn(said.format(language=name, key=self._room.keymap.show_key("edition.find")))
        elif library.offline:
            said = _("The edition in this language is not available offline: {language}.")
            self._room.warn(said.format(language=name))
        elif errand := self._room.errands.begin(f"edition {url}"):
            self._coming[url] = errand
            self._show_coming()
            said = _("Fetching the edition; press {key} to stop: {language} …")
            self._room.say(said.format(language=name, key=self._room.keymap.show_key("go.back")))
            own_id = reading.article.id
            self._room.threads.ask(
                errand.name,
                partial(library.fetch_edition, own_id, url),
                partial(self._take_up, errand, own_id, name, then),
                failed=partial(self._fail, errand),
                long=True,
            )
        else:
            self._room.say(_("The page is being fetched already."))

    def _show_coming(self) -> None:
        """Show in the pane what is on its way."""
        self._coming = {url: errand for url, errand in self._coming.items() if not errand.is_stopped()}
        self._room.languages.show_fetching(frozenset(self._coming))

    def _end(self, errand: Errand) -> bool:
        """Note that an errand has ended; returns whether somebody still waits for it."""
        self._coming = {url: other for url, other in self._coming.items() if other is not errand}
        self._show_coming()
        return self._room.errands.end(errand)

    def _take_up(self, errand: Errand, own_id: str, name: str, then: Callable[[str], None], other_id: str) -> None:
        wanted = self._end(errand)
        self._readings.forget()  # all editions of the story know one more now, also where it came too late
        self._room.headlines.forget_rows()
        reading = self._room.article.reading
        if not wanted:
            return
        if reading is not None and reading.article.id == own_id:
            then(other_id)
        else:
            self._room.say(_("The edition in this language is here: {language}").format(language=name))

    def _fail(self, errand: Errand, error: NewstuiError) -> None:
        if self._end(errand):
            self._room.fail(error)
