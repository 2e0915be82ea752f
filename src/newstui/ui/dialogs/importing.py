"""Coming from elsewhere: a list of sources, and newsboat's articles, taken over with a bar."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from newstui.errors import N_, NewstuiError
from newstui.i18n import _, format_number
from newstui.library.facade import Library
from newstui.library.import_words import describe_import
from newstui.library.importing import ImportReport
from newstui.ui.dialogs.form import make_field
from newstui.ui.dialogs.work import WorkDialog
from newstui.ui.progress import ProgressLine, Work


class _StoppedError(NewstuiError):
    """Nobody waits for the import any more."""


class ImportDialog(WorkDialog[bool]):
    """Answers with whether anything was taken over."""

    def __init__(self, library: Library) -> None:
        super().__init__(_("Import"))
        self._library = library
        self._changed = False

    def compose_content(self) -> Iterable[Widget]:
        """The fields, the bar, and the keys."""
        yield Static(
            _("An OPML file, or newsboat’s list of sources; with its cache, its articles come too."), markup=False
        )
        yield make_field("file", _("File"), hint="~/subscriptions.opml")
        yield make_field("cache", _("Cache"), hint=_("newsboat’s cache.db, or nothing"))
        yield ProgressLine()
        yield Static(_("Enter imports, Tab goes to the next field, Escape closes."), id="help", markup=False)

    def close(self) -> None:
        """Stop what is being done; close if that is nothing."""
        if self.is_working:
            super().close()
        else:
            self.answer(self._changed)

    def stopped(self) -> None:
        """Say what has become of it."""
        self._changed = True
        self.tell(_("Stopped; what was taken over so far is here. The same import goes on where it was."))
        self.help(_("Enter imports, Escape closes."))

    @on(Input.Submitted)
    def _submit(self) -> None:
        file, cache = self.read("file"), self.read("cache")
        if self.is_working:
            return
        if file is None:
            self.tell(_("A file is needed."), "error")
            self.query_one("#file", Input).focus()
            return
        job = partial(self._import, Path(file).expanduser(), Path(cache).expanduser() if cache else None)
        self.begin(job, self._tell_report, said=_("Reading the file …"), moved=_tell_progress)

    def _import(self, file: Path, cache: Path | None, work: Work) -> ImportReport:
        def tell(done: int, total: int) -> None:
            if work.is_stopped():
                raise _StoppedError(N_("The import was stopped."))
            work.tell(done, total)

        return self._library.importing.take_over(file, newsboat_cache=cache, on_progress=tell)

    def _tell_report(self, report: ImportReport) -> None:
        self._changed = True
        self.tell(describe_import(report))
        self.help(_("Escape closes."))


def _tell_progress(done: int, total: int) -> str:
    return _("{done} of {total} articles").format(done=format_number(done), total=format_number(total))
