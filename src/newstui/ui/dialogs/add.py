"""Adding a source: its address, and if wanted a name and a folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newstui.errors import NewstuiError
from newstui.i18n import _
from newstui.library.facade import Library
from newstui.library.finding import SeveralFeedsError
from newstui.model import FeedCandidate, Source
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.dialog import Dialog
from newstui.ui.panes.lines import Lines


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
        yield Lines(id="found")
        yield Static(Content(_("Enter adds it, Tab goes to the next field, Escape closes.")), classes="hint")

    def on_mount(self) -> None:
        """Nothing has been found yet."""
        super().on_mount()
        self.query_one("#found").display = False

    @on(Input.Submitted)
    def _submit(self) -> None:
        self._add(self.query_one("#address", Input).value.strip())

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self._add(event.option_id or "")

    def _add(self, address: str) -> None:
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
                long=True,
            )

    def _added(self, source: Source) -> None:
        self.answer(source)

    def _not_added(self, error: NewstuiError) -> None:
        self._adding = False
        if isinstance(error, SeveralFeedsError):
            self._offer(error.candidates)
        else:
            self.fail(error)
            self.query_one("#address", Input).focus()

    def _offer(self, candidates: Sequence[FeedCandidate]) -> None:
        """List the feeds that were found at an address."""
        found = self.query_one("#found", Lines)
        found.display = True
        found.show_lines([Option(_draw(candidate), id=candidate.url) for candidate in candidates])
        found.focus()
        self.tell(_("Several feeds were found there; choose one."))


def _draw(candidate: FeedCandidate) -> Content:
    about = " · ".join(part for part in (candidate.kind, candidate.language, candidate.url) if part)
    title = foreign_content(candidate.title or candidate.url, "bold")
    return Content.assemble(title, "\n", foreign_content(about, "$quiet"))
