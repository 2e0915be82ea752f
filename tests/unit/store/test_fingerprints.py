from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from newstui.model import Document, Source
from newstui.store import Store
from newstui.store.fingerprints import Fingerprints
from newstui.store.migrations import MIGRATIONS
from newstui.store.migrations.matching import MATCHING
from newstui.store.schema import prepare
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_document, make_id, save

DAY = timedelta(days=1)


@pytest.fixture
def source(store: Store) -> Source:
    return add_feed(store)


def arrive(store: Store, source: Source, *named: tuple[str, str | None, int]) -> None:
    """Articles by name, language, and how many days old they are; sorted out."""
    save(store, source, *(make_arrival(name, tag, published=NOW - days * DAY) for name, tag, days in named))
    store.fingerprints.sort_out()


def wanted(store: Store) -> str:
    return "".join(sorted(each.id[0] for each in store.fingerprints.list_wanted(99)))


def take(prints: Fingerprints, names: str) -> None:
    prints.save([(make_id(name), 7, name.encode()) for name in names])


def unmatched(store: Store) -> str:
    return "".join(sorted(each.id[0] for each in store.fingerprints.list_unmatched(99)))


@pytest.mark.parametrize(
    ("arrivals", "expected"),
    [
        ([], ""),
        ([("a", "de", 0), ("b", "de", 0)], ""),
        ([("a", "de", 0), ("b", "de-AT", 0)], ""),
        ([("a", "de", 0), ("b", None, 0)], ""),
        ([("a", "pt-BR", 0), ("b", "pt-PT", 2)], "ab"),
        ([("a", "pt-BR", 0), ("b", "pt", 2)], ""),
        ([("a", "de", 0), ("b", "en", 2)], "ab"),
        ([("a", "de", 0), ("b", "en", 4)], "ab"),
        ([("a", "de", 0), ("b", "en", 9)], ""),
        ([("a", "de", 0), ("b", "en", 1), ("c", "de", 20), ("d", "de", 2)], "abd"),
    ],
)
def test_articles_wait_where_another_language_is_near(
    store: Store, source: Source, arrivals: list[tuple[str, str | None, int]], expected: str
) -> None:
    arrive(store, source, *arrivals)
    assert wanted(store) == expected
    assert store.fingerprints.is_waiting() is bool(expected)


def test_one_that_was_alone_comes_in_again_when_another_language_comes(store: Store, source: Source) -> None:
    arrive(store, source, ("a", "de", 0), ("b", "de", 30))
    assert wanted(store) == ""
    arrive(store, source, ("c", "en", 29))
    assert wanted(store) == "bc"
    assert [each.id[0] for each in store.fingerprints.list_wanted(1)] == ["c"], "the newest first"


def test_what_is_taken_from_is_what_is_shown(store: Store, source: Source) -> None:
    save(store, source, make_arrival("a", "de", summary="Sum.", image="https://x/i.jpg"), make_arrival("b", "en"))
    store.pages.save(make_id("b"), make_arrival("b", "en", body="Page.", summary="Its own."), now=NOW)
    store.fingerprints.sort_out()
    first, other = sorted(store.fingerprints.list_wanted(5), key=lambda each: each.id)
    assert (first.title, first.summary, first.language, first.image) == ("Title of a", "Sum.", "de", "https://x/i.jpg")
    assert (first.document, other.document) == (make_document("Text."), make_document("Page."))
    assert other.summary == "Its own."
    store.pages.show_feed_text(make_id("b"), prefer_feed=True)
    store.fingerprints.sort_out()
    assert store.fingerprints.list_wanted(1)[0].document != Document()


def test_nothing_is_compared_before_all_near_it_are_taken(store: Store, source: Source) -> None:
    arrive(store, source, ("a", "de", 0), ("b", "en", 0), ("c", "de", 9), ("d", "en", 9))
    take(store.fingerprints, "ab")
    assert unmatched(store) == "ab"
    take(store.fingerprints, "d")
    assert unmatched(store) == "ab"
    take(store.fingerprints, "c")
    assert unmatched(store) == "abcd"


def test_fingerprints_are_kept_and_compared_once(store: Store, source: Source) -> None:
    arrive(store, source, ("a", "de", 0), ("b", "en", 1))
    take(store.fingerprints, "ab")
    first, _ = store.fingerprints.list_unmatched(5)
    assert (first.id, first.at, first.language, first.length, first.features) == (make_id("a"), NOW, "de", 7, b"a")
    store.fingerprints.note_matched([make_id("a"), make_id("b")])
    assert unmatched(store) == ""
    assert not store.fingerprints.is_waiting()
    near = {each.id[0] for each in store.fingerprints.list_near(NOW, NOW)}
    assert near == {"a", "b"}
    assert store.fingerprints.list_near(NOW - 30 * DAY, NOW - 20 * DAY) == []


@pytest.mark.parametrize("change", ["body", "title", "language", "page", "view"])
def test_what_has_changed_waits_again(store: Store, source: Source, change: str) -> None:
    if change == "view":
        save(store, source, make_arrival("a", "de", published=NOW))
        store.pages.save(make_id("a"), make_arrival("a", "de", body="Page."), now=NOW)
    arrive(store, source, ("a", "de", 0), ("b", "en", 0))
    take(store.fingerprints, "ab")
    match change:
        case "body":
            save(store, source, make_arrival("a", "de", body="Other.", published=NOW))
        case "title":
            save(store, source, make_arrival("a", "de", title="Other.", published=NOW))
        case "language":
            save(store, source, make_arrival("a", "fr", title="Autre.", published=NOW))
        case "page":
            store.pages.save(make_id("a"), make_arrival("a", "de", body="Page."), now=NOW)
        case "view":
            store.pages.show_feed_text(make_id("a"), prefer_feed=True)
    assert store.fingerprints.is_waiting(make_id("a"))
    store.fingerprints.sort_out()
    assert wanted(store) == "a"


def test_what_has_not_changed_does_not_wait_again(store: Store, source: Source) -> None:
    arrive(store, source, ("a", "de", 0), ("b", "en", 0))
    take(store.fingerprints, "ab")
    store.fingerprints.note_matched([make_id("a"), make_id("b")])
    save(store, source, make_arrival("a", "de", published=NOW), seen=[make_id("b")])
    store.mark([make_id("a")], read=True, now=NOW)
    assert not store.fingerprints.is_waiting(make_id("a"))
    assert not store.fingerprints.is_waiting(make_id("x"))


def test_newer_rules_take_what_is_recent_again(store: Store, source: Source) -> None:
    arrive(store, source, ("a", "de", 0), ("b", "en", 0), ("c", "de", 90), ("d", "en", 90))
    assert store.fingerprints.begin(2, NOW)
    take(store.fingerprints, "abcd")
    assert store.fingerprints.begin(2, NOW)
    assert wanted(store) == ""
    assert not store.fingerprints.begin(1, NOW), "an older newstui leaves what a newer one does"
    assert store.fingerprints.begin(3, NOW)
    assert wanted(store) == "ab"


def test_articles_of_an_older_library_wait_too(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = apsw.Connection(str(path))
    prepare(connection, path, MIGRATIONS[: MIGRATIONS.index(MATCHING)])
    for number, language in enumerate(("de", "en"), 1):
        connection.execute("INSERT INTO stories (id, sort_at) VALUES (?, 1000)", (number,))
        connection.execute(
            """
            INSERT INTO articles (number, id, story, language, sort_at, title, changed_at, content_hash)
            VALUES (?1, ?2, ?1, ?2, 1000, 'T', 0, x'')
            """,
            (number, language),
        )
    connection.close()
    with Store(path) as store:
        store.fingerprints.sort_out()
        assert wanted(store) == "de"


def test_articles_of_an_older_library_are_sorted_out_quickly(store: Store, source: Source) -> None:
    """All that was here before: thousands in one language and a few in another."""
    names = [f"{number:04}" for number in range(3000)]
    save(store, source, *(make_arrival(name, "en", published=NOW - int(name) * HOUR) for name in names))
    save(store, source, make_arrival("x", "de", published=NOW - 1000 * HOUR))
    begun = time.monotonic()
    store.fingerprints.sort_out()
    assert time.monotonic() - begun < 5
    found = {each.id[:4] for each in store.fingerprints.list_wanted(999)}
    assert {f"{hour:04}" for hour in range(920, 1080)} <= found
    assert len(found) < 250
