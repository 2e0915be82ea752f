"""ArticleView: the widget an article is read in."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.model import Reading
from newstui.ui.article.position import Position


class ArticleView(ScrollView, can_focus=True):
    """An article to be read. It has no key bindings: commands call its methods. Nothing scrolls with an animation."""

    column_width: reactive[int] = reactive(66)
    """The widest that text is set, in cells; a wider pane centres it."""

    class PositionChanged(Message):
        """The article was scrolled; at most ten a second."""

        def __init__(self, view: ArticleView, position: Position) -> None:
            super().__init__()
            self.view, self.position = view, position

    class LinkActivated(Message):
        """A link was clicked; `index` is into the document's links, then on into the article's enclosures."""

        def __init__(self, view: ArticleView, index: int, url: str) -> None:
            super().__init__()
            self.view, self.index, self.url = view, index, url

    class QuoteSelected(Message):
        """A quotation was clicked; it is the current one already."""

        def __init__(self, view: ArticleView, index: int) -> None:
            super().__init__()
            self.view, self.index = view, index

    class EndReached(Message):
        """The article's last line came to the screen, for the first time since it is shown."""

        def __init__(self, view: ArticleView) -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, empty: Content | None = None, id: str | None = None, classes: str | None = None) -> None:
        """`empty` is what is said while there is no article."""
        raise NotImplementedError

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        raise NotImplementedError

    def show(self, reading: Reading | None, *, at: Position | None = None) -> None:
        """Show an article from its top, or from `at`. Forgets the current quotation and what was looked for."""
        raise NotImplementedError

    # Place

    def position(self) -> Position:
        """Return the block at the top of the screen and how far it is scrolled."""
        raise NotImplementedError

    def scroll_to_block(self, block: int, *, row: int = 0) -> None:
        """Bring a block's first line to a row of the screen, as far as there is text."""
        raise NotImplementedError

    def scroll_lines(self, count: int) -> None:
        """Scroll by lines, up when negative."""
        raise NotImplementedError

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens less two lines; 0.5 is half a screen."""
        raise NotImplementedError

    def scroll_to_top(self) -> None:
        """Show the title."""
        raise NotImplementedError

    def scroll_to_end(self) -> None:
        """Show the last line."""
        raise NotImplementedError

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen, or there is no article."""
        raise NotImplementedError

    @property
    def progress(self) -> float:
        """How much has been on the screen, from 0 to 1."""
        raise NotImplementedError

    # Quotations

    current_quote: reactive[int | None] = reactive[int | None](None)
    """The quotation that is highlighted strongest, as an index into the reading's quotes."""

    def select_quote(self, index: int | None, *, scroll: bool = True) -> None:
        """Make a quotation the current one and bring it to the screen; None: none is."""
        raise NotImplementedError

    def next_quote(self) -> int | None:
        """Go to the next quotation after the current one, or on or below the screen; return its index if there is one."""
        raise NotImplementedError

    def previous_quote(self) -> int | None:
        """Go to the quotation before the current one, or above the screen; return its index if there is one."""
        raise NotImplementedError

    # Find

    def find(self, query: str) -> int:
        """Highlight every place where `query` stands, whatever its case and accents; go to the first on or below the screen.

        Returns the number of places; an empty query takes the highlights away.
        """
        raise NotImplementedError

    @property
    def current_hit(self) -> int | None:
        """The number of the place found that is highlighted stronger, from 0."""
        raise NotImplementedError

    def next_hit(self) -> int | None:
        """Go to the next place found, after the last to the first; return its number."""
        raise NotImplementedError

    def previous_hit(self) -> int | None:
        """Go to the place found before, before the first to the last; return its number."""
        raise NotImplementedError
