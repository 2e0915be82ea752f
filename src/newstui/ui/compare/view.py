"""CompareView: the widget in which two editions are read side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newstui.ui.article.typography import Typography
from newstui.ui.article.view import ArticleView
from newstui.ui.compare.found import Found, find_line
from newstui.ui.compare.layout import CompareLayout
from newstui.ui.compare.painter import COLOURS, GUTTER, ComparePainter, Frame
from newstui.ui.looks import combine_looks

if TYPE_CHECKING:
    from newstui.text.parallel import Comparison, Row

BESIDE: Final = 97
"""From so many cells on, those of a screen of 100 columns and more, the editions stand beside each other."""
_PORTION: Final = 0.02
"""Seconds that long editions are set for at a time, before keys are listened to again."""
_INDENT: Final = 2
"""Cells by which a counterpart that stands below is set in."""
_SPARE: Final = 1
"""Lines that stay above and below the cursor's row."""


class CompareView(ScrollView, can_focus=True, inherit_bindings=False):
    """Two editions with one cursor. It has no key bindings: commands call its methods. Nothing is animated."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *ArticleView.COMPONENT_CLASSES,
        *(f"article-view--pair-{number}" for number in range(1, COLOURS + 1)),
        *(f"article-view--{name}" for name in ("cursor", "bar", "counterpart", "quote-alone")),
    }

    DEFAULT_CSS = """
    CompareView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """
    ALLOW_SELECT = False

    column_width: reactive[int] = reactive(66, init=False)
    """The widest that each side is set, in cells; a wider pane centres them."""

    typography: reactive[Typography] = reactive(Typography(), init=False)
    """How text is set."""

    cursor: reactive[int] = reactive(0, init=False)
    """The number of the current row."""

    class Moved(Message):
        """The cursor came to another row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._comparison: Comparison | None = None
        self._rows: list[Row] = []
        self._layout: CompareLayout | None = None
        self._painter = ComparePainter(self._make_style)
        self._found = Found()
        self._height_wanted: int | None = None
        """The line of the screen on which the cursor's row is to begin, once there is a layout."""

    # What is shown

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self.cursor] if self._rows else None

    @property
    def rows(self) -> list[Row]:
        """All rows."""
        return self._rows

    @property
    def height_of_cursor(self) -> int:
        """The line of the screen on which the cursor's row begins; negative above it."""
        if self._layout is None or not self._rows:
            return self._height_wanted or 0
        return self._layout.span(self.cursor)[0] - self.scroll_offset.y

    def show(self, comparison: Comparison, rows: list[Row], *, cursor: int = 0, height: int = _SPARE) -> None:
        """Show two editions with the cursor on a row, which begins on a line of the screen if there is text above."""
        self._comparison, self._rows = comparison, rows
        self.set_reactive(CompareView.cursor, min(cursor, len(rows) - 1))
        self._set(height)
        self.post_message(self.Moved())

    def _set(self, height: int) -> None:
        """Set both editions for the width that there is, the cursor's row on a line of the screen."""
        width = self.scrollable_content_region.width
        self._layout = None
        self._height_wanted = height
        if self._comparison is None or not self.size.width:
            return
        interleaved = width < BESIDE
        if interleaved:
            column = max(1, min(self.column_width, width - GUTTER - _INDENT))
            widths = column, max(1, column - _INDENT)
        else:
            widths = (min(self.column_width, (width - 2 * GUTTER) // 2),) * 2
        self._layout = CompareLayout(self._comparison, self._rows, widths, self.typography, interleaved=interleaved)
        self._painter.set_comparison(self._comparison, self._layout)
        start, _end = self._layout.span(self.cursor)
        self._bring_to_top(start - height)
        self._find_anew(self._layout)
        self._go_on_setting(self._layout)
        self.refresh()

    def _go_on_setting(self, layout: CompareLayout) -> None:
        """Set one more portion, and come back if that was not all."""
        if layout is not self._layout:
            return
        layout.extend(seconds=_PORTION)
        self._update_height()
        if not layout.complete:
            self.set_timer(_PORTION / 4, partial(self._go_on_setting, layout))

    def _update_height(self) -> None:
        if self._layout is not None:
            self.virtual_size = Size(self.size.width, len(self._layout.lines))

    def _bring_to_top(self, line: int) -> None:
        """Bring a line to the top of the screen, as far as there is text below it."""
        if self._layout is not None:
            self._layout.extend(lines=line + self.size.height + 1)
            self._update_height()
            self.scroll_to(y=max(0, line), animate=False, force=True)

    @property
    def _frame(self) -> Frame:
        assert self._layout is not None
        width = self.scrollable_content_region.width
        taken = self._layout.left.width if self._layout.interleaved else 2 * self._layout.left.width + GUTTER
        return Frame(max(0, (width - taken - 2) // 2), self.size.width)

    def on_resize(self) -> None:
        """Set both editions for the new width; the cursor's row stays at its height."""
        if self._comparison is not None:
            self._set(self._height_wanted if self._layout is None and self._height_wanted else self.height_of_cursor)

    def watch_column_width(self) -> None:
        """Set both editions anew."""
        self._set(self.height_of_cursor)

    def watch_typography(self) -> None:
        """Set both editions anew."""
        self._set(self.height_of_cursor)

    def notify_style_update(self) -> None:
        """Forget what was painted: the theme has changed."""
        super().notify_style_update()
        self._painter.forget()

    # The cursor

    def move(self, delta: int) -> None:
        """Move the cursor by rows; a row that is higher than the screen is scrolled through first."""
        if self._layout is None:
            return
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        start, end = self._layout.span(self.cursor)
        if end <= top or start >= bottom:  # the wheel has taken it off the screen
            self._go_to(self._layout.row_at(top if delta > 0 else bottom - 1))
        elif delta > 0 and end > bottom:
            self._bring_to_top(min(end - self.size.height + _SPARE, top + self.size.height - 2))
        elif delta < 0 and start < top:
            self._bring_to_top(max(start - _SPARE, top - self.size.height + 2))
        else:
            self._go_to(self.cursor + delta)

    def page(self, pages: float) -> None:
        """Move the cursor by screens."""
        if self._layout is None:
            return
        lines = round(pages * (self.size.height - 2))
        line = self._layout.span(self.cursor)[0] + lines
        self._layout.extend(lines=line + 1)
        row = self._layout.row_at(max(0, line))
        step = 1 if pages > 0 else -1
        self._go_to(row if row != self.cursor else self.cursor + step)

    def home(self) -> None:
        """Move the cursor to the first row."""
        self._go_to(0)

    def end(self) -> None:
        """Move the cursor to the last row."""
        self._go_to(len(self._rows) - 1)

    def step_quote(self, step: int) -> bool:
        """Move the cursor to the next row in which somebody is quoted, or to the one before; False if there is none."""
        from newstui.text.parallel import list_quoting

        rows = list_quoting(self._comparison, self._rows) if self._comparison else []
        beyond = [row for row in rows if (row - self.cursor) * step > 0]
        if beyond:
            self._go_to(min(beyond) if step > 0 else max(beyond))
        return bool(beyond)

    def _go_to(self, row: int) -> None:
        """Put the cursor on a row and bring all of it to the screen, its beginning at least."""
        if self._layout is None:
            return
        self.cursor = max(0, min(row, len(self._rows) - 1))
        start, end = self._layout.span(self.cursor)
        top, height = self.scroll_offset.y, self.size.height
        if start - _SPARE < top or end - start + 2 * _SPARE > height:
            self._bring_to_top(start - _SPARE)
        elif end + _SPARE > top + height:
            self._bring_to_top(end + _SPARE - height)

    # Find

    def find(self, query: str) -> int:
        """Highlight every place where `query` stands in either edition, and go to the first from the cursor on.

        Returns the number of places; an empty query takes the highlights away.
        """
        self._found.query = query
        if self._layout is not None:
            self._find_anew(self._layout)
            if self._found.current is not None:
                self._go_to_place(self._found.current)
        return self.hits

    @property
    def hits(self) -> int:
        """How many places were found in what is shown now."""
        return len(self._found.places)

    @property
    def current_hit(self) -> int | None:
        """The number of the place found that is highlighted stronger, from 0."""
        return self._found.current

    def next_hit(self) -> int | None:
        """Go to the next place found, after the last to the first; return its number."""
        current = self._found.current
        return self._go_to_place(0 if current is None else current + 1)

    def previous_hit(self) -> int | None:
        """Go to the place found before, before the first to the last; return its number."""
        return self._go_to_place((self._found.current or 0) - 1)

    def _find_anew(self, layout: CompareLayout) -> None:
        """Mark the places in what is shown now; the first from the cursor's row on is the current one."""
        self._found.look(layout, self.cursor)
        self._painter.mark_found(self._found.marks)
        self.refresh()

    def _go_to_place(self, number: int) -> int | None:
        if self._layout is None or (place := self._found.choose(number)) is None:
            return None
        self._painter.mark_found(self._found.marks)
        self._go_to(place.row)
        line = find_line(self._layout, place)
        if not 0 <= line - self.scroll_offset.y < self.size.height:
            # It is further down in a row that is higher than the screen.
            self._bring_to_top(line - self.size.height // 2)
        self.refresh()
        return self._found.current

    def watch_cursor(self) -> None:
        """Paint the row that was the current one and the one that is."""
        self.refresh()
        self.post_message(self.Moved())

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked."""
        line = self.scroll_offset.y + event.y
        if self._layout is not None and line < len(self._layout.lines):
            self.cursor = self._layout.row_at(line)

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        number = self.scroll_offset.y + y
        if self._layout is None or number >= len(self._layout.lines):
            return Strip.blank(self.size.width, self._painter.style())
        current = self._layout.lines[number].row == self.cursor
        return self._painter.paint(number, self._frame, current=current)

    def _make_style(self, *names: str) -> Style:
        return combine_looks(self, [f"article-view--{name}" for name in names])
