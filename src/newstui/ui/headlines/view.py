"""HeadlineList: the widget that stories are chosen from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.worker import Worker, WorkerState

from newstui.i18n import current_language, format_age
from newstui.model import Headline
from newstui.ui.headlines.painter import Painter, lay_out
from newstui.ui.headlines.place import find_row, find_successor, leave_out, put_in_place
from newstui.ui.headlines.rows import Columns, choose_columns, measure_ages
from newstui.ui.headlines.shelf import Shelf
from newstui.ui.looks import combine_looks
from newstui.ui.notice import paint_notice

_MINUTE: Final = 60.0
_WORKER: Final = "headlines"

Load = Callable[[Sequence[int]], list[Headline]]


def _now() -> datetime:
    return datetime.now(UTC)


class HeadlineList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list over a snapshot of rows: the numbers of stories, below zero those of editions beneath them.

    It has no key bindings: commands call its methods.
    """

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"headline-list--{name}"
        for name in (
            "read", "unread", "mark", "star", "source", "age", "badge", "badge-shown", "placeholder", "notice", "cursor",
        )
    }  # fmt: skip

    DEFAULT_CSS = """
    HeadlineList { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    """

    density: reactive[int] = reactive(1, init=False)
    """Lines for a headline, one or two."""

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    """The row of the cursor."""

    class Highlighted(Message):
        """The cursor came to a story, or its row was loaded under it.

        `headline` is None while the row has not been loaded, `story` if the list is empty.
        """

        def __init__(self, view: HeadlineList, story: int | None, headline: Headline | None) -> None:
            super().__init__()
            self.view, self.story, self.headline = view, story, headline

    class Chosen(Message):
        """A story is to be opened: it was clicked, or choose() was called."""

        def __init__(self, view: HeadlineList, story: int, headline: Headline | None) -> None:
            super().__init__()
            self.view, self.story, self.headline = view, story, headline

    class LoadFailed(Message):
        """Rows could not be loaded; they are tried again when the list is scrolled."""

        def __init__(self, view: HeadlineList, error: BaseException) -> None:
            super().__init__()
            self.view, self.error = view, error

    def __init__(
        self,
        *,
        clock: Callable[[], datetime] = _now,
        id: str | None = None,  # noqa: A002  Textual's word
        classes: str | None = None,
    ) -> None:
        """`clock` gives the moment that ages are told from."""
        super().__init__(id=id, classes=classes)
        self._clock = clock
        self._stories: array[int] = array("q")
        self._load: Load = lambda _stories: []
        self._shelf = Shelf()
        self._loading: Worker[tuple[Sequence[int], list[Headline]]] | None = None
        self._empty = Content("")
        self._show_source = True
        self._announced: tuple[int | None, bool] | None = None
        """The story that was last told of as highlighted, and whether its headline was."""
        self._painter = Painter(self._make_style)

    # What is shown

    def show_list(
        self,
        stories: array[int],
        load: Load,
        *,
        rows: Sequence[Headline] = (),
        cursor: int | None = None,
        empty: Content | None = None,
        show_source: bool = True,
    ) -> None:
        """Show other stories. `load` is called in a thread, a page at a time.

        `rows` are headlines that are known already (the first screen's, so that the first paint is whole); `cursor`
        is the story to stand on, else the first; `empty` is said when there are none; `show_source` is False where
        all rows would name the same one.
        """
        self._stories, self._load = stories, load
        self._empty = empty or Content("")
        self._show_source = show_source
        self._cancel_loading()
        self._shelf.clear()
        self._shelf.put(rows)
        row = find_row(stories, cursor) or 0
        self._announced = None
        self._set_rows(row, top=row - self._count_rows() // 3 if row >= self._count_rows() else 0)

    def replace_list(self, stories: array[int], *, rows: Sequence[Headline] = ()) -> None:
        """Show what the same list holds now: the cursor stays on its story and that story on its row of the screen.

        A story that has gone gives the cursor to the one that followed it. Rows stay as they are until they have been
        loaded anew.
        """
        row = find_successor(self._stories, stories, self.cursor)
        on_screen = self.cursor - self.scroll_offset.y // self.density
        self._stories = stories
        self._shelf.outdate()
        self._shelf.put(rows)
        self._set_rows(row, top=row - on_screen)

    def update_row(self, headline: Headline) -> None:
        """Show what has changed in one story, in all of its rows that are in the list."""
        self._shelf.put([headline])
        for key in self._shelf.mark_story(headline):
            row = find_row(self._stories, key)
            if row is not None:
                self._repaint_row(row)

    def put_under_cursor(self, story: int) -> None:
        """Have the cursor's row stand for another story, as which the one there goes on; nothing moves on the screen."""
        if self._stories and self.story_at_cursor != story:
            on_screen = self.cursor - self.scroll_offset.y // self.density
            self._stories, row = put_in_place(self._stories, self.cursor, story)
            self._set_rows(row, top=row - on_screen)

    def forget_rows(self) -> None:
        """Load every row anew: many have changed, or the languages have."""
        self._cancel_loading()
        self._shelf.outdate()
        self._painter.forget()
        self._load_visible()
        self.refresh()

    def _set_rows(self, row: int, *, top: int) -> None:
        self._painter.forget()
        self._update_height()
        self.set_reactive(HeadlineList.cursor, row)
        self.scroll_to(y=max(0, top) * self.density, animate=False, force=True)
        self._keep_cursor_visible(spare=0)
        self._announce()
        self._load_visible()
        self.refresh()

    @property
    def stories(self) -> array[int]:
        """The snapshot that is shown."""
        return self._stories

    @property
    def story_at_cursor(self) -> int | None:
        """The number of the story under the cursor."""
        return self._stories[self.cursor] if self.cursor < len(self._stories) else None

    @property
    def headline_at_cursor(self) -> Headline | None:
        """The headline under the cursor, if it has been loaded."""
        story = self.story_at_cursor
        return None if story is None else self._shelf.find(story)

    # Moving

    def move_to_story(self, story: int) -> bool:
        """Put the cursor on a story; False if it is not in the list."""
        row = find_row(self._stories, story)
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

    def choose(self) -> None:
        """Post Chosen for the story under the cursor."""
        story = self.story_at_cursor
        if story is not None:
            self.post_message(self.Chosen(self, story, self._shelf.find(story)))

    def validate_cursor(self, cursor: int) -> int:
        """The cursor stands on a row."""
        return max(0, min(cursor, len(self._stories) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Paint the row that the cursor left and the one it came to."""
        self._repaint_row(before)
        self._repaint_row(now)
        self._keep_cursor_visible()
        self._announce()

    def _announce(self) -> None:
        """Tell which story is highlighted, once, and once more when its headline is known."""
        story, headline = self.story_at_cursor, self.headline_at_cursor
        if self._announced != (story, headline is not None):
            self._announced = (story, headline is not None)
            self.post_message(self.Highlighted(self, story, headline))

    def _keep_cursor_visible(self, *, spare: int = 1) -> None:
        """Scroll as little as puts the cursor on the screen, with `spare` rows before and behind it if there are many."""
        rows = self._count_rows()
        if not rows:
            return
        top = self.scroll_offset.y // self.density
        spare = spare if rows > 4 else 0
        lowest, highest = self.cursor - rows + 1 + spare, self.cursor - spare
        wanted = max(min(top, highest), lowest)
        if wanted != top:
            self.scroll_to(y=max(0, wanted) * self.density, animate=False, force=True)

    def _count_rows(self) -> int:
        """How many whole rows the screen has."""
        return self.scrollable_content_region.height // self.density

    # Loading

    def _load_visible(self) -> None:
        """Load what can be seen and has not been loaded, then what is around it; one page at a time, in a thread."""
        if self._loading is not None or not self._stories:
            return
        first = self.scroll_offset.y // self.density
        missing = self._shelf.find_missing(self._stories, first, first + max(1, self._count_rows()) + 1)
        if missing:
            load = self._load
            self._loading = self.run_worker(
                lambda: (missing, load(missing)), name=_WORKER, group=_WORKER, thread=True, exit_on_error=False
            )

    def _cancel_loading(self) -> None:
        """Have what is being loaded thrown away when it comes."""
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Take in what was loaded, and load what is needed next."""
        if event.worker is not self._loading:
            return
        if event.state is WorkerState.SUCCESS:
            self._loading = None
            asked, headlines = event.worker.result or ([], [])
            self._shelf.put(headlines, asked)
            self._drop_gone(set(asked).difference(headline.key for headline in headlines))
            self._painter.forget()
            self.refresh()
            self._announce()
            self._load_visible()
        elif event.state is WorkerState.ERROR:
            self._loading = None
            if event.worker.error is not None:
                self.post_message(self.LoadFailed(self, event.worker.error))

    def _drop_gone(self, gone: set[int]) -> None:
        """Take the rows of stories away that are no more: removed, or part of another one now."""
        if gone:
            self.replace_list(leave_out(self._stories, gone))

    # Size and age

    def on_mount(self) -> None:
        """Tell ages anew every minute."""
        self.set_interval(_MINUTE, self._repaint)

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._painter.forget()
        self._update_height()
        self._keep_cursor_visible()
        self._load_visible()

    def validate_density(self, density: int) -> int:
        """One line or two."""
        return min(2, max(1, density))

    def watch_density(self, before: int, _now: int) -> None:
        """Keep the cursor's row where it is on the screen."""
        on_screen = self.cursor * before - self.scroll_offset.y
        self._painter.forget()
        self._update_height()
        self.scroll_to(y=max(0, self.cursor * self.density - on_screen), animate=False, force=True)
        self._keep_cursor_visible()
        self._load_visible()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Load the rows that come to the screen."""
        super().watch_scroll_y(old_value, new_value)
        self._load_visible()

    def notify_style_update(self) -> None:
        """Forget what was painted: the theme has changed, or the focus."""
        super().notify_style_update()
        self._painter.forget_styles()

    def _update_height(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._stories) * self.density)

    def _repaint(self) -> None:
        self._painter.forget()
        self.refresh()

    def _repaint_row(self, row: int) -> None:
        first = row * self.density
        self._painter.forget(range(first, first + self.density))
        self.refresh_lines(first, self.density)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Open the story that is clicked."""
        offset = event.get_content_offset(self)
        row = (self.scroll_offset.y + offset.y) // self.density if offset is not None else -1
        if 0 <= row < len(self._stories):
            self.cursor = row
            self.choose()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        if not self._stories:
            strips = paint_notice(self._empty, self.size, self.get_visual_style("headline-list--notice"))
            return strips.get(y, Strip.blank(self.size.width, self._painter.style()))
        line = self.scroll_offset.y + y
        row, line_of_row = divmod(line, self.density)
        if row >= len(self._stories):
            return Strip.blank(self.size.width, self._painter.style())
        return self._painter.find(line) or self._paint(line, row, line_of_row)

    def _paint(self, line: int, row: int, line_of_row: int) -> Strip:
        headline = self._shelf.find(self._stories[row])
        pieces = lay_out(headline, self._columns(), line_of_row, self.density, self._tell_age)
        return self._painter.paint(line, headline, pieces, self._width, cursor=row == self.cursor)

    def _tell_age(self, headline: Headline) -> str:
        return format_age(headline.at, self._clock())

    def _columns(self) -> Columns:
        return choose_columns(self._width, measure_ages(current_language()), show_source=self._show_source)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _make_style(self, *names: str) -> Style:
        return combine_looks(self, [f"headline-list--{name}" for name in names])
