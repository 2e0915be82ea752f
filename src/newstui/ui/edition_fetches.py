"""Editions that are declared and not here: fetched when somebody wants to read them, each once at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.model import Edition, Reading
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class EditionFetches:
    """Fetches editions, says so, and says why one cannot be had."""

    def __init__(self, room: Room, readings: Readings) -> None:
        self._room = room
        self._readings = readings
        self._urls: set[str] = set()
        """The addresses of the editions that are on their way."""

    def fetch(self, reading: Reading, edition: Edition, then: Callable[[str], None]) -> None:
        """Fetch an edition of a story, then call `then` with its id, unless another article has been opened meanwhile."""
        url, name, library = edition.url, language_name(edition.language), self._room.library
        if not url:
            said = _("Nothing more is known of the edition in this language: {language}.")
            self._room.warn(said.format(language=name))
        elif library.offline:
            said = _("The edition in this language is not available offline: {language}.")
            self._room.warn(said.format(language=name))
        elif url in self._urls:
            self._room.say(_("The page is being fetched already."))
        else:
            self._urls.add(url)
            self._room.say(_("Fetching the edition in this language: {language} …").format(language=name))
            own_id = reading.article.id
            self._room.threads.ask(
                f"edition {url}",
                partial(library.fetch_edition, own_id, url),
                partial(self._take_up, own_id, url, name, then),
                failed=partial(self._fail, url),
                long=True,
            )

    def _take_up(self, own_id: str, url: str, name: str, then: Callable[[str], None], other_id: str) -> None:
        self._urls.discard(url)
        self._readings.forget()  # all editions of the story know one more now
        self._room.headlines.forget_rows()
        reading = self._room.article.reading
        if reading is not None and reading.article.id == own_id:
            then(other_id)
        else:
            self._room.say(_("The edition in this language is here: {language}").format(language=name))

    def _fail(self, url: str, error: NewstuiError) -> None:
        self._urls.discard(url)
        self._room.fail(error)
