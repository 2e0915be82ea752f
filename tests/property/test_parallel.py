"""What holds for any two editions side by side, in the text and on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.model import SUMMARY, TITLE, Article, Block, BlockKind, Document, Reading
from newstui.text.alignment import align_documents
from newstui.text.parallel import Comparison, Passage, Row, compare, pair_passages, pair_sentences
from newstui.ui.article.lines import BYLINE, Line
from newstui.ui.article.typography import Typography
from newstui.ui.compare.layout import NOTHING, CompareLayout
from newstui.ui.wrap import measure

_WORDS = [
    "Haus",
    "house.",
    "Nein!",
    "3",
    "März",
    "„Ja“,",
    "Unabhängigkeitserklärung",
    "日本政府は。",
    "مرحبا",
    "שלום.",
    "a b",
]
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)
_BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), _TEXTS), max_size=9)
_TYPOGRAPHIES = st.builds(Typography, st.booleans(), st.booleans(), st.booleans())


@st.composite
def readings(draw: st.DrawFn, language: str) -> Reading:
    article = Article(
        id="a" * 13, title=draw(_TEXTS) or "T", language=language, summary=draw(st.none() | _TEXTS), source_title="S"
    )
    return Reading(article, Document(tuple(draw(_BLOCKS))))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    left, right = draw(readings("de")), draw(readings("en"))
    return compare(left, right, align_documents(left.document, right.document, left_language="de", right_language="en"))


def numbers_of(reading: Reading) -> list[int]:
    summary = [SUMMARY] if reading.article.summary else []
    return [TITLE, *summary, *range(len(reading.document.blocks))]


def once(blocks: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(blocks))


@given(comparisons())
@settings(max_examples=60, deadline=None)
def test_every_block_stands_in_one_row_in_order(comparison: Comparison) -> None:
    rows = pair_passages(comparison)
    assert [passage.block for row in rows for passage in row.left] == numbers_of(comparison.left)
    assert [passage.block for row in rows for passage in row.right] == numbers_of(comparison.right)


@given(comparisons())
@settings(max_examples=60, deadline=None)
def test_every_sentence_stands_in_one_row_in_order(comparison: Comparison) -> None:
    rows = pair_sentences(comparison)
    for reading, passages in (
        (comparison.left, [passage for row in rows for passage in row.left]),
        (comparison.right, [passage for row in rows for passage in row.right]),
    ):
        assert once(passage.block for passage in passages) == numbers_of(reading)
        for one, other in pairwise(passages):
            assert one.block != other.block or one.end <= other.start


@given(comparisons(), st.integers(1, 70), _TYPOGRAPHIES, st.booleans(), st.booleans())
@settings(max_examples=80, deadline=None)
def test_rows_begin_at_one_height_and_show_everything_once(
    comparison: Comparison, width: int, typography: Typography, by_sentences: bool, interleaved: bool
) -> None:
    rows = pair_sentences(comparison) if by_sentences else pair_passages(comparison)
    layout = CompareLayout(comparison, rows, (width, width), typography, interleaved=interleaved)
    layout.extend(row=len(rows))
    assert layout.complete
    for number, row in enumerate(rows):
        start, end = layout.span(number)
        lines = layout.lines[start:end]
        assert {line.row for line in lines} == {number}
        assert lines[0].left is not None
        assert interleaved or lines[0].right is not None, "both sides begin with the row"
        assert layout.lines[end] == (number, None, None), "and a blank line ends it"
        for passages, side in ((row.left, [line.left for line in lines]), (row.right, [line.right for line in lines])):
            shown = [line.part for line in side if line is not None and line.part != BYLINE]
            assert once(shown) == (once(passage.block for passage in passages) or [NOTHING])
            check_range(passages, [line for line in side if line is not None])


def check_range(passages: Sequence[Passage], lines: Sequence[Line]) -> None:
    for passage in passages:
        runs = [run for line in lines if line.part == passage.block for run in line.runs]
        assert all(passage.start <= run.start <= run.end <= passage.end for run in runs)


@given(comparisons(), st.integers(4, 70), _TYPOGRAPHIES)
@settings(max_examples=60, deadline=None)
def test_lines_fit_their_column(comparison: Comparison, width: int, typography: Typography) -> None:
    rows: list[Row] = pair_passages(comparison)
    layout = CompareLayout(comparison, rows, (width, width), typography, interleaved=False)
    layout.extend(row=len(rows))
    for beside in layout.lines:
        for side, line in ((layout.left, beside.left), (layout.right, beside.right)):
            if line is not None and line.runs:
                text = side.parts[line.part].text
                last = max(line.runs, key=lambda run: run.column)
                assert last.column + measure(text[last.start : last.end]) + line.hyphen <= width
