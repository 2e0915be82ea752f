"""How often a feed asks to be fetched at most."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

_PERIODS: Final = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}
_SKIPPED: Final = re.compile(rb"<skipHours\b.*?</skipHours", re.IGNORECASE | re.DOTALL)
_HOUR: Final = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour", re.IGNORECASE)


def find_interval(feed: Mapping[str, Any], body: bytes) -> int | None:
    """Return the longest interval that a feed names, in seconds: ttl, sy:updatePeriod and its frequency, skipHours.

    Hours that are skipped leave so many of a day's fetches; the interval is what they are apart on average.
    """
    asked = [
        _read_positive(dict.get(feed, "ttl")) * 60,  # type: ignore[call-overload]
        _read_period(feed),
        _read_skipped(body),
    ]
    return max(asked) or None


def _read_period(feed: Mapping[str, Any]) -> int:
    period = str(dict.get(feed, "sy_updateperiod") or "").strip().lower()  # type: ignore[call-overload]
    frequency = _read_positive(dict.get(feed, "sy_updatefrequency")) or 1  # type: ignore[call-overload]
    return _PERIODS.get(period, 0) // frequency


def _read_skipped(body: bytes) -> int:
    if b"kipHours" not in body or (skipped := _SKIPPED.search(body)) is None:
        return 0
    hours = {int(hour) % 24 for hour in _HOUR.findall(skipped[0])}
    return 86_400 // (24 - len(hours)) if 0 < len(hours) < 24 else 0


def _read_positive(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
