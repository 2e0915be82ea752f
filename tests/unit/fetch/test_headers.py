from datetime import UTC, datetime, timedelta

import pytest

from newstui.fetch.headers import find_freshness, find_retry_time

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Mon, 05 Jan 2026 13:00:00 GMT", 3600),
        ("Monday, 05-Jan-26 13:00:00 GMT", 3600),
        ("Mon, 05 Jan 2026 11:00:00 GMT", 0),
        ("99999999999999999999", 7 * 86400),
        ("Mon, 05 Jan 2036 13:00:00 GMT", 7 * 86400),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_in_both_forms(value: str, seconds: int | None) -> None:
    expected = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert find_retry_time({"retry-after": value}, NOW) == expected


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"cache-control": "max-age=600"}, 600),
        ({"cache-control": "public, Max-Age=600, must-revalidate"}, 600),
        ({"cache-control": 'max-age="600"'}, 600),
        ({"cache-control": "s-maxage=600"}, None),
        ({"cache-control": "max-age=0"}, None),
        ({"cache-control": "max-age=600", "age": "100"}, 500),
        ({"cache-control": "max-age=600", "age": "700"}, None),
        ({"cache-control": "no-cache", "expires": "Mon, 05 Jan 2026 12:10:00 GMT"}, 600),
        ({"cache-control": "max-age=60", "expires": "Mon, 05 Jan 2026 12:10:00 GMT"}, 60),
        ({"expires": "Mon, 05 Jan 2026 12:10:00 GMT", "date": "Mon, 05 Jan 2026 12:09:00 GMT"}, 60),
        ({"expires": "0"}, None),
        ({"expires": "Mon, 05 Jan 2026 11:00:00 GMT"}, None),
        ({"cache-control": "max-age=315360000"}, 315360000),
        ({}, None),
    ],
)
def test_how_long_an_answer_is_fresh(headers: dict[str, str], seconds: int | None) -> None:
    assert find_freshness(headers, NOW) == seconds
