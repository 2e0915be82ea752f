from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newstui.model import Block, BlockKind, Document
from newstui.text.alignment import align_documents, align_sentences, counterpart
from newstui.text.anchors import find_anchors, find_marks
from newstui.text.matching import find_matches, fingerprint
from newstui.text.sentences import split_sentences

LANGUAGES = st.sampled_from(["de", "en", "fr", "nl", "es", "pt", "pt-BR", "ja", None])
WORDS = st.sampled_from(
    ["Haus", "house", "3", "März", "March", "Putin", "? ", "! ", "». ", "“ ", "Dr. ", "z. B. ", "9.30", "…"]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))
DOCUMENTS = st.lists(st.builds(Block, st.sampled_from(BlockKind), TEXTS), max_size=24).map(lambda b: Document(tuple(b)))


@given(DOCUMENTS, DOCUMENTS, LANGUAGES, LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_every_block_stands_in_one_pair_in_order(
    left: Document, right: Document, left_language: str | None, right_language: str | None
) -> None:
    alignment = align_documents(left, right, left_language=left_language, right_language=right_language)
    assert [k for pair in alignment.pairs for k in pair.left] == list(range(len(left.blocks)))
    assert [k for pair in alignment.pairs for k in pair.right] == list(range(len(right.blocks)))
    assert all(pair.left or pair.right for pair in alignment.pairs)


@given(DOCUMENTS, DOCUMENTS)
@settings(max_examples=40, deadline=None)
def test_counterparts_lie_in_the_other_document_and_never_go_back(left: Document, right: Document) -> None:
    alignment = align_documents(left, right, left_language="de", right_language="en")
    places = [counterpart(alignment, block, from_left=True) for block in range(len(left.blocks))]
    assert places == sorted(places)
    assert all(0 <= place < max(1, len(right.blocks)) for place in places)


@given(DOCUMENTS, LANGUAGES)
@settings(max_examples=40, deadline=None)
def test_a_document_is_its_own_counterpart(document: Document, language: str | None) -> None:
    alignment = align_documents(document, document, left_language=language, right_language=language)
    assert [(pair.left, pair.right) for pair in alignment.pairs] == [((k,), (k,)) for k in range(len(document.blocks))]


@given(TEXTS, LANGUAGES)
def test_sentences_hold_everything_but_white_space(text: str, language: str | None) -> None:
    ranges = split_sentences(text, language)
    assert all(start < end for start, end in ranges)
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert "".join("".join(text[start:end] for start, end in ranges).split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in ranges)


@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
@settings(max_examples=60, deadline=None)
def test_sentence_pairs_are_monotone_and_lie_inside(
    left: str, right: str, left_language: str | None, right_language: str | None
) -> None:
    pairs = align_sentences(left, right, left_language=left_language, right_language=right_language)
    for text, ranges in ((left, [pair.left for pair in pairs]), (right, [pair.right for pair in pairs])):
        flat = [0, *(place for bounds in ranges for place in bounds), len(text)]
        assert flat == sorted(flat)
        assert "".join("".join(text[start:end] for start, end in ranges).split()) == "".join(text.split())


@given(TEXTS, LANGUAGES)
def test_anchors_have_a_kind_and_no_white_space(text: str, language: str | None) -> None:
    assert all(anchor[0] in "#%@=~" and not any(map(str.isspace, anchor)) for anchor in find_anchors(text, language))
    assert all(mark.startswith("?") for mark in find_marks(text))


@given(st.lists(st.tuples(TEXTS, TEXTS, LANGUAGES), max_size=8))
@settings(max_examples=40, deadline=None)
def test_matches_join_two_languages_and_each_article_once_with_a_language(
    articles: list[tuple[str, str, str | None]],
) -> None:
    prints = {
        str(k): fingerprint(
            title, None, Document((Block(BlockKind.PARAGRAPH, body),)), language=language, published=None
        )
        for k, (title, body, language) in enumerate(articles)
    }
    matches = find_matches(prints)
    partners = [
        (article, prints[other].language) for m in matches for article, other in ((m.left, m.right), (m.right, m.left))
    ]
    assert len(partners) == len(set(partners))
    for match in matches:
        assert 0 < match.score <= 1
        assert prints[match.left].language != prints[match.right].language
