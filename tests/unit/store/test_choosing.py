"""Choosing among what has arrived: the same as a search would find, and anew after marks."""

from __future__ import annotations

from datetime import UTC

import pytest

from newstui.store import Store
from newstui.store.choosing import Chooser, asks_for
from newstui.store.statuses import Marking
from newstui.text.query import parse_query
from tests.unit.store.examples import NOW, make_id
from tests.unit.store.test_search import fill


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", "bcd"),
        ("brücke", "b"),
        ("brücke OR bridge -money", "b"),
        ("-(brücke OR bridge)", "d"),
        ("lang:de -neubau", "b"),
        ("-lang:de -lang:en", ""),
        ("folder:news is:unread", "bcd"),
        ("quote:money has:quotes", ""),
    ],
)
def test_each_leaf_is_looked_up_for_all(store: Store, query: str, names: str) -> None:
    fill(store)
    with store._connections.reading() as connection:
        rows = connection.execute("SELECT number FROM articles WHERE substr(id, 1, 1) IN ('b', 'c', 'd') ORDER BY id")
        chooser = Chooser(connection, [number for (number,) in rows], NOW, UTC)
        assert chooser.choose(parse_query(query)) == [make_id(name) for name in names]
        assert chooser.choose(parse_query(query)) == [make_id(name) for name in names], "what is known is the same"


def test_nothing_is_chosen_of_nothing(store: Store) -> None:
    with store._connections.reading() as connection:
        assert Chooser(connection, [], NOW, UTC).choose(parse_query("bridge OR is:unread")) == []


@pytest.mark.parametrize(
    ("query", "marking", "asked"),
    [
        ("a is:unread", {"read": True}, True),
        ("a -is:read", {"read": True}, True),
        ("a is:unread", {"starred": True}, False),
        ("is:hidden", {"starred": True}, True),
        ("has:lang:fr", {"hidden": True}, True),
        ("lang:fr", {"hidden": True}, False),
        ("tag:x", {"tag": ("y",)}, True),
        ("folder:x", {"folder": "y"}, True),
        ("source:x newer:3d speaker:b", {"read": True, "folder": "y", "tag": ("z",)}, False),
        ("a", {}, False),
    ],
)
def test_what_depends_on_marks(query: str, marking: Marking, asked: bool) -> None:
    assert asks_for(parse_query(query), marking) is asked
