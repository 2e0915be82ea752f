"""What is told and changed about sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import UsageError
from newstui.library.adding import Wishes
from newstui.library.facade import Library
from newstui.model import FulltextRule
from newstui.paths import Paths
from tests.fakes import FakeFeeds
from tests.loopback import run_loopback, says


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    with run_loopback() as server:
        fake = FakeFeeds(server)
        fake.feed(1, title="Paper 1")
        fake.entry(1, 1)
        fake.feed(2)
        yield fake


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library.open(Paths(tmp_path / "c.toml", tmp_path / "data", tmp_path / "cache"), Settings())
    yield library
    library.close()


def test_what_is_changed_about_a_source(library: Library, feeds: FakeFeeds) -> None:
    offer = library.adding.look(feeds.url(1))
    source = library.adding.take(offer, offer.main, Wishes(folder="Old", language="de")).source
    assert source is not None
    upkeep = library.upkeep
    changed = upkeep.change(source.key, title="Mine", folder="New", language=None, fulltext=FulltextRule.SHORT)
    assert (changed.title, changed.folder, changed.language, changed.fulltext) == (
        "Mine", "New", None, FulltextRule.SHORT,
    )  # fmt: skip
    assert upkeep.move(source.key, None).folder is None
    plain = upkeep.change(source.key, title="", folder=None, language="fr", fulltext=FulltextRule.NEVER)
    assert (plain.title, plain.language, plain.fulltext) == (feeds.url(1), "fr", FulltextRule.NEVER)
    feeds.entry(1, 2)
    library.refresh(force=True)
    assert library.list_sources()[0].title == "Paper 1", "its own name comes back with its next change"
    with pytest.raises(UsageError):
        upkeep.change("99", title="x", folder=None, language=None, fulltext=FulltextRule.NEVER)


def test_conditions_are_told_for_the_sources_that_there_are(library: Library, feeds: FakeFeeds) -> None:
    offer = library.adding.look(feeds.url(1))
    library.adding.take(offer, offer.main)
    feeds.answer(1, says(301, Location=feeds.url(2)))
    library.refresh(force=True)
    (source,) = library.list_sources()
    condition = library.upkeep.list_conditions([source])[source.key]
    assert (condition.failures, condition.gone, condition.moved_to) == (0, False, feeds.url(2))
    assert f"moved to {feeds.url(2)} for good" in condition.sentences[-1]
