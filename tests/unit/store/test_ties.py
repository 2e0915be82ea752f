"""Ties by the reader's hand, and what undoes them."""

from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.model import Reason, View
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save

NAMES = ("de", "en", "fr", "nl")
DE, EN, FR, NL = (make_id(name) for name in NAMES)


@pytest.fixture
def filled(store: Store) -> Store:
    """Four articles: de and en are one story by their names, fr and nl stand alone."""
    save(
        store,
        add_feed(store),
        *(make_arrival(name, name, published=NOW - (9 - hours) * HOUR) for hours, name in enumerate(NAMES)),
    )
    store.ties.tie(DE, EN, Reason.NAME)
    return store


def state(store: Store) -> dict[str, tuple[int, dict[str, Reason]]]:
    """Each article's story and what ties it."""
    return {
        id_: (
            store.editions.get_story(id_),
            {edition.language: edition.reason for edition in store.editions.list_others(id_)},
        )
        for id_ in (DE, EN, FR, NL)
    }


@pytest.mark.parametrize(("one", "other"), [(FR, NL), (EN, FR), (NL, DE), (DE, EN)])
def test_a_tie_is_taken_back(filled: Store, one: str, other: str) -> None:
    before, listed = state(filled), list_ids(filled)
    change = filled.ties.tie_by_hand(one, other)
    assert filled.editions.get_story(one) == filled.editions.get_story(other)
    assert state(filled)[one][1][filled.articles.get(other).language or ""] is Reason.USER
    filled.ties.restore(change)
    assert state(filled) == before
    assert list_ids(filled) == listed


@pytest.mark.parametrize("one", [DE, EN, FR])
def test_an_untie_is_taken_back_and_evidence_ties_again(filled: Store, one: str) -> None:
    before = state(filled)
    change = filled.ties.untie(one)
    assert filled.editions.list_others(one) == ()
    filled.ties.restore(change)
    assert state(filled) == before
    assert filled.ties.tie(DE, EN, Reason.DECLARED), "nothing sets them apart any more"


def test_undoing_backwards_ends_where_it_began(filled: Store) -> None:
    filled.ties.tie(FR, NL, Reason.MATCHED)
    before = state(filled)
    changes = [
        filled.ties.untie(EN),
        filled.ties.tie_by_hand(EN, FR),
        filled.ties.untie(NL),
        filled.ties.tie_by_hand(DE, NL),
    ]
    for change in reversed(changes):
        filled.ties.restore(change)
    assert state(filled) == before


def test_what_has_come_since_stays_and_what_has_gone_is_left_out(filled: Store) -> None:
    change = filled.ties.tie_by_hand(FR, NL)
    (source,) = filled.list_sources()
    filled.ties.tie(FR, DE, Reason.MATCHED)
    filled.drop_articles(source.key, [NL])
    filled.ties.restore(change)
    assert len(filled.list_stories(View())) == 2
    assert {edition.language for edition in filled.editions.list_others(DE)} == {"en"}
    assert filled.editions.list_others(FR) == ()


def test_marks_stay_with_their_articles(filled: Store) -> None:
    change = filled.ties.tie_by_hand(EN, FR)
    filled.mark([FR], read=True, starred=True, now=NOW)
    filled.ties.restore(change)
    rows = {row.id: (row.read, row.starred) for row in filled.load_headlines(filled.list_stories(View()), ["de"])}
    assert rows == {DE: (False, False), FR: (True, True), NL: (False, False)}


@pytest.mark.parametrize("ids", [("nothing", DE), (DE, "nothing")])
def test_unknown_articles_are_not_tied(filled: Store, ids: tuple[str, str]) -> None:
    with pytest.raises(UsageError):
        filled.ties.tie_by_hand(*ids)
    with pytest.raises(UsageError):
        filled.ties.untie("nothing")
