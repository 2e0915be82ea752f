"""The folder of a source: one that there is, a new one, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, quoted
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines

_OUT = "out"
_NAMED = "in:"


class FolderDialog(Dialog[str]):
    """Answers with a folder's name, the empty one for none."""

    def __init__(self, what: str, folders: Sequence[str], at: str | None) -> None:
        """`what` is the name of the source, `at` the folder that it is in."""
        super().__init__(_("Move to a folder"))
        self._what = what
        self._folders = folders
        self._at = at

    def compose_content(self) -> Iterable[Widget]:
        """What is moved, a line to type in, and the folders."""
        yield Static(foreign_content(self._what, "bold"), classes="what")
        yield Input(placeholder=_("A part of a folder’s name, or a new one"), compact=True, id="query")
        yield Lines(id="folders")
        yield Static(Content(_("Enter moves it, Escape closes.")), classes="hint")

    def on_mount(self) -> None:
        """Show all folders, the cursor on the source's own."""
        super().on_mount()
        self.query_one("#folders", Lines).can_focus = False
        self._show("", at=_NAMED + self._at if self._at else _OUT)

    @on(Input.Changed, "#query")
    def _narrow(self, event: Input.Changed) -> None:
        self._show(event.value.strip())

    @on(Input.Submitted, "#query")
    def _submit(self) -> None:
        self.query_one("#folders", Lines).choose()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        key = event.option_id or _OUT
        self.answer("" if key == _OUT else key.removeprefix(_NAMED))

    def _show(self, typed: str, *, at: str | None = None) -> None:
        shown = [name for name in self._folders if typed.casefold() in name.casefold()]
        rows = [Option(foreign_content(name), id=_NAMED + name) for name in shown]
        if typed and typed not in self._folders:
            new = _("A new folder: {name}").format(name=quoted(typed))
            rows.append(Option(foreign_content(new), id=_NAMED + typed))
        if not typed:
            rows.insert(0, Option(Content(_("No folder")), id=_OUT))
        lines = self.query_one("#folders", Lines)
        lines.show_lines(rows, key=at)
        if typed:
            lines.home()
