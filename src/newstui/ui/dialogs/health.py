"""What newstui is and how it is: versions, places, sizes; and whether the library is sound, with what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number
from newstui.library.facade import Library
from newstui.library.health import Fact, Finding, find_problems, list_facts, show_facts
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.report import ReportDialog
from newstui.ui.keymap import Keymap
from newstui.ui.panes.lines import Lines, say
from newstui.ui.progress import ProgressLine, Work


class FactsDialog(ReportDialog[None]):
    """Versions, places and sizes; `copy` copies the whole report."""

    def __init__(self, title: str, library: Library, keymap: Keymap, copy: Callable[[str], None]) -> None:
        super().__init__(title, keymap)
        self.library = library
        self._copy = copy
        self.rows: list[tuple[str, str]] = []

    def compose_content(self) -> Iterable[Widget]:
        """The facts, and the keys."""
        yield Lines(id="report")
        yield self.name_keys("report.copy", "dialog.close")

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Copy the report."""
        return {"report.copy": self._copy_report}

    def on_mount(self) -> None:
        """Look for the facts."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.show_lines([say(_("Counting …"))])
        lines.focus()
        self.threads.ask("facts", lambda: list_facts(self.library), self.show_facts)

    def show_facts(self, facts: dict[str, Fact]) -> None:
        """Show facts by their names, one a row."""
        self.rows = list(show_facts(facts))
        self.draw()

    def draw(self) -> None:
        """Show the rows."""
        width = max((len(name) for name, _text in self.rows), default=0)
        rows = [
            Option(Content.assemble((f"{name:<{width}}  ", "$quiet"), foreign_content(text)), id=str(number))
            for number, (name, text) in enumerate(self.rows)
        ]
        self.query_one(Lines).show_lines(rows)

    def _copy_report(self) -> None:
        self._copy("\n".join(f"{name}: {text}" for name, text in self.rows))
        self.tell(_("The report is copied."))


class AboutDialog(FactsDialog):
    """What newstui is, under which licence, where its files are, and which keys help."""

    def __init__(self, library: Library, keymap: Keymap, copy: Callable[[str], None]) -> None:
        super().__init__(_("About newstui"), library, keymap, copy)

    def compose_content(self) -> Iterable[Widget]:
        """A word about it, the facts, and the keys."""
        yield Static(Content(_("A news reader for people who read in several languages and care who said what.")))
        yield Static(Content(_("Free software under the MIT licence, without any warranty.")), classes="hint-line")
        yield Lines(id="report")
        yield self.name_keys("program.help", "program.palette", "keys.find", "report.copy", "dialog.close")


class DoctorDialog(FactsDialog):
    """Checks what `newstui doctor` checks; Escape stops the check, and closes when none is going on."""

    def __init__(self, library: Library, keymap: Keymap, copy: Callable[[str], None]) -> None:
        super().__init__(_("Check the library"), library, keymap, copy)
        self._findings: Sequence[Finding] = ()

    def compose_content(self) -> Iterable[Widget]:
        """The findings, how far the check is, and the keys."""
        yield Lines(id="report")
        yield ProgressLine(id="progress")
        yield self.name_keys("report.repair", "report.copy", "dialog.close")

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Copy the report, or mend what can be mended here."""
        return {**super().list_commands(), "report.repair": self._repair}

    def show_facts(self, facts: dict[str, Fact]) -> None:
        """Show the facts, then look for what is wrong."""
        super().show_facts(facts)
        self._check()

    def close(self) -> None:
        """Stop the check; close if none is going on."""
        if self.query_one(ProgressLine).stop():
            self.tell(_("The check was stopped: nothing can be said of the library."))
        else:
            super().close()

    def _check(self) -> None:
        self.tell(_("Checking the library …"))

        def check(work: Work) -> list[Finding]:
            return list(find_problems(self.library, on_progress=work.tell, cancelled=work.is_stopped))

        line = self.query_one(ProgressLine)
        line.run(self.threads, check, self._show, moved=self._tell_progress, failed=self.fail)

    def _tell_progress(self, done: int, total: int) -> None:
        said = _("Checking the library: {done} of {total} stories")
        self.tell(said.format(done=format_number(done), total=format_number(total)))

    def _show(self, findings: Sequence[Finding]) -> None:
        """Put what is wrong before the facts."""
        self._findings = findings
        self.rows = [("✗", finding.tell()) for finding in findings] + self.rows
        self.draw()
        self.query_one(Lines).home()
        if not findings:
            self.tell(_("All is well."))
        elif any(finding.repairable for finding in findings):
            key = self._keymap.show_key("report.repair")
            self.tell(_("Something is wrong; press {key} to mend it.").format(key=key), "error")
        else:
            self.tell(_("Something is wrong; see above."), "error")

    def _repair(self) -> None:
        if not any(finding.repairable for finding in self._findings) or self.query_one(ProgressLine).is_running:
            self.tell(_("There is nothing to mend here."))
            return
        self._findings = ()
        self.tell(_("Working out all counts and indexes anew …"))

        def repaired(_none: None) -> None:
            self.threads.ask("facts", lambda: list_facts(self.library), self.show_facts)

        self.threads.write(self.library.repair, repaired, long=True)
