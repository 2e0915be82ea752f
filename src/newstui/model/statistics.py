"""Statistics: how much arrives from where and in which language, what of it is read, and who is quoted most."""

from __future__ import annotations

from datetime import date
from typing import Final

from newstui.model.speaker import Speaker
from newstui.record import record

_HARDLY: Final = 0.1


@record(kw_only=True)
class Tally:
    """What a source, or a language, has brought in a period. `name` is a source's key, or a tag.

    `by_day` counts its articles for each day of the period; `unread` are those of all these that nobody has read.
    """

    name: str
    title: str
    by_day: tuple[int, ...]
    unread: int

    @property
    def articles(self) -> int:
        """How many articles it has brought."""
        return sum(self.by_day)

    @property
    def read_share(self) -> float:
        """Which part of them was read, from 0 to 1."""
        return 1 - self.unread / self.articles if self.articles else 0.0


@record
class Voice:
    """Somebody who is quoted, and how many quotations of theirs stand in the articles of a period."""

    speaker: Speaker
    quotes: int


@record(kw_only=True)
class Statistics:
    """A library's figures for the `days` of a period, of which the last is today; what has so many values has one a day.

    An edition in another language is no article more, but counts for its own language. `sources` and `languages` are
    those that have brought something, the busiest first, `silent` counts the other sources. `unread_by_day` is what was
    unread when the day ended, today: what is now. `stories` and `quotes` (those of known speakers) count the whole
    library, `voices` are the most quoted of the period.
    """

    days: tuple[date, ...]
    by_day: tuple[int, ...]
    read_by_day: tuple[int, ...]
    unread_by_day: tuple[int, ...]
    sources: tuple[Tally, ...] = ()
    languages: tuple[Tally, ...] = ()
    silent: int = 0
    stories: int = 0
    quotes: int = 0
    voices: tuple[Voice, ...] = ()

    def list_neglected(self) -> tuple[Tally, ...]:
        """The sources of which less than a tenth is read, the least read first, of equals the busiest."""
        neglected = [each for each in self.sources if each.read_share < _HARDLY]
        return tuple(sorted(neglected, key=lambda each: (each.read_share, -each.articles)))
