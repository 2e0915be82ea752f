"""Headings: rows of a list that stand above a group of its stories. Their numbers are far below those of other rows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from newstui.record import record

VISIT: Final = -(1 << 48)
"""The row between what has come since the last visit and what was there before."""
_SOURCES: Final = VISIT - (1 << 32)


class Group(StrEnum):
    """By what a list is cut into groups; its order holds within each of them."""

    NONE = "none"
    DAY = "day"
    SOURCE = "source"


@record
class Heading:
    """The row above the stories of a source, with what is unread in all of that; the title is empty where there is none."""

    key: int
    title: str
    unread: int = 0


def is_heading(row: int) -> bool:
    """Whether a row of a list is a heading, and no story and no edition."""
    return row <= VISIT


def heading_of_day(ordinal: int) -> int:
    """Return the row above a day's stories; days are counted as date.toordinal() does."""
    return VISIT - ordinal


def heading_of_source(number: int) -> int:
    """Return the row above a source's stories; 0 is none."""
    return _SOURCES - number


def find_day(row: int) -> date | None:
    """Return the day that a row is the heading of."""
    return date.fromordinal(VISIT - row) if _SOURCES < row < VISIT else None


def find_source_number(row: int) -> int | None:
    """Return the number of the source that a row is the heading of; 0 is none."""
    return _SOURCES - row if row <= _SOURCES else None
