"""How far something is: a bar, drawn in the status line and in dialogs alike, and the work that it is the bar of."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Final, TypeVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from newstui.errors import NewstuiError
from newstui.i18n import format_share
from newstui.printing.charts import draw_bar
from newstui.ui.threads import Threads

Result = TypeVar("Result")

_SHORT: Final = 10
"""Cells of the bar in the status line."""
_AROUND: Final = 6
"""Cells that stand beside the bar in a dialog, for the percentage."""


def draw_share(share: float, width: int = _SHORT) -> Content:
    """Return a bar of so many cells, as much of it filled as is done: `share` is from 0 to 1."""
    bar = draw_bar(round(1000 * min(1.0, share)), 1000, width)
    return Content.styled(bar, "$text-accent on $panel")


class Work:
    """Long work as its thread sees it: it tells how far it is, and looks whether it `is_stopped`."""

    def __init__(self, line: ProgressLine) -> None:
        self._line = line
        self._stopped = Event()

    def tell(self, done: int, total: int) -> None:
        """Tell that so much of so much is done."""
        self._line.post_message(ProgressLine.Moved(self, done, total))

    def is_stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let its thread end."""
        self._stopped.set()


class ProgressLine(Widget):
    """A bar over the whole width with its percentage; blank while nothing is done. One work at a time is done."""

    class Moved(Message):
        """A work has come so far."""

        def __init__(self, work: Work, done: int, total: int) -> None:
            super().__init__()
            self.work, self.done, self.total = work, done, total

        def can_replace(self, message: Message) -> bool:
            """Only the newest counts."""
            return isinstance(message, type(self))

    share: reactive[float | None] = reactive(None)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id)
        self._work: Work | None = None
        self._moved: Callable[[int, int], None] = lambda _done, _total: None

    @property
    def is_running(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def run(
        self,
        threads: Threads,
        job: Callable[[Work], Result],
        then: Callable[[Result], None],
        *,
        moved: Callable[[int, int], None],
        failed: Callable[[NewstuiError], None],
    ) -> None:
        """Do `job` in a thread, then `then` with its result unless it was stopped; `moved` is told how far it is."""
        work = self._work = Work(self)
        self._moved = moved
        self.share = 0.0

        def finish(result: Result) -> None:
            if self._end(work):
                then(result)

        def fail(error: NewstuiError) -> None:
            if self._end(work):
                failed(error)

        threads.ask("work", lambda: job(work), finish, failed=fail, long=True)

    def stop(self) -> bool:
        """Stop what is being done; False if that is nothing."""
        if self._work is None:
            return False
        self._work.stop()
        return self._end(self._work)

    def _end(self, work: Work) -> bool:
        """Whether a work has come to its end, and not another one taken its place."""
        if self._work is not work:
            return False
        self._work = None
        self.share = None
        return True

    def on_progress_line_moved(self, event: Moved) -> None:
        """Show how far it is."""
        if event.work is self._work:
            self.share = event.done / max(1, event.total)
            self._moved(event.done, event.total)

    def render(self) -> Content:
        """Draw the bar."""
        if self.share is None:
            return Content("")
        percent = f"{format_share(self.share):>{_AROUND}}"
        bar = draw_share(self.share, max(1, self.content_size.width - len(percent)))
        return Content.assemble(bar, (percent, "$quiet"))
