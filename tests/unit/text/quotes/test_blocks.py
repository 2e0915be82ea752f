"""HTML quotations: <q> as a span with its marks, <blockquote> as blocks."""

from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Span, SpanKind
from newstui.text.quotes import find_quotes

P, Q = BlockKind.PARAGRAPH, BlockKind.QUOTE


def find(*blocks: Block) -> tuple[Quote, ...]:
    return find_quotes(Document(blocks), title="", summary=None, language="en")


def test_a_block_that_a_sentence_announces_is_speech() -> None:
    (quote,) = find(Block(P, "Mayor Ann Ford wrote:"), Block(Q, "We are sorry."), Block(P, "That was all."))
    assert quote == Quote(
        "We are sorry.",
        QuoteKind.SPEECH,
        (QuoteSpan(1, 0, 13),),
        "Ann Ford",
        "Mayor Ann Ford",
        "wrote",
        quote.confidence,
    )


def test_a_line_with_a_name_ends_a_block() -> None:
    (quote,) = find(Block(Q, "We are sorry.\n— Ann Ford"))
    assert (quote.text, quote.speaker, quote.spans) == ("We are sorry.", "Ann Ford", (QuoteSpan(0, 0, 13),))


def test_a_line_with_a_name_behind_several_blocks() -> None:
    (quote,) = find(Block(Q, "We are sorry."), Block(Q, "Deeply."), Block(P, "– Ann Ford, mayor"))
    assert quote.text == "We are sorry.\nDeeply."
    assert quote.speaker == "Ann Ford"


def test_a_block_that_nobody_is_named_for_is_left_alone() -> None:
    assert find(Block(P, "Some text."), Block(Q, "We are sorry."), Block(P, "More text.")) == ()


def test_marks_in_a_block_say_what_is_quoted() -> None:
    (quote,) = find(Block(P, "She wrote:"), Block(Q, "“We are sorry,” said Ann Ford."))
    assert (quote.text, quote.speaker) == ("We are sorry,", "Ann Ford")


def test_a_q_element_pairs_whatever_stands_inside() -> None:
    text = "Ann Ford said “we can’t” and left."
    (quote,) = find(Block(P, text, spans=(Span(14, 24, SpanKind.QUOTE),)))
    assert quote.text == "we can’t"


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ("'", "'"), ("«\u00a0", "\u00a0»"), ("'\u00a0", "\u00a0'")]
)
def test_a_quotation_runs_on_where_no_paragraph_opens_it_anew(opening: str, closing: str) -> None:
    blocks = (
        Block(P, f"{opening}We saw it coming."),
        Block(P, "It was the ministers' plan, not ours."),
        Block(P, f"It failed,{closing} said Ann Ford."),
    )
    (quote,) = find(*blocks)
    assert quote.text == "We saw it coming.\nIt was the ministers' plan, not ours.\nIt failed,"
    assert quote.speaker == "Ann Ford"


def test_a_mark_that_nothing_closes_is_left_alone() -> None:
    assert find(Block(P, "“We saw it coming."), Block(P, "It was the ministers' plan.")) == ()
    assert find(Block(P, "'We saw it coming."), Block(P, "It was the ministers' plan.")) == ()


def test_code_is_not_read() -> None:
    assert find(Block(BlockKind.CODE, 'print("hello world")')) == ()
