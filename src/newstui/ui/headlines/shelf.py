"""The headlines that have been loaded, and which are to be loaded next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from newstui.model import Heading, Headline
from newstui.model.heading import VISIT

PAGE: Final = 100
"""Headlines that are loaded at a time."""
_KEPT: Final = 4000


class Shelf:
    """Loaded rows by their keys, the latest used kept. Outdated ones are shown until they have been loaded anew."""

    def __init__(self) -> None:
        self._headlines: OrderedDict[int, Headline] = OrderedDict()
        self._headings: dict[int, Heading] = {}
        self._current: set[int] = set()
        """Stories that need no loading: loaded, or asked for and found to have gone."""

    def find(self, story: int) -> Headline | None:
        """Return a story's headline, if it has been loaded."""
        headline = self._headlines.get(story)
        if headline is not None:
            self._headlines.move_to_end(story)
        return headline

    def find_heading(self, row: int) -> Heading | None:
        """Return the heading of a source, if it has been loaded."""
        return self._headings.get(row)

    def put(self, rows: Iterable[Headline | Heading], asked: Iterable[int] = ()) -> None:
        """Take rows in; what was asked for and has not come is not asked for again."""
        if len(self._current) > 2 * _KEPT:
            self._current.clear()
        for row in rows:
            self._current.add(row.key)
            if isinstance(row, Heading):
                self._headings[row.key] = row
            else:
                self._headlines[row.key] = row
                self._headlines.move_to_end(row.key)
        self._current.update(asked)
        while len(self._headlines) > _KEPT:
            self._current.discard(self._headlines.popitem(last=False)[0])

    def expect(self, headings: Iterable[int]) -> None:
        """Ask for these headings no more: they are being counted."""
        self._current.update(headings)

    def mark_story(self, marked: Headline) -> list[int]:
        """Give all rows of a story the marks of one of them; returns the rows."""
        rows = [row for row, headline in self._headlines.items() if headline.story == marked.story]
        for row in rows:
            self._headlines[row] = replace(self._headlines[row], read=marked.read, starred=marked.starred)
        return rows

    def outdate(self) -> None:
        """Have everything loaded again when it is seen."""
        self._current.clear()

    def outdate_headings(self) -> None:
        """Have the headings loaded again when they are seen: what is unread has changed."""
        self._current.difference_update(self._headings)

    def clear(self) -> None:
        """Forget everything."""
        self._headlines.clear()
        self._headings.clear()
        self._current.clear()

    def find_missing(self, stories: Sequence[int], first: int, last: int) -> list[int]:
        """Return the stories to load next, at most a page: those in rows `first` to `last`, then those around them."""
        missing = self._missing(stories[max(0, first) : last])
        if not missing:
            below = self._missing(stories[last : last + PAGE])
            missing = below or self._missing(stories[max(0, first - PAGE) : max(0, first)])
        return missing[:PAGE]

    def _missing(self, stories: Sequence[int]) -> list[int]:
        return [story for story in stories if story not in self._current and _is_loaded(story)]


def _is_loaded(row: int) -> bool:
    """Whether what stands in a row has to be loaded."""
    return row != VISIT
