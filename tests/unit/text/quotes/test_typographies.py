"""Every way of setting a quotation, in every language: the marks of the others, nested, interrupted, reopened."""

from __future__ import annotations

import pytest

from newstui.model import Block, BlockKind, Document
from newstui.text.quotes import find_quotes

SAID = {
    "de": ("Wir gehen heim", "sagte Anna Weber"),
    "en": ("We are going home", "said Anna Weber"),
    "fr": ("Nous rentrons chez nous", "a dit Anna Weber"),
    "nl": ("Wij gaan naar huis", "zei Anna Weber"),
    "es": ("Nos vamos a casa", "dijo Anna Weber"),
    "pt": ("Vamos para casa", "disse Anna Weber"),
}
NO_BREAK, NARROW, THIN = "\u00a0", "\u202f", "\u2009"
PAIRS = [
    *("„“", "»«", "›‹", "«»", "‹›", "“”", "‘’", '""', "''", "„”", '„"', "‚‘", "‚’", "““", "””", "’’", "‟”", "`´"),
    *(("«" + space, space + "»") for space in (" ", NO_BREAK, NARROW, THIN)),
    ("‹" + NARROW, NARROW + "›"),
    ("''", "''"),
    ("``", "''"),
]
NESTED = ["„“‚‘", "„“»«", "»«›‹", "«»“”", "“”‘’", "‘’“”", "\"\"''", "''\"\"", "„”’’", "«»‹›"]
REOPENING = ["„“", "»«", ("«" + NARROW, NARROW + "»"), "“”", "‘’", '""', "''"]


def list_texts(language: str, *paragraphs: str) -> list[str]:
    document = Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs))
    return [quote.text for quote in find_quotes(document, title="", summary=None, language=language)]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("opening", "closing"), PAIRS)
def test_every_pair_of_marks_is_found_in_every_language(language: str, opening: str, closing: str) -> None:
    words, said = SAID[language]
    assert list_texts(language, f"{opening}{words}{closing}, {said}.") == [words]
    assert list_texts(language, f"({opening}{words}{closing})") == [words]
    assert list_texts(language, f"{opening}{words},{closing} {said}. {opening}{words}.{closing}") == [
        f"{words},",
        f"{words}.",
    ]
    assert list_texts(language, f"{opening}{words}{closing}, {said}, {opening}{words}{closing}.") == [words, words]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("marks", ["“’", "„’", "‘”"])
def test_a_double_mark_may_be_closed_by_a_single_one(language: str, marks: str) -> None:
    words, said = SAID[language]
    assert list_texts(language, f"{marks[0]}{words}.{marks[1]} {said}.") == [f"{words}."]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("opening", "closing", "inner_opening", "inner_closing"), NESTED)
def test_what_is_quoted_inside_belongs_to_what_is_outside(
    language: str, opening: str, closing: str, inner_opening: str, inner_closing: str
) -> None:
    words, said = SAID[language]
    inner = f"{inner_opening}Nora{inner_closing}"
    for whole in (f"{words} {inner} {words}", f"{words} {inner}", f"{inner} {words}"):
        assert list_texts(language, f"{opening}{whole}{closing}, {said}.") == [whole]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(("opening", "closing"), REOPENING)
def test_a_quotation_opens_anew_in_each_paragraph(language: str, opening: str, closing: str) -> None:
    words, said = SAID[language]
    first, last = f"{opening}{words}.", f"{opening}{words}.{closing} {said}."
    assert list_texts(language, first, last) == [f"{words}.\n{words}."]
    assert list_texts(language, first, first, last) == [f"{words}.\n{words}.\n{words}."]


def test_french_may_open_anew_with_the_closing_guillemet() -> None:
    assert list_texts("fr", "« Il pleut.", "» Il neige. »") == ["Il pleut.\nIl neige."]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("number", ["5'000", "5’000", "1'250'000", "6' 2\"", "6'2\"", "48° 51' 24\"", "12'"])
def test_thousands_feet_and_minutes_are_no_marks(language: str, number: str) -> None:
    words, said = SAID[language]
    for opening, closing in ("''", "“”", "‘’"):
        assert list_texts(language, f"{number}: {opening}{words}{closing}, {said}.") == [words]
        assert list_texts(language, f"{opening}{words} {number} {words}{closing}, {said}.") == [
            f"{words} {number} {words}"
        ]


@pytest.mark.parametrize(
    ("language", "text", "quotes"),
    [
        ("en", "The '90s were 'the best of times', said Ann. '80s fans agree.", ["the best of times"]),
        ("en", "'The ministers' plan won't work,' said Ann.", ["The ministers' plan won't work,"]),
        ("en", "‘The ministers’ plan won’t work,’ said Ann.", ["The ministers’ plan won’t work,"]),
        ("en", "The ministers' plan and the farmers' union's.", []),
        ("en", "'I'm goin' home 'cause 'tis late,' she said.", ["I'm goin' home 'cause 'tis late,"]),
        ("en", "‘I’m goin’ home ’cause ’tis late,’ she said.", ["I’m goin’ home ’cause ’tis late,"]),
        ("en", "Rock ‘n’ roll, rock 'n' roll, rock'n'roll and 'rhythm 'n' blues'.", ["rhythm 'n' blues"]),
        ("en", "O'Brien's car is 'old', the Joneses' isn't.", ["old"]),
        ("en", 'She is 5\'10" with a 27" screen. "Tall," said Ann.', ["Tall,"]),
        ("en", "“One”/“two”–“three” “four”", ["One", "two", "three", "four"]),
        ("en", "“I’m fine,” he said.“You?”", ["I’m fine,", "You?"]),
        ("de", "Hans' Auto, Max' Rad und 'das Boot'.", ["das Boot"]),
        ("de", "'Hans' Auto ist weg', sagte Anna.", ["Hans' Auto ist weg"]),
        ("de", "‚Hans’ Auto ist weg‘, sagte Anna.", ["Hans’ Auto ist weg"]),
        ("de", "'Wie geht's?', fragte Anna. 'Ich hab' nichts', sagte Max.", ["Wie geht's?", "Ich hab' nichts"]),
        ("de", "'s ist schad, 'ne Menge, 'n Abend, so'n Ding.", []),
        ("de", "Die '68er und die 'Spiegel'-Affäre.", ["Spiegel"]),
        ("fr", "L'accord d'un 'commun accord' : 'J'ai l'idée.'", ["commun accord", "J'ai l'idée."]),
        ("fr", "Aujourd'hui, 'l'accord d'un jour', dit-il, 'n'existe plus'.", ["l'accord d'un jour", "n'existe plus"]),
        ("fr", "l'« effort », d'“hier”, l'\"idée\" et l''élan'", ["effort", "hier", "idée", "élan"]),
        ("nl", "'s Avonds in 's-Hertogenbosch, 't is zo'n dag.", []),
        ("nl", "'s Avonds zei hij: ''t Is zo'n dag.'", ["'t Is zo'n dag."]),
        ("nl", "‘’t Is laat’, zei Anna, ‘zo’n foto’s ’s avonds’.", ["’t Is laat", "zo’n foto’s ’s avonds"]),
        ("nl", "De jaren '80 en '90: 'mooie tijd', zei Anna.", ["mooie tijd"]),
        ("es", "'¿Qué pasa?', preguntó Ana. «¡Nada!»", ["¿Qué pasa?", "¡Nada!"]),
    ],
)
def test_apostrophes_are_told_from_marks(language: str, text: str, quotes: list[str]) -> None:
    assert list_texts(language, text) == quotes


@pytest.mark.parametrize("language", SAID)
def test_an_unpaired_mark_is_left_alone(language: str) -> None:
    words, said = SAID[language]
    assert list_texts(language, f"'{words}, {said}.") == []
    assert list_texts(language, f'{words}" {said}.') == []
    assert list_texts(language, f"„{words}, {said}. {words}.", f"{words}, {said}.") == []
    assert list_texts(language, f'{words}\' {said} "{words}".') == [words]


def test_a_quotation_that_no_paragraph_opens_anew_ends_where_a_mark_closes_that_nothing_else_opens() -> None:
    first, last = 'Ann said: "Nobody saw it. "Why me?" I asked.', 'There is a house full of it."'
    assert list_texts("en", first, "It was late.", last) == [
        'Nobody saw it. "Why me?" I asked.\nIt was late.\nThere is a house full of it.'
    ]
    assert list_texts("en", first.replace('"Nobody', "Nobody"), "It was late.", last) == ["Why me?"]
