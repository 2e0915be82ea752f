from __future__ import annotations

import pytest

from newstui.text.query import parse_query
from newstui.text.query.snippet import cut_snippet, mark_text
from newstui.text.query.terms import list_terms


def marked(query: str, text: str) -> list[str]:
    snippet = mark_text(text, list_terms(parse_query(query), forms=True))
    return [snippet.text[start:end] for start, end in snippet.marks]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("muller", "Müller und MÜLLER", ["Müller", "MÜLLER"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("œuvre", "une OEUVRE, l’œuvre", ["OEUVRE", "œuvre"]),
        ("brücke", "Die Donaubrücke", ["Donaubrücke"]),
        ('"brücke"', "Die Donaubrücke, die Brücke", ["Brücke"]),
        ("brück*", "Brücken der Donaubrücke", ["Brücken"]),
        ('"kein geld"', "Geld, kein Geld, kein", ["kein Geld"]),
        ("a -b", "a b", ["a"]),
        ("lang:de author:Weber", "de Weber", []),
        ("東京", "東京都と東京", ["東京", "東京"]),
        ("iPhone用", "新しいiPhone用", ["iPhone", "用"]),
        ("money OR geld", "Geld is money", ["Geld", "money"]),
        ("minister", "Ministers, ministerial", ["Ministers", "ministerial"]),
        ('"minister"', "Ministers", []),
        ("ministers", "the minister", ["minister"]),
        ("haus", "Häuser, die Hausaufgaben", ["Häuser", "Hausaufgaben"]),
        ("Müller", "Mueller", ["Mueller"]),
        ("email", "Die E-Mail für alle", ["E-Mail"]),
        ("email", "an e-mail", ["e-mail"]),
        ("e-mail", "eine Email für", ["Email"]),
        ("15000", "15.000 für", ["15.000"]),
        ("15.000", "15 000 and 15000", ["15 000", "15000"]),
        ("l’élysée", "Elysee, l’Élysée", ["Elysee", "l’Élysée"]),
        ("elysee", "à l’Élysée", ["Élysée"]),
        ("محمد", "قال مُحَمَّد", ["مُحَمَّد"]),
        ("رئيس", "قال الرئيس", ["الرئيس"]),
        ("αθηνα", "στην Αθήνα", ["Αθήνα"]),
        ("ガンダム", "新ｶﾞﾝﾀﾞﾑと", ["ｶﾞﾝﾀﾞﾑ"]),
    ],
)
def test_what_is_marked(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


def test_a_snippet_shows_the_text_in_which_most_is_found() -> None:
    texts = ["Bridge.", "Nothing here.", "The council saw the bridge."]
    snippet = cut_snippet(texts, list_terms(parse_query("bridge council")))
    assert snippet.text == texts[2]
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["council", "bridge"]


def test_a_long_text_is_cut_at_words_around_what_was_found() -> None:
    text = "word " * 100 + "needle " + "other " * 100
    snippet = cut_snippet([text], list_terms(parse_query("needle")), 60)
    assert len(snippet.text) <= 62
    assert snippet.text.startswith("…word")
    assert snippet.text.endswith("other…")
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["needle"]


def test_without_a_hit_the_text_begins_at_its_beginning() -> None:
    snippet = cut_snippet(["", "First words. " * 30, "Second"], ())
    assert snippet.text.startswith("First words.")
    assert snippet.marks == ()
    assert cut_snippet([], ()).text == ""


@pytest.mark.parametrize("character", ["e\u0301", "👩‍👩‍👧", "👍🏽", "ที่", "🇩🇪"])
def test_no_character_is_cut_in_two(character: str) -> None:
    text = character * 300 + "京"
    for width in range(50, 60):
        snippet = cut_snippet([text], list_terms(parse_query("京")), width)
        assert snippet.text.removesuffix("京").lstrip("…").replace(character, "") == ""
