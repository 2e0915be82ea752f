"""A dialog with fields to fill in: a name and a line for each, up and down between them."""

from __future__ import annotations

from typing import TypeVar

from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.i18n import _
from newstui.text.languages import normalise_tag
from newstui.ui.dialogs.dialog import Dialog

Answer = TypeVar("Answer")


class FormDialog(Dialog[Answer]):
    """A dialog with fields; in one of them the keys for moving lead to the next field."""

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        if isinstance(self.focused, Input) and name in {"move.down", "move.up"}:
            if name == "move.down":
                self.focus_next()
            else:
                self.focus_previous()
        else:
            super().action_command(name)

    def read(self, field: str) -> str | None:
        """Return what a field says, None if that is nothing."""
        return self.query_one(f"#{field}", Input).value.strip() or None

    def read_language(self) -> tuple[str | None, bool]:
        """Return the tag in the field "language" and whether it is none or a good one; a bad one is told."""
        given = self.read("language")
        tag = normalise_tag(given)
        if given is not None and tag is None:
            self.tell(_("{tag} is no language tag; write one such as de, en or pt-BR.").format(tag=given), "error")
            self.query_one("#language", Input).focus()
            return None, False
        return tag, True


def make_field(
    name: str, label: str, value: str = "", *, hint: str = "", suggestions: list[str] | None = None
) -> Widget:
    """Return a field with its label, which is translated already; `hint` is shown while it is empty."""
    suggester = SuggestFromList(suggestions, case_sensitive=False) if suggestions else None
    line = Input(value, placeholder=hint, compact=True, id=name, suggester=suggester, select_on_focus=False)
    return Horizontal(Static(Content(label), classes="label"), line, classes="field")
