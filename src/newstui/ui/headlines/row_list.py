"""RowList: a list over numbered rows, with a cursor that stays on the screen; what a row is, its heirs know."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect
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
        """The places of the rows that are headings."""
        self._shelf = Shelf()

    @property
    def stories(self) -> array[int]:
        """The snapshot that is shown."""
        return self._stories

    @property
    def story_at_cursor(self) -> int | None:
        """The number of the story under the cursor."""
        story = self._stories[self.cursor] if self.cursor < len(self._stories) else None
        return None if story is None or is_heading(story) else story

    @property
    def place(self) -> tuple[int, int]:
        """The place of the cursor among the rows that are no headings, from 1, and how many these are."""
        total = len(self._stories) - len(self._headings)
        return min(self.cursor + 1 - bisect(self._headings, self.cursor), total), total

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
        row = find_row(self._stories, story, self.cursor)
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
        self.cursor = len(self._stories) - 1

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stands on a row that is no heading; it goes past those that it comes to."""
        row = max(0, min(cursor, len(self._stories) - 1))
        return self._pass_headings(row, 1 if row >= self.cursor else -1)

    def _pass_headings(self, row: int, step: int) -> int:
        """Return the nearest row that is no heading, in the direction of `step` if there is one there."""
        if not self._headings:
            return row
        for each in (step, -step):
            place = row
            while 0 <= place < len(self._stories) and is_heading(self._stories[place]):
                place += each
            if 0 <= place < len(self._stories):
                return place
        return row

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the row that the cursor left and the one it came to."""
        self.repaint_rows(before, now)
        self._keep_cursor_visible()
        self.announce()

    def _set_rows(self, row: int, *, top: int) -> None:
        """Take up that the rows are others, with the cursor on `row` and `top` the first on the screen."""
        self._headings = list_headings(self._stories)
        self._update_height()
        self.set_reactive(RowList.cursor, self._pass_headings(row, 1))
        self.scroll_to(y=max(0, top) * self.density, animate=False, force=True)
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
        while above and is_heading(self._stories[above - 1]):
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
        self.virtual_size = Size(self.size.width, len(self._stories) * self.density)
