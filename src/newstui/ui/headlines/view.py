"""HeadlineList: the widget that stories are chosen from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import ClassVar, Final, TypeAlias

from rich.style import Style
from textual import events
from textual.content import Content
from textual.strip import Strip

from newstui.i18n import current_language, format_age
from newstui.model import Headline
from newstui.model.heading import VISIT, is_heading
from newstui.ui.headlines import messages
from newstui.ui.headlines.headings import lay_out_heading
from newstui.ui.headlines.loading import Count, Load, LoadingList, Row
from newstui.ui.headlines.painter import Painter, lay_out, look_of
from newstui.ui.headlines.place import find_row, find_successor, leave_out, put_in_place
from newstui.ui.headlines.rows import Columns, Piece, choose_columns, find_badge, measure_ages
from newstui.ui.looks import combine_looks
from newstui.ui.notice import paint_notice

_MINUTE: Final = 60.0


def _now() -> datetime:
    return datetime.now(UTC)


class HeadlineList(LoadingList):
    """A list over a snapshot of rows: the numbers of stories, below zero those of editions beneath them and of headings.

    `visited_at` is what the line at the end of the last visit tells; `show_source`: whether rows name their source.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"headline-list--{name}"
        for name in (
            "read", "unread", "mark", "star", "source", "age", "badge", "badge-shown", "placeholder", "notice", "cursor",
            "heading", "heading-count", "heading-rule", "visit",
        )
    }  # fmt: skip

    Highlighted: TypeAlias = messages.Highlighted
    Chosen: TypeAlias = messages.Chosen
    EditionChosen: TypeAlias = messages.EditionChosen

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
        self.visited_at: datetime | None = None
        self._empty = Content("")
        self.show_source = True
        self._announced: tuple[int | None, bool] | None = None
        """The story that was last told of as highlighted, and whether its headline was."""
        self._painter = Painter(self._make_style)

    # What is shown

    def show_list(
        self,
        stories: array[int],
        load: Load,
        *,
        rows: Sequence[Row] = (),
        cursor: int | None = None,
        empty: Content | None = None,
        show_source: bool = True,
        name: str = "",
        count: Count = lambda _groups: (),
    ) -> None:
        """Show other stories. `load` is called in a thread, a page at a time, and so is `count` for headings of days.

        `rows` are those that are known already (the first screen's, so that the first paint is whole); `cursor`
        is the story to stand on, else the first; `empty` is said when there are none; `show_source` is False where
        all rows would name the same one. Groups that were folded under the same `name` are.
        """
        self._stories, self._load, self._count, self._list_name = stories, load, count, name
        self._empty = empty or Content("")
        self.show_source = show_source
        self._cancel_loading()
        self._shelf.clear()
        self._shelf.put(rows)
        self._announced = None
        self._set_rows(find_row(stories, cursor) or 0)

    def replace_list(self, stories: array[int], *, rows: Sequence[Row] = ()) -> None:
        """Show what the same list holds now: the cursor stays on its story and that story on its row of the screen.

        A story that has gone gives the cursor to the one that followed it. Rows stay as they are until they have been
        loaded anew.
        """
        place = find_successor(self._stories, stories, self.position)
        on_screen = self.cursor - self.scroll_offset.y // self.density
        self._stories = stories
        self._shelf.outdate()
        self._shelf.put(rows)
        self._set_rows(place, on_screen=on_screen)

    def update_row(self, headline: Headline) -> None:
        """Show what has changed in one story, in all of its rows that are in the list."""
        if self._shelf.find(headline.key) is None:
            self._shelf.put([headline])
        for key in self._shelf.mark_story(headline):
            row = find_row(self._rows, key, self.cursor)
            if row is not None:
                self.repaint_rows(row)

    def put_under_cursor(self, story: int) -> None:
        """Have the cursor's row stand for another story, as which the one there goes on; nothing moves on the screen."""
        if self._stories and self.story_at_cursor != story:
            on_screen = self.cursor - self.scroll_offset.y // self.density
            self._stories, place = put_in_place(self._stories, self.position, story)
            self._set_rows(place, on_screen=on_screen)

    def forget_rows(self) -> None:
        """Load every row anew: many have changed, or the languages have."""
        self._cancel_loading()
        self._shelf.outdate()
        self.load_visible()
        self.repaint_rows()

    def forget_headings(self) -> None:
        """Load the headings of sources anew: what is unread in them has changed."""
        if self._headings:
            self._shelf.outdate_headings()
            self.load_visible()

    @property
    def headline_at_cursor(self) -> Headline | None:
        """The headline under the cursor, if it has been loaded."""
        story = self.story_at_cursor
        return None if story is None else self._shelf.find(story)

    def choose(self) -> None:
        """Post Chosen for the story under the cursor; unfold the group on whose heading it stands."""
        story = self.story_at_cursor
        if story is not None:
            self.post_message(self.Chosen(self, story, self._shelf.find(story)))
        elif self._rows:
            self.fold()

    def announce(self) -> None:
        """Tell which story is highlighted, once, and once more when its headline is known."""
        story, headline = self.story_at_cursor, self.headline_at_cursor
        if self._announced != (story, headline is not None):
            self._announced = (story, headline is not None)
            self.post_message(self.Highlighted(self, story, headline))

    def drop_gone(self, gone: set[int]) -> None:
        """Take the rows of stories away that are no more: removed, or part of another one now."""
        if gone:
            self.replace_list(leave_out(self._stories, gone))

    # Painting anew

    def on_mount(self) -> None:
        """Tell ages anew every minute."""
        self.set_interval(_MINUTE, self.repaint_rows)

    def notify_style_update(self) -> None:
        """Forget what was painted: the theme has changed, or the focus."""
        super().notify_style_update()
        self._painter.forget_styles()

    def repaint_rows(self, *rows: int) -> None:
        """Paint rows anew; all where none are named."""
        if not rows:
            self._painter.forget()
            self.refresh()
        for row in rows:
            first = row * self.density
            self._painter.forget(range(first, first + self.density))
            self.refresh_lines(first, self.density)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the story that is clicked; if it is there already, open the story. A badge opens its edition.

        A heading folds its group, or unfolds it.
        """
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row, line_of_row = divmod(self.scroll_offset.y + offset.y, self.density)
        if row >= len(self._rows):
            return
        if is_heading(self._rows[row]):
            if self._rows[row] != VISIT:
                self.fold(self._rows[row])
            return
        before, self.cursor = self.cursor, row
        headline = self._shelf.find(self._rows[row])
        language = find_badge(self._lay_out(headline, line_of_row), offset.x)
        if headline is not None and language is not None and not headline.beneath:
            self.post_message(self.EditionChosen(headline, language))
        elif before == row or event.chain > 1:
            self.choose()

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint a line of the screen."""
        if not self._stories:
            strips = paint_notice(self._empty, self.size, self.get_visual_style("headline-list--notice"))
            return strips.get(y, Strip.blank(self.size.width, self._painter.style()))
        line = self.scroll_offset.y + y
        row, line_of_row = divmod(line, self.density)
        if row >= len(self._rows):
            return Strip.blank(self.size.width, self._painter.style())
        return self._painter.find(line) or self._paint(line, row, line_of_row)

    def _paint(self, line: int, row: int, line_of_row: int) -> Strip:
        key = self._rows[row]
        if is_heading(key):
            return self._paint_heading(line, row, blank=line_of_row < self.density - 1)
        headline = self._shelf.find(key)
        pieces = self._lay_out(headline, line_of_row)
        return self._painter.paint(line, look_of(headline), pieces, self._width, cursor=row == self.cursor)

    def _lay_out(self, headline: Headline | None, line_of_row: int) -> list[Piece]:
        return lay_out(headline, self._columns(), line_of_row, self.density, self._tell_age)

    def _paint_heading(self, line: int, row: int, *, blank: bool) -> Strip:
        key, width = self._rows[row], self._width
        pieces = lay_out_heading(
            key,
            width,
            self._clock(),
            heading=self._shelf.find_heading(key),
            visited_at=self.visited_at,
            folded=key in self._folded,
        )
        return self._painter.paint(line, "heading", [] if blank else pieces, width, cursor=row == self.cursor)

    def _tell_age(self, headline: Headline) -> str:
        return format_age(headline.at, self._clock())

    def _columns(self) -> Columns:
        return choose_columns(self._width, measure_ages(current_language()), show_source=self.show_source)

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    def _make_style(self, *names: str) -> Style:
        return combine_looks(self, [f"headline-list--{name}" for name in names])
