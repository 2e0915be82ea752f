"""Whatever is typed is a query or a mistake with a place, and a query survives being printed."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from newstui.text.folding import prepare_text, read_phrase
from newstui.text.letters import fold_word
from newstui.text.query import (
    EVERYTHING,
    Aged,
    And,
    Dated,
    Flag,
    Flagged,
    Name,
    Named,
    Not,
    Or,
    Query,
    QueryError,
    Scope,
    Words,
    parse_query,
    print_query,
)

PIECES = [
    *'()|"“”„«»-*: \t',
    " OR ",
    " AND ",
    " NOT ",
    "title:",
    "speaker:",
    "lang:",
    "de",
    "has:",
    "quotes",
    "after:",
    "2026-01",
    "newer:7d",
    "is:unread",
    "foo",
    "Brücke",
    "東京都",
    "nope:",
    "source:",
    "tag:",
    "…",
    "ที่",
]
typed = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))

words = st.from_regex(r"[A-Za-zäß東0-9][A-Za-zäß東0-9.'-]{0,6}", fullmatch=True).filter(
    lambda word: word not in {"OR", "AND", "NOT"}
)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
leaves = st.one_of(
    st.builds(Words, words, st.sampled_from(Scope), st.booleans()),
    st.builds(Words, phrases, st.sampled_from(Scope), st.booleans(), st.just(True)),
    st.builds(Named, st.sampled_from([Name.SOURCE, Name.FOLDER, Name.TAG]), phrases),
    st.builds(Named, st.sampled_from([Name.LANGUAGE, Name.EDITION]), st.sampled_from(["de", "pt-BR", "ja"])),
    st.builds(Flagged, st.sampled_from(Flag)),
    st.builds(Dated, st.sampled_from(["after", "before"]), st.dates(min_value=date(1000, 1, 1))),
    st.builds(Aged, st.sampled_from(["newer", "older"]), st.integers(0, 9999), st.sampled_from("hdwmy")),
)


def grow(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    def several(kind: type[And | Or]) -> st.SearchStrategy[Query]:
        parts = st.lists(inner.filter(lambda part: not isinstance(part, kind)), min_size=2, max_size=4)
        return parts.map(lambda chosen: kind(tuple(chosen)))

    return st.one_of(inner.map(Not), several(And), several(Or))


trees = st.one_of(st.just(EVERYTHING), st.recursive(leaves, grow, max_leaves=12))


def read(text: str) -> Query | QueryError:
    try:
        return parse_query(text)
    except QueryError as error:
        return error


@given(typed)
def test_anything_is_a_query_or_a_mistake_with_a_place(text: str) -> None:
    found = read(text)
    if isinstance(found, QueryError):
        assert 0 <= found.start < found.end <= len(text)
        assert str(found).endswith(".")
        assert "{" not in str(found).replace(text, "")
    else:
        assert parse_query(print_query(found)) == found


@given(trees)
def test_a_printed_query_is_read_as_the_same(tree: Query) -> None:
    assert parse_query(print_query(tree)) == tree


@given(st.text())
def test_folding_never_fails_and_is_done_once(text: str) -> None:
    prepare_text(text)
    tokens, prefix = read_phrase(text)
    assert tokens or not prefix
    assert all(token and not token.isspace() and '"' not in token for token in tokens)
    assert fold_word(fold_word(text)) == fold_word(text)
