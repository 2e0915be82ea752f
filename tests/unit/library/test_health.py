"""What newstui is and how it is: facts by name, and what is wrong with its mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from newstui import __version__
from newstui.config import Settings
from newstui.library import Library
from newstui.library.health import find_problems, list_facts, show_facts
from newstui.paths import Paths
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, make_arrival, save


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(paths.library_file), paths, Settings(), now=lambda: NOW) as library:
        save(library.store, add_feed(library.store), make_arrival("a"), make_arrival("b"))
        yield library


def test_facts_are_numbers_and_texts(library: Library) -> None:
    facts = list_facts(library)
    assert (facts["newstui"], facts["sources"], facts["stories"], facts["unread"]) == (__version__, 1, 2, 2)
    size = facts["size"]
    assert isinstance(size, int)
    assert size > 1000
    shown = dict(show_facts({**facts, "size": 1_234_567, "unread": 15_000}))
    assert (shown["size"], shown["unread"]) == ("1.2\N{NO-BREAK SPACE}MB", "15,000")
    assert shown["configuration"] == str(library.paths.config_file)


def test_a_sound_library_has_no_problems(library: Library) -> None:
    told: list[tuple[int, int]] = []
    assert list(find_problems(library, on_progress=lambda done, total: told.append((done, total)))) == []
    assert told[-1] == (1, 2)


def test_a_wrong_count_is_found_and_mended(library: Library) -> None:
    with library.store._connections.writing() as connection:
        connection.execute("UPDATE lists SET unread = 7 WHERE id = 0")
    (finding,) = find_problems(library)
    assert finding.repairable
    assert finding.tell().endswith("Work out its counts and indexes anew: newstui doctor --repair.")
    assert list(find_problems(library, cancelled=lambda: True)) == [], "nobody looked"
    library.repair()
    assert list(find_problems(library)) == []


def test_a_disk_that_is_almost_full_is_told(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.library.health.shutil.disk_usage", lambda _folder: SimpleNamespace(free=1_500_000))
    told = [finding.tell() for finding in find_problems(library)]
    assert all("only 1.5\N{NO-BREAK SPACE}MB are free on its disk; make room there" in line for line in told)
    assert len(told) == 2
