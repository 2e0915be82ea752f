"""The name of a saved view."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.i18n import _
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog


class ViewNameDialog(Dialog[str]):
    """Answers with a name."""

    def __init__(self, query: str, name: str = "") -> None:
        """`query` is what the view asks, `name` what it is called so far."""
        super().__init__(_("Save the search") if not name else _("Another name"))
        self._query_text = query
        self._name_so_far = name

    def compose_content(self) -> Iterable[Widget]:
        """The query, and a line for the name."""
        yield Static(foreign_content(self._query_text, "bold"), classes="what")
        # What is there is selected: Enter takes it, typing puts something else in its place.
        name = self._name_so_far or self._query_text
        yield Input(name, placeholder=_("What it shall be called"), compact=True, id="name")
        yield Static(Content(_("Enter saves, Escape closes.")), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.answer(event.value.strip())
        else:
            self.tell(_("A view needs a name."), "error")
