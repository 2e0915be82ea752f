from __future__ import annotations

from newstui.model import QuoteKind, SpanKind
from newstui.ui.article.marks import Mark, Stretch, list_marks, mark_quotes, split_stretches
from newstui.ui.article.parts import list_parts
from tests.ui.samples import paragraph, quote, reading, span, whole_reading


def test_stretches_are_cut_where_marks_begin_and_end() -> None:
    marks = [Mark(2, 6, "link", link=0), Mark(4, 9, "quote-speech", quote=3), Mark(20, 30, "hit")]
    assert list(split_stretches(0, 10, marks)) == [
        Stretch(0, 2),
        Stretch(2, 4, ("link",), 0),
        Stretch(4, 6, ("link", "quote-speech"), 0, 3),
        Stretch(6, 9, ("quote-speech",), None, 3),
        Stretch(9, 10),
    ]


def test_without_marks_a_line_is_one_stretch() -> None:
    assert list(split_stretches(3, 8, [Mark(0, 3, "hit"), Mark(8, 9, "hit")])) == [Stretch(3, 8)]


def test_marks_that_begin_before_a_line_reach_into_it() -> None:
    assert list(split_stretches(5, 8, [Mark(0, 20, "strong")])) == [Stretch(5, 8, ("strong",))]


def test_quotations_are_marked_with_their_quotation_marks() -> None:
    text = "He said „we go“, and a »plan« failed."
    blocks = (paragraph(text),)
    quotes = (quote(blocks, 0, "we go"), quote(blocks, 0, "plan", QuoteKind.TERM))
    made = reading(*blocks, quotes=quotes)
    marks = mark_quotes(made, list_parts(made))[0]
    assert [(text[mark.start : mark.end], mark.name, mark.quote) for mark in marks] == [
        ("„we go“", "quote-speech", 0),
        ("»plan«", "quote-term", 1),
    ]


def test_inline_spans_and_enclosures() -> None:
    made = whole_reading()
    parts = {part.number: part for part in list_parts(made)}
    assert [(mark.name, mark.link) for mark in list_marks(parts[1], 1)] == [("link", 0), ("strong", None)]
    enclosure = next(part for number, part in parts.items() if number < -3)
    assert list_marks(enclosure, 1) == [Mark(0, len(enclosure.text), "link", link=1)]


def test_a_quotation_that_markup_declares_needs_no_style_of_its_own() -> None:
    text = "He said “go”."
    made = reading(paragraph(text, span(text, "“go”", SpanKind.QUOTE)))
    assert list_marks(list_parts(made)[-1], 0) == []
