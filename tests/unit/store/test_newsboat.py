from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.errors import SourceError
from newstui.store.newsboat import NewsboatCache, is_database

ITEM = (
    "CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,"
    " title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,"
    " feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,"
    " unread INTEGER(1) NOT NULL, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0)"
)
FEED = "CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024), title VARCHAR(1024))"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a cache #1?.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{ITEM}; {FEED}")
        connection.execute("INSERT INTO rss_feed VALUES ('https://a.example/', 'https://a.example/site', 'A')")
        rows = [
            ("g1", "Old", "https://a.example/", 1000, 1, None, 0),
            ("g2", "New", "https://a.example/", 2000, 0, "ab", 0),
            ("g3", b"By\xfftes", "https://a.example/", 0, 0, "", 1),
            ("g4", 17, "query:x", "never", 1, None, 0),
        ]
        connection.executemany(
            "INSERT INTO rss_item (guid, title, feedurl, pubDate, unread, flags, deleted, author, url, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, '', 'https://a.example/x', 'text')",
            rows,
        )
        connection.commit()
    return path


@pytest.fixture
def cache(file: Path) -> Iterator[NewsboatCache]:
    with NewsboatCache(file) as opened:
        yield opened


def test_feeds_and_how_many_articles_were_not_deleted(cache: NewsboatCache) -> None:
    assert [(each.url, each.title, each.site, each.articles) for each in cache.list_feeds()] == [
        ("https://a.example/", "A", "https://a.example/site", 2),
        ("query:x", "", "", 1),
    ]


def test_articles_are_newest_first_with_their_state(cache: NewsboatCache) -> None:
    found = cache.list_articles("https://a.example/")
    assert [(each.guid, each.unread, each.flags, each.deleted) for each in found] == [
        ("g2", False, "ab", False),
        ("g1", True, "", False),
        ("g3", False, "", True),
    ]
    assert [each.published for each in found] == [
        datetime(1970, 1, 1, 0, 33, 20, tzinfo=UTC),
        datetime(1970, 1, 1, 0, 16, 40, tzinfo=UTC),
        None,
    ]
    assert found[0].base == found[0].mime_type == "", "columns that this version has not"


def test_columns_may_hold_anything(cache: NewsboatCache) -> None:
    assert cache.list_articles("https://a.example/")[2].title == "By\ufffdtes"
    (odd,) = cache.list_articles("query:x")
    assert (odd.title, odd.published) == ("17", None)


def test_it_is_read_beside_a_newsboat_that_runs(file: Path) -> None:
    with closing(sqlite3.connect(file)) as running:
        running.execute("BEGIN")
        running.execute("SELECT * FROM rss_item").fetchone()
        with NewsboatCache(file) as cache:
            assert len(cache.list_feeds()) == 2


def test_nothing_is_written(file: Path) -> None:
    before = file.read_bytes()
    with NewsboatCache(file) as cache:
        cache.list_feeds()
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\x00" + bytes(100)])
def test_what_is_no_cache(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"x\.db"):
        NewsboatCache(path)


def test_databases_are_known_by_their_beginning(file: Path) -> None:
    assert is_database(file.read_bytes()[:16])
    assert not is_database(b"https://a.example/")
