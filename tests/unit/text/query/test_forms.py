"""Other spellings of a word: those that are meant, and how few others."""

from __future__ import annotations

import pytest

from newstui.text.query.forms import list_forms, list_splits, list_whole, spell_umlauts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("minister", "ministers"),
        ("brucke", "brucken"),
        ("haus", "hauser"),
        ("kind", "kindern"),
        ("vertrag", "vertrage"),
        ("burgerin", "burgerinnen"),
        ("stadt", "stadte"),
        ("city", "cities"),
        ("wolf", "wolves"),
        ("plan", "planned"),
        ("run", "running"),
        ("journal", "journaux"),
        ("cheval", "chevaux"),
        ("jeu", "jeux"),
        ("loi", "lois"),
        ("national", "nationales"),
        ("voz", "voces"),
        ("eleccion", "elecciones"),
        ("nino", "ninas"),
        ("straat", "straten"),
        ("man", "mannen"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("mogelijkheid", "mogelijkheden"),
        ("eleicao", "eleicoes"),
        ("nacional", "nacionais"),
        ("viagem", "viagens"),
        ("\u0631\u0626\u064a\u0633", "\u0627\u0644\u0631\u0626\u064a\u0633"),
    ],
)
def test_forms_stand_for_each_other(one: str, other: str) -> None:
    assert other in list_forms(one)
    assert one in list_forms(other)


@pytest.mark.parametrize("word", ["paris", "rat", "eu", "a", "15", "co2", "東京", "αθηνα", "", "minister", "running"])
def test_forms_are_few_and_leave_the_word_itself_out(word: str) -> None:
    forms = list_forms(word)
    assert len(forms) == len(set(forms)) < 60
    assert word not in forms
    assert all(form.isalpha() for form in forms)


@pytest.mark.parametrize(
    ("word", "other"),
    [("paris", "comparison"), ("haus", "hausaufgabe"), ("rat", "rate" * 2), ("man", "mano"), ("mueller", "mull")],
)
def test_other_words_are_no_forms(word: str, other: str) -> None:
    assert other not in list_forms(word)


def test_umlauts_are_spelt_in_both_ways() -> None:
    assert "muller" in list_forms("mueller")
    assert spell_umlauts("Mu\u0308ller") == spell_umlauts("MÜLLER") == "mueller"
    assert spell_umlauts("Muller") is None


@pytest.mark.parametrize(
    ("tokens", "whole"),
    [
        (("e", "mail"), ["email"]),
        (("l", "elysee"), ["elysee", "lelysee"]),
        (("minister", "s"), ["minister", "ministers"]),
        (("15", "000"), ["15000"]),
        (("a" * 30, "b" * 30), []),
    ],
)
def test_single_words_for_some_that_are_joined(tokens: tuple[str, ...], whole: list[str]) -> None:
    assert list(list_whole(tokens)) == whole


@pytest.mark.parametrize(
    ("word", "splits"),
    [
        ("15000", [("15", "000")]),
        ("2026", [("2", "026")]),
        ("1234567", []),
        ("rat", []),
        ("email", [("e", "mail"), ("em", "ail"), ("ema", "il"), ("emai", "l")]),
    ],
)
def test_a_word_as_two(word: str, splits: list[tuple[str, str]]) -> None:
    assert list(list_splits(word)) == splits
