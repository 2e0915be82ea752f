"""How long a text takes to read."""

from __future__ import annotations

import pytest

from newstui.text.reading_time import estimate_minutes


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("word " * 228, "en", 1),
        ("word " * 456, "en-GB", 2),
        ("Wort\n" * 358, "de", 2),
        ("mot " * 195, "fr", 1),
        ("ord " * 184, None, 1),
        ("ord " * 92, "xx", 0.5),
        ("字" * 510, "zh-Hant", 2),
        ("文字と " * 119, "ja", 1),
        ("", "en", 0),
        ("  \n", "ja", 0),
    ],
)
def test_the_time_a_text_takes(text: str, language: str | None, minutes: float) -> None:
    assert estimate_minutes(text, language) == pytest.approx(minutes)
