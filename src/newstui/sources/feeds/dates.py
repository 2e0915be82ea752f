"""Dates as feeds write them, to aware UTC."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def from_parts(parts: time.struct_time | None) -> datetime | None:
    """Return a date that a parser has taken apart, in UTC."""
    if parts is None:
        return None
    try:
        return datetime(*parts[:5], min(parts[5], 59), tzinfo=UTC)
    except (TypeError, ValueError):
        return None


def read_date(text: str | None) -> datetime | None:
    """Return a date in RFC 3339, ISO 8601 or RFC 5322 as UTC; one without a zone is in UTC."""
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text.strip())
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
    return None
