"""The full texts of many articles, fetched from their pages with a bar; what could not be had is listed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number, ngettext, translate_error
from newstui.library.facade import Library
from newstui.model import FulltextResult, Headline
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.work import WorkDialog
from newstui.ui.panes.lines import Lines
from newstui.ui.progress import ProgressLine, Work


class ManyTextsDialog(WorkDialog[int]):
    """Answers with the number of full texts that were fetched."""

    def __init__(self, library: Library, headlines: Sequence[Headline]) -> None:
        super().__init__(_("Full texts"))
        self._library = library
        self._titles = {headline.id: headline.title for headline in headlines}
        self._failed: list[FulltextResult] = []
        self._fetched = 0

    def compose_content(self) -> Iterable[Widget]:
        """The question, what failed, the bar, and the keys."""
        yield Lines(id="report")
        yield ProgressLine()
        yield Static("", id="help", markup=False)

    def on_mount(self) -> None:
        """Ask."""
        super().on_mount()
        said = ngettext(
            "Fetch the page of {count} article?", "Fetch the pages of {count} articles?", len(self._titles)
        ).format(count=format_number(len(self._titles)))
        lines = self.query_one(Lines)
        lines.show_lines([Option(Content(said), id="yes")])
        lines.focus()
        self.help(_("Enter fetches, Escape closes."))

    def close(self) -> None:
        """Stop what is being done; close if that is nothing."""
        if self.is_working:
            super().close()
        else:
            self.answer(self._fetched)

    def stopped(self) -> None:
        """Say what was fetched until then."""
        super().stopped()
        self._show_end()

    @on(OptionList.OptionSelected)
    def _start(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "yes" and not self.is_working:
            self.begin(
                self._fetch, lambda _none: self._show_end(), said=_("Fetching the pages …"), moved=_tell_progress
            )

    def _fetch(self, work: Work) -> None:
        def take(result: FulltextResult) -> None:
            if result.error is None:
                self._fetched += 1
            else:
                self._failed.append(result)
            work.tell(result.done, result.total)

        self._library.fulltexts.fetch_many(list(self._titles), on_result=take, cancelled=work.is_stopped)

    def _show_end(self) -> None:
        said = ngettext("{count} full text was fetched.", "{count} full texts were fetched.", self._fetched)
        self.tell(said.format(count=format_number(self._fetched)))
        rows = []
        for result in self._failed:
            reason = translate_error(result.error) if result.error else ""
            title = foreign_content(self._titles.get(result.article, result.article), "bold")
            rows.append(Option(Content.assemble(title, "\n", foreign_content(reason, "$quiet"))))
        self.query_one(Lines).show_lines(rows)
        self.help(_("Escape closes."))


def _tell_progress(done: int, total: int) -> str:
    return _("{done} of {total} pages").format(done=format_number(done), total=format_number(total))
