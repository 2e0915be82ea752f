"""The desk "quote": from one quotation to the next, in the article and in its pane at once."""

from __future__ import annotations

from functools import partial

from newstui.i18n import _, format_number
from newstui.model import Reading, SpokenQuote
from newstui.ui.article import Position
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.dialogs.speakers import SpeakersDialog
from newstui.ui.quotation import cite
from newstui.ui.room import Room


class QuoteDesk:
    """Steps through the quotations of the open article."""

    def __init__(self, room: Room, articles: ArticleDesk) -> None:
        self._room = room
        self._articles = articles
        self._came_from: Position | None = None

    def next(self) -> None:
        """Go to the next quotation."""
        if self._need_quotes() is not None:
            self._show(self._room.article.next_quote(), _("This was the last quotation."))

    def previous(self) -> None:
        """Go to the quotation before."""
        if self._need_quotes() is not None:
            self._show(self._room.article.previous_quote(), _("This is the first quotation."))

    def copy(self) -> None:
        """Copy the current quotation with its speaker, source and date."""
        reading, current = self._need_quotes(), self._room.article.current_quote
        if reading is None:
            return
        if current is None:
            said = _("No quotation is chosen: {key} goes to the next one.")
            self._room.warn(said.format(key=self._room.keymap.show_key("quote.next")))
            return
        typography = str(self._room.settings["quotation_marks"])
        self._articles.copy(
            cite(reading.quotes[current], reading.article, typography), _("The quotation is copied with its source.")
        )

    def speakers(self) -> None:
        """List who is quoted in the whole library; a quotation that is chosen is shown in its article."""
        self._room.screen.app.push_screen(SpeakersDialog(self._room.library, self._room.clock()), self._open)

    def look_at(self, index: int) -> None:
        """Show a quotation in the article while the pane of quotes is used; `go_back` returns to where one was."""
        if self._came_from is None:
            self._came_from = self._room.article.position()
        self._room.article.select_quote(index)
        self._tell(index)

    def stay(self) -> None:
        """Forget where one was: the reader reads on here."""
        self._came_from = None

    def go_back(self) -> None:
        """Show the article where it was before quotations were looked at."""
        place, reading = self._came_from, self._room.article.reading
        self._came_from = None
        if place is not None and reading is not None:
            self._room.article.show(reading, at=place)

    def note_clicked(self, index: int) -> None:
        """Take up that a quotation was clicked in the article."""
        self._room.quotes.go_to(index)
        self._tell(index)

    def _open(self, spoken: SpokenQuote | None) -> None:
        if spoken is not None:
            load = partial(self._room.library.get_headline, spoken.article.id)
            open_at = partial(self._articles.open, quote=spoken.quote)
            self._room.threads.ask("open", load, open_at)

    def _show(self, index: int | None, none_left: str) -> None:
        if index is None:
            self._room.warn(none_left)
        else:
            self.note_clicked(index)

    def _tell(self, index: int) -> None:
        reading = self._room.article.reading
        if reading is not None and index < len(reading.quotes):
            quote = reading.quotes[index]
            said = _("Quotation {number} of {total}: {speaker}")
            self._room.say(
                said.format(
                    number=format_number(index + 1),
                    total=format_number(len(reading.quotes)),
                    speaker=quote.speaker or quote.speaker_text or _("Speaker unknown"),
                )
            )

    def _need_quotes(self) -> Reading | None:
        reading = self._room.article.reading
        if reading is None:
            self._room.warn(_("No article is open."))
        elif not reading.quotes:
            self._room.warn(_("Nobody is quoted in this article."))
        else:
            return reading
        return None
