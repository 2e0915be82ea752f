from __future__ import annotations

import pytest

from newstui.errors import UsageError
from newstui.store import Store
from tests.unit.store.examples import add_feed, make_arrival, make_document, make_id, save


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("abcdxaaaaaaaa", "abcdx"),
        ("abcdx", "abcdx"),
        ("abce", "abce"),
        ("abcd", None),
        ("abc", None),
        ("abceaaaaaaaaaa", None),
        ("zzzz", None),
        ("abce%", None),
        ("", None),
        ("abce\udcff", None),
    ],
)
def test_an_article_is_found_by_enough_of_its_id(store: Store, asked: str, found: str | None) -> None:
    save(store, add_feed(store), *(make_arrival(name) for name in ("abcdx", "abcdy", "abce", "b")))
    article = store.articles.find(asked)
    assert (article.id if article else None) == (make_id(found) if found else None)


def test_articles_come_in_the_order_asked(store: Store) -> None:
    save(store, add_feed(store), *(make_arrival(name) for name in "abc"))
    ids = [make_id(name) for name in "cac"]
    assert [article.id for article in store.articles.get_many(ids)] == ids
    assert store.articles.get_many([]) == []
    with pytest.raises(UsageError, match="no article zaaaaaaaaaaaa"):
        store.articles.get_many([*ids, make_id("z")])


def test_what_is_not_here_is_said(store: Store) -> None:
    for ask in (
        store.articles.get,
        store.articles.get_document,
        store.articles.list_revisions,
        lambda each: store.quotes.find(each, 1),
    ):
        with pytest.raises(UsageError, match="no article nowhere"):
            ask("nowhere")


def test_a_document_is_whole(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a", body="line\n" * 5000))
    assert store.articles.get_document(make_id("a")) == make_document("line\n" * 5000)
