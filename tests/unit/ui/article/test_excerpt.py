from __future__ import annotations

import pytest
from textual.geometry import Offset
from textual.selection import SELECT_ALL, Selection

from newstui.model import Article, Block, BlockKind, Document, Reading
from newstui.ui.article.excerpt import copy_selection
from newstui.ui.article.layout import Layout
from newstui.ui.article.typography import Typography
from tests.ui.samples import paragraph, reading

MARGIN = 3
LAYOUT_TEXT = "one two three four five"


def copy(layout: Layout, start: tuple[int, int], end: tuple[int, int]) -> str:
    layout.extend()
    return copy_selection(layout, Selection.from_offsets(Offset(*start), Offset(*end)), MARGIN)


def test_lines_of_a_paragraph_are_joined_as_they_were_written() -> None:
    layout = Layout(reading(paragraph(LAYOUT_TEXT)), 10)
    assert [line.runs for line in layout.lines] == []
    layout.extend()
    # Lines: blank, title, byline, blank, "one two", "three four", "five".
    assert copy(layout, (MARGIN + 4, 4), (MARGIN + 4, 6)) == "two three four five"
    assert copy(layout, (0, 4), (MARGIN + 3, 4)) == "one"


def test_leads_are_left_out_and_bullets_kept_where_items_are_copied_together() -> None:
    items = [Block(BlockKind.LIST_ITEM, "first", 1), Block(BlockKind.LIST_ITEM, "second", 1)]
    layout = Layout(reading(*items, Block(BlockKind.QUOTE, "said", 1)), 30)
    layout.extend()
    assert copy(layout, (0, 4), (60, 8)) == " • first\n • second\n\nsaid"
    assert copy(layout, (0, 4), (60, 4)) == "first"


def test_select_all() -> None:
    layout = Layout(reading(paragraph("a"), Block(BlockKind.CODE, "x = 1\n  y"), title="T"), 30)
    assert copy_selection(layout, SELECT_ALL, MARGIN) == "T\nThe Paper\n\na\n\nx = 1\n  y"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, "Donau"), (4, 7, "uda"), (0, 12, "Donaudampf"), (5, 6, "d")],
)
def test_soft_hyphens_are_not_counted_and_not_copied(start: int, end: int, expected: str) -> None:
    layout = Layout(reading(paragraph("Donau\xaddampf")), 30)
    assert copy(layout, (MARGIN + start, 4), (MARGIN + end, 4)) == expected


def test_a_table_is_copied_with_tabs() -> None:
    layout = Layout(reading(Block(BlockKind.TABLE, "A\tB\n1\t2")), 30)
    layout.extend()
    assert copy(layout, (0, 4), (60, 6)) == "A\tB\n1\t2"


@pytest.mark.parametrize("typography", [Typography(hyphenate=True), Typography(hyphenate=True, justify=True)])
def test_hyphens_and_spaces_that_were_put_in_are_not_copied(typography: Typography) -> None:
    text = "Das Bundesverfassungsgericht hat am Donnerstag eine Entscheidung gefällt."
    story = Reading(Article(id="a" * 13, title="T", language="de"), Document((paragraph(text),)))
    layout = Layout(story, 20, typography)
    layout.extend()
    # Lines: blank, title, byline, blank, "Das Bundesverfas-", "sungsgericht hat am", …
    assert layout.lines[4].hyphen
    assert copy(layout, (0, 4), (60, 9)) == text
    assert copy(layout, (MARGIN + 4, 4), (MARGIN + 12, 5)) == "Bundesverfassungsgericht"
    first = sum(len(text[run.start : run.end]) for run in layout.lines[4].runs)
    assert copy(layout, (0, 4), (MARGIN + 20, 4)) == text[:first]


def test_words_from_the_right_are_copied_as_they_were_written() -> None:
    text = "שלום abc עולם"
    layout = Layout(reading(paragraph(text)), 20, Typography(reorder=True))
    layout.extend()
    # On the screen: seven cells, "םלוע abc םולש".
    assert copy(layout, (0, 4), (60, 4)) == text
    assert copy(layout, (MARGIN + 16, 4), (MARGIN + 20, 4)) == "שלום"
    assert copy(layout, (MARGIN + 18, 4), (MARGIN + 20, 4)) == "של"
    assert copy(layout, (MARGIN + 12, 4), (MARGIN + 15, 4)) == "abc"
