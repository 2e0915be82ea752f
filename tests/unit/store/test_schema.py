from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from newstui.errors import StoreError
from newstui.model import Document, FulltextRule, View
from newstui.store import Store
from newstui.store.documents import encode_document
from newstui.store.migrations import MIGRATIONS
from newstui.store.schema import APPLICATION, is_current, prepare
from tests.unit.store.examples import make_document


def test_a_new_file_is_marked_as_ours(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "library.db"
    Store(path).close()
    connection = apsw.Connection(str(path))
    assert connection.pragma("application_id") == APPLICATION
    assert connection.pragma("user_version") == len(MIGRATIONS)
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("auto_vacuum") == 2, (
        "freed pages must be given back in steps, which an old file cannot learn"
    )
    connection.close()


def test_an_older_file_is_brought_up_to_date_and_keeps_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with Store(path) as store:
        store.set_mark("visit", "yesterday")
    newer = (*MIGRATIONS, "ALTER TABLE marks ADD COLUMN note TEXT", "UPDATE marks SET note = name || '!'")
    connection = apsw.Connection(str(path))
    assert not is_current(connection, path, newer)
    prepare(connection, path, newer)
    assert is_current(connection, path, newer)
    prepare(connection, path, newer)
    assert connection.execute("SELECT name, value, note FROM marks").get == ("visit", "yesterday", "visit!")
    connection.close()


def test_the_first_format_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    prepare(connection, path, MIGRATIONS[:1])
    connection.execute(
        """
        INSERT INTO lists (kind) VALUES ('source');
        INSERT INTO sources (id, kind, title, url, position, subscribed, added_at)
            VALUES (1, 'feed', 'Paper', 'https://paper.example/feed', 1, 1, 0);
        INSERT INTO stories (sort_at, unread, places) VALUES (0, 1, '[0, 1]');
        INSERT INTO placements (list, state, sort_at, story) VALUES (0, 0, 0, 1), (0, 1, 0, 1), (1, 0, 0, 1), (1, 1, 0, 1);
        UPDATE lists SET stories = 1, unread = 1;
        INSERT INTO articles (id, story, source, sort_at, title, changed_at, content_hash)
            VALUES ('aaaaaaaaaaaaa', 1, 1, 0, 'Bridge closed', 0, x'00');
        INSERT INTO appearances (source, article) VALUES (1, 1);
        """
    )
    connection.execute("INSERT INTO bodies VALUES (1, ?)", (encode_document(make_document("Text.")),))
    connection.execute("INSERT INTO revisions VALUES (1, 1, 0, 'Bridge', NULL, ?)", (encode_document(Document()),))
    connection.close()
    with Store(path) as store:
        assert store.check_integrity() == ()
        (article,) = store.articles.list_newest(View(unread=True), 9)
        assert (article.title, article.fulltext_at, article.shows_fulltext) == ("Bridge closed", None, False)
        assert store.articles.get_document(article.id) == make_document("Text.")
        assert [revision.fulltext for revision in store.articles.list_revisions(article.id)] == [False]
        assert store.list_sources()[0].fulltext is FulltextRule.NEVER


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Store(path).close()
    connection = apsw.Connection(str(path))
    with pytest.raises(apsw.SQLError):
        prepare(connection, path, (*MIGRATIONS, "CREATE TABLE more (x); SELECT * FROM missing"))
    assert is_current(connection, path)
    assert connection.table_exists(None, "more") is False
    connection.close()
    Store(path).close()


def test_a_newer_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Store(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer newstui \(format 99, this one knows \d+\)") as caught:
        Store(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "script",
    ["CREATE TABLE theirs (x)", "PRAGMA application_id = 42", "PRAGMA user_version = 1"],
)
def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path, script: str) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    connection.execute(script)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program's database"):
        Store(path)
    assert path.read_bytes() == before


def test_every_table_is_strict() -> None:
    connection = apsw.Connection("")
    for script in MIGRATIONS:
        connection.execute(script)
    rows = connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    tables = dict(rows)
    assert len(tables) > 10
    assert all(tables.values()), tables
