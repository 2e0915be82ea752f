from __future__ import annotations

import pytest

from newstui.text.quotes import traits
from newstui.text.quotes.lexicon import get_lexicon
from newstui.text.quotes.traits import Endings, WordTable, list_traits

TABLE = WordTable(
    list_traits(
        [
            (traits.ROLE, ["minister", "mayor"]),
            (traits.GROUP, ["police"]),
            (traits.WORK, ["film"]),
            (traits.FIRST_NAME, ["ann"]),
            (traits.PREPOSITION, ["for"]),
            (traits.LINKER, ["for"]),
        ]
    ),
    Endings(capital_nouns=False, roles=("man", "woman"), groups=("police",), works=("film",)),
)


@pytest.mark.parametrize(
    ("form", "has", "lacks"),
    [
        ("for", traits.PREPOSITION | traits.LINKER, traits.ROLE),
        ("Police", traits.GROUP | traits.GROUP_END, traits.ROLE),
        ("mayor’s", traits.OWNER, traits.ROLE),
        ("Ann-Kathrin", traits.PERSON, traits.FIRST_NAME),
        ("spielfilm", traits.WORK_END, traits.WORK),
        ("tree", 0, (1 << 45) - 1),
    ],
)
def test_a_form_has_what_the_lists_give_it(form: str, has: int, lacks: int) -> None:
    found = TABLE[form].traits
    assert found & has == has
    assert not found & lacks


@pytest.mark.parametrize(
    ("form", "role"),
    [
        ("Minister", "minister"),
        ("ex-mayor", "mayor"),
        ("spokeswoman", "woman"),
        ("Freeman", None),  # a name: capitals begin no compound here
        ("woman", None),  # an ending alone is no compound
        ("tree", None),
    ],
)
def test_a_compound_names_the_role_that_it_ends_with(form: str, role: str | None) -> None:
    assert TABLE[form].role == role


@pytest.mark.parametrize(
    ("form", "lower", "is_word", "is_capital"),
    [
        ("L’Avenir", "l'avenir", True, True),
        ("-t-il", "-t-il", True, False),
        ("-", "-", False, False),
        ("1990", "1990", True, False),
        ("«", "«", False, False),
    ],
)
def test_a_form_is_read_as_it_is_written(form: str, lower: str, is_word: bool, is_capital: bool) -> None:
    word = TABLE[form]
    assert (word.text, word.lower, word.is_word, word.is_capital) == (form, lower, is_word, is_capital)


def test_the_table_does_not_grow_for_ever() -> None:
    table = WordTable({}, Endings(capital_nouns=False, roles=(), groups=(), works=()))
    for number in range(70_000):
        assert table[str(number)].lower == str(number)
    assert len(table) <= 30_000


def test_german_compounds_are_bodies_and_roles() -> None:
    table = get_lexicon("de").table
    assert table["Landesregierung"].traits & traits.GROUP_END
    assert table["Feuerwehrsprecherin"].role == "sprecherin"
    assert table["Kinofilm"].traits & traits.WORK_END
