from datetime import UTC, datetime, timedelta

import pytest

from newstui.model import FeedState, RestTimes
from newstui.refresh import RefreshSettings
from newstui.refresh.schedule import (
    DueReason,
    find_due_reason,
    is_due,
    observe_interval,
    plan_after_change,
    plan_after_failure,
    plan_after_silence,
    spare,
)

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SETTINGS = RefreshSettings()
FRESH = FeedState(source="1", url="https://paper.example/feed")


def state(**fields: object) -> FeedState:
    return FeedState(source="1", url="https://paper.example/feed", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("feed", "due"),
    [
        (state(), True),
        (state(next_due=NOW), True),
        (state(next_due=NOW - DAY), True),
        (state(next_due=NOW + MINUTE), False),
        (state(next_due=NOW - MINUTE, retry_at=NOW + MINUTE), False),
        (state(next_due=NOW - MINUTE, retry_at=NOW - MINUTE), True),
        (state(gone=True), False),
    ],
)
def test_due_is_what_has_waited_enough(feed: FeedState, *, due: bool) -> None:
    assert is_due(feed, NOW) == due


@pytest.mark.parametrize(
    ("ages", "interval"),
    [
        ([], HOUR),
        ([DAY], max(HOUR, DAY / 20)),
        ([40 * HOUR], 2 * HOUR),
        ([MINUTE, HOUR, 2 * HOUR, 3 * HOUR], HOUR / 2),
        ([DAY, 2 * DAY, 3 * DAY], DAY / 2),
        ([30 * DAY, 30 * DAY + HOUR, 30 * DAY + 2 * HOUR], 36 * HOUR),
        ([-HOUR, MINUTE, 2 * HOUR + MINUTE], HOUR),
        ([MINUTE * number for number in range(200)], MINUTE / 2),
    ],
)
def test_the_interval_follows_how_often_a_feed_changes(ages: list[timedelta], interval: timedelta) -> None:
    assert observe_interval([NOW - age for age in ages], NOW) == interval


@pytest.mark.parametrize(
    ("ages", "asked", "wait"),
    [
        ([MINUTE, 2 * MINUTE], None, 15 * MINUTE),
        ([MINUTE, 4 * HOUR], None, 2 * HOUR - MINUTE / 2),
        ([MINUTE, 4 * HOUR], 60, 2 * HOUR - MINUTE / 2),
        ([MINUTE, 2 * MINUTE], 3 * 3600, 3 * HOUR),
        ([MINUTE, 2 * MINUTE], 10 * 365 * 86400, DAY),
        ([300 * DAY], None, DAY),
    ],
)
def test_wishes_are_granted_within_the_limits_of_sense(
    ages: list[timedelta], asked: int | None, wait: timedelta
) -> None:
    assert plan_after_change(NOW, [NOW - age for age in ages], asked, RestTimes(), SETTINGS) == NOW + wait


@pytest.mark.parametrize(
    ("feed", "asked", "wait"),
    [
        (FRESH, None, 22.5 * MINUTE),
        (state(last_fetch=NOW - HOUR, next_due=NOW), None, 1.5 * HOUR),
        (state(last_fetch=NOW - 5 * HOUR, next_due=NOW - 4 * HOUR), None, 1.5 * HOUR),
        (state(last_fetch=NOW - 20 * HOUR, next_due=NOW), None, DAY),
        (state(last_fetch=NOW - HOUR, next_due=NOW), 4 * 3600, 4 * HOUR),
        (state(last_fetch=NOW - 8 * HOUR, next_due=NOW, failures=5), None, 22.5 * MINUTE),
    ],
)
def test_silence_makes_the_wait_longer(feed: FeedState, asked: int | None, wait: timedelta) -> None:
    assert plan_after_silence(NOW, feed, asked, SETTINGS) == NOW + wait


@pytest.mark.parametrize(
    ("due", "hours", "days", "spared"),
    [
        ("2026-01-06 09:30", (), (), "2026-01-06 09:30"),
        ("2026-01-06 09:30", (10, 11), (), "2026-01-06 09:30"),
        ("2026-01-06 09:30", (8, 9, 11), (), "2026-01-06 10:00"),
        ("2026-01-06 22:10", (22, 23, 0, 1), (), "2026-01-07 02:00"),
        ("2026-01-10 15:20", (), (5, 6), "2026-01-12 00:00"),
        ("2026-01-10 15:20", (0, 1), (5, 6), "2026-01-12 02:00"),
        ("2026-01-06 09:30", (), (0, 1, 2, 3, 4, 5), "2026-01-09 09:30"),
    ],
    ids=["no rest", "before", "within", "over midnight", "weekend", "both", "no longer than three days"],
)
def test_a_feed_gets_its_rest(due: str, hours: tuple[int, ...], days: tuple[int, ...], spared: str) -> None:
    moment = datetime.fromisoformat(due).replace(tzinfo=UTC)
    rest = RestTimes(frozenset(hours), frozenset(days))
    assert spare(moment, rest) == datetime.fromisoformat(spared).replace(tzinfo=UTC)


def test_a_rest_is_not_taken_for_silence() -> None:
    night = RestTimes(frozenset(range(8)))
    fetched, due = NOW.replace(hour=23, minute=0), NOW.replace(hour=8, minute=0) + DAY
    resting = state(last_fetch=fetched, next_due=due, rest=night)
    assert plan_after_silence(due, resting, None, SETTINGS) == due + 1.5 * HOUR


NIGHT = RestTimes(frozenset(range(8)))


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        (state(), DueReason.NEVER_ASKED),
        (state(gone=True, failures=3), DueReason.GONE),
        (state(last_fetch=NOW, next_due=NOW + HOUR, retry_at=NOW + HOUR, failures=1), DueReason.RETRY_AFTER),
        (state(last_fetch=NOW, next_due=NOW + HOUR, retry_at=NOW + MINUTE, failures=3), DueReason.FAILED),
        (state(last_fetch=NOW, next_due=NOW + HOUR, failures=3), DueReason.FAILED),
        (state(last_fetch=NOW, next_due=NOW + 20 * HOUR, rest=NIGHT), DueReason.REST),
        (state(last_fetch=NOW, next_due=NOW + 3 * HOUR, rest=NIGHT), DueReason.LEARNT),
        (state(last_fetch=NOW, next_due=NOW + 3 * HOUR, interval=10800), DueReason.WANTED),
        (state(last_fetch=NOW, next_due=NOW + 3 * HOUR, interval=900), DueReason.LEARNT),
        (state(last_fetch=NOW, next_due=NOW + DAY, interval=10**9), DueReason.WANTED),
        (state(last_fetch=NOW, next_due=NOW + DAY, interval=900), DueReason.LONGEST),
        (state(last_fetch=NOW, next_due=NOW + 15 * MINUTE), DueReason.SHORTEST),
    ],
)
def test_why_a_feed_is_due_when_it_is(feed: FeedState, reason: DueReason) -> None:
    assert find_due_reason(feed, SETTINGS) is reason


@pytest.mark.parametrize(
    ("ages", "asked", "rest", "reason"),
    [
        ([MINUTE, 2 * MINUTE], None, RestTimes(), DueReason.SHORTEST),
        ([MINUTE, 4 * HOUR], None, RestTimes(), DueReason.LEARNT),
        ([MINUTE, 2 * MINUTE], 3 * 3600, RestTimes(), DueReason.WANTED),
        ([300 * DAY], None, RestTimes(), DueReason.LONGEST),
        ([MINUTE, 26 * HOUR], None, NIGHT, DueReason.REST),
    ],
)
def test_the_reason_is_the_one_it_was_planned_by(
    ages: list[timedelta], asked: int | None, rest: RestTimes, reason: DueReason
) -> None:
    due = plan_after_change(NOW, [NOW - age for age in ages], asked, rest, SETTINGS)
    planned = state(last_fetch=NOW, next_due=due, interval=asked, rest=rest)
    assert find_due_reason(planned, SETTINGS) is reason


@pytest.mark.parametrize(
    ("failures", "retry_after", "wait"),
    [
        (1, None, 15 * MINUTE),
        (2, None, 30 * MINUTE),
        (5, None, 4 * HOUR),
        (8, None, DAY),
        (5000, None, DAY),
        (1, MINUTE, 15 * MINUTE),
        (1, 3 * DAY, 3 * DAY),
    ],
)
def test_failures_double_the_wait(failures: int, retry_after: timedelta | None, wait: timedelta) -> None:
    retry_at = None if retry_after is None else NOW + retry_after
    assert plan_after_failure(NOW, failures, retry_at, SETTINGS) == NOW + wait
