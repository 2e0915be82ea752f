from __future__ import annotations

from datetime import date

import pytest

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

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", EVERYTHING),
        ("  ", EVERYTHING),
        ("a", A),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a | b|c", Or((A, B, C))),
        ("a b OR c", Or((And((A, B)), C))),
        ("a (b OR c)", And((A, Or((B, C))))),
        ("(a b) c", And((A, B, C))),
        ("(a|b)|c", Or((A, B, C))),
        ("-a", Not(A)),
        ("NOT a", Not(A)),
        ("a -(b c)", And((A, Not(And((B, C)))))),
        ("--a", Not(Not(A))),
        ("Rat – vertagt: Brücke …", And((Words("Rat"), Words("vertagt:"), Words("Brücke")))),
        ("a - b", And((A, B))),
        ("wort*", Words("wort", prefix=True)),
        ("OR*", Words("OR", prefix=True)),
        ("or and not", And((Words("or"), Words("and"), Words("not")))),
        ('"a  b"', Words("a b", quoted=True)),
        ('"OR"', Words("OR", quoted=True)),
        ('"a b"*', Words("a b", prefix=True, quoted=True)),
        ("„a b“", Words("a b", quoted=True)),
        ("„a b”", Words("a b", quoted=True)),
        ("“a b”", Words("a b", quoted=True)),
        ("«a b»", Words("a b", quoted=True)),
        ("»a b«", Words("a b", quoted=True)),
        ("‹a b›", Words("a b", quoted=True)),
        ("「東京 都」", Words("東京 都", quoted=True)),
        ('„a "b" c“', Words("a b c", quoted=True)),
        ("l’eau don't", And((Words("l’eau"), Words("don't")))),
        ("title:a", Words("a", Scope.TITLE)),
        ("Title:„a b“", Words("a b", Scope.TITLE, quoted=True)),
        ("author:Weber*", Words("Weber", Scope.AUTHOR, prefix=True)),
        ("speaker:Weber", Words("Weber", Scope.SPEAKER)),
        ('quote:"no money"', Words("no money", Scope.QUOTE, quoted=True)),
        ("-title:a", Not(Words("a", Scope.TITLE))),
        ('source:"The Gazette"', Named(Name.SOURCE, "The Gazette")),
        ("source:https://x.example/feed", Named(Name.SOURCE, "https://x.example/feed")),
        ("folder:News", Named(Name.FOLDER, "News")),
        ("lang:de", Named(Name.LANGUAGE, "de")),
        ("lang:PT_br", Named(Name.LANGUAGE, "pt-BR")),
        ("lang:Deutsch", Named(Name.LANGUAGE, "de")),
        ("-lang:en", Not(Named(Name.LANGUAGE, "en"))),
        ("has:lang:fr", Named(Name.EDITION, "fr")),
        ("has:quotes", Flagged(Flag.QUOTES)),
        ("HAS:Audio", Flagged(Flag.AUDIO)),
        ("is:unread", Flagged(Flag.UNREAD)),
        ("is:read", Flagged(Flag.READ)),
        ("is:starred", Flagged(Flag.STARRED)),
        ("after:2026-01-31", Dated("after", date(2026, 1, 31))),
        ("before:2026-2", Dated("before", date(2026, 2, 1))),
        ("after:2026", Dated("after", date(2026, 1, 1))),
        ("newer:7d", Aged("newer", 7, "d")),
        ("older:3M", Aged("older", 3, "m")),
        ("https://x.example/a", Words("https://x.example/a")),
        ("10:30", Words("10:30")),
        ("C++", Words("C++")),
        ("Brücke:Rat", Words("Brücke:Rat")),
    ],
)
def test_what_is_typed_and_what_it_means(text: str, tree: Query) -> None:
    assert parse_query(text) == tree
    assert parse_query(print_query(tree)) == tree


@pytest.mark.parametrize(
    ("text", "marked", "said"),
    [
        ("a (b", "(", "never closed"),
        ("a) b", ")", "never opened"),
        ("(((", "(", "never closed"),
        ("a ()", "()", "nothing between"),
        ("(a OR)", "OR", "on this side too"),
        ("OR a", "OR", "on this side too"),
        ("a OR OR b", "OR", "on this side too"),
        ("a AND", "AND", "on this side too"),
        ("a | …", "|", "on this side too"),
        ("a -(", "(", "never closed"),
        ("a NOT", "NOT", "Nothing follows NOT"),
        ("a |", "|", "| stands between two things"),
        ("-|a", "-", "Nothing follows"),
        ('a "b c', '"b c', "never closed"),
        ("a „b c", "„b c", "never closed"),
        ("titel:a", "titel:", "did you mean title:?"),
        ("quelle:a", "quelle:", "the fields are title, author"),
        ("a title: b", "title:", "Nothing to look for follows title:"),
        ("title:^", "title:^", "Nothing to look for follows title:"),
        ("lang:quatsch", "lang:quatsch", "no language"),
        ("has:lang:", "has:lang:", "no language"),
        ("is:new", "is:new", "is:unread, is:read, is:starred"),
        ("has:cake", "has:cake", "has:lang:fr"),
        ("after:yesterday", "after:yesterday", "2026-01-31"),
        ("after:2026-13", "after:2026-13", "no date"),
        ("before:2026-02-30", "before:2026-02-30", "no date"),
        ("newer:soon", "newer:soon", "as in 7d"),
        ("newer:٧d", "newer:٧d", "as in 7d"),
        ("*", "*", "no letter or digit"),
        ('"…"', '"…"', "no letter or digit"),
        ("NEAR(", "(", "never closed"),
    ],
)
def test_a_mistake_is_said_with_its_place_and_its_mend(text: str, marked: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert text[caught.value.start : caught.value.end] == marked
    assert said in str(caught.value)


def test_nothing_is_too_deep_or_too_long_to_be_refused() -> None:
    for text in ("(" * 10_000 + "a", "-" * 10_000 + "a", "a " * 10_000, "(" * 500 + "a" + ")" * 500):
        with pytest.raises(QueryError):
            parse_query(text)


def test_every_part_knows_where_it_was_written() -> None:
    text = 'a  -(title:"b c" OR is:read)'
    tree = parse_query(text)
    assert isinstance(tree, And)
    denied = tree.parts[1]
    assert isinstance(denied, Not)
    assert isinstance(denied.part, Or)
    written = [text[part.start : part.end] for part in (tree.parts[0], *denied.part.parts)]
    assert written == ["a", 'title:"b c"', "is:read"]
