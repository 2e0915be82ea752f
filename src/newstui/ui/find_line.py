"""The line in which words to be found are typed, in the place of the status line."""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input


class FindLine(Input):
    """Hidden until something is to be found."""

    class Typed(Message):
        """The words have changed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Finished(Message):
        """Enter was pressed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name
        super().__init__(id=id, compact=True)
        self.display = False

    def ask(self, what: str) -> None:
        """Show the line with what it asks for."""
        self.placeholder = what
        self.display = True
        self.screen.add_class("-finding")
        self.focus(scroll_visible=False)
        self.select_all()

    def hide(self) -> None:
        """Take the line away; what was typed stays for the next time."""
        self.display = False
        self.screen.remove_class("-finding")

    @on(Input.Changed)
    def _tell_typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _tell_finished(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Finished(event.value))
