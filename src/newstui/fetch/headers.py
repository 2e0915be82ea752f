"""What headers say about time: when to come again, and how long an answer stays fresh."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST_WAIT: Final = timedelta(days=7)
"""A Retry-After beyond this is taken for this."""

_MAX_AGE: Final = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,18})", re.IGNORECASE)


def find_retry_time(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when a server wants to be asked again: Retry-After in seconds or as a date (RFC 9110, 10.2.3)."""
    value = headers.get("retry-after", "").strip()
    if value.isdecimal() and value.isascii():
        return now + min(timedelta(seconds=int(value[:9])), LONGEST_WAIT)
    moment = parse_date(value)
    return None if moment is None else min(max(moment, now), now + LONGEST_WAIT)


def find_freshness(headers: Mapping[str, str], now: datetime) -> int | None:
    """Return for how many seconds an answer is fresh: max-age before Expires (RFC 9111, 4.2.1); None if it is silent.

    An Age is taken off. What is fresh for no time says nothing about when to come again.
    """
    if match := _MAX_AGE.search(headers.get("cache-control", "")):
        age = headers.get("age", "").strip()
        seconds = int(match[1]) - (int(age[:18]) if age.isdecimal() and age.isascii() else 0)
    elif (expires := parse_date(headers.get("expires", ""))) is not None:
        seconds = int((expires - (parse_date(headers.get("date", "")) or now)).total_seconds())
    else:
        return None
    return seconds if seconds > 0 else None


def parse_date(value: str) -> datetime | None:
    """Return an HTTP date (RFC 9110, 5.6.7) in UTC, None where there is none."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
