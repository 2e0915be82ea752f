"""The quotations of a story side by side in its languages, and what each edition leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from textual import events, on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newstui.i18n import _
from newstui.library.tabulating import TableForm, name_edition, write_quote_table
from newstui.model import Quote, Reading
from newstui.text.parallel_quotes import QuoteTable
from newstui.ui.dialogs.quote_rows import Cell, QuoteRow, draw_head
from newstui.ui.dialogs.save import SaveDialog, name_file
from newstui.ui.dialogs.sayings import SayingsDialog, Tools
from newstui.ui.panes.lines import Lines, say

_WIDE: Final = 100
"""From so many columns of the screen on the editions stand beside each other."""
"""Characters of a title in a file's name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of the table of a story."""

    article_id: str
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A quotation that is to be shown in its edition, and where it stands in the table."""

    place: Place
    reading: Reading
    quote: Quote


class QuoteTableDialog(SayingsDialog[Chosen]):
    """Answers with the quotation to be shown in its edition. `place` is the article asked for, and where to begin."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(_("Quotes by language"), tools)
        self._place = place
        self._column = place.column
        self._table: QuoteTable | None = None

    def compose_content(self) -> Iterable[Widget]:
        """The names of the columns, the rows, and the keys."""
        yield Static("", id="head", markup=False)
        yield Lines(id="rows")
        yield self.name_keys()

    def list_commands(self) -> Mapping[str, Callable[[], None]]:
        """Go from language to language, copy, save."""
        return {
            "said.next-language": partial(self._step, 1),
            "said.previous-language": partial(self._step, -1),
            "said.copy": self._copy,
            "said.copy-all": self._copy_all,
            "said.save": self._save,
        }

    def on_mount(self) -> None:
        """Put the editions beside each other, which may mean to look for their quotations."""
        super().on_mount()
        lines = self.query_one(Lines)
        lines.focus()
        lines.show_lines([say(_("Looking for the quotations in all languages …"))])
        compare = partial(self.tools.library.compare_quotes, self._place.article_id)
        self.threads.ask("quotes", compare, self._show)

    def _show(self, table: QuoteTable) -> None:
        self._table = table
        self._column = min(self._column, len(table.readings) - 1)
        self._draw(str(self._place.row))

    @on(events.Resize)
    def _draw_anew(self) -> None:
        if self._table is not None:
            self.call_after_refresh(self._draw)

    def _draw(self, key: str | None = None) -> None:
        table, lines = self._table, self.query_one(Lines)
        if table is None:
            return
        beside = self.app.size.width >= _WIDE
        head = draw_head(self._list_cells(None), lines.scrollable_content_region.width - 2) if beside else ""
        self.query_one("#head", Static).update(head)
        self.query_one("#head").display = bool(head) and bool(table.rows)
        rows = [Option(QuoteRow(self._list_cells(row), beside=beside), id=str(row)) for row in range(len(table.rows))]
        lines.show_lines(rows or [say(_("Nobody is quoted in this story."))], key=key)
        if len(table.readings) == 1:
            said = _("Only this edition of the story is here; in the article press {key} to see the others.")
            self.tell(said.format(key=self.tools.keymap.show_key("edition.choose")))

    def _list_cells(self, row: int | None) -> list[Cell]:
        """Return the cells of a row, None: of the head."""
        assert self._table is not None
        return [
            Cell(
                name_edition(reading) if row is None or self.app.size.width < _WIDE else "",
                () if row is None else self._table.rows[row][column],
                chosen=column == self._column,
            )
            for column, reading in enumerate(self._table.readings)
        ]

    def _step(self, delta: int) -> None:
        if self._table is not None:
            self._column = (self._column + delta) % len(self._table.readings)
            self._draw()

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        chosen = self._find_chosen()
        if chosen is not None:
            self.answer(chosen)

    def _find_chosen(self) -> Chosen | None:
        """Return the quotation under the cursor; None is told."""
        row = self.query_one(Lines).key
        if self._table is None or row is None:
            return None
        reading = self._table.readings[self._column]
        cell = self._table.rows[int(row)][self._column]
        if not cell:
            self.tell(_("This edition leaves the quotation out: {language}").format(language=name_edition(reading)))
            return None
        self.tell("")
        return Chosen(Place(self._place.article_id, int(row), self._column), reading, cell[0])

    def _copy(self) -> None:
        chosen = self._find_chosen()
        if chosen is not None:
            self.tools.copy(self.tools.cite(chosen.quote, chosen.reading.article, chosen.reading.document))
            self.tell(_("The quotation is copied with its source."))

    def _copy_all(self) -> None:
        if self._table is not None and self._table.rows:
            self.tools.copy(write_quote_table(self._table, TableForm.TSV))
            self.tell(_("The table is copied."))

    def _save(self) -> None:
        table = self._table
        if table is not None and table.rows:
            name = name_file(table.readings[0].article.title, "quotes", TableForm.MARKDOWN)
            forms = {f".{form}": partial(write_quote_table, table, form) for form in TableForm}
            explained = _("The ending says how: .md for Markdown, .tsv or .csv for spreadsheets.")
            dialog = SaveDialog(_("Save the table"), name, forms, explained)
            self.app.push_screen(dialog, self._tell_saved)

    def _tell_saved(self, file: Path | None) -> None:
        if file is not None:
            self.tell(_("Saved: {file}").format(file=file))
