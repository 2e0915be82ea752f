from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from newstui.library.tabulating import TableForm, write_quote_table
from newstui.model import Article, Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Reading
from newstui.text.parallel_quotes import QuoteTable


def quote(words: str, speaker: str | None = None) -> Quote:
    return Quote(words, QuoteKind.SPEECH, (QuoteSpan(0, 0, len(words)),), speaker)


def reading(language: str | None) -> Reading:
    article = Article(id=f"{language or 'x'}" * 6, title="T", language=language)
    return Reading(article, Document((Block(BlockKind.PARAGRAPH, "p"),)))


TABLE = QuoteTable(
    (reading("en"), reading("de"), reading(None)),
    (
        ((quote("We, the “few”", "Ada | X"),), (quote("Wir", "Ada"), quote("und\nalle", "Ada")), ()),
        ((quote("a\tb"),), (), (quote("c", "Zoë"), quote("d", "Ben"))),
    ),
)


@pytest.mark.parametrize(("form", "delimiter"), [(TableForm.TSV, "\t"), (TableForm.CSV, ",")])
def test_tables_for_programs(form: TableForm, delimiter: str) -> None:
    rows = list(csv.reader(io.StringIO(write_quote_table(TABLE, form)), delimiter=delimiter))
    assert rows == [
        ["en", "en speaker", "de", "de speaker", "und", "und speaker"],
        ["We, the “few”", "Ada | X", "Wir … und alle", "Ada", "", ""],
        ["a b", "", "", "", "c … d", "Zoë, Ben"],
    ]


def test_tables_for_people() -> None:
    assert write_quote_table(TABLE, TableForm.MARKDOWN) == (
        "| English | German | Unknown language |\n"
        "| --- | --- | --- |\n"
        "| **Ada \\| X**: “We, the ‘few’” | **Ada**: „Wir“ „und alle“ | — |\n"
        "| “a b” | — | **Zoë**: “c” **Ben**: “d” |\n"
    )


def test_a_table_without_rows() -> None:
    assert write_quote_table(replace(TABLE, rows=()), TableForm.CSV).count("\n") == 1
