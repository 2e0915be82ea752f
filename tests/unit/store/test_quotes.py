from __future__ import annotations

from newstui.model import SUMMARY, TITLE, Quote, QuoteKind, QuoteSpan
from newstui.store import Store
from tests.unit.store.examples import add_feed, make_arrival, make_id, save

QUOTES = (
    Quote("Ja", QuoteKind.SPEECH, (QuoteSpan(3, 1, 3), QuoteSpan(4, 0, 9)), "Dick Schoof", "Er", "erklärte", 0.75),
    Quote("“Nein”", QuoteKind.TERM, (QuoteSpan(TITLE, 0, 4),)),
    Quote("", QuoteKind.TERM, (QuoteSpan(SUMMARY, 0, 4),), confidence=1.0),
)


def test_quotes_come_back_in_their_order(store: Store) -> None:
    save(store, add_feed(store), make_arrival("a"))
    assert store.quotes.find(make_id("a"), 1) is None
    store.quotes.save(make_id("a"), QUOTES, 1)
    assert store.quotes.find(make_id("a"), 1) == QUOTES
    assert store.quotes.find(make_id("a"), 2) is None
    store.quotes.save(make_id("a"), (), 2)
    assert store.quotes.find(make_id("a"), 2) == ()


def test_articles_without_quotes_are_listed_until_each_was_looked_at(store: Store) -> None:
    save(store, add_feed(store), *(make_arrival(name) for name in "abc"))
    assert store.quotes.list_unlooked(1, 10) == [make_id("a"), make_id("b"), make_id("c")]
    assert store.quotes.list_unlooked(1, 2) == [make_id("a"), make_id("b")]
    store.quotes.save(make_id("a"), QUOTES, 1)
    assert store.quotes.list_unlooked(1, 10) == [make_id("b"), make_id("c")]
    assert store.quotes.list_unlooked(2, 10) == [make_id("b"), make_id("c"), make_id("a")], (
        "those never looked at come first"
    )
    store.quotes.save(make_id("gone"), QUOTES, 1)
    assert store.quotes.list_unlooked(1, 10) == [make_id("b"), make_id("c")]
