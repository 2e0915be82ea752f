"""The pane of quotes: what is quoted in the article, by whom, in its order or by speaker."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import OptionDoesNotExist

from newstui.i18n import _, format_number, ngettext
from newstui.model import Quote, QuoteKind, Reading
from newstui.ui.content import foreign_content
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.quote_rows import Choice, count_kinds, list_rows, show_name


class QuotesPane(Lines):
    """The article's quotations; the row under the cursor is the one that is shown in the article."""

    class Highlighted(Message):
        """The cursor came to a quotation, an index into the reading's quotes."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """A quotation was clicked or chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Narrowed(Message):
        """Other quotations are listed now: these indexes, None for all that there are."""

        def __init__(self, indexes: frozenset[int] | None) -> None:
            super().__init__()
            self.indexes = indexes

    def __init__(self, choice: Choice, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self.choice = choice
        self._reading: Reading | None = None

    @property
    def index(self) -> int | None:
        """The quotation under the cursor."""
        return None if self.key is None else int(self.key)

    @property
    def listed(self) -> list[int]:
        """The quotations that are listed, in the order of the article."""
        return [index for index, quote in enumerate(self._quotes) if self.choice.shows(quote)]

    @property
    def _quotes(self) -> tuple[Quote, ...]:
        return self._reading.quotes if self._reading else ()

    def show_quotes(self, reading: Reading | None) -> None:
        """Show an article's quotations, or why there are none; of another article those of every speaker."""
        before, self._reading = self._reading, reading
        same = before is not None and reading is not None and before.article.id == reading.article.id
        if not same or not any(map(self.choice.shows, self._quotes)):
            self.choice = replace(self.choice, speaker=None)
        self._show(None if same else "")

    def choose_rows(self, choice: Choice) -> None:
        """List other quotations, or in another order; the cursor stays on its quotation if it can."""
        self.choice = choice
        self._show(self.key)

    def _show(self, key: str | None) -> None:
        """Draw the rows, with the cursor on `key`, where it was (None), or on the first (empty)."""
        if self._reading is None:
            self.show_lines([say(_("No article is open."))])
        elif not self._quotes:
            self.show_lines([say(_("Nobody is quoted in this article."))])
        else:
            rows = list(list_rows(self._quotes, self.choice))
            none = say(_("Nobody is quoted in this article, but there are titles and expressions."))
            first = next((row.id for row in rows if row.id is not None), None)
            self.show_lines(rows or [none], key=first if key == "" else key)
        self.show_title()
        listed = frozenset(self.listed)
        self.post_message(self.Narrowed(None if len(listed) == len(self._quotes) else listed))

    def show_title(self) -> None:
        """Name the pane, whose quotations it lists, and how many."""
        name = self.choice.speaker
        narrowed = f" · {show_name(name)}" if name is not None else ""
        self.border_title = foreign_content(_("Quotes") + narrowed)
        speech, terms = count_kinds(self._quotes[index] for index in self.listed)
        counts = [ngettext("{count} quote", "{count} quotes", speech).format(count=format_number(speech))]
        if terms:
            counts.append(
                ngettext("{count} expression", "{count} expressions", terms).format(count=format_number(terms))
            )
        self.border_subtitle = Content(" · ".join(counts) if self._quotes else "")

    def go_to(self, index: int | None) -> None:
        """Put the cursor on a quotation, if it is listed, without telling anybody."""
        if index is None:
            return
        try:
            place = self.get_option_index(str(index))
        except OptionDoesNotExist:
            return
        with self.prevent(OptionList.OptionHighlighted):
            self.highlighted = place

    def find_speech(self, index: int | None) -> Quote | None:
        """Return the quotation with an index if it is somebody's, not a title or an expression."""
        quote = self._quotes[index] if index is not None and index < len(self._quotes) else None
        return quote if quote is not None and quote.kind is QuoteKind.SPEECH else None

    @on(OptionList.OptionHighlighted)
    def _tell_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Highlighted(int(event.option_id)))

    @on(OptionList.OptionSelected)
    def _tell_chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Chosen(int(event.option_id)))
