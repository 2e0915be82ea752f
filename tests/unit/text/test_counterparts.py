"""From a place in one edition to the one that says the same in another."""

from __future__ import annotations

import pytest

from newstui.model import Article, Block, BlockKind, Document, Reading
from newstui.text.alignment import align_documents
from newstui.text.parallel import find_counterpart

ENGLISH = (
    "The mill has turned since 3 March. Its stones weigh 900 kilograms each. Nobody knows how long it will last.",
    "A loaf costs 4.20 euros in the shop.",
    "Bakers from 3 towns have ordered 12 tons of flour from Lena Horn.",
    "In summer the mill is open on 14 Sundays.",
)
GERMAN = (
    "Die Mühle dreht sich seit dem 3. März. Ihre Steine wiegen je 900 Kilogramm. Niemand weiß, wie lange das gut geht.",
    "Ein Laib kostet im Laden 4,20 Euro. Bäckereien aus 3 Städten haben bei Lena Horn 12 Tonnen Mehl bestellt.",
    "Im Sommer ist die Mühle an 14 Sonntagen offen.",
)


def make_reading(language: str, texts: tuple[str, ...]) -> Reading:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    return Reading(Article(id=language, title="T", language=language), Document(blocks))


def find(left: Reading, right: Reading, block: int, words: str) -> str:
    """What stands at the counterpart of the place where some words begin."""
    alignment = align_documents(
        left.document, right.document, left_language=left.article.language, right_language=right.article.language
    )
    found, offset = find_counterpart(left, right, alignment, block, left.document.blocks[block].text.index(words))
    return right.document.blocks[found].text[offset:]


@pytest.mark.parametrize(
    ("block", "words", "expected"),
    [
        (0, "The mill", "Die Mühle dreht"),
        (0, "Its stones", "Ihre Steine"),
        (0, "Nobody", "Niemand weiß"),
        (1, "A loaf", "Ein Laib"),
        (2, "Bakers", "Bäckereien"),
        (3, "In summer", "Im Sommer"),
    ],
)
def test_sentences_are_held_where_paragraphs_are_long_or_merged(block: int, words: str, expected: str) -> None:
    english, german = make_reading("en", ENGLISH), make_reading("de", GERMAN)
    assert find(english, german, block, words).startswith(expected)


@pytest.mark.parametrize(
    ("block", "words", "expected"),
    [(1, "Ein Laib", "A loaf"), (1, "Bäckereien", "Bakers"), (2, "Im Sommer", "In summer"), (0, "Ihre", "Its")],
)
def test_a_split_paragraph_leads_to_the_part_that_says_the_same(block: int, words: str, expected: str) -> None:
    english, german = make_reading("en", ENGLISH), make_reading("de", GERMAN)
    assert find(german, english, block, words).startswith(expected)


def test_inside_a_sentence_the_share_is_kept() -> None:
    english, german = make_reading("en", ENGLISH), make_reading("de", GERMAN)
    assert "900" in find(english, german, 0, "900")[:12]


@pytest.mark.parametrize(("reach", "expected"), [(0, "März. Ihre"), (40, "Ihre Steine"), (30, "März. Ihre")])
def test_a_sentence_that_begins_on_the_line_is_meant(reach: int, expected: str) -> None:
    english, german = make_reading("en", ENGLISH), make_reading("de", GERMAN)
    alignment = align_documents(english.document, german.document, left_language="en", right_language="de")
    begin = ENGLISH[0].index("March")
    found, offset = find_counterpart(english, german, alignment, 0, begin, reach)
    assert expected in german.document.blocks[found].text[offset:][:14]


def test_what_is_left_out_leads_to_the_end_of_what_stands_before() -> None:
    english = make_reading("en", ENGLISH)
    german = make_reading("de", (GERMAN[0].replace(" Ihre Steine wiegen je 900 Kilogramm.", ""), *GERMAN[1:]))
    rest = find(english, german, 0, "Its stones")
    assert german.document.blocks[0].text.endswith(rest)
    assert rest.startswith((" Niemand", "Niemand", ". Niemand"))


@pytest.mark.parametrize("offset", [0, 5, 10_000])
def test_every_place_leads_somewhere(offset: int) -> None:
    english = make_reading("en", (*ENGLISH, "", "Only here: nothing else says this at all, nor ever did."))
    german = make_reading("de", GERMAN)
    alignment = align_documents(english.document, german.document, left_language="en", right_language="de")
    for block in range(len(english.document.blocks)):
        found, place = find_counterpart(english, german, alignment, block, offset)
        assert 0 <= found < len(german.document.blocks)
        assert 0 <= place <= len(german.document.blocks[found].text)
