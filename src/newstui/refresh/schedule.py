"""When a source is due next: how often it really changes, what it asks for, and how often it failed.

What a feed asks for is honoured as far as it makes sense: no wait is longer than the settings allow, no rest longer than
three days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from newstui.model import FeedState, RestTimes
from newstui.refresh.settings import RefreshSettings

_NEWEST: Final = 10
"""How many of a feed's articles tell how often it changes."""
_QUIET: Final = 20
"""A feed whose newest article is this many hours old is looked at every hour."""
_RELAX: Final = 1.5
"""What the interval is multiplied with each time that nothing had changed."""
_UNKNOWN: Final = timedelta(hours=1)
"""The interval of a feed without dates."""
_HOUR: Final = timedelta(hours=1)
_LONGEST_REST: Final = timedelta(days=3)


class DueReason(Enum):
    """Why a source is due when it is, or is not due at all."""

    GONE = auto()
    """Its server says that it is gone for good: it is due no more."""
    NEVER_ASKED = auto()
    RETRY_AFTER = auto()
    """Its server has said until when it wants to be left alone."""
    FAILED = auto()
    """Each failure in a row doubles the wait."""
    REST = auto()
    """It asks for rest on certain days or at certain hours."""
    WANTED = auto()
    """It, or its server, asks for so much time between two refreshes."""
    LONGEST = auto()
    """It changes seldom, and no wait is longer."""
    SHORTEST = auto()
    """It changes often, and no wait is shorter."""
    LEARNT = auto()
    """So often does it change."""


def find_due_reason(state: FeedState, settings: RefreshSettings) -> DueReason:
    """Return why a source is due at its `next_due`: what plan_after_change and its kin made of it."""
    if state.gone:
        return DueReason.GONE
    if state.retry_at is not None and state.next_due is not None and state.next_due <= state.retry_at:
        return DueReason.RETRY_AFTER
    if state.next_due is None or state.last_fetch is None:
        return DueReason.NEVER_ASKED
    if state.failures:
        return DueReason.FAILED
    if state.next_due.minute == 0 and _is_resting(state.next_due - _HOUR, state.rest):
        return DueReason.REST
    wait = state.next_due - state.last_fetch
    if state.interval is not None and abs(wait.total_seconds() - state.interval) < 1:
        return DueReason.WANTED
    if wait >= settings.maximum_interval:
        wanted = state.interval is not None and state.interval >= wait.total_seconds()
        return DueReason.WANTED if wanted else DueReason.LONGEST
    return DueReason.SHORTEST if wait <= settings.minimum_interval else DueReason.LEARNT


def is_due(state: FeedState, now: datetime) -> bool:
    """Whether a source is to be refreshed now without being asked for; files have no due time, and always are."""
    if state.gone or (state.retry_at is not None and state.retry_at > now):
        return False
    return state.next_due is None or state.next_due <= now


def plan_after_change(
    now: datetime, dates: Iterable[datetime], asked: int | None, rest: RestTimes, settings: RefreshSettings
) -> datetime:
    """Return when a feed is due that brought a new body with articles of these `dates`; `asked` is in seconds."""
    return spare(now + _fit(observe_interval(dates, now), asked, settings), rest)


def plan_after_silence(now: datetime, state: FeedState, asked: int | None, settings: RefreshSettings) -> datetime:
    """Return when a feed is due that had not changed: the wait becomes longer each time."""
    last = settings.minimum_interval
    if state.next_due is not None and state.last_fetch is not None and state.failures == 0:
        last = max(last, _count_waking(state.last_fetch, state.next_due, state.rest))
    return spare(now + _fit(last * _RELAX, asked, settings), state.rest)


def plan_after_failure(now: datetime, failures: int, retry_at: datetime | None, settings: RefreshSettings) -> datetime:
    """Return when a feed is due that failed for the n-th time in a row: each wait is twice the one before.

    A server's own word (Retry-After) counts when it is later.
    """
    factor = 1 << min(max(failures - 1, 0), 20)
    due = now + min(settings.minimum_interval * factor, settings.maximum_interval)
    return due if retry_at is None else max(due, retry_at)


def spare(due: datetime, rest: RestTimes) -> datetime:
    """Return the first moment from `due` on at which a feed does not ask for rest, at most three days later."""
    latest = due + _LONGEST_REST
    moment = due
    while moment < latest and _is_resting(moment, rest):
        moment = moment.replace(minute=0, second=0, microsecond=0) + _HOUR
    return min(moment, latest)


def _is_resting(moment: datetime, rest: RestTimes) -> bool:
    return moment.hour in rest.hours or moment.weekday() in rest.days


def _count_waking(start: datetime, end: datetime, rest: RestTimes) -> timedelta:
    """Return the time between two moments, less the hours of rest: that a feed rested does not mean that it is quiet."""
    hours = range(1, int((end - start) / _HOUR) + 1) if rest else ()
    return end - start - sum(_is_resting(start + hour * _HOUR, rest) for hour in hours) * _HOUR


def observe_interval(dates: Iterable[datetime], now: datetime) -> timedelta:
    """Return how long to wait by the look of a feed: half the usual time between two of its newest articles.

    A feed that has gone quiet is asked less often, the more so the longer ago its newest article is.
    """
    newest = sorted((date for date in dates if date <= now), reverse=True)[:_NEWEST]
    if not newest:
        return _UNKNOWN
    quiet = (now - newest[0]) / _QUIET
    gaps = sorted(later - earlier for later, earlier in pairwise(newest))
    usual = gaps[len(gaps) // 2] / 2 if gaps else _UNKNOWN
    return max(usual, quiet)


def _fit(wait: timedelta, asked: int | None, settings: RefreshSettings) -> timedelta:
    """Return a wait within the limits of sense, no shorter than what the feed or its server asks for within them."""
    if asked is not None:
        wait = max(wait, timedelta(seconds=min(asked, settings.maximum_interval.total_seconds())))
    return min(max(wait, settings.minimum_interval), settings.maximum_interval)
