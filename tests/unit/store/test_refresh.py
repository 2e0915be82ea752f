"""save_refresh and what it needs: feeds.py, arrivals.py."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from newstui.errors import FetchError, UsageError
from newstui.model import (
    Edition,
    Enclosure,
    FeedState,
    KnownArticle,
    KnownFile,
    LanguageOrigin,
    Reason,
    RefreshResult,
    RefreshStatus,
    RestTimes,
    SourceKind,
    View,
)
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_document, make_id, save


def test_an_article_comes_back_as_it_arrived(store: Store) -> None:
    source = add_feed(store, "one")
    arrival = make_arrival(
        "x",
        "pt-BR",
        title="Título – “aspas”",
        body="Corpo\nem duas linhas",
        summary="Resumo",
        url="https://one.example/x",
        authors=("Ana", "Zoë"),
        updated=NOW + timedelta(microseconds=7),
        language_origin=LanguageOrigin.DETECTED,
        categories=("c", "d"),
        enclosures=(Enclosure("https://one.example/x.mp3", "audio/mpeg", 12, 34),),
        editions=(Edition("de", "Titel", url="https://one.example/de", reason=Reason.DECLARED),),
    )
    save(store, source, arrival)
    stored, given = store.articles.get(arrival.id), arrival.article
    for field in dataclasses.fields(given):
        if hasattr(stored, field.name):
            assert getattr(stored, field.name) == getattr(given, field.name), field.name
    assert (stored.source, stored.source_title) == (source.key, "One")
    assert stored.status == store.get_status(arrival.id)
    assert stored.status.arrived_at == NOW
    assert store.articles.get_document(arrival.id) == given.document


@pytest.mark.parametrize("title", ["", "𝕬" * 1000, "日本語のニュース", "🏳️‍🌈 e\u0301", "t" * 20_000_000], ids=len)
def test_titles_of_any_length_and_script_are_kept(store: Store, title: str) -> None:
    save(store, add_feed(store), make_arrival("x", title=title))
    (row,) = store.load_headlines(store.list_stories(View()))
    assert row.title == title


def test_a_feed_is_known_again_by_every_identity(store: Store) -> None:
    source = add_feed(store)
    first, second = make_arrival("a"), make_arrival("b")
    first = dataclasses.replace(first, keys=("guid:a", "url:a"))
    save(store, source, first, second)
    known = KnownArticle(first.id, first.content_hash, source.key)
    assert store.find_known(["guid:a", "url:a", "guid:b", "guid:c"]) == {
        "guid:a": known,
        "url:a": known,
        "guid:b": KnownArticle(second.id, second.content_hash, source.key),
    }
    assert store.find_known([]) == {}
    assert store.find_known(iter([f"guid:{number}" for number in range(5000)])) == {}


def test_stories_stand_newest_first_and_undated_ones_in_the_order_of_their_feed(store: Store) -> None:
    source = add_feed(store)
    save(
        store,
        source,
        make_arrival("undated 1", published=None),
        make_arrival("future", published=NOW + HOUR),
        make_arrival("old", published=NOW - 2 * HOUR),
        make_arrival("young", published=NOW - HOUR),
        make_arrival("bygone", published=NOW - 10**5 * HOUR),
        make_arrival("vndated 2", published=None),
    )
    assert list_ids(store) == "ufvyob"
    save(store, source, make_arrival("later", published=None), now=NOW + HOUR)
    assert list_ids(store) == "lufvyob"


def test_a_changed_article_keeps_its_status_and_place_and_what_it_said_before(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", "de", body="First.", summary="S"), make_arrival("b"))
    store.mark([make_id("a")], read=True, now=NOW)
    store.quotes.save(make_id("a"), [], 1)
    changed = make_arrival("a", "en", body="Second.", title="Other", published=NOW)
    save(store, source, changed, now=NOW + HOUR)
    save(store, source, changed, now=NOW + 2 * HOUR)
    assert (store.articles.get(make_id("a")).title, store.articles.get(make_id("a")).language) == ("Other", "en")
    assert store.articles.get_document(make_id("a")) == make_document("Second.")
    assert store.get_status(make_id("a")).read
    assert store.get_status(make_id("a")).arrived_at == NOW
    assert list_ids(store) == "ab"
    assert list_ids(store, View(language="de")) == ""
    assert store.quotes.find(make_id("a"), 1) is None, "its quotes must be looked for again"
    (revision,) = store.articles.list_revisions(make_id("a"))
    assert (revision.seen_at, revision.title, revision.summary) == (NOW, "Title of a", "S")
    assert revision.document == make_document("First.")
    save(store, source, make_arrival("a", body="Third."), now=NOW + 3 * HOUR)
    assert [each.seen_at for each in store.articles.list_revisions(make_id("a"))] == [NOW + HOUR, NOW]
    assert store.articles.list_revisions(make_id("b")) == ()


def test_what_is_only_more_leaves_no_revision(store: Store) -> None:
    source = add_feed(store)
    less, more = (
        dataclasses.replace(make_arrival("a", summary=summary), content_hash=bytes(6) + known + b"text.")
        for summary, known in ((None, bytes(5)), ("S", b"words"))
    )
    save(store, source, less)
    save(store, source, more)
    assert store.articles.get(make_id("a")).summary == "S"
    assert store.articles.list_revisions(make_id("a")) == ()


def test_an_article_that_another_refresh_stored_meanwhile_is_not_stored_twice(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a"))
    again = dataclasses.replace(make_arrival("a", body="Other."), id=make_id("z"))
    save(store, source, again, again)
    assert list_ids(store) == "a"
    assert store.articles.get_document(make_id("a")) == make_document("Other.")
    assert len(store.articles.list_revisions(make_id("a"))) == 1


def test_an_article_of_two_sources_is_in_both_lists_once(store: Store) -> None:
    one, other = add_feed(store, "one"), add_feed(store, "other")
    save(store, one, make_arrival("a"), make_arrival("b"))
    save(store, other, make_arrival("c"), seen=[make_id("a"), make_id("unknown")])
    assert list_ids(store, View(sources=(other.key,))) == "ca"
    assert list_ids(store, View(sources=(one.key, other.key))) == "cab"
    assert list_ids(store) == "cab"


def test_what_a_feed_drops_stays(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a"))
    save(store, source)
    assert list_ids(store, View(sources=(source.key,))) == "a"


def test_an_article_that_comes_back_has_the_status_that_it_had(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", published=None), make_arrival("b", published=None))
    store.mark([make_id("a")], read=True, now=NOW)
    store.remove_source(source.key)
    source = add_feed(store)
    save(store, source, make_arrival("a", published=None), make_arrival("c", published=None), now=NOW + HOUR)
    assert list_ids(store) == "ca", "it stands where it stood"
    assert list_ids(store, View(unread=True)) == "c"
    assert store.get_status(make_id("a")).arrived_at == NOW


def test_the_state_of_a_feed_is_kept_exactly(store: Store) -> None:
    source, other = add_feed(store, "one"), add_feed(store, "other")
    assert store.list_feed_states() == [
        FeedState(source=source.key, url="https://one.example/feed"),
        FeedState(source=other.key, url="https://other.example/feed"),
    ]
    state = FeedState(
        source=source.key,
        url="https://one.example/feed",
        etag='W/"é, 1"',
        last_modified="Tue, 06 Jan 2026 09:30:00 GMT",
        content_hash=b"\x00\xff",
        interval=900,
        failures=3,
        moved_to="https://moved.example/feed",
        gone=True,
        last_fetch=NOW,
        last_good=NOW - HOUR,
        next_due=NOW + HOUR,
        retry_at=NOW + 2 * HOUR,
        rest=RestTimes(frozenset({0, 23}), frozenset({0, 6})),
        home=False,
    )
    error = FetchError("{host} says {status}", host="one.example", status=503)
    result = RefreshResult(source=source.key, status=RefreshStatus.FAILED, http_status=503, error=error)
    store.save_refresh(source.key, now=NOW, state=state, result=result)
    assert store.list_feed_states([other.key, source.key, "99", "x"])[1:] == [state]
    (saved,) = [each for each in store.list_sources() if each.key == source.key]
    assert (saved.last_status, saved.http_status, saved.last_good, saved.next_due) == (
        "failed",
        503,
        NOW - HOUR,
        NOW + HOUR,
    )
    assert str(saved.last_error) == "one.example says 503"


def test_a_source_that_moved_gets_its_new_address_unless_another_has_it(store: Store) -> None:
    one, other = add_feed(store, "one"), add_feed(store, "other")
    result = RefreshResult(source=one.key, status=RefreshStatus.UNCHANGED)
    for url, expected in ((other.url, one.url), ("https://new.example/", "https://new.example/")):
        store.save_refresh(one.key, now=NOW, state=FeedState(source=one.key, url=url or ""), result=result)
        assert store.list_feed_states([one.key])[0].url == expected


@pytest.mark.parametrize(
    ("title", "expected"), [("https://one.example/feed", "From the feed"), ("My own", "My own"), ("", "From the feed")]
)
def test_a_feeds_own_title_takes_the_place_of_its_address_only(store: Store, title: str, expected: str) -> None:
    source = store.add_source(kind=SourceKind.FEED, title=title, url="https://one.example/feed", now=NOW)
    state = FeedState(source=source.key, url="https://one.example/feed")
    result = RefreshResult(source=source.key, status=RefreshStatus.NEW)
    store.save_refresh(
        source.key,
        now=NOW,
        state=state,
        result=result,
        title="From the feed",
        site="https://one.example",
        language="de",
    )
    (saved,) = store.list_sources()
    assert (saved.title, saved.site, saved.language) == (expected, "https://one.example", "de")


def test_a_refresh_of_a_source_that_was_removed_meanwhile_is_refused(store: Store) -> None:
    source = add_feed(store)
    store.remove_source(source.key)
    with pytest.raises(UsageError, match="no source"):
        save(store, source, make_arrival("a"))
    assert store.articles.find(make_id("a")) is None


def test_the_files_of_a_directory_are_remembered(store: Store) -> None:
    source = store.add_source(kind=SourceKind.DIRECTORY, title="D", path="/d", now=NOW)
    files = [
        KnownFile(path="/d/a.txt", mtime=1_767_691_800_123_456_789, size=5, article=make_id("a"), content_hash=b"1"),
        KnownFile(path="/d/b.txt", mtime=2, size=0),
    ]
    state = FeedState(source=source.key, url="/d")
    result = RefreshResult(source=source.key, status=RefreshStatus.NEW)
    store.save_refresh(source.key, now=NOW, state=state, result=result, files=files)
    assert store.list_known_files(source.key) == files
    store.save_refresh(source.key, now=NOW, state=state, result=result)
    assert store.list_known_files(source.key) == files
    store.save_refresh(source.key, now=NOW, state=state, result=result, files=files[1:])
    assert store.list_known_files(source.key) == files[1:]


def test_a_renamed_file_is_the_same_article(store: Store) -> None:
    source = store.add_source(kind=SourceKind.DIRECTORY, title="D", path="/d", now=NOW)
    save(store, source, make_arrival("a", path="/d/a.txt"))
    store.mark([make_id("a")], starred=True, now=NOW)
    store.rename_article(make_id("a"), keys=["guid:/d/b.txt"], path="/d/b.txt")
    assert store.articles.get(make_id("a")).path == "/d/b.txt"
    assert store.find_known(["guid:a", "guid:/d/b.txt"])["guid:/d/b.txt"].id == make_id("a")
    assert store.get_status(make_id("a")).starred
    with pytest.raises(UsageError, match="no article"):
        store.rename_article(make_id("z"), keys=[], path="/d/z.txt")
