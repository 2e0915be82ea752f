"""Why a source is as it is, in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newstui.errors import FetchError, SourceError
from newstui.library.condition import describe_condition, tell_duration
from newstui.model import FeedState, RestTimes, Source, SourceKind
from newstui.refresh import RefreshSettings

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SETTINGS = RefreshSettings()
URL = "https://paper.example/feed"


def describe(source: dict[str, Any], state: dict[str, Any]) -> str:
    about: dict[str, Any] = {"key": "1", "kind": SourceKind.FEED, "title": "Paper", "url": URL, **source}
    return "\n".join(
        describe_condition(Source(**about), FeedState(source="1", url=about["url"] or "", **state), NOW, SETTINGS)
    )


GOOD: dict[str, Any] = {"last_status": "unchanged", "http_status": 304, "last_good": NOW - 2 * HOUR}
ASKED: dict[str, Any] = {"last_fetch": NOW - 2 * HOUR, "next_due": NOW + HOUR}


@pytest.mark.parametrize(
    ("source", "state", "said"),
    [
        ({}, {}, ["It has not been asked yet; the next refresh does."]),
        (
            GOOD,
            ASKED,
            ["Last good: ", "(2 hours ago)", "nothing had changed (304)", "asked every 3 hours by how often"],
        ),
        (GOOD | {"last_status": "new", "http_status": 200}, ASKED, ["answered with the feed (200)"]),
        (GOOD, ASKED | {"next_due": NOW - HOUR}, ["Due since "]),
        (GOOD, ASKED | {"interval": 10800}, ["the feed or its server asks for 3 hours between two refreshes"]),
        (GOOD, ASKED | {"next_due": NOW + 22 * HOUR}, ["changes seldom, and no wait is longer than 24 hours"]),
        (
            GOOD,
            {"last_fetch": NOW, "next_due": NOW + 15 * MINUTE},
            ["changes often, and no wait is shorter than 15 minutes"],
        ),
        (GOOD, ASKED | {"rest": RestTimes(frozenset({12}))}, ["asks for rest on some days or at some hours"]),
        (
            GOOD | {"last_error": FetchError("the bridge is out"), "http_status": 500},
            ASKED | {"failures": 4},
            ["Last good: ", "Failed: the bridge is out", "failed 4 times in a row", "doubles the wait, up to 24 hours"],
        ),
        (
            {"last_status": "failed", "last_error": FetchError("no"), "http_status": 429},
            ASKED | {"failures": 1, "retry_at": NOW + HOUR},
            ["Never read so far.", "its server wants to be left alone until then"],
        ),
        (
            GOOD | {"last_error": FetchError("gone (410)"), "http_status": 410},
            {"gone": True, "failures": 1, "last_fetch": NOW},
            ["gone for good, and is not asked any more unless you refresh it by hand"],
        ),
        (
            GOOD,
            ASKED | {"moved_to": "https://new.example/feed"},
            ["moved to https://new.example/feed for good; when it says so again, the source follows"],
        ),
        (GOOD | {"url": "exec:feed", "http_status": None}, ASKED, ["The program did its work."]),
        (
            {
                "kind": SourceKind.FILE,
                "path": "/f",
                "url": None,
                "last_error": SourceError("no file"),
                "last_good": NOW,
            },
            {},
            ["The last reading failed: no file", "Last good: ", "looked at whenever anything is refreshed"],
        ),
    ],
)
def test_everything_that_matters_is_said(source: dict[str, Any], state: dict[str, Any], said: list[str]) -> None:
    words = describe(source, state)
    assert [part for part in said if part not in words] == []
    assert "{" not in words
    if not state.get("failures"):
        assert "in a row" not in words


def test_a_feed_that_is_well_says_no_more_than_it_must() -> None:
    assert len(describe(GOOD, ASKED).splitlines()) == 3


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(), "0 minutes"),
        (MINUTE, "1 minute"),
        (HOUR, "1 hour"),
        (89 * MINUTE, "89 minutes"),
        (90 * MINUTE, "2 hours"),
        (47 * HOUR, "47 hours"),
        (47.6 * HOUR, "2 days"),
        (400 * DAY, "400 days"),
        (-HOUR, "0 minutes"),
    ],
)
def test_durations(span: timedelta, said: str) -> None:
    assert tell_duration(span) == said
