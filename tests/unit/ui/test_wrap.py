from __future__ import annotations

import pytest

from newstui.ui.wrap import display, fold, measure, truncate, wrap


def lines(text: str, width: int) -> list[str]:
    return [display(text[start:end]) for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        pytest.param("", 10, [""], id="empty"),
        pytest.param("one two three", 7, ["one two", "three"], id="spaces"),
        pytest.param("one  two", 4, ["one", "two"], id="the spaces at a break belong to no line"),
        pytest.param("one\ntwo three", 20, ["one", "two three"], id="line feeds"),
        pytest.param("one\n\ntwo", 20, ["one", "", "two"], id="an empty line"),
        pytest.param("20\xa0000 people came", 6, ["20\xa0000", "people", "came"], id="a no-break space holds"),
        pytest.param("wait 12\u202f% more", 8, ["wait", "12\u202f%", "more"], id="a narrow no-break space holds"),
        pytest.param("Il dit : « oui » donc", 8, ["Il dit :", "« oui »", "donc"], id="French marks stand with words"),
        pytest.param("sagte »ja« und ging", 9, ["sagte", "»ja« und", "ging"], id="German marks"),
        pytest.param("Asyl-Politik heute", 8, ["Asyl-", "Politik", "heute"], id="a hyphen in a word"),
        pytest.param("a COVID-19 report", 8, ["a", "COVID-19", "report"], id="not before a figure"),
        pytest.param("Bürger/Bürgerin", 9, ["Bürger/", "Bürgerin"], id="a slash between words"),
        pytest.param("90 km/h fast", 6, ["90", "km/h", "fast"], id="not a unit's slash"),
        pytest.param("Recht—und Pflicht", 10, ["Recht—und", "Pflicht"], id="a dash that fits"),
        pytest.param("Recht—und Pflicht", 8, ["Recht—", "und", "Pflicht"], id="after a dash"),
        pytest.param("Donau\xaddampf\xadschiff", 11, ["Donaudampf-", "schiff"], id="a soft hyphen is seen at a break"),
        pytest.param("Donau\xaddampf\xadschiff", 10, ["Donau-", "dampf-", "schiff"], id="a soft hyphen needs its cell"),
        pytest.param("abcdefghij", 4, ["abcd", "efgh", "ij"], id="a word too long"),
        pytest.param("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"], id="a word too long begins a line"),
        pytest.param("日本政府は昨日", 6, ["日本政", "府は昨", "日"], id="between ideographs"),
        pytest.param("日本政府。昨日", 8, ["日本政", "府。昨日"], id="not before a full stop"),
        pytest.param("日本「政府」昨日", 6, ["日本", "「政", "府」昨", "日"], id="not after an opening bracket"),
        pytest.param("東京 Tokyo 東京", 7, ["東京", "Tokyo", "東京"], id="ideographs among letters"),
        pytest.param("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"], id="combining marks stay"),
        pytest.param("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"], id="clusters of emoji stay"),
        pytest.param("❤️❤️", 3, ["❤️", "❤️"], id="a variation selector widens"),
        pytest.param("日", 1, ["日"], id="wider than the line"),
        pytest.param("مرحبا بالعالم", 8, ["مرحبا", "بالعالم"], id="Arabic in logical order"),
    ],
)
def test_wrap(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_fold_keeps_white_space() -> None:
    text = "    x = 1\n\n  y"
    assert [text[start:end] for start, end in fold(text, 6)] == ["    x ", "= 1", "", "  y"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("日本", 4), ("e\u0301", 1), ("❤️", 2), ("👩‍👩‍👧", 2), ("so\xadft", 4), ("", 0)],
)
def test_measure(text: str, cells: int) -> None:
    assert measure(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("short", 10, "short"),
        ("exactly", 7, "exactly"),
        ("too long for it", 9, "too long…"),
        ("日本政府", 5, "日本…"),
        ("日本政府", 4, "日…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("anything", 1, "…"),
        ("anything", 0, ""),
    ],
)
def test_truncate(text: str, width: int, expected: str) -> None:
    assert truncate(text, width) == expected
    assert measure(truncate(text, width)) <= width
