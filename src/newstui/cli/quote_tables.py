"""`quotes --compare`: the quotations of a story in all its languages, as text, JSON, Markdown and CSV."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newstui.cli import records
from newstui.cli.session import Session
from newstui.i18n import _
from newstui.library.comparing import compare_reading
from newstui.library.tabulating import TableForm, name_edition, write_quote_table
from newstui.text.clean import clean_line
from newstui.text.typography import choose_marks, set_quotation

if TYPE_CHECKING:
    from newstui.model import Quote, Reading
    from newstui.text.parallel_quotes import QuoteTable


def print_quote_table(
    session: Session, reading: Reading, *, as_json: bool = False, form: TableForm | None = None
) -> None:
    """Print what is said in a story: a row for each quotation, in the order of the edition that was named."""
    table = compare_reading(session.library, reading)
    if as_json:
        session.print_json(records.quote_table_record(table))
    elif form is not None:
        session.print_text(write_quote_table(table, form).rstrip("\n"))
    else:
        for line in _draw_table(table):
            session.print_text(line)
    if len(table.readings) == 1:
        session.say(_("{title}: only this edition of the story is here.").format(title=reading.article.title))


def _draw_table(table: QuoteTable) -> Iterator[str]:
    """Return the titles, then each quotation with its editions below each other."""
    names = [name_edition(reading) for reading in table.readings]
    column = max(map(len, names))
    for name, reading in zip(names, table.readings, strict=True):
        yield f"{name:<{column}}  {reading.article.title}"
    for row in table.rows:
        yield ""
        for name, reading, cell in zip(names, table.readings, row, strict=True):
            yield _fill(f"{name:<{column}}  ", _write_cell(cell, reading.article.language))


def _fill(label: str, text: str) -> str:
    width = max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))
    return textwrap.fill(text, width, initial_indent=label, subsequent_indent=" " * len(label))


def _write_cell(cell: tuple[Quote, ...], language: str | None) -> str:
    if not cell:
        words = _("left out")
        return f"({words})"
    words = " ".join(set_quotation(clean_line(quote.text), choose_marks(language), language) for quote in cell)
    speakers = ", ".join(dict.fromkeys(quote.speaker for quote in cell if quote.speaker))
    return f"{words} — {speakers}" if speakers else words
