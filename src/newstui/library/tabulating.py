"""A table of quotations as text for other programs: tab-separated, comma-separated, Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from newstui.i18n import _, language_name
from newstui.model import Quote, Reading
from newstui.text.clean import clean_line
from newstui.text.markdown import escape_markdown
from newstui.text.typography import choose_marks, set_quotation

if TYPE_CHECKING:
    from newstui.text.parallel_quotes import QuoteTable


class TableForm(StrEnum):
    """How a table is written; each value is the ending of its files, too."""

    TSV = "tsv"
    CSV = "csv"
    MARKDOWN = "md"


def write_quote_table(table: QuoteTable, form: TableForm) -> str:
    """Return a table of quotations with a line for each.

    TSV and CSV have two columns for each edition, the words and who says them, under the edition's language; where an
    edition leaves a quotation out both are empty. Markdown has one, for people to read.
    """
    if form is TableForm.MARKDOWN:
        return _write_markdown(table)
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if form is TableForm.TSV else ",", lineterminator="\n")
    tags = [reading.article.language or "und" for reading in table.readings]
    writer.writerow([column for tag in tags for column in (tag, f"{tag} speaker")])
    writer.writerows([field for cell in row for field in (_join_words(cell), _join_names(cell))] for row in table.rows)
    return out.getvalue()


def name_edition(reading: Reading) -> str:
    """Return what an edition's column is called: its language, in the interface's."""
    language = reading.article.language
    return language_name(language) if language else _("Unknown language")


def _write_markdown(table: QuoteTable) -> str:
    lines = [
        [escape_markdown(name_edition(reading)) for reading in table.readings],
        ["---"] * len(table.readings),
        *(
            [_write_cell(cell, reading) for cell, reading in zip(row, table.readings, strict=True)]
            for row in table.rows
        ),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _write_cell(cell: Sequence[Quote], reading: Reading) -> str:
    language = reading.article.language
    parts = (
        (f"**{escape_markdown(name)}**: " if name else "")
        + escape_markdown(set_quotation(words, choose_marks(language), language))
        for name, words in _list_said(cell)
    )
    return " ".join(parts) or "—"


def _list_said(cell: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Yield who says what in a cell; a name stands once where one speaker's words are interrupted."""
    before = None
    for quote in cell:
        name = quote.speaker or quote.speaker_text or ""
        yield name if name != before else "", clean_line(quote.text)
        before = name


def _join_words(cell: Sequence[Quote]) -> str:
    return " … ".join(words for _name, words in _list_said(cell))


def _join_names(cell: Sequence[Quote]) -> str:
    return ", ".join(dict.fromkeys(name for name, _words in _list_said(cell) if name))
