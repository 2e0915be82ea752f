"""Hints: which letters, on what, and where."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newstui.model import Block, BlockKind, Enclosure, Link, Reading, Span, SpanKind
from newstui.ui.article.hints import LETTERS, Hints, Label, Target, find_targets, make_labels, paint_labels
from newstui.ui.article.layout import Layout
from newstui.ui.article.typography import Typography
from tests.ui.samples import paragraph, reading, span


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 300, 700, 2000])
def test_no_label_begins_another(count: int) -> None:
    labels = make_labels(count)
    assert len(set(labels)) == len(labels) == count
    assert not any(other.startswith(label) for label in labels for other in labels if other != label)
    if count <= len(LETTERS):
        assert all(len(label) == 1 for label in labels)
    assert max(map(len, labels), default=0) <= 3


def _set(article: Reading, width: int = 40, typography: Typography = Typography()) -> Layout:  # noqa: B008  frozen
    layout = Layout(article, width, typography)
    layout.extend()
    return layout


def _linked(text: str, *words: str) -> Reading:
    spans = [span(text, each, SpanKind.LINK, number) for number, each in enumerate(words)]
    return reading(paragraph(text, *spans), links=tuple(Link(each, f"https://{each}.example/") for each in words))


def test_links_have_hints_where_their_words_begin() -> None:
    article = _linked("Here one and there two, then the third.", "one", "two", "third")
    layout = _set(article, 24)
    targets = find_targets(article, layout, 0, len(layout.lines))
    words = [layout.lines[target.line].runs[0] for target in targets]
    text = article.document.blocks[0].text
    assert [
        text[run.start :][target.cell :].split()[0].strip(",.") for run, target in zip(words, targets, strict=True)
    ] == [
        "one",
        "two",
        "third",
    ]
    assert [target.link for target in targets] == [0, 1, 2]


def test_a_link_over_several_lines_has_one_hint_on_the_first_line_that_is_seen() -> None:
    text = "A " + "very long link " * 8
    article = reading(
        paragraph(text, Span(2, len(text) - 1, SpanKind.LINK, 0)), links=(Link("very long", "https://a.example/"),)
    )
    layout = _set(article, 20)
    everything = find_targets(article, layout, 0, len(layout.lines))
    assert [(target.cell, target.link) for target in everything] == [(2, 0)]
    first = everything[0].line
    assert find_targets(article, layout, first + 2, len(layout.lines)) == [Target(first + 2, 0, link=0)]
    assert find_targets(article, layout, 0, first) == []


def test_wide_letters_and_right_to_left_words_count_in_cells() -> None:
    article = _linked("日本の報道", "報道")
    assert [target.cell for target in find_targets(article, _set(article), 0, 9)] == [6]
    article = _linked("قال الوزير إن الوضع خطير", "الوزير")
    (target,) = find_targets(article, _set(article, 40, Typography(reorder=True)), 0, 9)
    assert target.cell == 40 - len("قال الوزير")


def test_pictures_files_and_places_have_hints_too() -> None:
    text = "See the note[1]."
    article = reading(
        paragraph(text, span(text, "[1]", SpanKind.PLACE, 7)),
        Block(BlockKind.IMAGE, "A seal", info="https://a.example/seal.png"),
        Block(BlockKind.IMAGE, "One that has no address"),
        enclosures=(Enclosure("https://a.example/talk.mp3"),),
    )
    layout = _set(article)
    targets = find_targets(article, layout, 0, len(layout.lines))
    assert [(target.link, target.place, target.image) for target in targets] == [
        (None, 7, None),
        (None, None, "https://a.example/seal.png"),
        (0, None, None),
    ]


def test_letters_narrow_the_hints_until_one_is_meant() -> None:
    targets = [Target(number // 10, number, link=number) for number in range(30)]
    hints = Hints(targets)
    labels = make_labels(30)
    double = next(label for label in labels if len(label) == 2)
    assert hints.type("!") is None
    assert hints.typed == ""
    assert hints.type(double[0]) is None
    shown = [label for line in range(3) for label in hints.list_labels(line)]
    assert {label.letters for label in shown} == {label for label in labels if label.startswith(double[0])}
    assert all(label.typed == 1 for label in shown)
    assert hints.take_back()
    assert not hints.take_back()
    assert hints.type(labels[3]) == targets[3]


@pytest.mark.parametrize(
    ("text", "cell", "painted"),
    [
        ("Here one.", 5, "Here xye."),
        ("日本の報道", 6, "日本のxy道"),
        ("日本の報道", 5, "日本 xy 道"),
        ("ab", 9, "xy"),
    ],
)
def test_a_label_covers_what_is_below_and_moves_nothing(text: str, cell: int, painted: str) -> None:
    strip = Strip([Segment(text)])
    shown = paint_labels(strip, [Label(cell, "xy", 1)], 0, Style(italic=True), Style(bold=True))
    assert shown.text == painted
    assert shown.cell_length == strip.cell_length
    styles = {segment.text: segment.style for segment in shown}
    assert styles["x"] == Style(italic=True)
    assert styles["y"] == Style(bold=True)
