from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from newstui.text.anchors import Anchor, find_anchors, find_marks, spell_sounds
from newstui.text.vocabulary import LANGUAGES, find_meanings, fold_word


def kinds(text: str, language: str | None, *wanted: Anchor) -> set[str]:
    return {anchor for anchor in find_anchors(text, language) if anchor[0] in wanted}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("11.000", "#11000"),
        ("11,000", "#11000"),
        ("11 000", "#11000"),
        ("11\u202f000", "#11000"),
        ("1.234.567", "#1234567"),
        ("3,5", "#3.5"),
        ("3.5", "#3.5"),
        ("09:30", "#9.30"),
        ("9h30", "#9.30"),
        ("9.30 Uhr", "#9.30"),
        ("10.00", "#10"),
        ("2026.", "#2026"),
    ],
)
def test_a_number_has_one_spelling(text: str, number: str) -> None:
    assert kinds(f"Es sind {text}", "de", Anchor.NUMBER) == {number}


def test_neighbouring_numbers_stay_apart() -> None:
    assert kinds("In 2018 300 people came, 12, 13 of them late", "en", Anchor.NUMBER) == {"#2018", "#300", "#12", "#13"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "1,5 Milliarden"),
        ("en", "1.5 billion"),
        ("fr", "1,5 milliard"),
        ("nl", "1,5 miljard"),
        ("es", "1.500 millones"),
        ("pt", "1,5 bilhão"),
        ("pt", "1,5 mil milhões"),
    ],
)
def test_large_numbers_are_written_in_full(language: str, text: str) -> None:
    assert "#1500000000" in find_anchors(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "am 3. März"),
        ("en", "on March 3rd"),
        ("en", "3 March"),
        ("fr", "le 3 mars"),
        ("nl", "op 3 maart"),
        ("es", "el 3 de marzo"),
        ("pt", "em 3 de março"),
    ],
)
def test_a_day_and_its_month_make_a_date(language: str, text: str) -> None:
    assert kinds(f"{text} 2014", language, Anchor.DATE) == {"%3-3"}


@pytest.mark.parametrize("text", ["3 people may come", "45 March", "a march of 3 long, hard days"])
def test_a_number_and_a_month_apart_make_none(text: str) -> None:
    assert not {date for date in kinds(text, "en", Anchor.DATE) if date == "%3-45"}


def test_a_figure_and_its_word_are_the_same() -> None:
    assert (
        {"#7"}
        == kinds("7", "de", Anchor.NUMBER)
        == kinds("sieben", "de", Anchor.NUMBER)
        == kinds("sept", "fr", Anchor.NUMBER)
    )


@pytest.mark.parametrize(
    "names",
    [
        ("Putin", "Poutine", "Poetin"),
        ("Wladimir", "Vladimir", "Vladímir"),
        ("Tschaikowski", "Tchaïkovski", "Tsjaikovski"),
        ("Müller", "Muller"),
        ("José", "Jose"),
    ],
)
def test_names_are_spelled_by_their_sound(names: tuple[str, ...]) -> None:
    assert len({frozenset(kinds(f"so {name}", None, Anchor.NAME)) for name in names}) == 1


@pytest.mark.parametrize(
    "words", [("Universität", "university", "universidad"), ("Kritik", "crítica"), ("Prozess", "process", "proceso")]
)
def test_cognates_begin_alike(words: tuple[str, ...]) -> None:
    assert len({spell_sounds(fold_word(word))[:5] for word in words}) == 1


@pytest.mark.parametrize(
    ("language", "word", "meaning"),
    [
        ("de", "Häuser", "house"),
        ("nl", "huizen", "house"),
        ("fr", "maisons", "house"),
        ("pt", "casas", "house"),
        ("de", "Regierungssprecher", "government"),
        ("es", "dijo", "say"),
        ("pt-BR", "disse", "say"),
    ],
)
def test_inflected_words_keep_their_meaning(language: str, word: str, meaning: str) -> None:
    assert meaning in find_meanings(fold_word(word), language)


@pytest.mark.parametrize(("language", "word"), [("de", "xyzzy"), ("it", "casa"), (None, "casa"), ("de", "")])
def test_unknown_words_and_languages_mean_nothing(language: str | None, word: str) -> None:
    assert find_meanings(word, language) == ()


def test_the_vocabulary_has_a_column_for_each_language_and_a_name_for_each_line() -> None:
    text = files("newstui.text").joinpath("vocabulary.txt").read_text("utf-8")
    lines = [line.split("|") for line in text.splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if len(line) != len(LANGUAGES)] == []
    assert [name for name, count in Counter(line[0].split()[0] for line in lines).items() if count > 1] == []
    for name, language, entry in (
        (c[0].split()[0], g, e) for c in lines for g, cell in zip(LANGUAGES, c, strict=True) for e in cell.split()
    ):
        if entry != name or not entry.isdigit():
            assert name in find_meanings(fold_word(entry.rstrip("*")), language), (language, entry)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("„Ja“, sagte er.", {'?"1'}),
        ("« Oui », dit-il. « Non. »", {'?"1', '?"2'}),
        ('"Yes?" "No!"', {'?"1', '?"2', "??1", "?!1"}),
        ("‘Yes’", {'?"1'}),
        ("— Sim, disse ele — e saiu.", {'?"1'}),
        ("it’s the dogs' life – or not", set()),
        ("Wer? Wer? Wer? Wer?", {"??1", "??2", "??3"}),
    ],
)
def test_marks_are_counted_up_to_three(text: str, marks: set[str]) -> None:
    assert set(find_marks(text)) == marks
