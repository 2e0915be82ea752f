"""Typing a value, such as a setting’s."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.config.kinds import Kind
from newstui.i18n import _
from newstui.ui.dialogs.dialog import Dialog


class ValueDialog(Dialog[object]):
    """Answers with a value of the kind that is asked for; what is not can be mended in place."""

    def __init__(self, title: str, question: str, kind: Kind, value: object, expected: str) -> None:
        """All words are translated already; `expected` says what the value must be."""
        super().__init__(title)
        self._question = question
        self._kind = kind
        self._value = value
        self._expected = expected

    def compose_content(self) -> Iterable[Widget]:
        """What it is for, and a line with the value."""
        yield Static(Content(self._question), classes="question")
        yield Input(self._kind.show(self._value), compact=True, select_on_focus=False, id="value")
        yield Static(Content(_("Enter keeps it, Escape changes nothing.")), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        kind = self._kind
        try:
            value = kind.read(event.value.strip())
        except ValueError:
            value = None
        if kind.accepts(value):
            self.answer(value)
        else:
            self.tell(_("It must be {expected}.").format(expected=self._expected), "error")
