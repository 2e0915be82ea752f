"""The pane of quotes: what is quoted in the article, in order, by whom."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.model import Quote, QuoteKind, Reading
from newstui.text.clean import clean_line
from newstui.ui.content import foreign_content
from newstui.ui.panes.lines import Lines, say

_LONGEST = 140
"""Characters of a quotation that are shown in the pane."""


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

    def show_quotes(self, reading: Reading | None) -> None:
        """Show an article's quotations, or why there are none."""
        if reading is None:
            self.show_lines([say(_("No article is open."))])
        elif not reading.quotes:
            self.show_lines([say(_("Nobody is quoted in this article."))])
        else:
            lines = [Option(_draw(quote), id=str(n)) for n, quote in enumerate(reading.quotes)]
            self.show_lines(lines, key="0")

    def go_to(self, index: int | None) -> None:
        """Put the cursor on a quotation without telling anybody."""
        if index is not None and index < self.option_count and not self.get_option_at_index(index).disabled:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlighted = index

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


def _draw(quote: Quote) -> Content:
    text = clean_line(quote.text)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    if quote.kind is QuoteKind.TERM:
        return foreign_content(text, "italic $quiet")
    speaker = quote.speaker or quote.speaker_text
    who = foreign_content(speaker, "bold $text-accent") if speaker else Content.styled(_("Speaker unknown"), "$quiet")
    return Content.assemble(who, "\n", foreign_content(text))
