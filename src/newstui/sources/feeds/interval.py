"""How often a feed asks to be fetched at most, and when not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from newstui.model import RestTimes

_PERIODS: Final = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_SKIPPED: Final = re.compile(rb"<skip(?:Hours|Days)\b.*?</skip(?:Hours|Days)", re.IGNORECASE | re.DOTALL)
_HOUR: Final = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour", re.IGNORECASE)
_DAY: Final = re.compile(rb"<day>\s*(mon|tues|wednes|thurs|fri|satur|sun)day\s*</day", re.IGNORECASE)
_DAYS: Final = (b"mon", b"tues", b"wednes", b"thurs", b"fri", b"satur", b"sun")


def find_interval(feed: Mapping[str, Any]) -> int | None:
    """Return the longer of the intervals that a feed names, in seconds: ttl, and sy:updatePeriod with its frequency."""
    ttl = _read_positive(dict.get(feed, "ttl")) * 60  # type: ignore[call-overload]
    return max(ttl, _read_period(feed)) or None


def find_rest(body: bytes) -> RestTimes:
    """Return when a feed asks not to be fetched (RSS 2.0, skipHours and skipDays); one that always does asks nothing."""
    if b"<skip" not in body:
        return RestTimes()
    skipped = b" ".join(_SKIPPED.findall(body))
    hours = frozenset(int(hour) % 24 for hour in _HOUR.findall(skipped) if int(hour) <= 24)
    days = frozenset(_DAYS.index(day.lower()) for day in _DAY.findall(skipped))
    return RestTimes(hours if len(hours) < 24 else frozenset(), days if len(days) < 7 else frozenset())


def _read_period(feed: Mapping[str, Any]) -> int:
    period = str(dict.get(feed, "sy_updateperiod") or "").strip().lower()  # type: ignore[call-overload]
    frequency = _read_positive(dict.get(feed, "sy_updatefrequency")) or 1  # type: ignore[call-overload]
    return _PERIODS.get(period, 0) // frequency


def _read_positive(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
