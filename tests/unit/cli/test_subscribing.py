from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

SOURCE = {
    "source", "kind", "title", "url", "path", "folder", "language", "fulltext", "articles", "unread", "last_status",
    "last_error", "last_good", "next_due",
}  # fmt: skip
LISTED = {
    "id", "source", "url", "path", "title", "summary", "authors", "published", "updated", "language",
    "language_origin", "overruled", "read", "starred", "hidden", "tags", "editions", "enclosures",
}  # fmt: skip


def test_a_feed_file_is_added_listed_and_shown(shell: Shell, feed: Path) -> None:
    (added,) = shell("add", feed, "--folder", "News", "--json").rows
    assert set(added) >= SOURCE
    assert (added["kind"], added["title"], added["folder"]) == ("file", "The Gazette", "News")
    assert (added["articles"], added["unread"], added["last_status"]) == (2, 2, "new")
    rows = shell("list", "--json").rows
    assert [set(row) for row in rows] == [LISTED, LISTED]
    assert [row["title"] for row in rows] == ["Bridge closed", "Market opens"]
    assert rows[0]["source"] == added["source"]
    assert rows[0]["published"] == "2026-01-06T09:30:00Z"
    assert rows[0]["authors"] == ["Ann Lee"]
    assert rows[0]["enclosures"] == [
        {"url": "https://gazette.example/a.mp3", "type": "audio/mpeg", "length": 1234, "duration": None}
    ]
    (shown,) = shell("show", rows[0]["id"], "--json").rows
    text = " ".join([shown["summary"] or "", *(block["text"] for block in shown["blocks"])])
    assert "The bridge is closed until the spring." in text


def test_marks_are_kept_and_filter_the_list(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    first, second = (row["id"] for row in shell("list", "--json").rows)
    assert shell("mark", first, "--read", "--star").code == 0
    assert [row["id"] for row in shell("list", "--unread", "--json").rows] == [second]
    assert [row["id"] for row in shell("list", "--starred", "--json").rows] == [first]
    assert shell("sources", "--json").rows[0]["unread"] == 1
    shell("mark", first, "--unread", "--unstar")
    assert len(shell("list", "--unread", "--json").rows) == 2
    assert shell("list", "--starred", "--json").rows == []


def test_a_source_is_removed_by_key_or_path_and_what_is_starred_stays(shell: Shell, feed: Path, story: Path) -> None:
    shell("add", feed)
    starred = shell("list", "--json").rows[0]["id"]
    shell("mark", starred, "--star")
    assert shell("remove", feed).code == 0
    assert shell("sources", "--json").rows == []
    assert [row["id"] for row in shell("list", "--starred", "--json").rows] == [starred]
    shell("add", story.parent)
    assert shell("remove", shell("sources", "--json").rows[0]["source"]).code == 0
    done = shell("remove", "nobody")
    assert done.code == 1
    assert "nobody: no such source" in done.err


def test_a_directory_is_one_story_in_two_languages(shell: Shell, story: Path) -> None:
    shell("add", story.parent)
    (row,) = shell("--lang", "en,de", "list", "--json").rows
    assert row["title"] == "Council puts off building the bridge"
    assert [(e["language"], e["available"], e["reason"]) for e in row["editions"]] == [
        ("de", True, "name"),
        ("fr", False, "listed"),
    ]
    (row,) = shell("--lang", "de", "list", "--json").rows
    assert row["language"] == "de"


def test_a_changed_directory_is_read_again_and_keeps_its_marks(shell: Shell, story: Path) -> None:
    shell("add", story.parent)
    shell("mark", shell("--lang", "de", "list", "--json").rows[0]["id"], "--read", "--star")
    story.write_text(story.read_text(encoding="utf-8").replace("alt.", "sehr alt."), encoding="utf-8")
    (story.parent / "market.txt").write_text("Market opens\n\nThe market is open again, and the people are there.\n")
    *_, summary = shell("refresh", "--json").rows
    assert (summary["new"], summary["updated"], summary["failed"]) == (1, 1, 0)
    rows = {row["title"]: row for row in shell("--lang", "de", "list", "--json").rows}
    assert rows["Rat vertagt den Bau der Brücke"]["read"] is True
    assert rows["Rat vertagt den Bau der Brücke"]["starred"] is True
    assert rows["Market opens"]["read"] is False
    (shown,) = shell("show", rows["Rat vertagt den Bau der Brücke"]["id"], "--json").rows
    assert "sehr alt." in shown["blocks"][0]["text"]


def test_a_renamed_file_keeps_its_marks(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "one.txt").write_text("A headline\n\nA paragraph that is long enough to be the text of an article.\n")
    shell("add", folder)
    shell("mark", shell("list", "--json").rows[0]["id"], "--star")
    (folder / "one.txt").rename(folder / "two.txt")
    shell("refresh")
    (row,) = shell("list", "--json").rows
    assert row["starred"] is True
    assert row["path"] == str(folder / "two.txt")


def test_refresh_prints_a_line_a_source_and_a_summary(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    result, summary = shell("refresh", "--json").rows
    assert set(result) == {"source", "status", "http_status", "new", "updated", "error", "next_due"}
    assert result["status"] == "unchanged"
    assert set(summary) == {"total", "new", "updated", "failed", "fulltexts", "seconds"}
    assert summary["total"] == 1


def test_a_feed_that_breaks_keeps_its_articles_and_says_why(shell: Shell, feed: Path) -> None:
    shell("add", feed)
    feed.write_text("<html><body>Please log in</body></html>")
    done = shell("refresh", "--json")
    assert done.code == 1
    assert done.rows[0]["status"] == "failed"
    assert "gazette.xml" in done.rows[0]["error"] or "page" in done.rows[0]["error"]
    (source,) = shell("sources", "--json").rows
    assert (source["articles"], source["last_status"]) == (2, "failed")
    assert source["last_error"] == done.rows[0]["error"]
    assert source["last_good"]


def test_what_cannot_be_read_is_not_subscribed_to(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "noise.xml").write_bytes(bytes(range(1, 256)) * 20)
    done = shell("add", tmp_path / "noise.xml")
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert shell("sources", "--json").rows == []


@pytest.mark.parametrize("address", ["nowhere.txt", "ftp://example.org/feed", "https://"])
def test_an_address_that_cannot_be_one_is_said(shell: Shell, address: str) -> None:
    done = shell("add", address)
    assert done.code == 2
    assert address in done.err


def test_adding_twice_says_what_is_there(shell: Shell, feed: Path) -> None:
    first, again = (shell("add", feed, "--json").rows[0]["source"] for _ in range(2))
    assert first == again
