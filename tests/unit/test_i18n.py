from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_skeleton, format_timedelta
from babel.dates import format_time as babel_time
from babel.numbers import format_decimal as babel_decimal
from babel.numbers import format_percent
from babel.units import format_unit

from newstui import i18n
from newstui.errors import SourceError
from newstui.i18n import (
    choose_language,
    format_age,
    format_date,
    format_decimal,
    format_number,
    format_share,
    format_size,
    format_time,
    language_name,
    set_language,
    translate_error,
)

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_language("en")


@pytest.mark.parametrize(
    ("wanted", "environment", "chosen"),
    [
        (["de"], "fr_FR.UTF-8", "de"),
        ([None, "", "pt-BR"], "fr_FR.UTF-8", "pt"),
        (["it", "nl"], "", "nl"),
        (["it"], "es_ES.UTF-8", "es"),
        ([], "C.UTF-8", "en"),
        ([], "C", "en"),
    ],
)
def test_the_first_language_that_is_spoken_is_chosen(
    wanted: list[str | None], environment: str, chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", environment)
    assert choose_language(wanted) == chosen


def test_the_empty_message_stays_empty_in_every_language() -> None:
    for language in i18n.INTERFACE_LANGUAGES:
        set_language(language)
        assert i18n._("") == ""


@pytest.mark.parametrize("language", i18n.INTERFACE_LANGUAGES)
def test_ages_are_short_and_never_negative(language: str) -> None:
    set_language(language)
    ages = [timedelta(seconds=-5), timedelta(seconds=5), timedelta(minutes=59), timedelta(hours=23), timedelta(days=6)]
    shown = [format_age(NOW - age, NOW) for age in ages]
    assert all(0 < len(text) <= 9 for text in shown), shown
    assert "-" not in shown[0]


@pytest.mark.parametrize("language", i18n.INTERFACE_LANGUAGES)
def test_the_tables_say_what_babel_says(language: str) -> None:
    set_language(language)
    locale = i18n._locale()
    numbers = [0, 7, 999, 1000, 9999, 15_000, 1_234_567]
    assert [format_number(number) for number in numbers] == [babel_decimal(n, locale=locale) for n in numbers]
    ages = [timedelta(seconds=9), timedelta(minutes=9), timedelta(hours=9), timedelta(days=6)]
    said = [format_timedelta(age, format="narrow", threshold=1, locale=locale) for age in ages]
    # a column of a list has no room for "6 dias"
    assert [format_age(NOW - age, NOW) for age in ages] == [text.replace("dias", "d") for text in said]


@pytest.mark.parametrize("language", i18n.INTERFACE_LANGUAGES)
def test_decimals_shares_and_sizes_are_those_of_babel(language: str) -> None:
    set_language(language)
    locale = i18n._locale()
    numbers = [0.04, 0.25, 1.5, -1.5, 1234.5, 1_234_567.9]
    assert [format_decimal(n, 2) for n in numbers] == [babel_decimal(n, "#,##0.00", locale=locale) for n in numbers]
    assert format_decimal(7.5, 0) == "8"
    shares = [0.0, 0.004, 0.56, 1.0, 12.0]
    assert [format_share(share) for share in shares] == [format_percent(share, locale=locale) for share in shares]
    sizes: dict[int, tuple[float, str]] = {0: (0, "kilobyte"), 1_001: (2, "kilobyte"), 999_000: (999, "kilobyte")}
    sizes |= {1_500_000: (1.5, "megabyte"), 2_000_000_000: (2.0, "gigabyte")}
    for size, (count, unit) in sizes.items():
        pattern = "0.0" if size >= 1_000_000 else "0"
        said = format_unit(count, unit, length="short", format=pattern, locale=locale)
        assert format_size(size).split() == said.split(), "but for the space, which is none at which a line ends"


def test_the_time_of_day() -> None:
    at = datetime(2026, 3, 10, 15, 5, tzinfo=UTC)
    local = at.astimezone()
    set_language("de")
    assert format_time(at) == f"{local:%H:%M}"


@pytest.mark.parametrize("language", i18n.INTERFACE_LANGUAGES)
def test_the_dates_of_lists_are_those_of_babel(language: str) -> None:
    set_language(language)
    now, locale = datetime(2026, 12, 31, 12, tzinfo=UTC), i18n._locale()
    days = [datetime(year, month, 6, 12, tzinfo=UTC) for year in (2026, 2024) for month in range(1, 13)]
    said = [format_skeleton("MMMd" if day.year == now.year else "yMM", day, locale=locale) for day in days]
    long_ago = [(format_age(day, now), text) for day, text in zip(days, said, strict=True) if (now - day).days > 7]
    assert len(long_ago) == 24
    assert all(shown == text for shown, text in long_ago), long_ago


def test_an_old_article_has_a_date_instead_of_an_age() -> None:
    set_language("de")
    assert format_age(datetime(2026, 1, 6, 12, tzinfo=UTC), NOW) == "6. Jan."
    assert "2024" in format_age(datetime(2024, 1, 6, 12, tzinfo=UTC), NOW)


def test_dates_and_names_follow_the_language() -> None:
    set_language("de")
    assert format_date(NOW.date()) == "10.03.2026"
    assert language_name("nl") == "Niederländisch"
    set_language("fr")
    assert language_name("nl") == "néerlandais"
    assert language_name("x-klingon") == "x-klingon"
    set_language("pt")
    assert language_name("nl") == "neerlandês"


def test_errors_inside_errors_are_filled_in() -> None:
    inner = SourceError("line {line}", line=3)
    assert translate_error(SourceError("{path}: {reason}", path="a.xml", reason=inner)) == "a.xml: line 3"


def test_braces_in_arguments_are_left_alone() -> None:
    assert str(SourceError("{path}: {reason}", path="{reason}", reason="no")) == "{reason}: no"


@pytest.mark.parametrize("language", i18n.INTERFACE_LANGUAGES)
def test_days_of_a_list_are_those_of_babel(language: str) -> None:
    i18n.set_language(language)
    locale = {"pt": "pt_PT"}.get(language, language)
    today = date(2026, 12, 31)
    for year, skeleton in ((2026, "MMMEd"), (2025, "yMMMEd")):
        for month in range(1, 13):
            for day in range(8, 15):
                wanted = format_skeleton(skeleton, date(year, month, day), locale=locale)
                assert i18n.format_day(date(year, month, day), today) == wanted
    for hour in (0, 9, 12, 18):
        at = datetime(2026, 1, 6, hour, 4, tzinfo=UTC).astimezone()
        assert i18n.format_time(at) == babel_time(at.time(), "short", locale=locale)


def test_today_and_yesterday() -> None:
    i18n.set_language("en")
    days = (date(2026, 1, 1), date(2025, 12, 31), date(2025, 12, 30), date(2026, 1, 2))
    assert [i18n.format_day(day, date(2026, 1, 1)) for day in days] == [
        "Today",
        "Yesterday",
        "Tue, Dec 30, 2025",
        "Fri, Jan 2",
    ]
