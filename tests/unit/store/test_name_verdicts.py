"""What a reader says of names holds over what the rules say, and it lasts."""

from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.store import Store
from tests.unit.store.examples import make_id
from tests.unit.store.test_speakers import fill, names, renew, say, show


def key_of(store: Store, name: str) -> int:
    (speaker,) = store.speakers.list_meant(name)
    return speaker.key


@pytest.fixture
def filled(store: Store) -> Store:
    fill(
        store,
        {
            "a": ["Robert Zimmerman", "Bob Dylan", "Bob Dylan"],
            "b": ["Dylan", "Zimmerman", "Anna Weber"],
            "c": ["A. Weber", "Bob Dylan"],
        },
    )
    return store


def test_two_are_one_under_the_name_of_whom_is_quoted_more(filled: Store) -> None:
    one = filled.verdicts.join(key_of(filled, "Robert Zimmerman"), key_of(filled, "Bob Dylan"))
    assert (one.name, one.quotes, one.articles) == ("Bob Dylan", 6, 3)
    assert one.spellings == ("Bob Dylan", "Dylan", "Robert Zimmerman", "Zimmerman")
    assert show(filled.speakers.list_names()) == [("Bob Dylan", 6, 3), ("Anna Weber", 2, 2)]
    assert names(filled.speakers.list_names("zimm")) == ["Bob Dylan"]
    assert names(filled.speakers.list_meant("Zimmerman")) == ["Bob Dylan"]
    said = filled.speakers.list_quotes_by([one.key])
    assert [(each.article.id[0], each.quote.speaker) for each in said] == [
        ("a", "Robert Zimmerman"), ("a", "Bob Dylan"), ("a", "Bob Dylan"), ("b", "Dylan"), ("b", "Zimmerman"), ("c", "Bob Dylan"),
    ]  # fmt: skip
    assert filled.check_integrity() == ()


def test_what_arrives_later_is_theirs_too(filled: Store) -> None:
    filled.verdicts.join(key_of(filled, "Robert Zimmerman"), key_of(filled, "Bob Dylan"))
    filled.quotes.save(make_id("c"), say("R. Zimmerman", "B. Dylan", "Zimmerman"), 1)
    assert show(filled.speakers.list_names())[0] == ("Bob Dylan", 8, 3)
    renew(filled)
    assert show(filled.speakers.list_names())[0] == ("Bob Dylan", 8, 3)
    filled.repair()
    assert show(filled.speakers.list_names())[0] == ("Bob Dylan", 8, 3)
    assert filled.check_integrity() == ()


def test_a_name_is_somebody_else_s(filled: Store) -> None:
    kept = filled.verdicts.part(key_of(filled, "Anna Weber"), "A. Weber")
    assert (kept.name, kept.quotes, kept.spellings) == ("Anna Weber", 1, ("Anna Weber",))
    assert set(show(filled.speakers.list_names("weber"))) == {("Anna Weber", 1, 1), ("A. Weber", 1, 1)}
    filled.quotes.save(make_id("a"), say(*["A. Weber"] * 9), 1)
    renew(filled)
    filled.repair()
    assert set(show(filled.speakers.list_names("weber"))) == {("Anna Weber", 1, 1), ("A. Weber", 10, 2)}
    assert filled.check_integrity() == ()


def test_the_last_word_counts(filled: Store) -> None:
    before = set(show(filled.speakers.list_names()))
    bob, robert = key_of(filled, "Bob Dylan"), key_of(filled, "Robert Zimmerman")
    one = filled.verdicts.join(bob, robert)
    filled.verdicts.part(one.key, "Robert Zimmerman")
    assert set(show(filled.speakers.list_names())) == before, "what was joined by hand is as the rules have it again"
    anna = key_of(filled, "Anna Weber")
    filled.verdicts.part(anna, "A. Weber")
    others = [speaker.key for speaker in filled.speakers.list_names("weber") if speaker.key != anna]
    filled.verdicts.join(anna, others[0])
    assert set(show(filled.speakers.list_names())) == before
    assert filled.check_integrity() == ()


def test_one_of_the_names_of_a_joined_person_is_somebody_else_s(filled: Store) -> None:
    one = filled.verdicts.join(key_of(filled, "Robert Zimmerman"), key_of(filled, "Bob Dylan"))
    kept = filled.verdicts.part(one.key, "Zimmerman")
    assert kept.spellings == ("Bob Dylan", "Dylan", "Robert Zimmerman")
    assert ("Zimmerman", 1, 1) in show(filled.speakers.list_names())
    assert filled.verdicts.part(kept.key, "Bob Dylan").quotes == 2
    assert filled.check_integrity() == ()


def test_three_are_one(filled: Store) -> None:
    one = filled.verdicts.join(key_of(filled, "Robert Zimmerman"), key_of(filled, "Bob Dylan"))
    all_of_them = filled.verdicts.join(key_of(filled, "Anna Weber"), one.key)
    assert show(filled.speakers.list_names()) == [("Bob Dylan", 8, 3)]
    assert filled.verdicts.join(all_of_them.key, all_of_them.key).quotes == 8, "with oneself one is one"
    assert filled.check_integrity() == ()


def test_what_cannot_be_meant(filled: Store) -> None:
    anna = key_of(filled, "Anna Weber")
    with pytest.raises(UsageError, match="not one of several names"):
        filled.verdicts.part(anna, "Joe Biden")
    kept = filled.verdicts.part(anna, "A. Weber")
    with pytest.raises(UsageError, match="not one of several names"):
        filled.verdicts.part(kept.key, "Anna Weber")
    with pytest.raises(UsageError, match="not quoted any more"):
        filled.verdicts.join(anna, 4711)
