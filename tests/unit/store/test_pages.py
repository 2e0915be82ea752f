from __future__ import annotations

from typing import Any

import pytest

from newstui.errors import NewstuiError, UsageError
from newstui.model import Arrival, FulltextFailure, FulltextRule, LanguageOrigin, Source
from newstui.store import Store
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

A, B, C = (make_id(name) for name in "abc")
FAILURE = NewstuiError("{url}: no.", url="https://one.example/a")


def make_linked(name: str, **given: Any) -> Arrival:
    return make_arrival(name, url=f"https://one.example/{name}", **given)


@pytest.fixture
def source(store: Store) -> Source:
    """A feed with two articles whose pages are wanted."""
    source = add_feed(store)
    store.update_source(source.key, fulltext=FulltextRule.SHORT)
    save(store, source, make_linked("b"), make_linked("a"), wanted=[A, B])
    return source


def due(store: Store, hours: int = 0, *keys: str) -> list[str]:
    return [page.article for page in store.pages.list_due(NOW + hours * HOUR, keys or None)]


def test_the_rule_of_a_source_is_kept(store: Store) -> None:
    source = add_feed(store)
    assert source.fulltext is FulltextRule.NEVER
    for rule in FulltextRule:
        assert store.update_source(source.key, fulltext=rule).fulltext is rule
        assert store.list_sources()[0].fulltext is rule


def test_a_page_is_wanted_until_it_is_had(store: Store, source: Source) -> None:
    pages = store.pages.list_due(NOW)
    assert [(page.article, page.url) for page in pages] == [
        (B, "https://one.example/b"),
        (A, "https://one.example/a"),
    ], "the newest article first"
    assert (pages[0].feed_url, pages[0].source, pages[0].attempts) == ("https://one.example/feed", source.key, 0)
    assert due(store, -1) == []
    store.pages.save(B, make_linked("b", body="All."), now=NOW)
    assert due(store) == [A]


def test_pages_of_other_sources_and_of_those_that_want_none_wait(store: Store, source: Source) -> None:
    other = add_feed(store, "two", folder="F")
    save(store, other, make_linked("c"), wanted=[C])
    assert due(store) == [B, A]
    store.update_source(other.key, fulltext=FulltextRule.ALWAYS)
    assert sorted(due(store)) == [A, B, C]
    assert due(store, 0, other.key) == [C]
    store.update_source(source.key, fulltext=FulltextRule.NEVER)
    assert due(store) == [C]
    store.remove_source(other.key)
    assert due(store) == []


def test_a_failure_puts_a_page_off_or_ends_it(store: Store, source: Source) -> None:
    store.pages.note_failure(A, FulltextFailure(FAILURE, 1, NOW + HOUR, NOW + 2 * HOUR))
    store.pages.note_failure(B, FulltextFailure(FAILURE, 2))
    store.pages.note_failure(make_id("gone"), FulltextFailure(FAILURE, 2))
    assert due(store) == []
    assert due(store, 1) == [A]
    assert due(store, 9999) == [A]
    (page,) = store.pages.list_due(NOW + HOUR)
    assert (page.attempts, page.next_try) == (1, NOW + HOUR)
    assert str(store.pages.find_failure(B)) == "https://one.example/a: no."
    assert store.pages.list_waits(NOW) == {"https://one.example/a": NOW + 2 * HOUR}
    assert store.pages.list_waits(NOW + 2 * HOUR) == {}
    save(store, source, make_linked("b", body="Changed."), wanted=[B])
    (page,) = store.pages.list_due(NOW)
    assert (page.article, page.attempts) == (B, 0), "new words are a new beginning"
    store.pages.save(B, make_linked("b", body="All."), now=NOW)
    assert store.pages.find_failure(B) is None


def test_what_a_source_wants_now_takes_the_place_of_what_it_wanted(store: Store, source: Source) -> None:
    store.pages.note_failure(A, FulltextFailure(FAILURE, 1, NOW))
    save(store, source, make_linked("c"))
    store.pages.want(source.key, [C], NOW)
    assert due(store, 99) == [C]
    assert store.pages.find_failure(A) is not None
    store.pages.want(source.key, [A], NOW)
    assert [(page.article, page.attempts) for page in store.pages.list_due(NOW)] == [(A, 0)]


def test_any_article_has_a_page(store: Store) -> None:
    save(
        store,
        add_feed(store),
        make_linked("a", language="de", language_origin=LanguageOrigin.DECLARED),
        make_linked("b", language="de", language_origin=LanguageOrigin.DETECTED),
        make_arrival("c"),
    )
    pages = store.pages.get([C, A, B])
    assert [page.article for page in pages] == [C, A, B]
    assert [page.url for page in pages] == [None, "https://one.example/a", "https://one.example/b"]
    assert [page.language for page in pages] == [None, "de", None]
    assert store.pages.list_due(NOW) == []
    with pytest.raises(UsageError):
        store.pages.get([A, make_id("z")])
