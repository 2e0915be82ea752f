"""The line in which words to be found are typed, in the place of the status line."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import Input


class MistakeHighlighter(Highlighter):
    """Underlines the place of a mistake, code points, half-open; one at the end of the text marks its last word's end."""

    def __init__(self) -> None:
        self.place: tuple[int, int] | None = None

    def highlight(self, text: Text) -> None:
        """Underline the mistake."""
        if self.place is not None:
            start, end = self.place
            start = max(0, min(start, len(text.plain) - 1))
            text.stylize("bold underline", start, max(end, start + 1))


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
        self._mistake = MistakeHighlighter()
        super().__init__(id=id, highlighter=self._mistake)
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

    def mark_mistake(self, place: tuple[int, int] | None) -> None:
        """Underline what is wrong, code points, half-open; None if nothing is."""
        self._mistake.place = place
        self.refresh()

    @property
    def mistake(self) -> tuple[int, int] | None:
        """What is underlined."""
        return self._mistake.place

    @on(Input.Changed)
    def _tell_typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _tell_finished(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Finished(event.value))
