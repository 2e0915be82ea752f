from __future__ import annotations

from itertools import permutations
from time import process_time

import pytest

from newstui.model import Block, BlockKind, Document, Link, Span, SpanKind
from newstui.text.alignment import Alignment, Pair, align_documents, align_sentences, counterpart
from tests.unit.text.stories import BRIDGE, FINAL, ISLAND, LANGUAGES, STORIES, make_document

Shape = list[tuple[tuple[int, ...], tuple[int, ...]]]


def align(left: Document, right: Document, languages: tuple[str | None, str | None] = (None, None)) -> Shape:
    alignment = align_documents(left, right, left_language=languages[0], right_language=languages[1])
    return [(pair.left, pair.right) for pair in alignment.pairs]


def one_to_one(count: int) -> Shape:
    return [((k,), (k,)) for k in range(count)]


@pytest.mark.parametrize(("left", "right"), permutations(LANGUAGES, 2))
def test_one_to_one(left: str, right: str) -> None:
    for story in STORIES:
        shape = align(make_document(story[left]), make_document(story[right]), (left, right))
        assert shape == one_to_one(len(story[left]))


@pytest.mark.parametrize(("left", "right"), permutations(LANGUAGES, 2))
def test_a_paragraph_that_was_left_out(left: str, right: str) -> None:
    shorter = [text for k, text in enumerate(BRIDGE[right]) if k != 3]
    shape = align(make_document(BRIDGE[left]), make_document(shorter), (left, right))
    assert shape == [*one_to_one(3), ((3,), ()), *(((k + 1,), (k,)) for k in range(3, 7))]


@pytest.mark.parametrize(("left", "right"), permutations(LANGUAGES, 2))
def test_paragraphs_that_were_merged(left: str, right: str) -> None:
    lines = BRIDGE[right]
    merged = [*lines[:4], f"{lines[4]} {lines[5]}", *lines[6:]]
    shape = align(make_document(BRIDGE[left]), make_document(merged), (left, right))
    assert shape == [*one_to_one(4), ((4, 5), (4,)), ((6,), (5,)), ((7,), (6,))]
    mirrored = align(make_document(merged), make_document(BRIDGE[left]), (right, left))
    assert mirrored == [(right_blocks, left_blocks) for left_blocks, right_blocks in shape]


def test_paragraphs_that_were_divided_elsewhere() -> None:
    lines, other = BRIDGE["de"], BRIDGE["en"]
    left = [*lines[:3], f"{lines[3]} {lines[4]}", *lines[5:]]
    right = [*other[:5], f"{other[5]} {other[6]}", other[7]]
    assert align(make_document(left), make_document(right), ("de", "en")) == [
        *one_to_one(3),
        ((3,), (3, 4)),
        ((4, 5), (5,)),
        ((6,), (6,)),
    ]


def test_languages_without_a_vocabulary() -> None:
    assert align(make_document(FINAL["nl"]), make_document(FINAL["pt"])) == one_to_one(6)


def test_two_stories_in_one() -> None:
    left = make_document([*BRIDGE["fr"], *FINAL["fr"]])
    right = make_document([*BRIDGE["es"], *ISLAND["es"], *FINAL["es"]])
    shape = align(left, right, ("fr", "es"))
    assert shape == [*one_to_one(8), *(((), (k,)) for k in range(8, 14)), *(((k,), (k + 6,)) for k in range(8, 14))]


def test_headings_align_with_headings() -> None:
    def write(*blocks: tuple[BlockKind, str]) -> Document:
        return Document(tuple(Block(kind, text) for kind, text in blocks))

    heading, paragraph = BlockKind.HEADING, BlockKind.PARAGRAPH
    left = write((paragraph, "Aaa bbb ccc ddd."), (heading, "Eee fff"), (paragraph, "Ggg hhh iii jjj."))
    right = write(
        (paragraph, "Kkk lll mmm nnn."), (paragraph, "Ooo ppp."), (heading, "Qqq rr"), (paragraph, "Sss ttt.")
    )
    assert ((1,), (2,)) in align(left, right)


def test_images_align_by_their_address() -> None:
    def write(*images: str) -> Document:
        return Document(
            tuple(
                Block(BlockKind.PARAGRAPH, image.removeprefix("=") * 9)
                if image.startswith("=")
                else Block(BlockKind.IMAGE, "Ein Bild", info=f"https://example.org/{image}.jpg")
                for image in images
            )
        )

    shape = align(write("a", "=x", "b", "c"), write("=y", "a", "c"))
    assert ((0,), (1,)) in shape
    assert ((3,), (2,)) in shape
    assert not any(2 in left and right for left, right in shape)


def test_links_are_anchors() -> None:
    links = tuple(Link("x", f"https://example.org/{k}") for k in range(6))

    def write(order: list[int]) -> Document:
        spans = [(Span(0, 3, SpanKind.LINK, k),) for k in order]
        return Document(tuple(Block(BlockKind.PARAGRAPH, "lorem ipsum dolor", spans=s) for s in spans), links)

    assert align(write([0, 1, 2, 3, 4, 5]), write([0, 1, 3, 4, 5])) == [
        ((0,), (0,)),
        ((1,), (1,)),
        ((2,), ()),
        ((3,), (2,)),
        ((4,), (3,)),
        ((5,), (4,)),
    ]


@pytest.mark.parametrize(("left", "right"), [(0, 0), (0, 3), (2, 0), (1, 1)])
def test_documents_with_little_in_them(left: int, right: int) -> None:
    shape = align(make_document(["Abc."] * left), make_document(["Def."] * right))
    assert [k for blocks, _ in shape for k in blocks] == list(range(left))
    assert [k for _, blocks in shape for k in blocks] == list(range(right))


CORRESPONDENCE = Alignment(
    (
        Pair((0,), (0,)),
        Pair((1, 2), (1,)),
        Pair((3,), ()),
        Pair((4,), (2,)),
        Pair((5,), (3, 4)),
        Pair((), (5,)),
    )
)


@pytest.mark.parametrize(("block", "place"), enumerate([0, 1, 1, 1, 2, 3]))
def test_counterpart_of_a_left_block(block: int, place: int) -> None:
    assert counterpart(CORRESPONDENCE, block, from_left=True) == place


@pytest.mark.parametrize(("block", "place"), enumerate([0, 1, 4, 5, 5, 5]))
def test_counterpart_of_a_right_block(block: int, place: int) -> None:
    assert counterpart(CORRESPONDENCE, block, from_left=False) == place


def test_counterpart_inside_a_pair_keeps_its_proportion() -> None:
    alignment = Alignment((Pair((0, 1), (0, 1)), Pair((2, 3), (2, 3, 4, 5))))
    assert [counterpart(alignment, block, from_left=True) for block in range(4)] == [0, 1, 2, 4]


def test_counterpart_of_what_stands_before_everything_is_the_top() -> None:
    assert counterpart(Alignment((Pair((0,), ()), Pair((1,), (0,)))), 0, from_left=True) == 0
    assert counterpart(Alignment(()), 3, from_left=False) == 0


def test_six_editions_bring_the_reader_back_to_the_same_paragraph() -> None:
    documents = {language: make_document(BRIDGE[language]) for language in LANGUAGES}
    for left, right in permutations(LANGUAGES, 2):
        alignment = align_documents(documents[left], documents[right], left_language=left, right_language=right)
        for block in range(len(BRIDGE[left])):
            assert counterpart(alignment, block, from_left=True) == block


def test_sentences() -> None:
    left = "Am 3. März kam Carla Voss. Niemand wartete. Um 9.30 Uhr ging sie wieder, allein."
    right = "Carla Voss came on March 3, and nobody was waiting. At 9:30 she went again, alone."
    pairs = align_sentences(left, right, left_language="de", right_language="en")
    assert [(left[slice(*pair.left)], right[slice(*pair.right)]) for pair in pairs] == [
        ("Am 3. März kam Carla Voss. Niemand wartete.", "Carla Voss came on March 3, and nobody was waiting."),
        ("Um 9.30 Uhr ging sie wieder, allein.", "At 9:30 she went again, alone."),
    ]


def test_a_side_without_sentences_has_empty_ranges() -> None:
    pairs = align_sentences("Eins. Zwei.", "", left_language="de", right_language="en")
    assert [(pair.left, pair.right) for pair in pairs] == [((0, 5), (0, 0)), ((6, 11), (0, 0))]


def make_book(language: str, chapters: int, *, without: int = 0) -> Document:
    """Chapters of the same three stories, told apart by their number; every `without`-th paragraph is left out."""
    texts = [
        f"{text} {1000 + chapter}" for chapter in range(chapters) for text in sum((s[language] for s in STORIES), ())
    ]
    return make_document([text for k, text in enumerate(texts) if not without or k % without])


def test_a_book() -> None:
    left, right = make_book("de", 100), make_book("en", 100, without=40)
    started = process_time()
    shape = align(left, right, ("de", "en"))
    assert process_time() - started < 6  # seconds; 2,000 blocks need less than one on a quiet machine
    kept = [k for k in range(len(left.blocks)) if k % 40]
    right_links = sum(1 for blocks, others in shape if len(blocks) == len(others) == 1 and kept[others[0]] == blocks[0])
    assert right_links > 0.97 * len(kept)


def test_an_omitted_part_of_a_book() -> None:
    left = make_book("fr", 60)
    texts = [block.text for block in make_book("pt", 60).blocks]
    shape = align(left, make_document(texts[:400] + texts[900:]), ("fr", "pt"))
    places = {blocks[0]: others[0] for blocks, others in shape if len(blocks) == len(others) == 1}
    assert places[100] == 100
    assert places[1000] == 500
