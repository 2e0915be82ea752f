from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.text.quotes import find_quotes
from newstui.text.quotes.marks import Mark
from newstui.text.quotes.pairing import Pair, read_pairs


def list_texts(language: str, *paragraphs: str) -> list[str]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return [quote.text for quote in find_quotes(Document(blocks), title="", summary=None, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Er sagte „Nein“ und „Ja“.", ["Nein", "Ja"]),
        ("de", "Er sagte »Nein« und ›Ja‹.", ["Nein", "Ja"]),
        ("de", "Er sagte ‚Nein‘ dazu.", ["Nein"]),
        ("de", 'Er sagte „Nein" dazu.', ["Nein"]),
        ("fr", "Il dit « non », puis «\u00a0oui\u00a0», puis «\u202fsi\u202f».", ["non", "oui", "si"]),
        ("fr", "Il dit ‹ non › aussi.", ["non"]),
        ("en", "He said “no” and ‘yes’.", ["no", "yes"]),
        ("en", "He said \"no\" and 'yes'.", ["no", "yes"]),
        ("sv", "Han sade ”nej” igen.", ["nej"]),
        ("en", "“I said ‘no’ at once,” she said.", ["I said ‘no’ at once,"]),
        ("en", "'I said 'no' at once,' she said.", ["I said 'no' at once,"]),
        ("de", "„Das ist ‚ein Ding‘“, sagte er.", ["Das ist ‚ein Ding‘"]),
    ],
)
def test_pairs_each_typography(language: str, text: str, found: list[str]) -> None:
    assert list_texts(language, text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The ministers' plan and the kids' toys.", []),
        ("en", "'The ministers' plan is dead,' he said.", ["The ministers' plan is dead,"]),
        ("en", "'It's the '90s all over,' she said. 'Don't ask.'", ["It's the '90s all over,", "Don't ask."]),
        ("en", "A board of 6' 2\" by 4' was 'stolen'.", ["stolen"]),
        ("en", "They call it 'rock 'n' roll' here.", ["rock 'n' roll"]),
        ("en", "the 'smart bricks' are sold", ["smart bricks"]),
        ("de", "Max' Rad und Hans' Auto kosten 5'000 Franken.", []),
        ("de", "'Hans' Auto steht,' rief er.", ["Hans' Auto steht,"]),
        ("fr", "L'accord d'hier n'est qu'un 'début', dit-il.", ["début"]),
        ("nl", "'s Avonds was 't stil. 'Zo'n dag,' zei hij.", ["Zo'n dag,"]),
        ("nl", "'t Is koud, 's morgens vooral.", []),
        ("pt", "O copo d'água é 'nosso', disse.", ["nosso"]),
    ],
)
def test_tells_straight_single_marks_from_apostrophes(language: str, text: str, found: list[str]) -> None:
    assert list_texts(language, text) == found


@pytest.mark.parametrize("text", ["Er sagte „Nein und ging.", "He said “no and left.", 'One " alone.', "« Seul."])
def test_leaves_an_unpaired_mark_alone(text: str) -> None:
    assert list_texts("de", text) == []


@pytest.mark.parametrize("text", ["„“", "«  »", '""', "“…”", "'—'"])
def test_marks_around_nothing_are_no_quotation(text: str) -> None:
    assert list_texts("en", f"See {text} here.") == []


@pytest.mark.parametrize(
    ("language", "paragraphs", "found"),
    [
        ("en", ["“One.", "“Two.", "“Three,” she said."], ["One.\nTwo.\nThree,"]),
        ("de", ["Er sagte: „Eins.", "„Zwei.“ Dann ging er."], ["Eins.\nZwei."]),
        ("es", ["Dijo: «Uno.", "»Dos»."], ["Uno.\nDos"]),
        ("fr", ["« Un.", "« Deux », dit-il."], ["Un.\nDeux"]),
        ("en", ["'One.", "'Two,' she said."], ["One.\nTwo,"]),
        ("en", ["He said: “One.", "Two.", "Three.” Then he left."], ["One.\nTwo.\nThree."]),
        ("en", ["“One.”", "“Two,” she said."], ["One.", "Two,"]),
        ("en", ["“One.", "Two.", "Three.", "Four.", "Five.”"], ["One.\nTwo.\nThree.\nFour.\nFive."]),
        ("en", ["“One.", "Two.", "Three.", "Four.", "Five.", "Six.", "Seven.”"], []),
    ],
)
def test_follows_a_quotation_over_paragraphs(language: str, paragraphs: list[str], found: list[str]) -> None:
    assert list_texts(language, *paragraphs) == found


def test_a_quotation_does_not_run_over_a_heading() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "“One."),
        Block(BlockKind.HEADING, "A heading", level=2),
        Block(BlockKind.PARAGRAPH, "“Two,” she said."),
    )
    quotes = find_quotes(Document(blocks), title="", summary=None, language="en")
    assert [quote.text for quote in quotes] == ["Two,"]


def test_nests_pairs() -> None:
    marks = [Mark(0, "“", 0, 9, 3), Mark(5, "‘", 0, 9, 3), Mark(9, "’", 9, 0, 3), Mark(12, "”", 9, 0, 3)]
    reading = read_pairs(marks)
    assert reading is not None
    assert reading.pairs == (Pair(0, 12, (Pair(5, 9),)),)


def test_a_wall_of_marks_stays_cheap() -> None:
    assert isinstance(list_texts("en", "' " * 2000), list)


def test_a_closing_mark_without_its_opening_one_opens_nothing() -> None:
    assert list_texts("en", 'It is gone," the club said.', '"That is sad," it said.') == ["That is sad,"]


def test_a_passage_of_marks_alone_is_no_prose() -> None:
    assert list_texts("en", "“a” " * 4000) == []
    assert len(list_texts("en", "He said “no” again. " * 50)) == 50
