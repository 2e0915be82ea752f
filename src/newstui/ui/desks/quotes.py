"""The desk "quote": from one quotation to the next, in the article and in its pane at once."""

from __future__ import annotations

from dataclasses import replace

from newstui.errors import N_
from newstui.i18n import _, format_number
from newstui.model import Reading, Speaker
from newstui.ui.article.position import Position
from newstui.ui.commands import Pane
from newstui.ui.desks.articles import ArticleDesk
from newstui.ui.desks.panes import PaneDesk
from newstui.ui.desks.quote_lists import QuoteLists
from newstui.ui.panes.quote_rows import Choice, read_choice, show_name
from newstui.ui.quotation import name_speaker
from newstui.ui.room import Room


class QuoteDesk:
    """Steps through the quotations of the open article."""

    def __init__(self, room: Room, panes: PaneDesk, articles: ArticleDesk) -> None:
        self._room = room
        self._panes = panes
        self._articles = articles
        self._came_from: Position | None = None
        """Where the article was before the pane showed a quotation of it."""
        self._left: tuple[Reading, Position] | None = None
        """Where the article was before one went to a quotation, to read on there."""
        self._lists = QuoteLists(room, articles)

    def apply(self) -> None:
        """List quotations as the settings say."""
        before = self._room.quotes.choice
        choice = replace(read_choice(self._room.settings), speaker=before.speaker)
        if choice != before:
            self._choose(choice)

    # Commands

    def next(self) -> None:
        """Go to the next quotation."""
        if self._panes.current is Pane.COMPARE:
            if not self._room.compare.step_quote(1):
                self._room.warn(_("This was the last quotation."))
        elif self._need_quotes() is not None:
            self._show(self._room.article.next_quote(), _("This was the last quotation."))

    def previous(self) -> None:
        """Go to the quotation before."""
        if self._panes.current is Pane.COMPARE:
            if not self._room.compare.step_quote(-1):
                self._room.warn(_("This is the first quotation."))
        elif self._need_quotes() is not None:
            self._show(self._room.article.previous_quote(), _("This is the first quotation."))

    def copy(self) -> None:
        """Copy the current quotation with its speaker, source and date."""
        reading = self._need_quotes()
        if reading is None:
            return
        index = self._room.article.current_quote if self._chosen is None else self._chosen
        if index is None:
            said = _("No quotation is chosen; press {key} for the next one.")
            self._room.warn(said.format(key=self._room.keymap.show_key("quote.next")))
            return
        text = self._lists.cite(reading.quotes[index], reading.article, reading.document)
        self._articles.copy(text, _("The quotation is copied with its source."))

    def copy_or_link(self) -> None:
        """Copy the quotation that is chosen here, else the address."""
        if self._chosen is None:
            self._articles.copy_link()
        else:
            self.copy()

    def group(self) -> None:
        """List by speaker, or in the order of the article."""
        choice = self._room.quotes.choice
        self._choose(replace(choice, grouped=not choice.grouped))
        self._room.choose("quotes.by_speaker", not choice.grouped)
        self._room.say(_("In the order of the article.") if choice.grouped else _("By speaker."))

    def terms(self) -> None:
        """Hide titles and expressions, or show them again."""
        choice = self._room.quotes.choice
        self._choose(replace(choice, terms=not choice.terms))
        self._room.choose("quotes.expressions", not choice.terms)
        self._room.say(
            _("Titles and expressions are hidden.") if choice.terms else _("Titles and expressions are shown.")
        )

    def filter(self) -> None:
        """Show what the speaker under the cursor says and nothing else, or everything again."""
        reading = self._need_quotes()
        if reading is None or self.show_all_speakers():
            return
        pane = self._room.quotes
        index = pane.index if self._panes.current is Pane.QUOTES else self._room.article.current_quote
        quote = pane.find_speech(index)
        if quote is None:
            said = _("Nobody’s words are chosen; press {key} for the next quotation.")
            self._room.warn(said.format(key=self._room.keymap.show_key("quote.next")))
            return
        self._choose(replace(pane.choice, speaker=name_speaker(quote)))
        said = _("Only what one person says; press {key} to show everything again: {speaker}")
        key = self._room.keymap.show_key("go.back")
        self._room.say(said.format(speaker=show_name(name_speaker(quote)), key=key))

    def speakers(self) -> None:
        """List who is quoted in the whole library; a quotation that is chosen is shown in its article."""
        self._lists.show_speakers()

    def show_speaker(self, speaker: Speaker) -> None:
        """List what somebody says in the whole library."""
        from newstui.ui.dialogs.spoken import Spoken, Trail

        self._lists.show_speakers(Trail(speaker.name, Spoken(speaker)))

    def compare(self) -> None:
        """List what is said in the story in all its languages; a quotation that is chosen is shown in its edition."""
        from newstui.ui.dialogs.quote_table import Place

        reading = self._room.article.reading
        if reading is None:
            self._room.warn(_("No article is open."))
        else:
            self._lists.show_table(Place(reading.article.id))

    # Going there and back

    def look_at(self, index: int) -> None:
        """Show a quotation in the article while the pane of quotes is used; `go_back` returns to where one was."""
        if self._came_from is None:
            self._came_from = self._room.article.position()
        self._room.article.select_quote(index)
        self._tell(index)

    def stay(self) -> None:
        """Read on at the quotation that is looked at; `return_to_place` returns to where one was."""
        reading, place = self._room.article.reading, self._came_from
        self._left = (reading, place) if reading is not None and place is not None else None
        self._came_from = None
        said = _("Press {key} to go back to where you were.")
        self._room.say(said.format(key=self._room.keymap.show_key("go.open")))

    def return_to_place(self) -> None:
        """Go back to where the article was before one went to a quotation, and to the pane where it was chosen."""
        left, self._left = self._left, None
        if left is not None and left[0] is self._room.article.reading:
            chosen = self._room.quotes.index
            self._room.article.show(left[0], at=left[1])
            self._panes.go_to(Pane.QUOTES)
            self._room.quotes.go_to(chosen)

    def go_back(self) -> None:
        """Show the article where it was before quotations were looked at."""
        place, reading = self._came_from, self._room.article.reading
        self._came_from = None
        if place is not None and reading is not None:
            self._room.article.show(reading, at=place)

    def come_back(self) -> bool:
        """Show the list of quotations again from which the open article was opened; False if it was not."""
        return self._lists.come_back()

    def show_all_speakers(self) -> bool:
        """Show what everybody says again; False if nothing else is shown."""
        choice = self._room.quotes.choice
        if choice.speaker is None:
            return False
        self._choose(replace(choice, speaker=None))
        self._room.say(_("All quotations are shown."))
        return True

    # What the panes tell

    def note_clicked(self, index: int) -> None:
        """Take up that a quotation was clicked in the article."""
        self._room.quotes.go_to(index)
        self._tell(index)

    def note_pane(self, pane: Pane) -> None:
        """Take up that another pane is used: in that of quotes the cursor goes to the quotation that is read next."""
        article = self._room.article
        if pane is Pane.QUOTES and article.current_quote is None and self._came_from is None:
            self._room.quotes.go_to(article.find_quote(1))
        self.tell_key()

    def tell_key(self) -> None:
        """Say in the key line what the key copies here and now."""
        self._room.keys.titles = {} if self._chosen is None else {"quote.copy-or-link": N_("Copy quote")}

    @property
    def _chosen(self) -> int | None:
        """The quotation that a command means here: the one under the cursor in its pane, the current one beside it."""
        if self._panes.current is Pane.QUOTES:
            return self._room.quotes.index
        return self._room.article.current_quote if self._panes.current is Pane.ARTICLE else None

    def _choose(self, choice: Choice) -> None:
        self._room.quotes.choose_rows(choice)
        self.tell_key()

    def _show(self, index: int | None, none_left: str) -> None:
        if index is None:
            self._room.warn(none_left)
        else:
            self.note_clicked(index)

    def _tell(self, index: int) -> None:
        reading, listed = self._room.article.reading, self._room.quotes.listed
        if reading is not None and index in listed:
            said = _("Quotation {number} of {total}: {speaker}")
            self._room.say(
                said.format(
                    number=format_number(listed.index(index) + 1),
                    total=format_number(len(listed)),
                    speaker=show_name(name_speaker(reading.quotes[index])),
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
