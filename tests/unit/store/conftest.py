from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newstui.store import Store


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A new store; at the end of each test all its lists and counters must be what its articles say."""
    with Store(None if request.param == "memory" else tmp_path / "library.db") as store:
        yield store
        assert store.check_integrity() == ()
