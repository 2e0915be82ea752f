"""Several sources at once: each is marked by Enter or the space bar, then all that are marked are moved or removed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newstui.i18n import _, format_number, ngettext
from newstui.model import Source
from newstui.ui.content import foreign_content
from newstui.ui.dialogs.report import ReportDialog
from newstui.ui.keymap import Keymap
from newstui.ui.panes.lines import Lines, say
from newstui.ui.panes.spread import Spread

_FOLDER = "folder:"


class SeveralDialog(ReportDialog[tuple[str, Sequence[Source]]]):
    """Answers with "move" or "remove", and the sources that were marked. Enter on a folder marks all that is in it."""

    def __init__(self, sources: Sequence[Source], keymap: Keymap) -> None:
        super().__init__(_("Several sources"), keymap)
        self._sources = {source.key: source for source in sources if source.subscribed}
        self._marked: set[str] = set()

    def compose_content(self) -> Iterable[Widget]:
        """The list, and the keys."""
        yield Lines(id="report")
        yield self.name_keys("report.mark", "report.move", "report.remove", "dialog.close")

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Mark, move, remove."""
        return {
            "report.mark": lambda: self.query_one(Lines).choose(),
            "report.move": lambda: self._finish("move"),
            "report.remove": lambda: self._finish("remove"),
        }

    def on_mount(self) -> None:
        """List all sources by folder."""
        super().on_mount()
        self._draw()
        self.query_one(Lines).focus()

    @on(OptionList.OptionSelected)
    def _mark(self, event: OptionList.OptionSelected) -> None:
        key = event.option_id or ""
        keys = {key}
        if key.startswith(_FOLDER):
            folder = key.removeprefix(_FOLDER)
            keys = {source.key for source in self._sources.values() if (source.folder or "") == folder}
        if keys <= self._marked:
            self._marked -= keys
        else:
            self._marked |= keys
        self._draw()
        self.query_one(Lines).move(1)

    def _finish(self, what: str) -> None:
        if self._marked:
            self.answer((what, [source for key, source in self._sources.items() if key in self._marked]))
        else:
            key = self._keymap.show_key("report.mark")
            self.tell(_("Nothing is marked; press {key} to mark a source, or all of a folder.").format(key=key))

    def _draw(self) -> None:
        rows: list[Option] = []
        folder: str | None = ""
        for source in self._sources.values():
            if source.folder != folder and source.folder:
                rows.append(
                    Option(foreign_content(f"▾ {source.folder}", "bold $text-accent"), id=_FOLDER + source.folder)
                )
            folder = source.folder
            rows.append(self._draw_source(source))
        self.query_one(Lines).show_lines(rows or [say(_("There is no source yet."))])
        count = len(self._marked)
        said = ngettext("{count} source is marked.", "{count} sources are marked.", count)
        self.tell(said.format(count=format_number(count)) if count else "")

    def _draw_source(self, source: Source) -> Option:
        mark = ("✓ ", "bold $text-accent") if source.key in self._marked else "  "
        indent = "  " if source.folder else ""
        title = Content.assemble(mark, indent, foreign_content(source.title))
        return Option(Spread(title, Content.styled(format_number(source.articles), "$quiet")), id=source.key)
