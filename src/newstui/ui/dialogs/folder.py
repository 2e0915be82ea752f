"""Folders: one that there is for a source, a new one, or none; another name for one; what is removed with one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number, ngettext, quoted
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
        yield Static(Content(_("Enter moves there, Escape closes.")), classes="hint")

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


class FolderNameDialog(Dialog[str]):
    """Answers with another name for a folder."""

    def __init__(self, folder: str, folders: Sequence[str]) -> None:
        super().__init__(_("Rename the folder"))
        self._folder = folder
        self._folders = list(folders)

    def compose_content(self) -> Iterable[Widget]:
        """A line with the name, and what a name can mean."""
        suggest = SuggestFromList(self._folders, case_sensitive=False)
        yield Input(self._folder, compact=True, select_on_focus=False, suggester=suggest, id="name")
        said = _("The name of another folder joins both; “{outer} / {inner}” puts it into one.")
        yield Static(foreign_content(said.format(outer=_("Folder"), inner=self._folder)), classes="hint")
        yield Static(Content(_("Enter renames it, Escape closes.")), classes="hint")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        name = " ".join(event.value.split())
        if name:
            self.answer(name)
        else:
            self.tell(_("A folder needs a name."), "error")


class RemoveFolderDialog(Dialog[str]):
    """Answers "folder" where the sources stay, "sources" where they go with it; the cursor stands on neither."""

    def __init__(self, folder: str, count: int) -> None:
        """`count` is how many sources are in it."""
        super().__init__(_("Remove the folder"))
        self._folder = folder
        self._count = count

    def compose_content(self) -> Iterable[Widget]:
        """What it is about, and the three answers."""
        yield Static(foreign_content(self._folder, "bold"), classes="what")
        yield Lines(id="answers")

    def on_mount(self) -> None:
        """Put the cursor on the answer that changes nothing."""
        super().on_mount()
        gone = ngettext(
            "Remove it with its {count} source; what has a star or a tag stays",
            "Remove it with its {count} sources; what has a star or a tag stays",
            self._count,
        ).format(count=format_number(self._count))
        answers = {
            "folder": _("Remove the folder alone; its sources stay"),
            "sources": gone,
            "none": _("Remove nothing"),
        }
        lines = self.query_one(Lines)
        lines.show_lines([Option(Content(text), id=key) for key, text in answers.items()], key="none")
        lines.focus()

    @on(OptionList.OptionSelected)
    def _answer(self, event: OptionList.OptionSelected) -> None:
        self.answer(None if event.option_id == "none" else event.option_id)
