"""RowList: a list over numbered rows, with a cursor that stays on the screen; what a row is, its heirs know."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect, bisect_left
from typing import Any, Final

from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.model.heading import is_heading
from newstui.ui.headlines.place import find_row, list_headings
from newstui.ui.headlines.shelf import Shelf

_WHEEL: Final = 3
"""Rows for a notch of the wheel."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one or two lines, on which the cursor stands unless they are headings.

    It has no key bindings: commands call its methods.
    """

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    RowList { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    density: reactive[int] = reactive(1, init=False)
    """Lines for a row, one or two."""

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """The row of the cursor."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._stories: array[int] = array("q")
        self._headings: array[int] = array("q")
        """The places in the snapshot of those that are headings."""
        self._rows: array[int] = self._stories
        """Those of the snapshot that are seen."""
        self._shelf = Shelf()

    @property
    def stories(self) -> array[int]:
        """The snapshot that is shown, with what is not seen of it because its group is folded."""
        return self._stories

    @property
    def position(self) -> int:
        """The place of the cursor in the snapshot."""
        if len(self._rows) == len(self._stories) or self.cursor >= len(self._rows):
            return self.cursor
        return find_row(self._stories, self._rows[self.cursor], self.cursor) or 0

    @property
    def story_at_cursor(self) -> int | None:
        """The number of the story under the cursor; None where that stands on a heading."""
        story = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        return None if story is None or is_heading(story) else story

    @property
    def place(self) -> tuple[int, int]:
        """The place of the cursor among what is no heading, from 1, and how much that is; a heading's is what it is above."""
        total, position = len(self._stories) - len(self._headings), self.position
        at = position + 1 - bisect(self._headings, position) + (self.story_at_cursor is None)
        return min(at, total), total

    # What an heir does

    @abstractmethod
    def repaint_rows(self, *rows: int) -> None:
        """Paint rows anew; all where none are named."""

    @abstractmethod
    def load_visible(self) -> None:
        """Load the rows that have come to the screen."""

    @abstractmethod
    def announce(self) -> None:
        """Tell where the cursor is."""

    # Moving

    def move_to_story(self, story: int) -> bool:
        """Put the cursor on a story; False if it is not in the list."""
        row = find_row(self._rows, story, self.cursor)
        if row is not None:
            self.cursor = row
        return row is not None

    def move(self, delta: int) -> None:
        """Move the cursor by rows, as far as there are any."""
        self.cursor += delta

    def page(self, pages: float) -> None:
        """Move the cursor by screens; 0.5 is half a one. It stays where it stands on the screen."""
        before, rows = self.cursor, max(1, self._count_rows())
        delta = round(max(1, rows - 1) * pages)
        self.scroll_to(y=self.scroll_offset.y + delta * self.density, animate=False, force=True)
        self.cursor = before + delta

    def home(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def end(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = len(self._rows) - 1

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stands on a row that is no heading; it goes past those that it comes to."""
        row = max(0, min(cursor, len(self._rows) - 1))
        return self._pass(self._rows, row, 1 if row >= self.cursor else -1)

    def _pass(self, rows: array[int], row: int, step: int) -> int:
        """Return the nearest row on which the cursor stands, in the direction of `step` if there is one there."""
        if not self._headings:
            return row
        for each in (step, -step):
            place = row
            while 0 <= place < len(rows) and self._is_passed(rows[place]):
                place += each
            if 0 <= place < len(rows):
                return place
        return row

    def _is_passed(self, row: int) -> bool:
        """Whether the cursor passes a row."""
        return is_heading(row)

    def _list_shown(self) -> array[int]:
        """Return those of the snapshot that are seen."""
        return self._stories

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the row that the cursor left and the one it came to."""
        self.repaint_rows(before, now)
        self._keep_cursor_visible()
        self.announce()

    def _set_rows(self, place: int, *, on_screen: int | None = None) -> None:
        """Take up that the list is another, with the cursor at a place of it, which is so many rows below the screen's top.

        Without that a list begins with its first row if that leaves the cursor on the screen.
        """
        self._headings = list_headings(self._stories)
        self._rows = self._list_shown()
        self._update_height()
        row = self._pass(self._rows, self._find_row_of(place), 1)
        self.set_reactive(RowList.cursor, row)
        rows = self._count_rows()
        if on_screen is None:
            on_screen = rows // 3 if 0 < rows <= row else row
        self._scroll_to_row(row - on_screen)

    def _find_row_of(self, place: int) -> int:
        """Return the row of a place in the snapshot; where that is not seen, of the nearest before it that is."""
        if len(self._rows) == len(self._stories):
            return place
        while place and find_row(self._rows, self._stories[place], place) is None:
            place = self._headings[max(0, bisect_left(self._headings, place) - 1)]
        return find_row(self._rows, self._stories[place], place) or 0 if self._stories else 0

    def _scroll_to_row(self, row: int) -> None:
        """Begin the screen with a row, as long as that leaves the cursor on it, and paint it all anew."""
        self.scroll_to(y=max(0, row) * self.density, animate=False, force=True)
        self._keep_cursor_visible(spare=0)
        self.announce()
        self.load_visible()
        self.repaint_rows()

    def _keep_cursor_visible(self, *, spare: int = 1) -> None:
        """Scroll as little as puts the cursor on the screen, with the headings above it.

        There are `spare` rows before and behind it if there are many.
        """
        rows = self._count_rows()
        if not rows:
            return
        top = self.scroll_offset.y // self.density
        spare = spare if rows > 4 else 0
        above = self.cursor
        while above and self._is_passed(self._rows[above - 1]):
            above -= 1
        lowest, highest = self.cursor - rows + 1 + spare, min(self.cursor - spare, above)
        wanted = max(min(top, highest), lowest)
        if wanted != top:
            self.scroll_to(y=max(0, wanted) * self.density, animate=False, force=True)

    def _count_rows(self) -> int:
        """How many whole rows the screen has."""
        return self.scrollable_content_region.height // self.density

    # Size

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._update_height()
        self._keep_cursor_visible()
        self.load_visible()
        self.repaint_rows()

    def validate_density(self, density: int) -> int:
        """One line or two."""
        return min(2, max(1, density))

    def watch_density(self, before: int, _now: int) -> None:
        """Keep the cursor's row where it is on the screen."""
        on_screen = self.cursor * before - self.scroll_offset.y
        self._update_height()
        self.scroll_to(y=max(0, self.cursor * self.density - on_screen), animate=False, force=True)
        self._keep_cursor_visible()
        self.load_visible()
        self.repaint_rows()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Load the rows that come to the screen."""
        super().watch_scroll_y(old_value, new_value)
        self.load_visible()

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by rows; the cursor stays where it is."""
        self._wheel(event, _WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by rows."""
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        event.prevent_default()
        event.stop()
        self.scroll_to(y=self.scroll_offset.y + rows * self.density, animate=False, force=True)

    def _update_height(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._rows) * self.density)
