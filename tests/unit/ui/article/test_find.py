from __future__ import annotations

import pytest

from newstui.ui.article.find import Hit, find_hits
from newstui.ui.article.lines import Part, Role


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Menschen und MENSCHEN", "menschen", ["Menschen", "MENSCHEN"]),
        ("Élysée, elysee", "élysee", ["Élysée", "elysee"]),
        ("e\u0301lite", "elite", ["e\u0301lite"]),
        ("cafe\u0301 x", "cafe", ["cafe\u0301"]),
        ("die Straße", "strasse", ["Straße"]),
        ("Maß", "s", ["ß"]),
        ("don’t", "don't", ["don’t"]),
        ("20\xa0000", "20 000", ["20\xa0000"]),
        ("Donau\xaddampf", "donaudampf", ["Donau\xaddampf"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("日本政府", "政", ["政"]),
        ("ﬁnden", "finden", ["ﬁnden"]),
        ("text", "", []),
        ("text", "  ", []),
        ("text", "no", []),
        ("[b]x[/b]", "[b]", ["[b]"]),
    ],
)
def test_find_hits(text: str, query: str, found: list[str]) -> None:
    hits = find_hits([Part(7, Role.TEXT, text)], query)
    assert [text[hit.start : hit.end] for hit in hits] == found
    assert all(hit.part == 7 for hit in hits)


def test_hits_come_in_reading_order() -> None:
    parts = [Part(-1, Role.TITLE, "an apple"), Part(0, Role.TEXT, "apple, apple")]
    assert find_hits(parts, "apple") == [Hit(-1, 3, 8), Hit(0, 0, 5), Hit(0, 7, 12)]
