"""Whether somebody else has changed the library."""

from __future__ import annotations

from pathlib import Path

from newstui.store import Store


def test_the_version_is_another_one_after_another_connections_change(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as one, Store(tmp_path / "library.db") as other:
        version = one.changes.get_version()
        assert one.changes.get_version() == version
        one.set_mark("own", "1")
        assert one.changes.get_version() == version
        other.set_mark("foreign", "1")
        changed = one.changes.get_version()
        assert changed != version
        other.get_mark("foreign")
        assert one.changes.get_version() == changed
