from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newstui.model import SUMMARY, TITLE, Article, Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Reading
from newstui.text.alignment import align_documents
from newstui.text.parallel_quotes import match_quotes, tabulate_quotes

_SPEAKERS = st.sampled_from([None, "Anna Weber", "Weber", "Wolodymyr Selenskyj", "Volodymyr Zelensky", "Joe Biden"])
_WORDS = st.sampled_from(["Nein", "Das geht so nicht weiter", "Es sind 250 Millionen, und mehr wird es nicht geben"])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """An edition of up to five blocks with quotations in any of them, in order, all different."""
    blocks = draw(st.integers(0, 5))
    document = Document(tuple(Block(BlockKind.PARAGRAPH, "Wort " * draw(st.integers(1, 60))) for _ in range(blocks)))
    places = sorted(draw(st.lists(st.sampled_from([TITLE, SUMMARY, *range(blocks)]), max_size=7)))
    quotes = tuple(
        Quote(draw(_WORDS), draw(st.sampled_from(QuoteKind)), (QuoteSpan(place, number, number + 1),), draw(_SPEAKERS))
        for number, place in enumerate(places)
    )
    return Reading(Article(id="a" * 13, title="T", language="de"), document, quotes)


@given(readings(), readings())
def test_everything_said_stands_in_one_pair_in_its_order(left: Reading, right: Reading) -> None:
    alignment = align_documents(left.document, right.document, left_language="de", right_language="de")
    pairs = match_quotes(left, right, alignment)
    for reading, side in ((left, [pair.left for pair in pairs]), (right, [pair.right for pair in pairs])):
        standing = [quote for quotes in side for quote in quotes]
        assert [quote for quote in reading.quotes if quote in standing] == standing
        assert all(quote in standing for quote in reading.quotes if quote.kind is QuoteKind.SPEECH)
    assert all(1 <= len(pair.left) + len(pair.right) <= 3 for pair in pairs)


@given(st.lists(readings(), max_size=4))
def test_everything_said_stands_in_one_cell(editions: list[Reading]) -> None:
    table = tabulate_quotes(
        editions,
        lambda left, right: align_documents(left.document, right.document, left_language="de", right_language="de"),
    )
    for column, reading in enumerate(editions):
        standing = [quote for row in table.rows for quote in row[column]]
        assert len(standing) == len(set(standing))
        assert (
            {quote for quote in reading.quotes if quote.kind is QuoteKind.SPEECH}
            <= set(standing)
            <= set(reading.quotes)
        )
    assert all(any(row) for row in table.rows)
