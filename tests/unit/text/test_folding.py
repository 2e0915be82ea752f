from __future__ import annotations

import pytest

from newstui.text.folding import prepare_text, read_phrase


@pytest.mark.parametrize(
    ("text", "tokens", "prefix"),
    [
        ("Straße", ("Strasse",), False),
        ("œuvre Łódź ılık Ørsted Encyclopædia", ("oeuvre", "Lódź", "ilik", "Orsted", "Encyclopaedia"), False),
        ("ﬁn ５０", ("fin", "50"), False),
        ("l’homme", ("l", "homme"), False),
        ("foo_bar", ("foo", "bar"), False),
        ("NEAR(a, b)", ("NEAR", "a", "b"), False),
        ('a" OR title:b*', ("a", "OR", "title", "b"), False),
        ("東京", ("東京",), False),
        ("東京都", ("東京", "京都"), False),
        ("京", ("京",), True),
        ("東京 大阪", ("東京", "京", "大阪"), False),
        ("東京tower", ("東京", "京", "tower"), False),
        ("2026年", ("2026", "年"), True),
        ("ｶﾅ", ("カナ",), False),
        ("…", (), False),
        ("", (), False),
    ],
)
def test_what_is_asked_of_the_index(text: str, tokens: tuple[str, ...], prefix: bool) -> None:
    assert read_phrase(text) == (tokens, prefix)


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("Plain text.", "Plain text."),
        ("Über Straßen", "Über Strassen"),
        ("新しい iPhone用", " 新し しい い  iPhone 用 "),
        ("서울은", " 서울 울은 은 "),
    ],
)
def test_what_is_given_to_the_index(text: str, prepared: str) -> None:
    assert prepare_text(text) == prepared
