"""What must hold of quotations for every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newstui.model import SUMMARY, TITLE, Block, BlockKind, Document, Span, SpanKind
from newstui.text.quotes import find_quotes
from newstui.text.quotes.lexicon import get_lexicon
from newstui.text.quotes.marks import find_marks, read_marks, take_vote
from newstui.text.quotes.pairing import Pair, read_pairs
from newstui.text.quotes.passages import Passage

LANGUAGES = st.sampled_from([None, "de", "en", "fr", "nl", "es", "pt", "sv"])
PIECES = st.sampled_from(
    [
        *"„“”\"«»‹›‚‘’'`´—–-.,:;?!…() \n\u00a0\u202f",
        "Hallo",
        "said",
        "sagte Anna Weber",
        "dijo",
        "the",
        "1990",
        "'s",
        "l'",
        "Mr.",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join)
BLOCKS = st.builds(
    Block, st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING, BlockKind.LIST_ITEM]), TEXTS
)


@given(st.lists(BLOCKS, max_size=5).map(tuple), TEXTS, st.none() | TEXTS, LANGUAGES)
def test_spans_lie_inside_their_text_and_hold_the_words(
    blocks: tuple[Block, ...], title: str, summary: str | None, language: str | None
) -> None:
    quotes = find_quotes(Document(blocks), title=title, summary=summary, language=language)
    texts = {TITLE: title, SUMMARY: summary or "", **{number: block.text for number, block in enumerate(blocks)}}
    for quote in quotes:
        assert quote.spans
        for span in quote.spans:
            assert 0 <= span.start <= span.end <= len(texts[span.block])
        assert "\n".join(texts[span.block][span.start : span.end] for span in quote.spans) == quote.text
        assert any(letter.isalnum() for letter in quote.text)
        assert 0 <= quote.confidence <= 1


@given(st.lists(BLOCKS, max_size=5).map(tuple), TEXTS, LANGUAGES)
def test_quotations_stand_in_order_and_do_not_overlap(
    blocks: tuple[Block, ...], title: str, language: str | None
) -> None:
    quotes = find_quotes(Document(blocks), title=title, summary=None, language=language)
    places = [(span.block, span.start, span.end) for quote in quotes for span in quote.spans]
    assert places == sorted(places)
    for (block, _, end), (other, start, _) in pairwise(places):
        assert block != other or end <= start


@given(st.lists(BLOCKS, max_size=3).map(tuple), LANGUAGES)
def test_the_same_text_gives_the_same_quotations(blocks: tuple[Block, ...], language: str | None) -> None:
    first = find_quotes(Document(blocks), title="", summary=None, language=language)
    assert first == find_quotes(Document(blocks), title="", summary=None, language=language)


@given(TEXTS, st.data())
def test_any_q_element_is_borne(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    block = Block(BlockKind.PARAGRAPH, text, spans=(Span(start, end, SpanKind.QUOTE),))
    find_quotes(Document((block,)), title="", summary=None, language="en")


@given(st.text("„“”\"«»‚‘’' aA.,s", max_size=60), LANGUAGES)
def test_pairs_are_nested_and_inside(text: str, language: str | None) -> None:
    passage = Passage(0, text, BlockKind.PARAGRAPH)
    apostrophes = get_lexicon(language).apostrophes
    places = find_marks(passage)
    habits = take_vote([passage], [places], apostrophes)
    reading = read_pairs(read_marks(passage, places, habits, apostrophes))
    assert reading is not None
    check_nesting(reading.pairs, -1, len(text))


def check_nesting(pairs: tuple[Pair, ...], start: int, end: int) -> None:
    at = start
    for pair in pairs:
        assert at < pair.opening < pair.closing < end
        check_nesting(pair.inner, pair.opening, pair.closing)
        at = pair.closing
