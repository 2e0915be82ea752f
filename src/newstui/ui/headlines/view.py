"""HeadlineList: the widget that stories are chosen from."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

from newstui.model import Headline


def _now() -> datetime:
    return datetime.now(UTC)


class HeadlineList(ScrollView, can_focus=True):
    """A list over a snapshot of story numbers. It has no key bindings: commands call its methods."""

    density: reactive[int] = reactive(1)
    """Lines for a headline, one or two."""

    cursor: reactive[int] = reactive(0)
    """The row of the cursor."""

    class Highlighted(Message):
        """The cursor came to a story; `headline` is None while its row has not been loaded, `story` if the list is empty."""

        def __init__(self, view: HeadlineList, story: int | None, headline: Headline | None) -> None:
            super().__init__()
            self.view, self.story, self.headline = view, story, headline

    class Chosen(Message):
        """A story is to be opened: it was clicked, or choose() was called."""

        def __init__(self, view: HeadlineList, story: int, headline: Headline | None) -> None:
            super().__init__()
            self.view, self.story, self.headline = view, story, headline

    def __init__(
        self, *, clock: Callable[[], datetime] = _now, id: str | None = None, classes: str | None = None
    ) -> None:
        """`clock` gives the moment that ages are told from."""
        raise NotImplementedError

    def show_list(
        self,
        stories: array[int],
        load: Callable[[Sequence[int]], list[Headline]],
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
        raise NotImplementedError

    def replace_list(self, stories: array[int], *, rows: Sequence[Headline] = ()) -> None:
        """Show what the same list holds now: the cursor stays on its story and that story on its row of the screen.

        A story that has gone gives the cursor to the one that follows it. Rows that were loaded stay until forgotten.
        """
        raise NotImplementedError

    def update_row(self, headline: Headline) -> None:
        """Show what has changed in one story, if it is in the list."""
        raise NotImplementedError

    def forget_rows(self) -> None:
        """Load every row anew: many have changed, or the languages have."""
        raise NotImplementedError

    @property
    def stories(self) -> array[int]:
        """The snapshot that is shown."""
        raise NotImplementedError

    @property
    def story_at_cursor(self) -> int | None:
        """The number of the story under the cursor."""
        raise NotImplementedError

    @property
    def headline_at_cursor(self) -> Headline | None:
        """The headline under the cursor, if it has been loaded."""
        raise NotImplementedError

    def move_to_story(self, story: int) -> bool:
        """Put the cursor on a story; False if it is not in the list."""
        raise NotImplementedError

    def move(self, delta: int) -> None:
        """Move the cursor by rows, as far as there are any."""
        raise NotImplementedError

    def page(self, pages: float) -> None:
        """Move the cursor by screens; 0.5 is half a one."""
        raise NotImplementedError

    def home(self) -> None:
        """Move the cursor to the first row."""
        raise NotImplementedError

    def end(self) -> None:
        """Move the cursor to the last row."""
        raise NotImplementedError

    def choose(self) -> None:
        """Post Chosen for the story under the cursor."""
        raise NotImplementedError
