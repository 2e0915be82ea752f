"""What the dialogs share in which something long is done: its bar, what is said of it, and Escape, which stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.content import Content
from textual.widgets import Static

from newstui.i18n import _
from newstui.ui.dialogs.form import FormDialog
from newstui.ui.progress import ProgressLine, Result, Work

Answer = TypeVar("Answer")


class WorkDialog(FormDialog[Answer]):
    """A dialog that does something long; while it is done, Escape stops it, and closes the dialog otherwise."""

    def begin(
        self,
        job: Callable[[Work], Result],
        then: Callable[[Result], None],
        *,
        said: str,
        moved: Callable[[int, int], str],
    ) -> None:
        """Do `job` in a thread; `said` is told at once, then what `moved` says of so much done of so much."""
        self.tell(said)
        self.help(_("Escape stops."))
        line = self.query_one(ProgressLine)
        line.run(self.threads, job, then, moved=lambda done, total: self.tell(moved(done, total)), failed=self.fail)

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return self.query_one(ProgressLine).is_running

    def close(self) -> None:
        """Stop what is being done; close if that is nothing."""
        if self.query_one(ProgressLine).stop():
            self.stopped()
        else:
            super().close()

    def stopped(self) -> None:
        """Say that it was stopped."""
        self.tell(_("Stopped."))
        self.help(_("Escape closes."))

    def help(self, text: str) -> None:
        """Say what the keys do."""
        self.query_one("#help", Static).update(Content(text))
