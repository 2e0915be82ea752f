"""Whether another process has changed the library."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from newstui.store import Store


def test_what_others_do_is_told_once_and_what_this_process_does_never(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as one, Store(tmp_path / "library.db") as other:
        assert not one.changes.have_come(), "there was nothing before the first look"
        one.set_mark("own", "1")
        thread = Thread(target=one.set_mark, args=("own", "2"))
        thread.start()
        thread.join()
        assert not one.changes.have_come(), "other threads of this process are no others"
        other.set_mark("foreign", "1")
        assert one.changes.have_come()
        other.get_mark("foreign")
        assert not one.changes.have_come()
        other.set_mark("foreign", "2")
        one.set_mark("own", "3")
        assert not one.changes.have_come(), "it cannot be told apart"
        other.set_mark("foreign", "3")
        assert one.changes.have_come()
