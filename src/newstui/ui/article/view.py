"""ArticleView: the widget an article is read in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from newstui.model import Reading
from newstui.ui.article.excerpt import copy_selection, find_words
from newstui.ui.article.find import Hit, find_hits, find_terms
from newstui.ui.article.modal import ModalColumn
from newstui.ui.article.paint import paint_selection
from newstui.ui.article.position import Position
from newstui.ui.article.scrollmarks import mark_scrollbar
from newstui.ui.article.steps import choose_quote

if TYPE_CHECKING:
    from newstui.text.query.terms import Term


class ArticleView(ModalColumn):
    """An article to be read: its quotations, what is found in it, its links.

    It has no key bindings: commands call its methods.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = ModalColumn.COMPONENT_CLASSES | {
        f"article-view--{name}"
        for name in (
            "quote-term",
            "quote-speech",
            "quote-current",
            "hit",
            "hit-current",
        )
    }

    current_quote: reactive[int | None] = reactive[int | None](None, init=False)
    """The quotation that is highlighted strongest, as an index into the reading's quotes."""

    class LinkActivated(Message):
        """A link was clicked; `index` is into the document's links, then on into the article's enclosures."""

        def __init__(self, view: ArticleView, index: int, url: str) -> None:
            super().__init__()
            self.view, self.index, self.url = view, index, url

    class PlaceActivated(Message):
        """Words were clicked that lead to the block that has a number among its places."""

        def __init__(self, view: ArticleView, place: int) -> None:
            super().__init__()
            self.view, self.place = view, place

    class QuoteSelected(Message):
        """A quotation was clicked; it is the current one already."""

        def __init__(self, view: ArticleView, index: int) -> None:
            super().__init__()
            self.view, self.index = view, index

    def __init__(self, *, empty: Content | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        """`empty` is what is said while there is no article."""
        super().__init__(empty=empty, id=id, classes=classes)
        self._hits: list[Hit] = []
        self._hit: int | None = None
        self._shown_quotes: frozenset[int] | None = None

    def show(self, reading: Reading | None, *, at: Position | None = None) -> None:
        """Show an article from its top, or from `at`. Forgets the current quotation and what was looked for."""
        if reading is not self._reading:
            self.narrow_quotes(None)
        self._hits, self._hit = [], None
        self._painter.mark_hits([], None)
        self._mark_scrollbar()
        self._painter.mark_current_quote(None)
        self.current_quote = None
        super().show(reading, at=at)

    # Quotations

    def select_quote(self, index: int | None, *, scroll: bool = True) -> None:
        """Make a quotation the current one and bring it to the screen; None: none is."""
        self.current_quote = index
        if index is not None and scroll and (line := self._quote_line(index)) is not None:
            self.bring_to_screen(line)

    def narrow_quotes(self, shown: frozenset[int] | None) -> None:
        """Highlight these quotations and step through no others; None: all."""
        self._shown_quotes = shown
        self._painter.narrow_quotes(shown)
        self.refresh()

    def next_quote(self) -> int | None:
        """Go to the next quotation after the current one, or on or below the screen; return its index if there is one."""
        return self._step_quote(1)

    def previous_quote(self) -> int | None:
        """Go to the quotation before the current one, or above the screen; return its index if there is one."""
        return self._step_quote(-1)

    def find_quote(self, step: int) -> int | None:
        """Return the index of the quotation that next_quote (`step` 1) or previous_quote (-1) would go to."""
        shown = self._shown_quotes
        indexes = [index for index in range(self._quote_count()) if shown is None or index in shown]
        lines = {index: line for index in indexes if (line := self._quote_line(index)) is not None}
        top = self.scroll_offset.y
        return choose_quote(lines, self.current_quote, top, top + self.size.height, step)

    def _step_quote(self, step: int) -> int | None:
        index = self.find_quote(step)
        if index is not None:
            self.select_quote(index)
        return index

    def _quote_count(self) -> int:
        return len(self._reading.quotes) if self._reading else 0

    def _quote_line(self, index: int) -> int | None:
        spans = self._reading.quotes[index].spans if self._reading else ()
        return self._layout.find_line(spans[0].block, spans[0].start) if self._layout and spans else None

    def watch_current_quote(self) -> None:
        """Paint the quotation that was the current one and the one that is."""
        self._painter.mark_current_quote(self.current_quote)
        self.refresh()

    # Find

    def find(self, query: str) -> int:
        """Highlight every place where `query` stands, whatever its case and accents, and go to the first one.

        The first is the first on or below the screen. Returns the number of places; an empty query takes the highlights
        away.
        """
        parts = self._layout.parts if self._layout else []
        self._hits = find_hits(parts, query)
        self._hit = None
        top = self.scroll_offset.y
        self._go_to_hit(next((n for n, hit in enumerate(self._hits) if self._hit_line(hit) >= top), 0))
        return len(self._hits)

    def mark_terms(self, terms: Sequence[Term]) -> None:
        """Highlight every place where what a search asks for stands, and stay where the article is."""
        self._hits, self._hit = find_terms(self._layout.parts if self._layout else [], terms), None
        self._painter.mark_hits(self._hits, None)
        self._mark_scrollbar()
        self.refresh()

    @property
    def hits(self) -> int:
        """The number of places that are highlighted."""
        return len(self._hits)

    @property
    def current_hit(self) -> int | None:
        """The number of the place found that is highlighted stronger, from 0."""
        return self._hit

    def next_hit(self) -> int | None:
        """Go to the next place found, after the last to the first; return its number."""
        return self._go_to_hit((self._hit or 0) + 1 if self._hit is not None else 0)

    def previous_hit(self) -> int | None:
        """Go to the place found before, before the first to the last; return its number."""
        return self._go_to_hit((self._hit or 0) - 1)

    def _go_to_hit(self, number: int) -> int | None:
        self._hit = number % len(self._hits) if self._hits else None
        self._painter.mark_hits(self._hits, self._hit)
        self._mark_scrollbar()
        self.refresh()
        if self._hit is not None:
            self.bring_to_screen(self._hit_line(self._hits[self._hit]))
        return self._hit

    def _mark_scrollbar(self) -> None:
        """Show beside the article where places were found."""
        lines = [self._hit_line(hit) for hit in self._hits]
        height = len(self._layout.lines) if self._layout else 0
        places = [line / height for line in lines]
        mark_scrollbar(self.vertical_scrollbar, places, self._painter.style("hit-current"))

    def _hit_line(self, hit: Hit) -> int:
        return (self._layout.find_line(hit.part, hit.start) if self._layout else 0) or 0

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Follow a link or choose a quotation, unless the click ends a selection."""
        self.leave()
        selection = self.text_selection
        if selection is not None and selection.start != selection.end:
            return
        meta = event.style.meta
        if (link := meta.get("article_link")) is not None:
            urls = self.list_addresses()
            if 0 <= link < len(urls):
                self.post_message(self.LinkActivated(self, link, urls[link]))
        elif (place := meta.get("article_place")) is not None:
            self.post_message(self.PlaceActivated(self, place))
        elif (quote := meta.get("article_quote")) is not None:
            self.select_quote(quote, scroll=False)
            self.post_message(self.QuoteSelected(self, quote))
        elif (at := event.get_content_offset(self)) and (url := self.find_picture(at.y)):
            self.post_message(self.PictureActivated(self, url))

    def list_addresses(self) -> list[str]:
        """Return where the document's links lead, then the article's enclosures."""
        if self._reading is None:
            return []
        links = [link.url for link in self._reading.document.links]
        return links + [enclosure.url for enclosure in self._reading.article.enclosures]

    # Selecting

    def paint_number(self, number: int) -> Strip:
        """Paint a line of the layout by its number, with what is selected of it."""
        return self._select_in(super().paint_number(number), number).apply_offsets(0, number)

    def _select_in(self, strip: Strip, number: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None or self._layout is None:
            return strip
        line = self._layout.lines[number]
        first = max(span[0], find_words(line, self._margin))
        last = len(strip.text.rstrip()) if span[1] < 0 else min(span[1], len(strip.text.rstrip()))
        style = self.screen.get_component_rich_style("screen--selection")
        return paint_selection(strip, first, last, style) if first < last else strip

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words without line breaks that were not in the text."""
        if self._layout is None:
            return None
        return copy_selection(self._layout, selection, self._margin), "\n"
