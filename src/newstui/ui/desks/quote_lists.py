"""The lists of quotations that fill the screen: by speaker in the whole library, by language in one story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from newstui.model import Article, Document, Quote
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.quotation import cite
from newstui.ui.room import Room

if TYPE_CHECKING:
    from newstui.ui.dialogs.quote_table import Chosen, Place
    from newstui.ui.dialogs.sayings import Tools
    from newstui.ui.dialogs.spoken import Trail


class QuoteLists:
    """Opens the lists, and what is chosen there in its article; from there one comes back to where one was in the list."""

    def __init__(self, room: Room, articles: ArticleDesk) -> None:
        self._room = room
        self._articles = articles
        self._back: tuple[str, Callable[[], None]] | None = None
        """The article that was opened from a list, and what shows that list again."""

    def show_speakers(self, trail: Trail | None = None) -> None:
        """List who is quoted in the whole library, or what somebody says, where one was."""
        from newstui.ui.dialogs.spoken import SpeakersDialog

        dialog = SpeakersDialog(self._make_tools(), self._room.clock(), self._open_spoken, trail)
        self._room.screen.app.push_screen(dialog)

    def show_table(self, place: Place) -> None:
        """List what is said in a story, in all its languages."""
        from newstui.ui.dialogs.quote_table import QuoteTableDialog

        self._room.screen.app.push_screen(QuoteTableDialog(self._make_tools(), place), self._open_chosen)

    def come_back(self) -> bool:
        """Show the list again from which the open article was opened; False if it was not."""
        back, self._back = self._back, None
        reading = self._room.article.reading
        if back is None or reading is None or reading.article.id != back[0]:
            return False
        back[1]()
        return True

    def cite(self, quote: Quote, article: Article, document: Document | None) -> str:
        """Return a quotation as the reader wants it copied."""
        settings = self._room.settings
        marks, form = str(settings["quotation_marks"]), str(settings["quotes.copy_as"])
        return cite(quote, article, document, marks=marks, form=form)

    def _make_tools(self) -> Tools:
        from newstui.ui.dialogs.sayings import Tools

        room = self._room
        return Tools(room.library, room.keymap, self.cite, lambda text: self._articles.copy(text, ""))

    def _open_spoken(self, trail: Trail) -> None:
        chosen = trail.spoken.chosen
        self._open(chosen.article.id, chosen.quote, partial(self.show_speakers, trail))

    def _open_chosen(self, chosen: Chosen | None) -> None:
        if chosen is not None:
            self._open(chosen.reading.article.id, chosen.quote, partial(self.show_table, chosen.place))

    def _open(self, article_id: str, quote: Quote, back: Callable[[], None]) -> None:
        self._back = article_id, back
        load = partial(self._room.library.get_headline, article_id)
        self._room.threads.ask("open", load, partial(self._articles.open, quote=quote))
