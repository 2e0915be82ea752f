"""Typing the value of a setting."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.config import Setting
from newstui.i18n import _
from newstui.ui.dialogs.dialog import Dialog


class ValueDialog(Dialog[object]):
    """Answers with a value that the setting accepts; what it does not accept can be mended in place."""

    def __init__(self, setting: Setting, value: object) -> None:
        super().__init__(setting.key)
        self._setting = setting
        self._value = value

    def compose_content(self) -> Iterable[Widget]:
        """What it is for, and a line with the value."""
        yield Static(Content(_(self._setting.help)), classes="question")
        yield Input(self._setting.kind.show(self._value), compact=True, select_on_focus=False, id="value")
        yield Static(Content(_("Enter keeps it, Escape changes nothing.")), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        kind = self._setting.kind
        try:
            value = kind.read(event.value.strip())
        except ValueError:
            value = None
        if kind.accepts(value):
            self.answer(value)
        else:
            self.tell(_("It must be {expected}.").format(expected=_(self._setting.expected)), "error")
