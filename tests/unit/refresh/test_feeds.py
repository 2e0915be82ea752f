from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newstui.errors import FetchError, SourceError
from newstui.fetch import FetchResponse
from newstui.model import FeedState, ParsedFeed, RefreshStatus, RestTimes
from newstui.refresh import RefreshSettings
from newstui.refresh.decide import Decision
from newstui.refresh.feeds import Outcome, conclude, list_scopes
from newstui.refresh.jobs import Parsed

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
OLD, NEW = "https://old.example/feed", "https://new.example/feed"
STATE = FeedState(source="1", url=OLD, etag="e", last_modified="l", content_hash=b"h", last_good=NOW - HOUR)
SETTINGS = RefreshSettings()


def answer(status: int = 304, **fields: Any) -> FetchResponse:
    return FetchResponse(status=status, url=OLD, **fields)


def settle(state: FeedState, response: FetchResponse | None = None, **fields: Any) -> FeedState:
    return conclude(Outcome(state=state, response=response, **fields), Decision(), NOW, SETTINGS)[0]


@pytest.mark.parametrize(
    ("before", "response", "url", "noted"),
    [
        (None, answer(moved_to=NEW), OLD, NEW),
        (NEW, answer(moved_to=NEW), NEW, None),
        ("https://third.example/feed", answer(moved_to=NEW), OLD, NEW),
        (NEW, answer(), OLD, None),
        (NEW, answer(moved_to=NEW, downgraded=True), OLD, None),
        (None, answer(moved_to=NEW, downgraded=True), OLD, None),
    ],
)
def test_a_feed_moves_when_it_is_said_twice(
    before: str | None, response: FetchResponse, url: str, noted: str | None
) -> None:
    state = settle(replace(STATE, moved_to=before), response)
    assert (state.url, state.moved_to) == (url, noted)


@pytest.mark.parametrize(
    ("before", "moved_to", "home", "after"),
    [
        (None, None, True, True),
        (None, None, False, False),
        (True, None, False, True),
        (False, None, False, False),
        (True, NEW, True, True),
        (True, NEW, False, False),
        (False, NEW, True, False),
    ],
)
def test_the_first_good_answer_says_whether_a_feed_may_lie_at_home(
    *, before: bool | None, moved_to: str | None, home: bool, after: bool
) -> None:
    state = settle(replace(STATE, home=before, moved_to=moved_to), answer(moved_to=moved_to, home=home))
    assert state.home == after
    assert settle(replace(STATE, home=before), error=FetchError("no")).home == before


def test_a_feed_that_asks_for_rest_is_due_after_it() -> None:
    rest = RestTimes(frozenset(range(12, 18)))
    parsed = Parsed((), ParsedFeed(title="T", articles=(), rest=rest))
    state = settle(STATE, answer(200), parsed=parsed, body_hash=b"new")
    assert (state.rest, state.next_due) == (rest, NOW + 6 * HOUR)
    assert settle(state, answer()).next_due == NOW + 6 * HOUR, "the next answer has no body to say it again"


def test_guids_have_both_scopes_while_a_feed_moves() -> None:
    assert list_scopes(STATE, answer(moved_to=NEW)) == (OLD,)
    assert list_scopes(replace(STATE, moved_to=NEW), answer(moved_to=NEW)) == (NEW, OLD)


def test_a_new_body_brings_new_validators() -> None:
    response = answer(200, headers={"etag": "new", "cache-control": "max-age=7200"})
    parsed = Parsed((), ParsedFeed(title="T", articles=(), interval=3600))
    state = settle(STATE, response, parsed=parsed, body_hash=b"new")
    assert (state.etag, state.last_modified, state.content_hash) == ("new", None, b"new")
    assert (state.interval, state.next_due) == (7200, NOW + 2 * HOUR)
    assert (state.last_fetch, state.last_good) == (NOW, NOW)


def test_a_new_body_without_validators_leaves_the_last_ones() -> None:
    state = settle(STATE, answer(200), parsed=Parsed(()), body_hash=b"new")
    assert (state.etag, state.last_modified, state.content_hash) == ("e", "l", b"new")


def test_a_body_that_broke_off_is_asked_for_again() -> None:
    feed = ParsedFeed(title="T", articles=(), is_cut=True)
    response = answer(200, headers={"etag": "new"})
    state = settle(STATE, response, parsed=Parsed((), feed), body_hash=b"new")
    assert (state.etag, state.last_modified, state.content_hash) == ("e", "l", b"new")


def test_an_unchanged_feed_keeps_its_validators_and_its_wish() -> None:
    state = settle(replace(STATE, interval=4 * 3600, failures=3, retry_at=NOW), answer(headers={"etag": "other"}))
    assert (state.etag, state.content_hash) == ("e", b"h")
    assert state.next_due == NOW + 4 * HOUR
    assert (state.failures, state.retry_at) == (0, None)


@pytest.mark.parametrize(
    ("error", "status", "failures", "due", "gone"),
    [
        (FetchError("no name"), RefreshStatus.FAILED, 3, HOUR, False),
        (SourceError("no feed"), RefreshStatus.FAILED, 3, HOUR, False),
        (FetchError("error", http_status=500), RefreshStatus.FAILED, 3, HOUR, False),
        (FetchError("gone", http_status=410), RefreshStatus.FAILED, 3, None, True),
        (FetchError("calm", http_status=429, retry_at=NOW + 5 * HOUR), RefreshStatus.FAILED, 3, 5 * HOUR, False),
        (FetchError("host is calm", retry_at=NOW + 5 * HOUR), RefreshStatus.SKIPPED, 2, 5 * HOUR, False),
    ],
)
def test_what_follows_from_a_failure(
    error: FetchError | SourceError, status: RefreshStatus, failures: int, due: timedelta | None, *, gone: bool
) -> None:
    state, result = conclude(Outcome(state=replace(STATE, failures=2), error=error), Decision(), NOW, SETTINGS)
    assert (result.status, result.error) == (status, error)
    assert (state.failures, state.gone) == (failures, gone)
    assert state.next_due == result.next_due == (None if due is None else NOW + due)
    assert (state.etag, state.content_hash, state.last_good) == ("e", b"h", NOW - HOUR)


def test_a_result_counts_what_was_decided() -> None:
    _, result = conclude(
        Outcome(state=STATE, response=answer(200), parsed=Parsed(())), Decision(new=2, updated=1), NOW, SETTINGS
    )
    assert (result.status, result.new, result.updated, result.http_status) == (RefreshStatus.NEW, 2, 1, 200)
