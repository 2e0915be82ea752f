from __future__ import annotations

import csv

import pytest

from newstui.model import SUMMARY, TITLE, Article, Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Reading
from newstui.text.alignment import Alignment, Pair
from newstui.text.parallel import Comparison, Passage, Row, compare, find_row, pair_passages, pair_sentences
from newstui.text.parallel.export import join_passages, write_markdown, write_pair, write_tsv

P = BlockKind.PARAGRAPH


def read(*texts: str, language: str = "de", title: str = "Titel", summary: str | None = None) -> Reading:
    blocks = tuple(Block(P, text) for text in texts)
    article = Article(id="a" * 13, title=title, language=language, summary=summary, url="https://example.org/a")
    return Reading(article, Document(blocks))


def beside(left: Reading, right: Reading, *pairs: tuple[tuple[int, ...], tuple[int, ...]]) -> Comparison:
    return compare(left, right, Alignment(tuple(Pair(*pair) for pair in pairs)))


def texts(comparison: Comparison, rows: list[Row]) -> list[tuple[str, str]]:
    return [(join_passages(comparison.left, row.left), join_passages(comparison.right, row.right)) for row in rows]


def test_titles_summaries_and_pairs_stand_beside_each_other() -> None:
    left = read("Eins.", "Zwei.", "Drei.", summary="Kurz.")
    right = read("One.", "Three. And a half.", "Four.", language="en", title="Title")
    comparison = beside(left, right, ((0, 1), (0,)), ((2,), (1,)), ((), (2,)))
    assert texts(comparison, pair_passages(comparison)) == [
        ("Titel", "Title"),
        ("Kurz.", ""),
        ("Eins.\nZwei.", "One."),
        ("Drei.", "Three. And a half."),
        ("", "Four."),
    ]


def test_without_summaries_there_is_no_row_for_them() -> None:
    comparison = beside(read("Eins."), read("One."), ((0,), (0,)))
    assert [row.left[0].block for row in pair_passages(comparison)] == [TITLE, 0]


def test_sentences_are_paired_inside_a_pair() -> None:
    left = read(
        "Am 3. Mai kamen 40 Leute. "
        "Der Bürgermeister Karl Anton Moser aus Hollenstein fehlte an diesem Abend, weil er auf einer Reise war. Um 9 Uhr gingen sie.",
        "Es war 1985 kalt.",
    )
    right = read("On 3 May 40 people came. They left at 9.", "It was cold in 1985.", language="en")
    comparison = beside(left, right, ((0,), (0,)), ((1,), (1,)))
    assert texts(comparison, pair_sentences(comparison)) == [
        ("Titel", "Titel"),
        ("Am 3. Mai kamen 40 Leute.", "On 3 May 40 people came."),
        ("Der Bürgermeister Karl Anton Moser aus Hollenstein fehlte an diesem Abend, weil er auf einer Reise war.", ""),
        ("Um 9 Uhr gingen sie.", "They left at 9."),
        ("Es war 1985 kalt.", "It was cold in 1985."),
    ]


def test_sentences_of_merged_paragraphs() -> None:
    left, right = read("Eins, 1.", "Zwei, 2."), read("One, 1. Two, 2.", language="en")
    comparison = beside(left, right, ((0, 1), (0,)))
    rows = pair_sentences(comparison)[1:]
    assert rows == [
        Row((Passage(0, 0, 8),), (Passage(0, 0, 7),)),
        Row((Passage(1, 0, 8),), (Passage(0, 8, 15),)),
    ]


def test_what_one_edition_alone_has_is_split_too() -> None:
    comparison = beside(read("Eins. Zwei."), read(), ((0,), ()))
    assert texts(comparison, pair_sentences(comparison))[1:] == [("Eins.", ""), ("Zwei.", "")]


def test_a_table_is_one_sentence() -> None:
    table = Reading(Article(id="a" * 13, title="T"), Document((Block(BlockKind.TABLE, "A. B\tC. D\n1. 2\t3. 4"),)))
    rows = pair_sentences(beside(table, table, ((0,), (0,))))
    assert len(rows) == 2


def test_swapping_there_and_back() -> None:
    said = Quote("Eins.", QuoteKind.SPEECH, (QuoteSpan(0, 0, 5),))
    left = Reading(read("Eins.").article, read("Eins.").document, (said,))
    comparison = beside(left, read("One.", "Two."), ((0,), (0,)), ((), (1,)))
    swapped = comparison.swap()
    assert texts(swapped, pair_passages(swapped)) == [("Titel", "Titel"), ("One.", "Eins."), ("Two.", "")]
    assert swapped.quotes[0].right == (said,)
    assert swapped.swap() == comparison


@pytest.mark.parametrize(
    ("passage", "on_left", "row"),
    [
        (Passage(TITLE, 0, 0), True, 0),
        (Passage(SUMMARY, 0, 0), True, 1),
        (Passage(0, 0, 0), True, 2),
        (Passage(0, 7, 0), True, 3),
        (Passage(1, 0, 0), True, 5),
        (Passage(9, 0, 0), True, 5),
        (Passage(1, 0, 0), False, 4),
        (Passage(0, 3, 0), False, 2),
    ],
)
def test_find_row(passage: Passage, on_left: bool, row: int) -> None:
    rows = [
        Row((Passage(TITLE, 0, 5),), (Passage(TITLE, 0, 5),)),
        Row((Passage(SUMMARY, 0, 5),), ()),
        Row((Passage(0, 0, 5),), (Passage(0, 0, 5),)),
        Row((Passage(0, 6, 9),), ()),
        Row((), (Passage(1, 0, 5),)),
        Row((Passage(1, 0, 5),), (Passage(2, 0, 5),)),
    ]
    assert find_row(rows, passage, on_left=on_left) == row


def test_tsv_has_no_gaps_no_line_breaks_and_quotes_what_must_be() -> None:
    left = read('Er sagte: "Ja\tdoch".', "Allein.", "Zwei\nZeilen mit wei\xadchem Strich.", title="Ein\tTitel")
    right = read("He said yes.", "Two lines.", language="en")
    comparison = beside(left, right, ((0,), (0,)), ((1,), ()), ((2,), (1,)))
    text = write_tsv(comparison, pair_passages(comparison))
    rows = list(csv.reader(text.splitlines(), delimiter="\t"))
    assert rows == [
        ["Ein Titel", "Titel", "Ein Titel", "https://example.org/a"],
        ['Er sagte: "Ja doch".', "He said yes.", "Ein Titel", "https://example.org/a"],
        ["Zwei Zeilen mit weichem Strich.", "Two lines.", "Ein Titel", "https://example.org/a"],
    ]


def test_markdown_escapes_what_would_mean_something() -> None:
    left, right = read("a | b * c", "allein"), read("x\ny", language="en", title="T_i")
    comparison = beside(left, right, ((0,), (0,)), ((1,), ()))
    text = write_markdown(comparison, pair_passages(comparison), ("Deutsch", "English"))
    assert text.splitlines() == [
        "# Titel",
        "",
        "| Deutsch | English |",
        "| --- | --- |",
        "| Titel | T\\_i |",
        r"| a \| b \* c | x<br>y |",
        "| allein |  |",
        "",
        "- Deutsch: [Titel](<https://example.org/a>)",
        r"- English: [T\_i](<https://example.org/a>)",
    ]


def test_a_pair_that_one_side_lacks_is_one_quotation() -> None:
    comparison = beside(read("Eins."), read(), ((0,), ()))
    row = pair_passages(comparison)[-1]
    assert write_pair(comparison, row, ("de", "en")) == "> Eins.\n>\n> — [Titel](<https://example.org/a>) (de)"
