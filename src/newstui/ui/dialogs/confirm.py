"""A question that is answered by yes or no."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines


class ConfirmDialog(Dialog[bool]):
    """Answers True only to a yes; the cursor stands on no."""

    def __init__(self, question: str, what: str) -> None:
        """`question` is translated already, `what` is the foreign name of the thing."""
        super().__init__(_("Are you sure?"))
        self._question = question
        self._what = what

    def compose_content(self) -> Iterable[Widget]:
        """What it is about, the question, the two answers."""
        yield Static(foreign_content(self._what, "bold"), classes="what")
        yield Static(Content(self._question), classes="question")
        yield Lines(id="answers")

    def on_mount(self) -> None:
        """Put the cursor on no."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.show_lines([Option(Content(_("Yes")), id="yes"), Option(Content(_("No")), id="no")], key="no")
        lines.focus()

    @on(OptionList.OptionSelected)
    def _answer(self, event: OptionList.OptionSelected) -> None:
        self.answer(event.option_id == "yes")
