from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.text.dates import find_date, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-01-06", (2026, 1, 6)),
        ("2026-01-06T09:30:00Z", (2026, 1, 6, 9, 30)),
        ("2026-01-06T10:30:00.123+01:00", (2026, 1, 6, 9, 30)),
        ("2026-01-06 10:30 +0100", (2026, 1, 6, 9, 30)),
        ("Paris, 6. Januar 2026", (2026, 1, 6)),
        ("06.01.2026, 14:30 Uhr", (2026, 1, 6, 14, 30)),
        ("January 6, 2026, 2:30 pm", (2026, 1, 6, 14, 30)),
        ("6th of January 2026, no: 6 January 2026", (2026, 1, 6)),
        ("Jan. 6, 2026 12:05 a.m.", (2026, 1, 6, 0, 5)),
        ("le 1er mars 2024 à 14h30", (2024, 3, 1, 14, 30)),
        ("12 août 2024 à 9h", (2024, 8, 12, 9)),
        ("dinsdag 6 januari 2026 | 9.15 uur", (2026, 1, 6, 9, 15)),
        ("6 de enero de 2026", (2026, 1, 6)),
        ("6 de março de 2026", (2026, 3, 6)),
        ("12 May 2024 19:00 CEST", (2024, 5, 12, 17)),
        ("2026年1月6日", (2026, 1, 6)),
        ("31. Februar 2026", None),
        ("1926-13-45", None),
        ("March of 2026", None),
        ("20260106", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(text: str | None, date: tuple[int, ...] | None) -> None:
    assert parse_date(text) == (datetime(*date, tzinfo=UTC) if date else None)  # type: ignore[misc, arg-type]


def test_where_a_date_stands() -> None:
    text = "Berlin, 6. Januar 2026, 14:30 Uhr – von uns"
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == "6. Januar 2026, 14:30 Uhr"
