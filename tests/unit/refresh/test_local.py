import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newstui.model import FeedState, KnownFile, RefreshResult, RefreshStatus, SourceKind, View
from newstui.refresh import RefreshSettings, refresh_sources
from newstui.refresh.local import compare_files
from newstui.store import Store
from tests.fakes import ParsersHere

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr("newstui.refresh.run.Parsers", ParsersHere)
    with Store(None) as store:
        yield store


@pytest.fixture
def news(tmp_path: Path) -> Path:
    news = tmp_path / "news"
    news.mkdir()
    return news


def write(path: Path, title: str, text: str = "The words of the article.") -> None:
    path.write_text(f"# {title}\n\n{text}\n")
    # Times differ, however fast the test is.
    write.clock += 1_000_000_000  # type: ignore[attr-defined]
    os.utime(path, ns=(write.clock, write.clock))  # type: ignore[attr-defined]


write.clock = 1_700_000_000_000_000_000  # type: ignore[attr-defined]


def add(store: Store, path: Path) -> str:
    kind = SourceKind.DIRECTORY if path.is_dir() else SourceKind.FILE
    return store.add_source(kind=kind, title=str(path), path=str(path), now=NOW).key


def refresh(store: Store, **options: bool) -> RefreshResult:
    results: list[RefreshResult] = []
    refresh_sources(
        store,
        keys=None,
        now=lambda: NOW,
        settings=RefreshSettings(parsers=1),
        offline=options.get("offline", True),
        on_result=results.append,
    )
    (result,) = results
    return result


def list_titles(store: Store) -> dict[str, str]:
    return {article.title: article.id for article in store.articles.list_newest(View(), 100)}


def test_a_directory_is_read_again_when_a_file_changes(store: Store, news: Path) -> None:
    write(news / "one.md", "One")
    write(news / "two.md", "Two")
    add(store, news)
    result = refresh(store)
    assert (result.status, result.new, result.updated) == (RefreshStatus.NEW, 2, 0)
    before = list_titles(store)
    store.mark(list(before.values()), read=True, starred=True, now=NOW)

    write(news / "one.md", "One, edited")
    write(news / "three.md", "Three")
    (news / "two.md").rename(news / "second.md")
    result = refresh(store)
    assert (result.new, result.updated) == (1, 1)
    after = list_titles(store)
    assert after.keys() == {"One, edited", "Two", "Three"}
    assert (after["One, edited"], after["Two"]) == (before["One"], before["Two"])
    assert [revision.title for revision in store.articles.list_revisions(before["One"])] == ["One"]
    assert store.articles.get(before["Two"]).path == str(news / "second.md")
    assert store.get_status(before["Two"]).starred
    assert not store.get_status(after["Three"]).starred

    (news / "second.md").unlink()
    result = refresh(store)
    assert (result.status, result.new, result.updated) == (RefreshStatus.UNCHANGED, 0, 0)
    assert list_titles(store) == after

    write(news / "second.md", "Two")
    assert refresh(store).new == 0
    assert list_titles(store) == after


def test_nothing_is_read_that_has_not_changed(store: Store, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(news / "one.md", "One")
    add(store, news)
    assert refresh(store).new == 1
    monkeypatch.setattr("tests.fakes.ParsersHere.parse", lambda *_: pytest.fail("was read"))
    assert refresh(store).status is RefreshStatus.UNCHANGED


def test_a_copy_is_an_article_of_its_own(store: Store, news: Path) -> None:
    write(news / "one.md", "One")
    add(store, news)
    refresh(store)
    write(news / "copy.md", "One")
    assert refresh(store).new == 1


def test_one_broken_file_stops_no_other(store: Store, news: Path) -> None:
    write(news / "one.md", "One")
    (news / "broken.html").write_bytes(bytes(range(256)) * 4)
    add(store, news)
    result = refresh(store)
    assert (result.status, result.new) == (RefreshStatus.NEW, 1)
    assert "1 of 2 files could not be read" in str(result.error)
    assert str(refresh(store).error) == str(result.error)
    (news / "broken.html").unlink()
    assert refresh(store).error is None


def test_a_file_with_an_article(store: Store, news: Path) -> None:
    write(news / "one.md", "One")
    add(store, news / "one.md")
    assert refresh(store).new == 1
    write(news / "one.md", "One, edited")
    assert refresh(store).updated == 1
    assert list_titles(store).keys() == {"One, edited"}


def test_a_file_with_a_feed(store: Store, news: Path) -> None:
    feed = news / "feed.xml"
    entry = "<item><guid>1</guid><title>{}</title></item>"
    feed.write_text(f"<rss version='2.0'><channel><title>Feed</title>{entry.format('A')}</channel></rss>")
    key = add(store, feed)
    assert refresh(store).new == 1
    source = store.find_source(key)
    assert source is not None
    assert source.title == "Feed"
    feed.write_text(f"<rss version='2.0'><channel><title>Feed</title>{entry.format('A longer title')}</channel></rss>")
    assert refresh(store).updated == 1


def test_what_is_not_there_fails_and_keeps_its_articles(store: Store, news: Path) -> None:
    write(news / "one.md", "One")
    key = add(store, news)
    refresh(store)
    (news / "one.md").unlink()
    news.rmdir()
    result = refresh(store)
    assert result.status is RefreshStatus.FAILED
    assert f"{news} cannot be read: No such file or directory" in str(result.error)
    assert list_titles(store).keys() == {"One"}
    state: FeedState = store.list_feed_states([key])[0]
    assert (state.failures, state.last_good) == (1, NOW)
    assert len(store.list_known_files(key)) == 1


def test_scanning_compares_time_and_size() -> None:
    def file(name: str, mtime: int, size: int = 1) -> KnownFile:
        return KnownFile(path=name, mtime=mtime, size=size)

    known = [file("same", 1), file("edited", 1), file("grown", 1), file("gone", 1)]
    present = [file("same", 1), file("edited", 5), file("grown", 1, 2), file("new", 9)]
    scan = compare_files(present, known)
    assert [each.path for each in scan.unchanged] == ["same"]
    assert [each.path for each in scan.changed] == ["new", "edited", "grown"]
    assert [each.path for each in scan.vanished] == ["gone"]
