"""The desk "edition": the same story in another language, at the same paragraph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newstui.errors import NewstuiError
from newstui.i18n import _, language_name
from newstui.model import Edition, Reading
from newstui.ui.article.position import Position
from newstui.ui.crossing import Crossing
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.comparing import CompareDesk
from newstui.ui.desks.ties import TieHand
from newstui.ui.edition_fetches import EditionFetches
from newstui.ui.errands import Errand
from newstui.ui.readings import Readings
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.library.finding_editions import FoundEditions


class EditionDesk:
    """Changes the edition of the open story."""

    def __init__(
        self,
        room: Room,
        readings: Readings,
        articles: ArticleDesk,
        hand: TieHand,
        fetches: EditionFetches,
        comparing: CompareDesk,
    ) -> None:
        self._room = room
        self._readings = readings
        self._crossing = Crossing(room, readings, comparing.comparisons)
        self._articles = articles
        self._hand = hand
        self._fetches = fetches
        self._comparing = comparing

    def choose(self) -> None:
        """Offer the story's editions; a letter or a digit goes straight to one."""
        from newstui.ui.dialogs.languages import LanguagesMenu

        reading = self._need_open()
        if reading is not None:
            shown = self._comparing.right_id or reading.article.id
            menu = LanguagesMenu(self._room.languages.editions, shown)
            self._room.screen.app.push_screen(menu, self._chosen)
            if len(self._room.languages.editions) == 1 and reading.article.url:
                said = _(
                    "{find} looks for editions on the article’s page and in its site’s sitemaps; {tie} ties one by hand."
                )
                key = self._room.keymap.show_key
                self._room.say(said.format(find=key("edition.find"), tie=key("edition.tie")))

    def next(self) -> None:
        """Read on in the next edition that is here."""
        self._step(1)

    def previous(self) -> None:
        """Read on in the edition before that is here."""
        self._step(-1)

    def find(self) -> None:
        """Look for what declares other editions of the open article."""
        reading = self._need_open()
        if reading is None:
            return
        article_id, library = reading.article.id, self._room.library
        errand = self._room.errands.begin(f"editions {article_id}")
        if errand is None:
            self._room.say(_("Editions are being looked for already."))
            return
        key = self._room.keymap.show_key("go.back")
        self._room.say(_("Looking for editions of this article … press {key} to stop.").format(key=key))
        self._room.threads.ask(
            errand.name,
            partial(library.find_editions, article_id, cancelled=errand.is_stopped),
            partial(self._take_up_found, errand),
            failed=partial(self._fail_to_find, errand),
            long=True,
        )

    def _take_up_found(self, errand: Errand, found: FoundEditions) -> None:
        wanted = self._room.errands.end(errand)
        if found.editions:
            self._hand.take_up()
        if not wanted:
            return
        if found.editions:
            languages = ", ".join(dict.fromkeys(language_name(edition.language) for edition in found.editions))
            self._room.say(_("Other editions: {languages}").format(languages=languages))
        elif found.problem is not None:
            self._room.fail(found.problem)
        else:
            said = _("Neither its page nor its site names another edition; press {key} to tie one.")
            self._room.warn(said.format(key=self._room.keymap.show_key("edition.tie")))

    def _fail_to_find(self, errand: Errand, error: NewstuiError) -> None:
        if self._room.errands.end(errand):
            self._room.fail(error)

    def tie(self) -> None:
        """Make another article an edition of the story."""
        self._hand.tie()

    def untie(self) -> None:
        """Set an edition apart from the story."""
        self._hand.untie()

    def change_to(self, edition: Edition) -> None:
        """Show another edition at the same paragraph, or say why it cannot be shown."""
        reading = self._room.article.reading
        if self._comparing.is_open:
            self._comparing.change_to(edition)
            return
        if reading is None or edition.id == reading.article.id:
            return
        name = language_name(edition.language)
        if edition.id is None or not edition.available:
            self._fetches.fetch(reading, edition, lambda other_id: self._change(reading, other_id, name))
        else:
            self._change(reading, edition.id, name)

    def _change(self, reading: Reading, other_id: str, name: str) -> None:
        origin = self._crossing.begin(reading)

        def show(found: tuple[Reading, Position]) -> None:
            self._articles.show(found[0], at=found[1])
            self._crossing.arrive(origin)
            self._note_opened(found[0])
            self._room.say(name)

        self._room.threads.ask("edition", partial(self._crossing.find, origin, other_id), show)

    def _note_opened(self, reading: Reading) -> None:
        """Remember that this edition was read, and not its story alone."""
        article, library = reading.article, self._room.library
        if not article.status.read and not library.read_only:
            self._readings.change_status(article.id, read=True)
            self._room.threads.write(lambda: library.mark([article.id], read=True))

    def _chosen(self, edition: Edition | None) -> None:
        if edition is not None:
            self.change_to(edition)

    def _step(self, delta: int) -> None:
        reading = self._need_open()
        if self._comparing.is_open:
            self._comparing.step(delta)
            return
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
