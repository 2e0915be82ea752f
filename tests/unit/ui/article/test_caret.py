"""The caret: where it goes, and what it selects."""

from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Reading
from newstui.ui.article.caret import Caret, Place, Unit, place_at
from newstui.ui.article.excerpt import join_ranges
from newstui.ui.article.layout import Layout
from newstui.ui.article.typography import Typography
from tests.ui.samples import paragraph, reading

WORDS = "One two, three. Four-five six’s end!\nA new line."


def put(article: Reading, width: int = 30, *, part: int = 1, offset: int = 0, reorder: bool = False) -> Caret:
    """A caret in a part of an article; the first one after the title."""
    layout = Layout(article, width, Typography(reorder=reorder))
    index = next(index for index, each in enumerate(layout.parts) if each.number == part - 1)
    return Caret(layout, Place(index, offset), "en")


def under(caret: Caret, *, length: int = 4) -> str:
    """The words that begin under the caret."""
    return caret._layout.parts[caret.place.part].text[caret.place.offset :][:length]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit.CHARACTER, ["ne t", "e tw", " two"]),
        (Unit.WORD, ["two,", "thre", "Four", "six’", "end!", "A ne", "new ", "line"]),
        (Unit.SENTENCE, ["Four", "A ne"]),
        (Unit.PARAGRAPH, ["Anot"]),
        (Unit.LINE_EDGE, [". Fo"]),
    ],
)
def test_forward_and_back_again(unit: Unit, expected: list[str]) -> None:
    caret = put(reading(paragraph(WORDS), paragraph("Another one.")), 20)
    seen = []
    for _ in expected:
        caret.move(unit, 1)
        seen.append(under(caret))
    assert seen == expected
    for _ in expected:
        caret.move(unit, -1)
    assert under(caret) == "One "


def test_from_part_to_part_and_no_further_than_the_text() -> None:
    article = reading(paragraph("Ab."), Block(BlockKind.RULE, ""), paragraph("Cd."))
    caret = put(article)
    seen = []
    for _ in range(8):
        caret.move(Unit.CHARACTER, 1)
        seen.append(under(caret, length=1))
    assert seen == ["b", ".", "C", "d", ".", ".", ".", "."]
    caret.move(Unit.ARTICLE, -1)
    assert under(caret) == "A ti"
    caret.move(Unit.WORD, -1)
    assert under(caret) == "A ti"
    caret.move(Unit.ARTICLE, 1)
    assert under(caret) == "."


def test_lines_keep_their_column_through_shorter_ones() -> None:
    article = reading(paragraph("1234567890\nab\n1234567890"), paragraph("日本の報道"))
    caret = put(article, offset=7)
    seen = []
    for _ in range(4):
        caret.move(Unit.LINE, 1)
        seen.append(under(caret, length=1))
    assert seen == ["b", "8", "報", "報"]
    caret.move(Unit.LINE, -1)
    assert under(caret, length=1) == "8"
    caret.move(Unit.CHARACTER, -1)
    caret.move(Unit.LINE, -1)
    caret.move(Unit.LINE, -1)
    assert under(caret, length=1) == "7"


def test_what_is_not_seen_is_stepped_over() -> None:
    caret = put(reading(paragraph("twelve letters here")), 8)
    for _ in range(6):
        caret.move(Unit.CHARACTER, 1)
    assert under(caret) == "lett", "and not the space where the line was broken"
    caret = put(reading(paragraph("a\u00adb e\u0301x 👨‍👩‍👧!")))
    seen = []
    for _ in range(6):
        caret.move(Unit.CHARACTER, 1)
        seen.append(under(caret, length=1))
    assert seen == ["b", " ", "e", "x", " ", "👨"]
    caret.move(Unit.CHARACTER, 1)
    assert under(caret) == "!"


def test_words_that_have_no_spaces_between_them() -> None:
    caret = put(reading(paragraph("日本の tea 報道")))
    seen = []
    for _ in range(5):
        caret.move(Unit.WORD, 1)
        seen.append(under(caret, length=1))
    assert seen == ["本", "の", "t", "報", "道"]


def test_right_to_left_words_are_read_in_their_order() -> None:
    text = "قال الوزير"
    caret = put(reading(paragraph(text)), 30, reorder=True)
    layout = caret._layout
    layout.extend()
    line = caret.line
    for offset in range(len(text)):
        caret.place = Place(caret.place.part, offset)
        column = caret._cell(layout.parts[caret.place.part], line)
        assert column == 29 - offset
        assert place_at(layout, line, column) == caret.place


@pytest.mark.parametrize(
    ("moves", "copied"),
    [
        ([], "O"),
        ([(Unit.WORD, 1)], "One t"),
        ([(Unit.SENTENCE, 1), (Unit.CHARACTER, -1)], "One two, three."),
        ([(Unit.PARAGRAPH, 1), (Unit.CHARACTER, 1)], f"{WORDS}\n\nAn"),
        ([(Unit.PARAGRAPH, -1)], "The Paper\n\nO"),
    ],
)
def test_what_is_selected(moves: list[tuple[Unit, int]], copied: str) -> None:
    caret = put(reading(paragraph(WORDS), paragraph("Another one.")), 20)
    caret.toggle_selection()
    for move in moves:
        caret.move(*move)
    assert join_ranges(caret._layout, caret.list_ranges()) == copied
    names = [mark.name for marks in caret.list_marks().values() for mark in marks]
    assert sorted(set(names)) == ["caret", "selected"]
    caret.toggle_selection()
    assert [mark.name for marks in caret.list_marks().values() for mark in marks] == ["caret"]
