"""Ties by the reader's hand: candidates, tying, setting apart, and what undoes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import UsageError
from newstui.library import Library
from newstui.model import Reason
from newstui.store import Store
from tests.unit.library.test_matching import NOW, House, make_paths
from tests.unit.text.stories import BRIDGE, FINAL, STORIES


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with Library(Store(None), make_paths(tmp_path), Settings(), now=lambda: NOW) as library:
        yield House(library)


def test_the_likeliest_stories_come_first_however_unlike_they_are(house: House) -> None:
    own = house.arrive("final.de", FINAL["de"][:2], "de")
    for number, story in enumerate(STORIES):
        house.arrive(f"{number}.fr", story["fr"], "fr")
    house.arrive("other.de", BRIDGE["de"], "de")
    house.match()
    house.library.ties.untie(own)
    candidates = house.library.ties.list_candidates(own)
    assert candidates[0].title == FINAL["fr"][0]
    assert {row.language for row in candidates} == {"fr"}, "no other report in the same language"


def test_an_article_that_was_never_compared_has_candidates_too(house: House) -> None:
    own = house.arrive("bridge.en", BRIDGE["en"], "en", published=NOW - timedelta(days=30))
    house.arrive("bridge.nl", BRIDGE["nl"], "nl", published=NOW - timedelta(days=29))
    house.store.fingerprints.sort_out()
    house.match()
    house.library.ties.untie(own)
    assert [row.title for row in house.library.ties.list_candidates(own)] == [BRIDGE["nl"][0]]
    assert house.library.ties.list_candidates(own, limit=0) == []


def test_words_find_what_content_does_not(house: House) -> None:
    own = house.arrive("final.de", FINAL["de"], "de")
    other = house.arrive("bridge.en", BRIDGE["en"], "en")
    house.library.searching.index_waiting()
    word = BRIDGE["en"][0].split()[0]
    assert [row.id for row in house.library.ties.list_candidates(own, word)] == [other]
    assert house.library.ties.list_candidates(other, word) == [], "its own story is none"


def test_what_the_hand_does_lasts_over_matching_and_is_undone(house: House) -> None:
    ids = house.arrive_everywhere("final", FINAL)
    stranger = house.arrive("bridge.en", BRIDGE["en"], "en")
    house.match()
    undo_untie = house.library.ties.untie(ids["de"])
    undo_tie = house.library.ties.tie(ids["de"], stranger)
    assert (undo_untie.count, undo_tie.count) == (1, 2)
    house.arrive("final.de", (*FINAL["de"], "One line more."), "de")
    house.match()
    assert house.editions(ids["de"]) == {"en": stranger}
    (edition,) = house.library.list_editions(ids["de"])
    assert edition.reason is Reason.USER
    undo_tie()
    assert house.editions(ids["de"]) == {}
    undo_untie()
    assert len(house.editions(ids["de"])) == len(FINAL) - 1


def test_nothing_to_set_apart_and_nothing_to_tie(house: House) -> None:
    alone = house.arrive("final.de", FINAL["de"], "de")
    assert house.library.ties.untie(alone).count == 0
    with pytest.raises(UsageError, match="itself"):
        house.library.ties.tie(alone, alone[:6])
    with pytest.raises(UsageError):
        house.library.ties.tie(alone, "zzzzzzzz")
