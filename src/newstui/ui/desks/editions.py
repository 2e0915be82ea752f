"""The desk "edition": the same story in another language, at the same paragraph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.model import Edition, Reading
from newstui.ui.article import Position
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.ties import TieHand
from newstui.ui.dialogs.languages import LanguagesMenu
from newstui.ui.readings import Readings
from newstui.ui.room import Room


class EditionDesk:
    """Changes the edition of the open story."""

    def __init__(self, room: Room, readings: Readings, articles: ArticleDesk, hand: TieHand) -> None:
        self._room = room
        self._readings = readings
        self._articles = articles
        self._hand = hand
        self._fetched: set[str] = set()
        """The addresses of the editions that are on their way."""

    def choose(self) -> None:
        """Offer the story's editions; a letter or a digit goes straight to one."""
        reading = self._need_open()
        if reading is not None:
            menu = LanguagesMenu(self._room.languages.editions, reading.article.id)
            self._room.screen.app.push_screen(menu, self._chosen)

    def next(self) -> None:
        """Read on in the next edition that is here."""
        self._step(1)

    def previous(self) -> None:
        """Read on in the edition before that is here."""
        self._step(-1)

    def tie(self) -> None:
        """Make another article an edition of the story."""
        self._hand.tie()

    def untie(self) -> None:
        """Set an edition apart from the story."""
        self._hand.untie()

    def change_to(self, edition: Edition) -> None:
        """Show another edition at the same paragraph, or say why it cannot be shown."""
        reading = self._room.article.reading
        if reading is None or edition.id == reading.article.id:
            return
        name = language_name(edition.language)
        if edition.id is None or not edition.available:
            self._fetch(reading, edition.url, name)
        else:
            self._change(reading, edition.id, name)

    def _fetch(self, reading: Reading, url: str | None, name: str) -> None:
        """Fetch an edition that is not here, then show it, unless another article has been opened meanwhile."""
        own_id, library = reading.article.id, self._room.library
        if not url:
            said = _("Nothing more is known of the edition in this language: {language}.")
            self._room.warn(said.format(language=name))
        elif library.offline:
            said = _("The edition in this language is not available offline: {language}.")
            self._room.warn(said.format(language=name))
        elif url in self._fetched:
            self._room.say(_("The page is being fetched already."))
        else:
            self._fetched.add(url)
            self._room.say(_("Fetching the edition in this language: {language} …").format(language=name))
            self._room.threads.ask(
                f"edition {url}",
                partial(library.fetch_edition, own_id, url),
                partial(self._take_up, own_id, url, name),
                failed=partial(self._fail, url),
                long=True,
            )

    def _take_up(self, own_id: str, url: str, name: str, other_id: str) -> None:
        self._fetched.discard(url)
        self._readings.forget()  # all editions of the story know one more now
        self._room.headlines.forget_rows()
        reading = self._room.article.reading
        if reading is not None and reading.article.id == own_id:
            self._change(reading, other_id, name)
        else:
            self._room.say(_("The edition in this language is here: {language}").format(language=name))

    def _fail(self, url: str, error: NewstuiError) -> None:
        self._fetched.discard(url)
        self._room.fail(error)

    def _change(self, reading: Reading, other_id: str, name: str) -> None:
        place = self._room.article.position()
        own_id = reading.article.id

        def find() -> tuple[Reading, Position]:
            block = place.block
            if block >= 0:
                block = self._room.library.find_counterpart(own_id, other_id, block)
            return self._readings.get(other_id), replace(place, block=block)

        def show(found: tuple[Reading, Position]) -> None:
            self._articles.show(found[0], at=found[1])
            self._room.say(name)

        self._room.threads.ask("edition", find, show)

    def _chosen(self, edition: Edition | None) -> None:
        if edition is not None:
            self.change_to(edition)

    def _step(self, delta: int) -> None:
        reading = self._need_open()
        if reading is None:
            return
        here = [edition for edition in self._room.languages.editions if edition.available and edition.id]
        at = next((n for n, edition in enumerate(here) if edition.id == reading.article.id), 0)
        if len(here) < 2:
            self._room.warn(_("No other edition of this story is here."))
        else:
            self.change_to(here[(at + delta) % len(here)])

    def _need_open(self) -> Reading | None:
        if self._room.article.reading is None:
            self._room.warn(_("No article is open."))
        return self._room.article.reading
