"""Whatever can be asked is answered, by the index as by looking at each article."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.store import Store
from newstui.text.query import And, Flag, Flagged, Name, Named, Not, Or, Query, QueryError, Words, parse_query
from tests.property.test_query import typed
from tests.unit.store.examples import NOW, add_feed, make_arrival, make_id, save

WORDS = ("bridge", "council", "money", "zebra")
ARTICLES = {
    name: (language, [word for place, word in enumerate(WORDS[:3]) if number >> place & 1], bool(number & 8))
    for number, (name, language) in enumerate(zip("abcdefghjkmnpqrs", ["de", "en"] * 8, strict=True))
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(None) as store:
        source = add_feed(store)
        arrivals = [make_arrival(name, lang, body=" ".join(body)) for name, (lang, body, _) in ARTICLES.items()]
        save(store, source, *arrivals)
        store.mark([make_id(name) for name, (*_, read) in ARTICLES.items() if read], read=True, now=NOW)
        store.index.index_batch()
        yield store


leaves = st.one_of(
    st.sampled_from(WORDS).map(Words),
    st.sampled_from(["de", "en", "fr"]).map(lambda tag: Named(Name.LANGUAGE, tag)),
    st.sampled_from([Flag.READ, Flag.UNREAD, Flag.AUDIO]).map(Flagged),
)


def grow(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(inner.map(Not), several.map(And), several.map(Or))


def holds(query: Query, article: tuple[str, list[str], bool]) -> bool:
    """What a query says of an article, without any index."""
    language, words, read = article
    match query:
        case Words():
            return query.text in words
        case Named():
            return query.value == language
        case Flagged():
            return {Flag.READ: read, Flag.UNREAD: not read, Flag.AUDIO: False}[query.flag]
        case Not():
            return not holds(query.part, article)
        case And():
            return all(holds(part, article) for part in query.parts)
        case Or():
            return any(holds(part, article) for part in query.parts)
    raise AssertionError(query)


@given(st.recursive(leaves, grow, max_leaves=8))
def test_a_query_finds_what_it_says(store: Store, query: Query) -> None:
    wanted = {make_id(name) for name, article in ARTICLES.items() if holds(query, article)}
    assert {hit.article.id for hit in store.index.search(query, now=NOW)} == wanted
    assert store.index.count_stories(query, now=NOW) == len(wanted)
    assert len(store.index.list_stories(query, now=NOW)) == len(wanted)
    assert set(store.index.choose_articles(query, [make_id(name) for name in ARTICLES], now=NOW)) == wanted


@given(typed)
def test_anything_that_can_be_read_is_answered(store: Store, text: str) -> None:
    try:
        query = parse_query(text)
    except QueryError:
        return
    store.index.search(query, now=NOW)
    store.index.choose_articles(query, [make_id("a")], now=NOW)
