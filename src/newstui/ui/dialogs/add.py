"""Adding a source: its address, and if wanted a name and a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.library.facade import Library
from newstui.model import Source
from newstui.ui.dialogs.dialog import Dialog


class AddDialog(Dialog[Source]):
    """Answers with the source that was added; what goes wrong is said in place and can be mended there."""

    def __init__(self, library: Library, folders: Sequence[str]) -> None:
        super().__init__(_("Add a source"))
        self._library = library
        self._folders = folders
        self._adding = False

    def compose_content(self) -> Iterable[Widget]:
        """Three fields, and what Enter does."""
        yield Static(Content(_("The address of a feed or a site, or the path of a file or a directory:")))
        yield Input(placeholder="https://", compact=True, id="address")
        yield Static(Content(_("Its name, if it shall have another than its own:")))
        yield Input(compact=True, id="title")
        yield Static(Content(_("Its folder, if it shall be in one:")))
        yield Input(compact=True, id="folder", suggester=SuggestFromList(self._folders, case_sensitive=False))
        yield Static(Content(_("Enter adds it, Tab goes to the next field, Escape closes.")), classes="hint")

    @on(Input.Submitted)
    def _add(self) -> None:
        address = self.query_one("#address", Input).value.strip()
        title = self.query_one("#title", Input).value.strip() or None
        folder = self.query_one("#folder", Input).value.strip() or None
        if not address:
            self.tell(_("An address is needed."), "error")
            self.query_one("#address", Input).focus()
        elif not self._adding:
            self._adding = True
            self.tell(_("Looking at the address …"))
            self.threads.ask(
                "add",
                lambda: self._library.add_source(address, title=title, folder=folder),
                self._added,
                failed=self._not_added,
            )

    def _added(self, source: Source) -> None:
        self.dismiss(source)

    def _not_added(self, error: NewstuiError) -> None:
        self._adding = False
        self.fail(error)
        self.query_one("#address", Input).focus()
