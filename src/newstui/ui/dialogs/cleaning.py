"""Letting go what need not be kept: what would go is listed first, then goes with a bar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number, ngettext
from newstui.library.facade import Library
from newstui.library.keeping import Cleaned
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.work import WorkDialog
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread
from newstui.ui.progress import ProgressLine, Work


class CleanDialog(WorkDialog[int]):
    """Answers with the number of articles that have gone."""

    def __init__(self, library: Library) -> None:
        super().__init__(_("Clean up"))
        self._library = library
        self._planned = 0
        self._gone = 0

    def compose_content(self) -> Iterable[Widget]:
        """What would go, the bar, and the keys."""
        yield Lines(id="report")
        yield ProgressLine()
        yield Static("", id="help", markup=False)

    def on_mount(self) -> None:
        """Look what would go."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.show_lines([say(_("Counting …"))])
        lines.focus()
        self.threads.ask("plan", self._library.keeping.plan, self._show_plan, long=True)

    def close(self) -> None:
        """Stop what is being done; close if that is nothing."""
        if self.is_working:
            super().close()
        else:
            self.answer(self._gone)

    def _show_plan(self, planned: Sequence[Cleaned]) -> None:
        self._planned = sum(each.dropped for each in planned)
        rows = [
            Option(Spread(foreign_content(each.source.title), Content(format_number(each.dropped))), id=each.source.key)
            for each in sorted(planned, key=lambda each: -each.dropped)
        ]
        keeping = self._library.keeping
        none = (
            _("Nothing would go: what is here is within the limits.")
            if any(keeping.limits_of(source) for source in self._library.list_sources())
            else _("Nothing has a limit: everything is kept. The settings keeping.days and keeping.articles set one.")
        )
        self.query_one(Lines).show_lines(rows or [say(none)])
        if self._planned:
            said = ngettext("{count} article would go.", "{count} articles would go.", self._planned)
            self.tell(said.format(count=format_number(self._planned)))
            self.help(_("Enter lets them go for good, Escape closes."))
        else:
            self.help(_("Escape closes."))

    @on(OptionList.OptionSelected)
    def _start(self) -> None:
        if self._planned and not self.is_working:
            self.begin(self._clean, self._tell_end, said=_("Cleaning up …"), moved=self._tell_progress)

    def _clean(self, work: Work) -> None:
        def tell(cleaned: Cleaned) -> None:
            self._gone += cleaned.dropped
            work.tell(self._gone, self._planned)

        self._library.keeping.clean(on_progress=tell, cancelled=work.is_stopped)

    def _tell_progress(self, done: int, total: int) -> str:
        return _("{done} of {total} articles").format(done=format_number(done), total=format_number(total))

    def _tell_end(self, _none: None) -> None:
        said = ngettext("{count} article has gone.", "{count} articles have gone.", self._gone)
        self.tell(said.format(count=format_number(self._gone)))
        self._planned = 0
        self.query_one(Lines).show_lines([say(_("What is here is within the limits."))])
        self.help(_("Escape closes."))
