"""What all dialogs share: a frame in the middle, the keys for moving, Escape to close, errors told in place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import NewstuiError
from newstui.i18n import translate_error
from newstui.ui.commands import Context, list_bindings
from newstui.ui.panes.lines import Lines
from newstui.ui.threads import Threads

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A dialog; it answers None when it is closed without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = list_bindings(Context.MOVING, Context.DIALOG)

    def __init__(self, title: str) -> None:
        """`title` is translated already."""
        super().__init__()
        self._title = title
        self._answered = False
        self.threads = Threads(self, self.fail)

    def compose(self) -> ComposeResult:
        """Put the dialog's content into its frame."""
        with Vertical(classes="dialog") as frame:
            yield from self.compose_content()
            yield Static("", id="told", markup=False)
        frame.border_title = Content(self._title)

    @abstractmethod
    def compose_content(self) -> Iterable[Widget]:
        """Yield what is in the frame."""

    def tell(self, text: str, kind: str = "") -> None:
        """Say something at the foot of the dialog; `kind` is "error" or nothing."""
        told = self.query_one("#told", Static)
        told.update(Content(text))
        told.set_class(kind == "error", "-error")
        told.display = bool(text)

    def fail(self, error: NewstuiError) -> None:
        """Tell a failure in place."""
        self.tell(translate_error(error), "error")

    def answer(self, answer: Answer | None) -> None:
        """Close with an answer; only the first counts, since keys may come faster than a screen goes."""
        if not self._answered:
            self._answered = True
            self.dismiss(answer)

    def close(self) -> None:
        """Close without an answer."""
        self.answer(None)

    def on_click(self, event: events.Click) -> None:
        """Close when something beside the dialog is clicked; not what is at work, or where something has been typed."""
        if event.widget is self and not self.is_working and not any(line.value for line in self.query(Input)):
            self.close()

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return False

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        lines = next(iter(self.query(Lines)), None)
        if (do := self.list_commands().get(name)) is not None:
            do()
        elif name == "dialog.close":
            self.close()
        elif lines is not None:
            _move(lines, name)

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Return what this dialog does besides moving, choosing and closing, by the commands' names."""
        return {}

    def on_mount(self) -> None:
        """Say nothing yet."""
        self.tell("")


def _move(lines: Lines, name: str) -> None:
    match name:
        case "go.open":
            lines.choose()
        case "move.down":
            lines.move(1)
        case "move.up":
            lines.move(-1)
        case "move.half-down":
            lines.page(0.5)
        case "move.half-up":
            lines.page(-0.5)
        case "move.page-down":
            lines.page(1)
        case "move.page-up":
            lines.page(-1)
        case "move.top":
            lines.home()
        case "move.bottom":
            lines.end()
