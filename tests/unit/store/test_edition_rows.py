"""Rows for single editions beneath their stories."""

from __future__ import annotations

from array import array

import pytest

from newstui.model import Reason, View
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

NAMES = ("de", "en", "fr", "nl")
DE, EN, FR, NL = (make_id(name) for name in NAMES)


@pytest.fixture
def filled(store: Store) -> Store:
    """Two stories: nl alone, the newest, then de, en and fr."""
    save(
        store,
        add_feed(store),
        *(make_arrival(name, name, published=NOW - (9 - hours) * HOUR) for hours, name in enumerate(NAMES)),
    )
    store.ties.tie(DE, EN, Reason.NAME)
    store.ties.tie(EN, FR, Reason.NAME)
    return store


@pytest.mark.parametrize(
    ("ladder", "beneath"), [(("de",), ["en", "fr"]), (("fr", "de"), ["de", "en"]), (("pt",), ["en", "fr"])]
)
def test_what_a_storys_row_does_not_show_stands_beneath_it(
    filled: Store, ladder: tuple[str, ...], beneath: list[str]
) -> None:
    stories = filled.list_stories(View())
    rows = filled.edition_rows.spread(stories, ladder)
    assert [row for row in rows if row > 0] == list(stories)
    loaded = filled.edition_rows.load(-row for row in rows if row < 0)
    assert [loaded[-row].language for row in rows if row < 0] == beneath
    assert list(rows).index(-loaded[-rows[2]].beneath) == 2
    assert {headline.story for headline in loaded.values()} == {stories[1]}
    assert all(headline.key == -number for number, headline in loaded.items())


def test_marks_are_the_storys_and_what_was_opened_the_editions(filled: Store) -> None:
    filled.mark([EN], read=True, starred=True, now=NOW)
    rows = filled.edition_rows.spread(filled.list_stories(View()), ("de",))
    loaded = filled.edition_rows.load(-row for row in rows if row < 0).values()
    assert {(row.id, row.read, row.starred, row.opened) for row in loaded} == {
        (EN, True, True, True),
        (FR, True, True, False),
    }


def test_what_has_gone_has_no_row(filled: Store) -> None:
    assert filled.edition_rows.load([12345]) == {}
    assert filled.edition_rows.spread([], ()) == array("q")
