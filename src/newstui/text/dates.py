"""Dates as people write them, in the six languages and Italian, and as machines do (ISO 8601)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from newstui.record import record

_MONTHS: Final = """
jan januar january janvier januari enero janeiro jänner ene gennaio gen janv
feb februar february février februari febrero fevereiro febr févr fev febbraio fevr
mar märz march mars maart marzo março mär mrz mrt mars
apr april avril abril aprile avr abr
may mai mei mayo maio maggio
jun juni june juin junio junho giugno
jul juli july juillet julio julho luglio juil
aug august août augustus agosto ago aout
sep september septembre septiembre setembro settembre sept set
oct oktober october octobre octubre outubro ottobre okt out
nov november novembre noviembre novembro
dec dezember december décembre diciembre dezembro dicembre dez déc dic
"""
_MONTH_BY_NAME: Final = {
    name: number for number, names in enumerate(_MONTHS.strip().splitlines(), 1) for name in names.split()
}
_MONTH: Final = "(?P<month>" + "|".join(sorted(_MONTH_BY_NAME, key=len, reverse=True)) + r")\b\.?"
_DAY: Final = r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)\b"
_TIME: Final = re.compile(
    r"[\s,|–—-]*(?:(?:um|at|à|om|a las?|às?|alle)\s+)?(?P<hour>[01]?\d|2[0-3])\s?(?:[:.h]\s?(?P<minute>[0-5]\d)|h)"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?(?:\s?(?:uhr|uur|h|hrs)\b)?(?:\s?(?P<zone>GMT|UTC|CEST|CET|MESZ|MEZ)\b)?",
    re.IGNORECASE,
)
_HOURS_EAST: Final = {"CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2}
_ISO: Final = re.compile(
    r"\b(?P<date>(?:19|20)\d\d-[01]\d-[0-3]\d)(?:[T ](?P<time>[0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,]\d+)?"
    r" ?(?P<zone>Z|[+-][01]\d:?[0-5]\d)?)?"
)
_WORDED: Final = (
    re.compile(rf"{_DAY}\s+(?:de\s+|di\s+)?{_MONTH},?\s+(?:de\s+|del\s+)?{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?P<day>[0-3]?\d)[./]\s?(?P<month>[01]?\d)[./]\s?{_YEAR}"),
    re.compile(rf"{_YEAR}[/年]\s?(?P<month>[01]?\d)[/月]\s?(?P<day>[0-3]?\d)日?".replace(r"\b", "")),
)


@record
class FoundDate:
    """A date in a text: the moment in UTC, and the code points that it stands in, half-open."""

    at: datetime
    start: int
    end: int


def find_date(text: str) -> FoundDate | None:
    """Return the first date in a text; one without a zone is taken for UTC, one without a time for midnight.

    Days stand before months where only figures tell (06.01.2026), since only one of the six languages' countries
    writes them otherwise.
    """
    found = _find_iso(text)
    if found:
        return found
    for pattern in _WORDED:
        for match in pattern.finditer(text):
            moment = _build(match)
            if moment:
                return _with_time(text, moment, match)
    return None


def parse_date(text: str | None) -> datetime | None:
    """Return the moment that a machine's or a person's date says, in UTC, or None."""
    found = find_date(text or "")
    return found.at if found else None


def _find_iso(text: str) -> FoundDate | None:
    match = _ISO.search(text)
    if not match:
        return None
    zone = (match["zone"] or "+00:00").replace("Z", "+00:00")
    try:
        moment = datetime.fromisoformat(f"{match['date']}T{match['time'] or '00:00'}{zone}")
        return FoundDate(moment.astimezone(UTC), match.start(), match.end())
    except (ValueError, OverflowError):
        return None


def _build(match: re.Match[str]) -> datetime | None:
    name = match["month"].lower()
    month = int(name) if name.isdigit() else _MONTH_BY_NAME[name]
    try:
        return datetime(int(match["year"]), month, int(match["day"]), tzinfo=UTC)
    except ValueError:
        return None


def _with_time(text: str, day: datetime, match: re.Match[str]) -> FoundDate:
    time = _TIME.match(text, match.end())
    if not time:
        return FoundDate(day, match.start(), match.end())
    hour = int(time["hour"])
    if time["half"]:
        hour = hour % 12 + (12 if time["half"].lower() == "p" else 0)
    east = timezone(timedelta(hours=_HOURS_EAST.get((time["zone"] or "").upper(), 0)))
    moment = day.replace(hour=hour, minute=int(time["minute"] or 0), tzinfo=east)
    return FoundDate(moment.astimezone(UTC), match.start(), time.end())
