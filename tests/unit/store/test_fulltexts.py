from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from newstui.errors import UsageError
from newstui.model import (
    Arrival,
    Edition,
    LanguageOrigin,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reason,
    Revision,
    View,
)
from newstui.store import Store
from newstui.text.query import parse_query
from tests.unit.store.examples import HOUR, NOW, add_feed, list_ids, make_arrival, make_document, make_id, save

A = make_id("a")
QUOTES = (Quote("Text", QuoteKind.TERM, (QuoteSpan(0, 0, 4),)),)
PAGE = make_document("All of the text.")


def make_page(name: str = "a", body: str = "All of the text.", **given: Any) -> Arrival:
    given = {"title": "The page's own title", "published": None} | given
    return make_arrival(name, body=body, **given)


def save_page(store: Store, *, now: datetime = NOW + HOUR, **given: Any) -> None:
    store.pages.save(A, make_page(**given), now=now)


def test_the_full_text_is_shown_and_the_feeds_own_when_asked_for(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a", summary="The feed's summary."))
    before = store.articles.get(A)
    assert (before.fulltext_at, before.shows_fulltext) == (None, False)

    save_page(store, summary="The page's summary.")
    article = store.articles.get(A)
    assert store.articles.get_document(A) == PAGE
    assert store.articles.get_document(A, feed=True) == make_document("Text.")
    assert (article.title, article.summary) == (before.title, "The page's summary.")
    assert (article.fulltext_at, article.shows_fulltext) == (NOW + HOUR, True)

    store.pages.show_feed_text(A, prefer_feed=True)
    article = store.articles.get(A)
    assert store.articles.get_document(A) == make_document("Text.")
    assert (article.summary, article.fulltext_at, article.shows_fulltext) == ("The feed's summary.", NOW + HOUR, False)

    save_page(store, body="The page again.")
    assert store.articles.get_document(A) == make_document("Text."), "the reader's choice outlives another fetch"
    store.pages.show_feed_text(A, prefer_feed=False)
    assert store.articles.get_document(A) == make_document("The page again.")


def test_a_page_without_a_summary_of_its_own_is_shown_without_one(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a", summary="All of the text."))
    save_page(store)
    assert store.articles.get(A).summary is None


def test_neither_the_feed_nor_the_page_takes_the_others_words_away(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a"))
    save_page(store)
    save(store, source, make_arrival("a", body="Changed."), now=NOW + 2 * HOUR)
    assert store.articles.get_document(A) == PAGE
    assert store.articles.get_document(A, feed=True) == make_document("Changed.")
    save_page(store, body="The page, changed.", now=NOW + 3 * HOUR)
    assert store.articles.get_document(A) == make_document("The page, changed.")
    assert store.articles.get_document(A, feed=True) == make_document("Changed.")
    assert store.articles.list_revisions(A) == (
        Revision(NOW + HOUR, "The page's own title", None, PAGE, fulltext=True),
        Revision(NOW, "Title of a", None, make_document("Text.")),
    )
    save_page(store, body="The page, changed.", now=NOW + 4 * HOUR)
    assert len(store.articles.list_revisions(A)) == 2, "the same words are no revision"


def test_quotes_are_those_of_the_text_that_is_shown(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a"))

    def is_looked_for_again() -> bool:
        forgotten = store.quotes.find(A, 1) is None and store.quotes.list_unlooked(1, 9) == [A]
        store.quotes.save(A, QUOTES, 1)
        return forgotten

    assert is_looked_for_again()
    assert not is_looked_for_again()
    save_page(store)
    assert is_looked_for_again()
    save_page(store)
    assert not is_looked_for_again(), "the same page has the same quotes"
    save_page(store, body="Changed.")
    assert is_looked_for_again()
    store.pages.show_feed_text(A, prefer_feed=True)
    assert is_looked_for_again()
    store.pages.show_feed_text(A, prefer_feed=True)
    assert not is_looked_for_again()
    save(store, source, make_arrival("a", body="Other."))
    assert is_looked_for_again()


def test_what_the_feed_does_not_say_is_taken_from_the_page_and_stays(store: Store) -> None:
    source = add_feed(store)
    bare: dict[str, Any] = {"title": "", "published": None}
    save(store, source, make_arrival("a", **bare))
    save_page(
        store,
        title="Bridge closed",
        authors=("Ann Lee",),
        published=NOW - 3 * HOUR,
        updated=NOW - HOUR,
        language="nl",
        language_origin=LanguageOrigin.DECLARED,
    )
    for _ in range(2):
        article = store.articles.get(A)
        assert (article.title, article.authors) == ("Bridge closed", ("Ann Lee",))
        assert (article.published, article.updated) == (NOW - 3 * HOUR, NOW - HOUR)
        assert (article.language, article.language_origin) == ("nl", LanguageOrigin.DECLARED)
        assert list_ids(store, View(language="nl")) == "a"
        save(store, source, make_arrival("a", body="Changed.", **bare))


def test_what_the_feed_says_stands(store: Store) -> None:
    save(
        store,
        add_feed(store),
        make_arrival("a", "de", language_origin=LanguageOrigin.DECLARED, authors=("Eva Berg",), updated=NOW),
    )
    before = store.articles.get(A)
    save_page(
        store,
        authors=("Ann Lee",),
        published=NOW - 30 * HOUR,
        updated=NOW - 20 * HOUR,
        language="nl",
        language_origin=LanguageOrigin.DECLARED,
    )
    after = store.articles.get(A)
    for field in ("title", "authors", "published", "updated", "language", "language_origin"):
        assert getattr(after, field) == getattr(before, field), field


@pytest.mark.parametrize(
    ("origin", "taken"),
    [(LanguageOrigin.DETECTED, True), (LanguageOrigin.CONFIGURED, False), (LanguageOrigin.DECLARED, False)],
)
def test_a_language_that_was_guessed_gives_way(store: Store, origin: LanguageOrigin, taken: bool) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a", "de", language_origin=origin))
    save_page(store, language="nl", language_origin=LanguageOrigin.DECLARED)
    assert store.articles.get(A).language == ("nl" if taken else "de")
    assert list_ids(store, View(language="de")) == ("" if taken else "a")


def test_the_pages_editions_are_declared_beside_the_feeds(store: Store) -> None:
    source = add_feed(store)
    french = Edition("fr", url="https://paper.example/fr", reason=Reason.DECLARED)
    dutch = Edition("nl", url="https://paper.example/nl", reason=Reason.DECLARED)
    spanish = Edition("es", url="https://paper.example/es", reason=Reason.DECLARED)

    def declared() -> list[str]:
        return [edition.language for edition in store.editions.list_others(A)]

    save(store, source, make_arrival("a", "de", editions=(french,)))
    save_page(store, editions=(dutch, spanish))
    assert declared() == ["fr", "nl", "es"]
    save(store, source, make_arrival("a", "de", body="Changed."))
    assert declared() == ["nl", "es"]
    save_page(store, editions=(spanish,))
    assert declared() == ["es"]


def test_an_article_is_found_by_its_page_too(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a"), make_arrival("b"))
    page = make_page()
    store.pages.save(A, Arrival(A, ("url:page", "guid:b"), page.article, b""), now=NOW)
    found = store.find_known(["url:page", "guid:a", "guid:b"])
    assert {key: known.id for key, known in found.items()} == {"url:page": A, "guid:a": A, "guid:b": make_id("b")}


def test_lists_stay_as_they_are(store: Store) -> None:
    source = add_feed(store)
    save(store, source, *(make_arrival(name) for name in "abc"))
    store.mark([make_id("b")], read=True, now=NOW)
    before = list_ids(store), list_ids(store, View(unread=True))
    save_page(store, published=NOW + 9 * HOUR)
    assert (list_ids(store), list_ids(store, View(unread=True))) == before


def test_the_words_that_are_shown_are_the_ones_that_are_found(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a", body="Ferry.", summary="Teaser."))

    def found() -> set[str]:
        store.index.index_batch()
        queries = {word: parse_query(word) for word in ("ferry", "teaser", "bridge", "lede")}
        return {word for word, query in queries.items() if store.index.list_stories(query, now=NOW)}

    assert found() == {"ferry", "teaser"}
    for body in ("Bridge.", "A bridge."):
        save_page(store, body=body, summary="Lede.")
        assert found() == {"bridge", "lede"}
    store.pages.show_feed_text(A, prefer_feed=True)
    assert found() == {"ferry", "teaser"}


def test_a_full_text_goes_with_its_article(store: Store) -> None:
    source = add_feed(store)
    save(store, source, make_arrival("a"))
    save_page(store)
    store.remove_source(source.key)
    with pytest.raises(UsageError):
        save_page(store)
    source = add_feed(store)
    save(store, source, make_arrival("a"))
    assert store.articles.get_document(A) == make_document("Text.")
    store.pages.show_feed_text(A, prefer_feed=False)
    assert store.articles.get(A).fulltext_at is None
