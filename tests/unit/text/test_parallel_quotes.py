from __future__ import annotations

from collections.abc import Sequence

import pytest

from newstui.model import TITLE, Article, Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Reading
from newstui.text.alignment import Alignment, Pair
from newstui.text.parallel_quotes import match_quotes, tabulate_quotes

SPEECH, TERM = QuoteKind.SPEECH, QuoteKind.TERM


def quote(text: str, block: int = 0, speaker: str | None = None, kind: QuoteKind = SPEECH) -> Quote:
    return Quote(text, kind, (QuoteSpan(block, 0, len(text)),), speaker)


def read(*quotes: Quote, blocks: int = 3) -> Reading:
    """An edition of this many blocks of equal length with these quotations."""
    document = Document(tuple(Block(BlockKind.PARAGRAPH, "x" * 300) for _ in range(blocks)))
    return Reading(Article(id="a" * 13, title="T"), document, quotes)


def in_order(left: Reading, right: Reading) -> Alignment:
    """Block by block, as far as both go."""
    sides = len(left.document.blocks), len(right.document.blocks)
    return Alignment(
        tuple(Pair((block,) * (block < sides[0]), (block,) * (block < sides[1])) for block in range(max(sides)))
    )


def texts(quotes: Sequence[Quote]) -> str:
    return " + ".join(each.text for each in quotes)


def pair(left: Reading, right: Reading) -> list[tuple[str, str]]:
    return [(texts(pair.left), texts(pair.right)) for pair in match_quotes(left, right, in_order(left, right))]


YES, NO = "Wir haben das Geld nicht und werden es nicht haben", "Nein"
OUI, NON = "Nous n’avons pas l’argent et nous ne l’aurons pas", "Non"


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ([quote(YES), quote(NO)], [quote(OUI), quote(NON)], [(YES, OUI), (NO, NON)]),
        ([quote(YES), quote(NO)], [quote(OUI)], [(YES, OUI), (NO, "")]),
        ([quote(YES), quote(NO)], [quote(NON)], [(YES, ""), (NO, NON)]),
        ([], [quote(NON)], [("", NON)]),
        ([], [], []),
        ([quote(NO, TITLE)], [quote(NON, TITLE)], [(NO, NON)]),
        ([quote(NO, 0)], [quote(NON, 2)], [(NO, ""), ("", NON)]),
        ([quote(NO, kind=TERM)], [quote(NON)], [(NO, NON)]),
        ([quote(NO, kind=TERM)], [quote(NON, kind=TERM)], []),
    ],
    ids=["same", "left out", "first left out", "one side", "none", "title", "another place", "kinds differ", "terms"],
)
def test_quotations_are_paired_in_order(left: list[Quote], right: list[Quote], pairs: list[tuple[str, str]]) -> None:
    assert pair(read(*left), read(*right)) == pairs


def test_the_speaker_decides_between_two_of_one_length_however_the_name_is_spelt() -> None:
    left = read(quote("Das geht nicht", speaker="Wolodymyr Selenskyj"))
    right = read(quote("That may work", speaker="Joe Biden"), quote("It won’t work", speaker="Volodymyr Zelensky"))
    assert pair(left, right) == [("", "That may work"), ("Das geht nicht", "It won’t work")]


def test_numbers_decide_between_two_of_one_length() -> None:
    left = read(quote("Es sind 250 Millionen"))
    right = read(quote("There are 40 million"), quote("There are 250 million"))
    assert pair(left, right) == [("", "There are 40 million"), ("Es sind 250 Millionen", "There are 250 million")]


def test_one_edition_interrupts_what_another_does_not() -> None:
    first, second = "Wir haben das Geld nicht mehr", "und wir werden es auch morgen nicht haben"
    whole = "We no longer have the money, and we will not have it tomorrow either"
    left, right = read(quote(first), quote(second)), read(quote(whole))
    assert pair(left, right) == [(f"{first} + {second}", whole)]
    assert pair(right, left) == [(whole, f"{first} + {second}")]


def table(*readings: Reading) -> list[tuple[str, ...]]:
    return [tuple(texts(cell) for cell in row) for row in tabulate_quotes(readings, in_order).rows]


def test_editions_stand_side_by_side_and_what_the_first_leaves_out_has_its_place() -> None:
    german = read(quote(YES, 0), quote("Danke", 2))
    french = read(quote(OUI, 0), quote(NON, 1), quote("Merci", 2))
    dutch = read(quote("Nee", 1), quote("Bedankt", 2))
    assert table(german, french, dutch) == [
        (YES, OUI, ""),
        ("", NON, "Nee"),
        ("Danke", "Merci", "Bedankt"),
    ]


def test_what_one_edition_says_in_one_breath_is_one_row() -> None:
    first, second = "Wir haben das Geld nicht mehr", "und wir werden es auch morgen nicht haben"
    whole = "We no longer have the money, and we will not have it tomorrow either"
    assert table(read(quote(first), quote(second)), read(quote(whole))) == [(f"{first} + {second}", whole)]


def test_a_single_edition_is_a_column() -> None:
    assert table(read(quote(YES), quote("Titel", kind=TERM), quote(NO))) == [(YES,), (NO,)]
    assert table() == []
