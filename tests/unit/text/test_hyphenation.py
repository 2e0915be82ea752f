from __future__ import annotations

import re
from pathlib import Path

import pyphen
import pytest

from newstui.library.welcome import FOLDER
from newstui.text.hyphenation import break_word, find_hyphens, load_patterns


def hyphenate(text: str, language: str | None) -> str:
    for place in reversed(find_hyphens(text, language)):
        text = f"{text[:place]}-{text[place:]}"
    return text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Bundesverfassungsgericht", "de", "Bun-des-ver-fas-sungs-ge-richt"),
        ("government", "en", "gov-ern-ment"),
        ("verantwoordelijkheid", "nl", "ver-ant-woor-de-lijk-heid"),
        ("l’information", "fr", "l’infor-ma-tion"),
        ("responsabilidad", "es", "res-pon-sa-bi-li-dad"),
        ("governamental", "pt-BR", "gover-na-men-tal"),
        pytest.param("„Wahrheiten“,", "de", "„Wahr-hei-ten“,", id="marks around a word"),
        pytest.param("Asyl-Verwaltung", "de", "Asyl-Ver-wal-tung", id="a part of a compound"),
        pytest.param("Wahr\xadheiten", "de", "Wahr\xadheiten", id="the author's soft hyphens alone"),
        pytest.param("COVID19infections", "en", "COVID19infections", id="digits"),
        pytest.param("Verhoeven", "nl", "Verhoeven", id="a name"),
        pytest.param("UNESCO", "en", "UNESCO", id="capitals"),
        pytest.param("https://example.org/information", "en", "https://example.org/information", id="an address"),
        pytest.param("information@example.org", "en", "information@example.org", id="a mail address"),
        pytest.param("information.example", "en", "information.example", id="a host's name"),
        pytest.param("information\xa0123", "en", "inform-a-tion\xa0123", id="a no-break space parts words"),
        pytest.param("Verwaltung", None, "Verwaltung", id="no language"),
        pytest.param("Verwaltung", "tlh", "Verwaltung", id="a language without patterns"),
        pytest.param("ruhig", "de", "ruhig", id="too short"),
        pytest.param("İİİİİİİİ", "en", "İİİİİİİİ", id="small letters that are more than the capitals"),
        pytest.param("日本政府日本政府", "en", "日本政府日本政府", id="another script"),
    ],
)
def test_find_hyphens(text: str, language: str | None, expected: str) -> None:
    assert hyphenate(text, language) == expected


def test_no_hyphen_changes_the_spelling() -> None:
    assert 5 not in break_word("asszonnyal", "hu"), "asz-szony: two letters would be put in"
    assert break_word("megszentségteleníthetetlenség", "hu")


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "nl", "pt", "hu", "ru"])
def test_words_break_where_pyphen_breaks_them(language: str) -> None:
    text = "достопримечательность Переводчик megszentségteleníthetetlen"
    for file in FOLDER.glob("*.txt"):
        text += Path(file).read_text(encoding="utf-8")
    theirs = pyphen.Pyphen(lang=pyphen.language_fallback(language), left=3, right=3)
    for word in set(re.findall(r"[^\W\d_]{6,}", text)):
        expected = tuple(int(place) for place in theirs.positions(word) if place.data is None)
        assert break_word(word, language) == expected, word


def test_patterns_are_loaded_once() -> None:
    assert load_patterns("nl") is load_patterns("nl-BE")
