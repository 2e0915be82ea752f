from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.model import Reason, SourceKind, View
from newstui.store import Store
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save


def test_a_source_is_found_by_key_address_and_path(store: Store) -> None:
    feed = add_feed(store, "one", folder="News", language="de", site="https://one.example/")
    file = store.add_source(kind=SourceKind.FILE, title="Notes", path="/home/ann/Notizen ü.txt", now=NOW)
    assert feed.key != file.key
    assert (feed.folder, feed.language, feed.site, feed.subscribed) == ("News", "de", "https://one.example/", True)
    assert [store.find_source(each) for each in (feed.key, "https://one.example/feed")] == [feed, feed]
    assert store.find_source("/home/ann/Notizen ü.txt") == file
    for unknown in ("", "99", "²", "-1", "9" * 30, "https://one.example/", "One", "\udcff"):
        assert store.find_source(unknown) is None


def test_a_source_is_not_added_twice(store: Store) -> None:
    first = add_feed(store, "one", folder="News")
    assert add_feed(store, "one", folder="Other") == first
    assert len(store.list_sources()) == 1


def test_what_was_opened_can_be_subscribed_to(store: Store) -> None:
    opened = add_feed(store, "one", subscribed=False)
    save(store, opened, make_arrival("a"))
    assert store.list_sources() == []
    assert len(store.list_sources(subscribed=False)) == len(store.list_sources(subscribed=None)) == 1
    assert list(store.list_stories(View())) == []
    assert store.total_unread() == 0
    assert len(store.list_stories(View(sources=(opened.key,)))) == 1
    assert store.articles.get(make_id("a")).source is None
    added = add_feed(store, "one", folder="News", language="de")
    assert (added.key, added.subscribed, added.folder, added.language) == (opened.key, True, "News", "de")
    assert len(store.list_stories(View(folder="News"))) == store.total_unread() == 1
    assert store.articles.get(make_id("a")).source == opened.key


def test_sources_stand_in_the_users_order(store: Store) -> None:
    for name, folder in (("d", "zoo"), ("b", None), ("c", "Arts"), ("a", None), ("e", "zoo")):
        add_feed(store, name, folder=folder)
    assert [source.title for source in store.list_sources()] == ["B", "A", "C", "D", "E"]
    assert store.list_folders() == ["Arts", "zoo"]
    last = store.list_sources()[-1]
    store.update_source(last.key, position=0)
    assert [source.title for source in store.list_sources()] == ["B", "A", "C", "E", "D"]


def test_what_is_given_changes_and_the_rest_stays(store: Store) -> None:
    source = add_feed(store, "one", folder="News", language="de")
    save(store, source, make_arrival("a"))
    changed = store.update_source(source.key, title="New", folder=None)
    assert (changed.title, changed.folder, changed.language, changed.url) == ("New", None, "de", source.url)
    assert list(store.list_stories(View(folder="News"))) == []
    assert store.list_folders() == []
    changed = store.update_source(source.key, folder="Other", subscribed=True)
    assert store.count_stories(View(folder="Other", unread=True)) == 1
    with pytest.raises(UsageError, match="no source 99"):
        store.update_source("99", title="New")


def test_unsubscribing_takes_the_stories_out_of_everything(store: Store) -> None:
    source = add_feed(store, "one", folder="News")
    save(store, source, make_arrival("a"), make_arrival("b"))
    store.mark([make_id("b")], starred=True, now=NOW)
    store.update_source(source.key, subscribed=False)
    assert [row.id for row in store.load_headlines(store.list_stories(View()))] == [make_id("b")]
    assert list(store.list_stories(View(folder="News"))) == []


def test_a_new_address_forgets_what_the_old_server_said(store: Store) -> None:
    source = add_feed(store)
    save(store, source)
    assert store.list_feed_states([source.key])[0].url == source.url
    store.update_source(source.key, url="https://new.example/feed")
    (state,) = store.list_feed_states([source.key])
    assert (state.url, state.etag, state.next_due) == ("https://new.example/feed", None, None)


def test_counts_are_of_stories(store: Store) -> None:
    one, other = add_feed(store, "one"), add_feed(store, "other")
    save(store, one, make_arrival("a", "de"), make_arrival("b", "en"), make_arrival("c"))
    save(store, other, seen=[make_id("a")])
    store.ties.tie(make_id("a"), make_id("b"), Reason.NAME)
    store.mark([make_id("c")], read=True, now=NOW)
    counts = {source.title: (source.articles, source.unread) for source in store.list_sources()}
    assert counts == {"One": (2, 1), "Other": (1, 1)}
    assert store.total_unread() == 1


def test_a_removed_source_takes_its_articles_but_not_what_is_starred_or_listed_elsewhere(store: Store) -> None:
    one, other = add_feed(store, "one", folder="News"), add_feed(store, "other")
    save(store, one, *(make_arrival(name) for name in ("plain", "starred", "read", "shared")))
    save(store, other, seen=[make_id("shared")])
    store.mark([make_id("starred")], starred=True, now=NOW)
    store.mark([make_id("read")], read=True, now=NOW)
    store.remove_source(one.key)
    assert store.find_source(one.key) is None
    assert store.articles.find(make_id("plain")) is None
    assert store.articles.find(make_id("read")) is None
    assert store.get_status(make_id("read")).read, "a status outlives its article"
    assert store.articles.get(make_id("shared")).source == other.key
    assert store.articles.get(make_id("starred")).source is None
    assert store.articles.get_document(make_id("starred")).blocks
    assert [row.id for row in store.load_headlines(store.list_stories(View(starred=True)))] == [make_id("starred")]
    assert store.find_known(["guid:plain", "guid:shared"]).keys() == {"guid:shared"}
    assert list(store.list_stories(View(folder="News"))) == []
    with pytest.raises(UsageError, match="no source"):
        store.remove_source(one.key)


def test_a_key_is_never_given_again(store: Store) -> None:
    first = add_feed(store, "one")
    store.remove_source(first.key)
    assert add_feed(store, "two").key != first.key


def test_an_article_that_its_source_no_longer_has_can_be_dropped(store: Store) -> None:
    source = add_feed(store)
    save(store, source, *(make_arrival(name) for name in "abc"))
    store.mark([make_id("b")], starred=True, now=NOW)
    store.drop_articles(source.key, [make_id("a"), make_id("b"), make_id("unknown")])
    assert store.articles.find(make_id("a")) is None
    assert store.articles.get(make_id("b")).source is None
    assert len(store.list_stories(View(sources=(source.key,)))) == 1
    assert len(store.list_stories(View())) == 2
