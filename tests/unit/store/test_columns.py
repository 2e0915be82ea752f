from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from newstui.errors import FetchError, NewstuiError
from newstui.model import Enclosure
from newstui.store.columns import (
    hash_key,
    read_enclosures,
    read_error,
    read_moment,
    read_second,
    read_strings,
    store_enclosures,
    store_error,
    store_moment,
    store_second,
    store_strings,
)


@pytest.mark.parametrize(
    "moment",
    [
        None,
        datetime(2026, 1, 6, 9, 30, 1, 123456, tzinfo=UTC),
        datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
        datetime(2026, 1, 6, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_moments_survive_to_the_microsecond(moment: datetime | None) -> None:
    assert read_moment(store_moment(moment)) == moment


def test_seconds_are_rounded_down() -> None:
    moment = datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    assert store_second(moment) == -1
    assert read_second(-1) == moment.replace(microsecond=0)


@pytest.mark.parametrize("strings", [(), ("",), ("a", "b"), ("Zoë “Ö”", '","', "日本")])
def test_strings_survive(strings: tuple[str, ...]) -> None:
    assert read_strings(store_strings(strings)) == strings


def test_enclosures_survive() -> None:
    enclosures = (Enclosure("https://a.example/1.mp3"), Enclosure("https://a.example/2", "audio/mpeg", 3, 4))
    assert read_enclosures(store_enclosures(enclosures)) == enclosures
    assert read_enclosures(store_enclosures(())) == ()


def test_errors_keep_their_template_and_arguments_however_deep() -> None:
    inner = FetchError("{host} answered {status}", host="a.example", status=503, http_status=503)
    read = read_error(store_error(NewstuiError("{url} failed: {error}", url="https://a.example", error=inner)))
    assert read is not None
    assert read.template == "{url} failed: {error}"
    assert isinstance(read.arguments["error"], NewstuiError)
    assert str(read) == "https://a.example failed: a.example answered 503"
    assert read_error(store_error(None)) is None


def test_errors_keep_what_is_no_plain_value_as_text() -> None:
    read = read_error(store_error(NewstuiError("{when}", when=datetime(2026, 1, 6, tzinfo=UTC))))
    assert str(read) == "2026-01-06 00:00:00+00:00"


def test_hashes_of_keys_fit_a_column_and_differ() -> None:
    keys = [f"guid:{number}" for number in range(5000)] + ["", "é", "e\u0301", "\ud800"]
    hashes = {hash_key(key) for key in keys}
    assert len(hashes) == len(keys)
    assert all(-(2**63) <= each < 2**63 for each in hashes)
    # Stored for good: another function would find nothing again.
    assert hash_key("guid:1") == 473886271095616733
