"""Parallel text as Markdown, and as TSV from which Anki makes cards."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from newstui.model import Article, Reading
from newstui.text.markdown import escape_markdown
from newstui.text.parallel.passages import Comparison, Passage, Row, get_text

_SPACE = re.compile(r"\s+")


def join_passages(reading: Reading, passages: Iterable[Passage]) -> str:
    """Return the words of one side of a row, a line for each passage."""
    texts = (get_text(reading, passage.block)[passage.start : passage.end] for passage in passages)
    return "\n".join(texts).replace("\xad", "")


def write_tsv(comparison: Comparison, rows: Iterable[Row]) -> str:
    """Return a line for each row that both editions have: words, counterpart, story, URL.

    A field with a quotation mark in it is quoted, as Anki and spreadsheets read it; none holds a tab or a line break.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    article = comparison.left.article
    for row in rows:
        words = _SPACE.sub(" ", join_passages(comparison.left, row.left)).strip()
        counterpart = _SPACE.sub(" ", join_passages(comparison.right, row.right)).strip()
        if words and counterpart:
            writer.writerow([words, counterpart, _SPACE.sub(" ", article.title), article.url or article.path or ""])
    return out.getvalue()


def write_markdown(comparison: Comparison, rows: Sequence[Row], languages: tuple[str, str]) -> str:
    """Return a page with a table of two columns, headed by the names of the languages."""
    left, right = comparison.left, comparison.right
    table = [_table_row(languages), "| --- | --- |"]
    for row in rows:
        cells = _cell(join_passages(left, row.left)), _cell(join_passages(right, row.right))
        if any(cells):
            table.append(_table_row(cells))
    sources = [_cite(left.article, languages[0]), _cite(right.article, languages[1])]
    return "\n".join([f"# {escape_markdown(left.article.title)}", "", *table, "", *sources, ""])


def write_pair(comparison: Comparison, row: Row, languages: tuple[str, str]) -> str:
    """Return one row as two quotations, each with its source; a side that has nothing is left out."""
    parts = []
    sides = (comparison.left, row.left, languages[0]), (comparison.right, row.right, languages[1])
    for reading, passages, language in sides:
        if words := join_passages(reading, passages):
            quoted = "\n>\n".join(f"> {escape_markdown(line)}" for line in words.split("\n"))
            parts.append(f"{quoted}\n>\n> — {_link(reading.article)} ({language})")
    return "\n\n".join(parts)


def _table_row(cells: Sequence[str]) -> str:
    return f"| {cells[0]} | {cells[1]} |"


def _cell(words: str) -> str:
    return "<br>".join(escape_markdown(line) for line in words.split("\n"))


def _cite(article: Article, language: str) -> str:
    return f"- {language}: {_link(article)}"


def _link(article: Article) -> str:
    title = escape_markdown(article.title)
    return f"[{title}](<{article.url}>)" if article.url else title
