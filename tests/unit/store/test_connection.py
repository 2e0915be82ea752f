from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import apsw
import pytest

from newstui.errors import ReadOnlyError, StoreError, UsageError
from newstui.model import View
from newstui.store import Store
from newstui.store.connection import Connections
from tests.unit.store.examples import NOW, add_feed, list_ids, make_arrival, make_id, save
from tests.unit.store.read_only import forbid_writing


def test_threads_share_one_store(store: Store) -> None:
    source = add_feed(store)

    def work(number: int) -> int:
        save(store, source, make_arrival(f"a{number}"))
        store.mark([make_id(f"a{number}")], read=number % 2 == 0, now=NOW)
        return len(store.list_stories(View()))

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(work, range(40)))
    assert all(count >= 1 for count in seen)
    assert len(store.list_stories(View())) == 40
    assert store.total_unread() == 20


def test_two_stores_in_memory_are_two() -> None:
    with Store(None) as one, Store(None) as other:
        one.set_mark("a", "1")
        assert other.get_mark("a") is None


def test_a_closed_store_says_so_in_every_thread(tmp_path: Path) -> None:
    store = Store(tmp_path / "library.db")
    with ThreadPoolExecutor(1) as pool:
        pool.submit(store.total_unread).result()
        store.close()
        store.close()
        for ask in (store.total_unread, lambda: pool.submit(store.total_unread).result()):
            with pytest.raises(StoreError, match="is closed"):
                ask()
    assert [file.name for file in tmp_path.iterdir()] == ["library.db"], "the log is folded into the file at the end"


def test_closing_waits_for_a_statement_in_another_thread(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.db", 10.0)
    inside, leave = threading.Event(), threading.Event()
    ended: list[int] = []

    def read() -> None:
        with connections.reading() as connection:
            inside.set()
            leave.wait(10)
            ended.append(connection.execute("SELECT 1").get)

    reader = threading.Thread(target=read)
    reader.start()
    inside.wait(10)
    closer = threading.Thread(target=connections.close)
    closer.start()
    leave.set()
    reader.join(10)
    closer.join(10)
    assert ended == [1]


def test_what_fails_in_a_transaction_leaves_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        source = add_feed(store)
        broken = make_arrival("b", url="\ud800")
        with pytest.raises(StoreError, match="cannot hold such a value"):
            save(store, source, make_arrival("a"), broken)
        assert list(store.list_stories(View())) == []
        assert store.articles.find(make_id("a")) is None
        save(store, source, make_arrival("a"))
        assert store.total_unread() == 1


def test_a_reader_sees_one_state_and_never_waits_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path) as store, Store(path, patience=0.05) as other:
        store.set_mark("a", "old")
        with store._connections.writing() as writing:
            writing.execute("UPDATE marks SET value = 'new'")
            assert other.get_mark("a") == "old"
            with pytest.raises(StoreError, match="in use by another program") as caught:
                other.set_mark("a", "mine")
            assert str(path) in str(caught.value)
        assert other.get_mark("a") == "new"


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        source = add_feed(store)
        save(store, source, make_arrival("a"))
        connection = store._connections._first.connection
        connection.pragma("max_page_count", connection.pragma("page_count") + 2)
        with pytest.raises(StoreError, match="no room left"):
            save(store, source, make_arrival("b", body=os.urandom(50_000).hex()))
        assert store.total_unread() == 1
        connection.pragma("max_page_count", 1_000_000)
        save(store, source, make_arrival("b"))
        assert store.check_integrity() == ()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_text("These are not the bytes you are looking for. " * 100)
    with pytest.raises(StoreError, match="is not a newstui library") as caught:
        Store(path)
    assert str(path) in str(caught.value)
    assert path.read_text().startswith("These are not")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "library.db", tmp_path / "file" / "deeper" / "library.db"):
        with pytest.raises(StoreError, match="cannot be opened for writing") as caught:
            Store(path)
        assert str(path) in str(caught.value)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        Store(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only to this user")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Store(path).close()
    path.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match="cannot be opened for writing"):
            Store(path).set_mark("a", "b")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("folder", [False, True])
def test_a_library_that_cannot_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: bool
) -> None:
    file = tmp_path / "a#b?c" / "library.db"
    with Store(file) as store:
        save(store, add_feed(store), make_arrival("a"))
        assert not store.read_only
    forbid_writing(monkeypatch, folder=folder)
    with Store(file) as store, ThreadPoolExecutor(1) as pool:
        assert store.read_only
        assert len(store.list_stories(View())) == pool.submit(store.total_unread).result() == 1
        told = pytest.raises(ReadOnlyError, match=r"cannot be changed, only read.*library\.db")
        with told:
            store.set_mark("a", "1")
        with told, store.together():
            pass
        assert store.get_mark("a") is None


def test_a_library_that_is_not_there_cannot_be_read_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_writing(monkeypatch)
    with pytest.raises(StoreError, match="cannot be opened for writing"):
        Store(tmp_path / "library.db")


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Store(path) as store:
        source = add_feed(store)
        save(store, source, *(make_arrival(f"a{number}", body=os.urandom(500).hex()) for number in range(200)))
    content = bytearray(path.read_bytes())
    content[3 * 8192 :] = b"\xa5" * len(content[3 * 8192 :])
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged") as caught, Store(path) as store:
        store.articles.get_document(make_id("a1"))
    assert str(path) in str(caught.value)


def test_every_failure_of_sqlite_is_told_with_the_file(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "library.db", 1.0)
    kinds = [each for each in vars(apsw).values() if isinstance(each, type) and issubclass(each, apsw.Error)]
    assert len(kinds) > 20
    for kind in kinds:
        message = "a reason"
        with pytest.raises(StoreError) as caught, connections.reading():
            raise kind(message)
        assert str(tmp_path) in str(caught.value)
        assert "{" not in str(caught.value)
    connections.close()


_OPENER = """
import os, sys
from pathlib import Path
from newstui.store import Store
with Store(Path(sys.argv[1])) as store:
    store.set_mark(str(os.getpid()), "here")
    sys.exit(len(store.list_sources()))
"""


def test_processes_may_make_the_file_at_the_same_moment(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _OPENER, str(tmp_path / "library.db")]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(6)]
    said = [process.communicate(timeout=120)[1].decode() for process in processes]
    assert [(process.returncode, words) for process, words in zip(processes, said, strict=True)] == [(0, "")] * 6


_WRITER = """
import sys, itertools
from pathlib import Path
from newstui.store import Store
from tests.unit.store.examples import add_feed, make_arrival, save, make_id, NOW
store = Store(Path(sys.argv[1]))
source = add_feed(store)
for number in itertools.count():
    save(store, source, *(make_arrival(f"{number}x{part}", body="many words " * 300) for part in range(20)))
    store.mark([make_id(f"{number}x0")], read=True, now=NOW)
    print(number, flush=True)
"""


def test_a_reader_beside_a_writer_that_is_killed_sees_whole_transactions(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    root = Path(__file__).parents[3]
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=root)
    assert writer.stdout is not None
    writer.stdout.readline()
    written = 0
    with Store(path) as store:
        for line in writer.stdout:
            written = int(line)
            assert len(store.list_stories(View())) % 20 == 0
            if written >= 15:
                writer.send_signal(signal.SIGKILL)
                break
        writer.stdout.read()
        writer.stdout.close()
        writer.wait(10)
        stories = len(store.list_stories(View()))
        assert stories % 20 == 0
        assert stories >= (written + 1) * 20
        read = stories - store.total_unread()
        assert written + 1 <= read <= written + 3, "a mark that was made is there"
        assert store.check_integrity() == ()


def test_what_is_done_together_is_stored_as_one_and_each_failure_undone_alone(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store, Store(tmp_path / "library.db") as reader:
        source, gone = add_feed(store), add_feed(store, "two")
        store.remove_source(gone.key)
        with store.together():
            save(store, source, make_arrival("a"))
            with pytest.raises(UsageError):
                save(store, gone, make_arrival("b"))
            save(store, source, make_arrival("c"))
            assert list_ids(store) == "ca"
            assert list_ids(reader) == "", "nothing is stored before the end"
        assert list_ids(reader) == "ca"


def test_what_is_done_together_is_undone_together(tmp_path: Path) -> None:
    with Store(tmp_path / "library.db") as store:
        source = add_feed(store)

        def fail() -> None:
            with store.together():
                save(store, source, make_arrival("a"))
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            fail()
        assert list_ids(store) == ""
        save(store, source, make_arrival("b"))
        assert list_ids(store) == "b"


@pytest.mark.parametrize(("free", "said"), [(0, "no room left"), (1 << 40, "cannot be read or written")])
def test_an_error_of_input_on_a_full_disk_says_that_it_is_full(
    monkeypatch: pytest.MonkeyPatch, free: int, said: str
) -> None:
    monkeypatch.setattr("newstui.store.connection.shutil.disk_usage", lambda _folder: SimpleNamespace(free=free))
    with Store(None) as store, pytest.raises(StoreError, match=said), store._connections.reading():
        raise apsw.IOError("disk I/O error")
