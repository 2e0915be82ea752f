"""ArticleColumn: an article set as a column of lines that scrolls."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from rich.style import Style
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from newstui.model import TITLE, Reading
from newstui.ui.article.layout import Layout
from newstui.ui.article.painter import Painter
from newstui.ui.article.position import Position
from newstui.ui.article.typography import Typography
from newstui.ui.looks import combine_looks
from newstui.ui.notice import paint_notice
from newstui.ui.panes.article_to_come import notice_content

_PORTION: Final = 0.02
"""Seconds that a long article is set for at a time, before keys are listened to again."""
_THROTTLE: Final = 0.1
"""Seconds between two messages about the position."""
_OVERLAP: Final = 2
"""Lines that stay on the screen when a page is turned."""


class ArticleColumn(ScrollView, can_focus=True, inherit_bindings=False):
    """An article that is set, scrolled and painted, without anything that lies over its words.

    Nothing scrolls with an animation.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article-view--{name}"
        for name in (
            "title", "byline", "summary", "heading", "subheading", "text", "quote", "code", "table", "table-head",
            "picture", "caption", "rule", "enclosure", "lead", "strong", "emphasis", "inline-code", "link", "strike",
            "notice", "code-keyword", "code-string", "code-number", "code-comment", "code-name",
        )
    }  # fmt: skip

    DEFAULT_CSS = """
    ArticleColumn { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    column_width: reactive[int] = reactive(66, init=False)
    """The widest that text is set, in cells; a wider pane centres it."""

    typography: reactive[Typography] = reactive(Typography(), init=False)
    """How text is set."""

    class PositionChanged(Message):
        """The article was scrolled; at most ten a second."""

        def __init__(self, view: ArticleColumn, position: Position) -> None:
            super().__init__()
            self.view, self.position = view, position

    class EndReached(Message):
        """The article's last line is on the screen, for the first time since the article is shown."""

        def __init__(self, view: ArticleColumn) -> None:
            super().__init__()
            self.view = view

    def __init__(self, *, empty: Content | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        """`empty` is what is said while there is no article."""
        super().__init__(id=id, classes=classes)
        self._empty = empty
        self._reading: Reading | None = None
        self._layout: Layout | None = None
        self._anchor: Position | None = None
        """Where the article was put; kept until it is scrolled, so that resizing to and fro comes back to the same line."""
        self._ended = False
        self._painter = Painter(self._make_style)
        self._position_timer: Timer | None = None

    # What is shown

    @property
    def reading(self) -> Reading | None:
        """What is shown."""
        return self._reading

    @property
    def text_layout(self) -> Layout | None:
        """The lines of what is shown; another one after every change of the width."""
        return self._layout

    def show(self, reading: Reading | None, *, at: Position | None = None) -> None:
        """Show an article from its top, or from `at`."""
        same = self._reading is not None and reading is not None and self._reading.document == reading.document
        self._reading = reading
        self._layout = None
        self._ended = self._ended and same  # an end that was told is not told again
        self._anchor = at or Position(TITLE, 1)
        if self.is_mounted and self.text_selection is not None:
            self.screen.clear_selection()
        self.set_article()

    def set_article(self) -> None:
        """Set the article for the width that there is, and put it where the anchor says."""
        width = self._fitting_width()
        anchor = self._anchor or self.position()
        if self._reading is None or not self.size.width:
            self._layout = None
            self.virtual_size = Size(self.size.width, 0)
            self.refresh()
            return
        self._layout = self.make_layout(self._reading, width)
        self._painter.set_article(self._reading, self._layout)
        self._place(anchor)
        self._go_on_setting(self._layout)

    def make_layout(self, reading: Reading, width: int) -> Layout:
        """Return the lines of an article in a column, none of which is set yet."""
        return Layout(reading, width, self.typography)

    def _go_on_setting(self, layout: Layout) -> None:
        """Set one more portion of the article, and come back if that was not all."""
        if layout is not self._layout:
            return
        layout.extend(seconds=_PORTION)
        self._update_height()
        if not layout.complete:
            self.set_timer(_PORTION / 4, partial(self._go_on_setting, layout))
            return
        self._tell_position()
        if not self._ended and self.at_end:
            self._ended = True
            self.post_message(self.EndReached(self))

    def _update_height(self) -> None:
        if self._layout is not None:
            self.virtual_size = Size(self.size.width, len(self._layout.lines) + 1)

    def _fitting_width(self) -> int:
        """The width of the text column: narrower than the pane by a margin that a narrow pane can spare."""
        available = self.scrollable_content_region.width
        return max(1, min(self.column_width, available - (4 if available > 50 else 2)))

    @property
    def _margin(self) -> int:
        width = self._layout.width if self._layout else 0
        return max(0, (self.scrollable_content_region.width - width) // 2)

    def watch_column_width(self) -> None:
        """Set the article anew, at the same place."""
        self._on_width_changed()

    def watch_typography(self) -> None:
        """Set the article anew, at the same place."""
        self.set_article()

    def on_resize(self) -> None:
        """Set the article for the new width; the words at the top stay there."""
        self._on_width_changed()

    def _on_width_changed(self) -> None:
        """Set the article anew if its column has another width now, or put it where it was."""
        if self._layout is None or self._layout.width != self._fitting_width():
            self.set_article()
        else:
            self._painter.forget_strips()
            self._update_height()
            self._place(self._anchor or self.position())

    def notify_style_update(self) -> None:
        """Forget what was painted: the theme has changed."""
        super().notify_style_update()
        self._painter.forget_styles()

    # Place

    def position(self) -> Position:
        """Return the block at the top of the screen and how far it is scrolled."""
        layout = self._layout
        if layout is None or not layout.lines:
            return self._anchor or Position(TITLE, 1)
        return layout.find_position(self.scroll_offset.y)

    def paragraph(self) -> Position:
        """Return the first block that begins in the upper half of the screen, or else where the screen begins in one."""
        top = self.position()
        layout = self._layout
        if top.row >= 0 or layout is None:
            return top
        layout.extend(lines=self.scroll_offset.y + self.size.height)
        index = layout.part_at(self.scroll_offset.y) + 1
        row = layout.first_line(index) - self.scroll_offset.y if index < len(layout.parts) else self.size.height
        return Position(layout.parts[index].number, row) if row < self.size.height // 2 else top

    def _place(self, position: Position) -> None:
        """Scroll so that a position holds, as far as there is text, and remember it until the article is scrolled."""
        layout = self._layout
        if layout is None:
            return
        part = layout.find_part(position.block)
        offset = min(position.offset, len(part.text) - 1) if part else 0
        if offset > 0:
            line = layout.find_line(position.block, offset)
        else:
            line = layout.find_row(position.block, max(0, -position.row))
        # From a higher pane it may come to stand below this one's end.
        top = 0 if line is None else line - max(0, min(position.row, self.size.height - _OVERLAP))
        layout.extend(lines=top + self.size.height + 1)
        self._update_height()
        self.scroll_to(y=max(0, top), animate=False, force=True)
        self._anchor = position
        self.refresh()

    def scroll_to_block(self, block: int, *, row: int = 0) -> None:
        """Bring a block's first line to a row of the screen, as far as there is text."""
        self._place(Position(block, max(0, row)))

    def scroll_lines(self, count: int) -> None:
        """Scroll by lines, up when negative."""
        if self._layout is not None:
            self._layout.extend(lines=self.scroll_offset.y + self.size.height + max(0, count))
            self._update_height()
            self.scroll_to(y=self.scroll_offset.y + count, animate=False, force=True)

    def scroll_pages(self, pages: float) -> None:
        """Scroll by screens less two lines; 0.5 is half a screen."""
        self.scroll_lines(round(max(1, self.size.height - _OVERLAP) * pages))

    def scroll_to_top(self) -> None:
        """Show the title."""
        self.scroll_to(y=0, animate=False, force=True)

    def scroll_to_end(self) -> None:
        """Show the last line."""
        if self._layout is not None:
            self._layout.extend()
            self._update_height()
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    @property
    def at_end(self) -> bool:
        """Whether the last line is on the screen, or there is no article."""
        layout = self._layout
        return layout is None or (layout.complete and self.scroll_offset.y + self.size.height >= len(layout.lines))

    @property
    def progress(self) -> float:
        """How much of the article is on the screen or above it, from 0 to 1."""
        height = self._layout.estimate_height() if self._layout else 0
        return min(1.0, (self.scroll_offset.y + self.size.height) / height) if height else 1.0

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the reader is, not more often than somebody wants to know."""
        super().watch_scroll_y(old_value, new_value)
        self._anchor = None
        self._tell_position()
        if not self._ended and self._layout is not None and self.at_end:
            self._ended = True
            self.post_message(self.EndReached(self))

    def _tell_position(self) -> None:
        if self._position_timer is None:
            self._position_timer = self.set_timer(_THROTTLE, self._post_position)

    def _post_position(self) -> None:
        self._position_timer = None
        if self._layout is not None:
            self.post_message(self.PositionChanged(self, self.position()))

    def bring_to_screen(self, line: int) -> None:
        """Scroll a line to the upper third unless it is on the screen with a line to spare."""
        height = self.size.height
        if not self.scroll_offset.y + 1 <= line < self.scroll_offset.y + height - 1:
            self._update_height()
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        if self._layout is None:
            notice = self._empty or notice_content()
            strips = paint_notice(notice, self.size, self.get_visual_style("article-view--notice"))
            return strips.get(y, Strip.blank(self.size.width, self._painter.style()))
        number = self.scroll_offset.y + y
        if number >= len(self._layout.lines):
            return Strip.blank(self.size.width, self._painter.style())
        return self.paint_number(number)

    def paint_number(self, number: int) -> Strip:
        """Paint a line of the layout by its number."""
        return self._painter.paint(number, margin=self._margin, width=self.size.width)

    def _make_style(self, *names: str) -> Style:
        return combine_looks(self, [f"article-view--{name}" for name in names])
