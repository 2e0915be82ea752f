"""Cleaning by the limits of the configuration and of sources, and what articles said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import UsageError
from newstui.library import Library
from newstui.model import Source
from newstui.paths import Paths
from newstui.store import Store
from newstui.store.keeping import KeepLimits
from newstui.text.difference import Change
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_id, save


class Clock:
    """The time, which a test moves."""

    time = NOW


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    clock = Clock()
    with Library(Store(tmp_path / "library.db"), paths, Settings(), now=lambda: clock.time) as library:
        yield library


def fill(library: Library, name: str = "one", letters: str = "abcd") -> Source:
    source = add_feed(library.store, name)
    save(library.store, source, *(make_arrival(letter) for letter in letters))
    library.store.mark([make_id(letter) for letter in letters], read=True, now=NOW)
    return source


def test_a_source_has_limits_of_its_own(library: Library) -> None:
    source, other = fill(library), fill(library, "two", "efgh")
    library.settings = library.settings.replace(**{"keeping.articles": 3})
    library.keeping.set_limits(source.key, days=None, articles=1)
    source = library.find_source(source.key)
    assert library.keeping.limits_of(source) == KeepLimits(articles=1)
    assert library.keeping.limits_of(other) == KeepLimits(articles=3)
    assert [(each.source.key, each.dropped) for each in library.keeping.plan()] == [(source.key, 3), (other.key, 1)]
    assert len(list_ids(library.store)) == 8, "a plan changes nothing"
    assert [each.dropped for each in library.keeping.clean([other.key])] == [1]
    assert [each.dropped for each in library.keeping.clean()] == [3]
    assert library.keeping.plan() == []
    library.keeping.set_limits(source.key, days=0, articles=0)
    assert not library.keeping.limits_of(library.find_source(source.key))


def test_cleaning_ends_where_the_file_cannot_be_made_smaller(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def keep_all() -> int:
        asked.append(7)
        return 7

    monkeypatch.setattr(library.store.keeping, "give_back_pages", keep_all)
    assert library.keeping.clean() == []
    assert asked == [7, 7]


def test_it_is_done_once_a_day(library: Library) -> None:
    fill(library)
    library.keeping.clean_daily()
    assert library.store.get_mark("keeping.cleaned") is None, "nothing has a limit"
    library.settings = library.settings.replace(**{"keeping.articles": 3})
    library.keeping.clean_daily()
    assert len(list_ids(library.store)) == 3
    library.settings = library.settings.replace(**{"keeping.articles": 2})
    library.keeping.clean_daily()
    assert len(list_ids(library.store)) == 3
    library.now = lambda: NOW + timedelta(days=1)
    library.keeping.clean_daily()
    assert len(list_ids(library.store)) == 2


def test_sizes(library: Library) -> None:
    source = fill(library)
    (size,) = library.keeping.measure()
    assert (size.source, size.articles) == (source.key, 4)
    assert library.keeping.measure([source.url or ""]) == [size]


def test_what_an_article_said_before(library: Library) -> None:
    source = add_feed(library.store)
    for hour, body in enumerate(("The bridge is closed.", "The bridge is open.", "The bridge is open again.")):
        save(library.store, source, make_arrival("a", body=body), now=NOW + hour * HOUR)
    revisions = library.revisions
    wordings = revisions.list_wordings(make_id("a"))
    assert [wording.seen_at for wording in wordings] == [NOW + 2 * HOUR, NOW + HOUR, NOW]
    last = revisions.compare(make_id("a"))
    assert (last.older_at, last.newer_at) == (NOW + HOUR, NOW + 2 * HOUR)
    title, text = last.passages
    assert title.change is Change.SAME
    assert [(piece.change, piece.text) for piece in text.pieces if piece.change is not Change.SAME] == [
        (Change.ADDED, " again")
    ]
    whole = revisions.compare(make_id("a"), 2, to=0)
    assert [piece.text for piece in whole.passages[1].pieces if piece.change is Change.REMOVED] == ["closed"]
    with pytest.raises(UsageError, match="no earlier wording 3; there are 2"):
        revisions.compare(make_id("a"), 3)


def test_an_article_that_never_changed(library: Library) -> None:
    fill(library)
    with pytest.raises(UsageError, match="has not changed"):
        library.revisions.compare(make_id("a"))


def test_the_latest_wordings_are_kept(library: Library) -> None:
    source = add_feed(library.store)
    for hour in range(30):
        save(library.store, source, make_arrival("a", body=f"Version {hour}."), now=NOW + hour * HOUR)
    wordings = library.revisions.list_wordings(make_id("a"))
    assert len(wordings) == 21
    assert wordings[-1].seen_at == NOW + 9 * HOUR
