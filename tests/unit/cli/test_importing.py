"""`import` and `export`: OPML there and back, newsboat's files with what their reader did."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FIRST_DAY, FakeFeeds
from tests.loopback import run_loopback
from tests.unit.cli.conftest import Shell

SCHEMA = """
CREATE TABLE rss_feed (
    rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL, title VARCHAR(1024) NOT NULL,
    lastmodified INTEGER(11) NOT NULL DEFAULT 0, is_rtl INTEGER(1) NOT NULL DEFAULT 0,
    etag VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE rss_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL, title VARCHAR(1024) NOT NULL,
    author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL, feedurl VARCHAR(1024) NOT NULL,
    pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL,
    enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0,
    flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT "");
"""


def keep(file: Path, feeds: dict[str, str], articles: Sequence[dict[str, Any]]) -> Path:
    """Write a cache.db as newsboat does."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(SCHEMA)
        connection.executemany(
            "INSERT INTO rss_feed (rssurl, url, title) VALUES (?, 'https://paper.example/', ?)", feeds.items()
        )
        for article in articles:
            row = {"author": "", "content": "", "unread": 1} | article
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO rss_item ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        connection.commit()
    return file


def entry(url: str, feed: int, number: int, **about: Any) -> dict[str, Any]:
    """What newsboat keeps of an entry of FakeFeeds."""
    return {
        "feedurl": url,
        "guid": f"{feed}.{number}",
        "title": f"Title {feed}.{number}",
        "url": f"https://paper.example/{feed}/{number}",
        "pubDate": int(FIRST_DAY.timestamp()) + 3600 * number,
        "content": f"Text {feed}.{number}.",
    } | about


@pytest.fixture
def feeds() -> Iterator[FakeFeeds]:
    with run_loopback() as server:
        fake = FakeFeeds(server)
        fake.feed(1, title="Paper")
        for number in range(1, 6):
            fake.entry(1, number)
        yield fake


@pytest.fixture
def urls(tmp_path: Path, feeds: FakeFeeds) -> Path:
    file = tmp_path / "urls"
    file.write_text(f'# mine\n{feeds.url(1)} news "~My Paper" second\n', encoding="utf-8")
    return file


def titles(shell: Shell, *options: str) -> list[str]:
    return sorted(row["title"] for row in shell("list", *options, "--json", "--limit", "1000").rows)


def test_five_hundred_subscriptions_there_and_back(shell: Shell, tmp_path: Path) -> None:
    outlines = "".join(
        f'<outline text="Folder {n % 7}"><outline text="Paper &amp; {n} “é”" xmlUrl="https://paper.example/feed?n={n}&amp;x"'
        f' htmlUrl="https://paper.example/{n}" language="{("de", "en")[n % 2]}"/></outline>'
        for n in range(500)
    )
    file = tmp_path / "a.opml"
    file.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    done = shell("import", file)
    assert (done.code, done.out, done.err) == (0, "", "500 sources added\n")
    exported = shell("export").out
    (tmp_path / "b.opml").write_text(exported, encoding="utf-8")
    other = Shell(tmp_path / "other", shell.capsys)
    assert other("import", tmp_path / "b.opml").code == 0
    there, back = (
        [{name: row[name] for name in ("url", "title", "folder", "language")} for row in each("sources", "--json").rows]
        for each in (shell, other)
    )
    assert len(there) == 500
    assert there == back
    assert (there[0]["title"], there[0]["folder"], there[0]["language"]) == ("Paper & 0 “é”", "Folder 0", "de")
    again = other("export").out
    assert again.splitlines()[6:] == exported.splitlines()[6:]
    assert "known already: 500" in shell("import", tmp_path / "b.opml").err


def test_files_and_directories_come_along(shell: Shell, feed: Path, story: Path, tmp_path: Path) -> None:
    shell("add", feed, "--title", "Mine")
    shell("add", story.parent, "--folder", "Local")
    (tmp_path / "a.opml").write_text(shell("export").out, encoding="utf-8")
    other = Shell(tmp_path / "other", shell.capsys)
    assert other("import", tmp_path / "a.opml").code == 0
    rows = other("sources", "--json").rows
    assert [(row["kind"], row["path"], row["title"], row["folder"]) for row in rows] == [
        ("file", str(feed), "Mine", None),
        ("directory", str(story.parent), "stories", "Local"),
    ]
    feed.unlink()
    third = Shell(tmp_path / "third", shell.capsys)
    done = third("import", tmp_path / "a.opml")
    assert done.code == 1
    assert f"{feed}: no such file" in done.err


def test_what_is_lost_is_told_line_by_line(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text('"query:Q:unread"\nhttps://paper.example/ a b\nexec:x.sh\n', encoding="utf-8")
    done = shell("import", file)
    assert done.code == 1
    said = done.err.splitlines()
    assert said[0].startswith(f"{file}:2: ")
    assert said[1].startswith(f"newstui: {file}:1: ")
    assert said[2].startswith(f"newstui: {file}:3: ")
    assert said[3] == "1 source added · not taken over: 2"
    rows = shell("import", file, "--json").rows
    assert [row.get("status") for row in rows] == ["known", "noted", "lost", "lost", None]
    assert rows[-1]["known"] == 1


def test_newsboats_queries_become_views(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "urls"
    file.write_text('"query:New:unread = \\"yes\\" and age < 3"\nhttps://paper.example/ a\n', encoding="utf-8")
    assert shell("import", file, "--dry-run").code == 0
    assert shell("views").out == ""
    for _again in range(2):
        done = shell("import", file)
        assert (done.code, "the query “New” becomes a view: is:unread newer:3d" in done.err) == (0, True)
    assert shell("views", "--json").rows == [{"view": "New", "query": "is:unread newer:3d", "unread": 0}]


def test_a_dry_run_changes_nothing(shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path) -> None:
    cache = keep(tmp_path / "cache.db", {}, [entry(feeds.url(1), 1, 1), entry(feeds.url(1), 1, 2, unread=0)])
    before = cache.read_bytes()
    done = shell("import", urls, "--newsboat-cache", cache, "--dry-run")
    assert done.code == 0
    assert done.out == f"+ news / My Paper  {feeds.url(1)}\n"
    assert "Nothing was changed" in done.err
    assert "2 articles (1 unread, 0 starred)" in done.err
    assert shell("sources").out == ""
    assert cache.read_bytes() == before
    assert feeds.server.asked == []


def test_articles_come_with_what_their_reader_did(shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path) -> None:
    url = feeds.url(1)
    cache = keep(
        tmp_path / "cache.db",
        {url: "Paper"},
        [
            entry(url, 1, 0, title="Long gone from the feed", flags="a"),
            entry(url, 1, 1),
            entry(url, 1, 2, unread=0),
            entry(url, 1, 3, unread=0, flags="xy"),
            entry(url, 1, 4, deleted=1),
            entry("https://elsewhere.example/", 2, 1),
        ],
    )
    done = shell("import", urls, "--newsboat-cache", cache)
    assert done.code == 1
    assert "https://elsewhere.example/ is not among the sources; articles left out: 1" in done.err
    assert "4 articles (2 unread, 2 starred) · deleted and left out: 1" in done.err
    (source,) = shell("sources", "--json").rows
    assert (source["articles"], source["unread"], source["title"]) == (4, 2, "My Paper")
    assert titles(shell, "--unread") == ["Long gone from the feed", "Title 1.1"]
    assert titles(shell, "--starred") == ["Long gone from the feed", "Title 1.3"]
    assert feeds.server.asked == []


def test_a_refresh_after_an_import_brings_nothing_back(
    shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path
) -> None:
    url = feeds.url(1)
    articles = [entry(url, 1, number, unread=number % 2) for number in range(1, 6)]
    shell("import", urls, "--newsboat-cache", keep(tmp_path / "cache.db", {url: "Paper"}, articles))
    unread = titles(shell, "--unread")
    assert len(unread) == 3
    *_, summary = shell("refresh", "--json").rows
    assert (summary["total"], summary["new"]) == (1, 0)
    assert titles(shell, "--unread") == unread
    feeds.entry(1, 6)
    *_, summary = shell("refresh", "--json").rows
    assert summary["new"] == 1


def test_what_was_deleted_comes_back_as_read_at_most(
    shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path
) -> None:
    url = feeds.url(1)
    articles = [entry(url, 1, number, deleted=1) for number in range(1, 6)]
    shell("import", urls, "--newsboat-cache", keep(tmp_path / "cache.db", {url: "Paper"}, articles))
    shell("refresh")
    assert titles(shell, "--unread") == []


def test_what_was_read_in_either_is_read(shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path) -> None:
    shell("import", urls)
    shell("refresh")
    ids = {row["title"]: row["id"] for row in shell("list", "--json").rows}
    shell("mark", ids["Title 1.1"], "--read")
    url = feeds.url(1)
    articles = [entry(url, 1, 1), entry(url, 1, 2, unread=0, flags="s", content="An older wording.")]
    done = shell("import", urls, "--newsboat-cache", keep(tmp_path / "cache.db", {url: "Paper"}, articles))
    assert "2 articles were here already" in done.err
    assert titles(shell, "--unread") == ["Title 1.3", "Title 1.4", "Title 1.5"]
    assert titles(shell, "--starred") == ["Title 1.2"]
    (shown,) = shell("show", ids["Title 1.2"], "--json").rows
    assert shown["blocks"][0]["text"] == "Text 1.2.", "the words that are here stay"


def test_an_old_cache_with_fewer_columns(shell: Shell, urls: Path, feeds: FakeFeeds, tmp_path: Path) -> None:
    cache = keep(tmp_path / "cache.db", {feeds.url(1): "Paper"}, [entry(feeds.url(1), 1, 1, pubDate=0)])
    with closing(sqlite3.connect(cache)) as connection:
        for column in ("flags", "deleted", "base", "enclosure_url"):
            connection.execute(f"ALTER TABLE rss_item DROP COLUMN {column}")
        connection.commit()
    assert shell("import", urls, "--newsboat-cache", cache).code == 0
    assert titles(shell) == ["Title 1.1"]


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.opml", b"<html></html>", 1, "no OPML"),
        ("a.opml", None, 2, "cannot be read"),
        ("cache.db", b"SQLite format 3\x00" + bytes(84), 2, "--newsboat-cache"),
        ("urls", b"\x89PNG" + bytes(range(256)), 1, "no text"),
    ],
)
def test_a_file_that_is_something_else(
    shell: Shell, tmp_path: Path, name: str, content: bytes | None, code: int, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = shell("import", tmp_path / name)
    assert done.code == code
    assert said in done.err
    assert str(tmp_path / name) in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("content", [None, b"no database", b"SQLite format 3\x00" + bytes(200)])
def test_a_cache_that_is_none(shell: Shell, urls: Path, tmp_path: Path, content: bytes | None) -> None:
    cache = tmp_path / "cache?.db"
    if content is not None:
        cache.write_bytes(content)
    done = shell("import", urls, "--newsboat-cache", cache)
    assert done.code in {1, 2}
    assert str(cache) in done.err
    assert shell("sources").out == "", "nothing was changed before it was clear that it can be read"


def test_export_of_nothing_is_a_valid_file(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.opml").write_text(shell("export").out, encoding="utf-8")
    assert shell("import", tmp_path / "a.opml").err == "0 sources added\n"
