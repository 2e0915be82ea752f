"""The list of headlines: a snapshot of stories, heard some at a time, each with its number."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Final

from newstui.library.facade import Library
from newstui.model import Headline, View

_PAGE: Final = 10
"""So many headlines are heard at once."""
_BATCH: Final = 100


class Shelf:
    """A list: what it holds, and how far it was heard. Numbers begin at 1 and stay until another list is opened."""

    def __init__(self, library: Library, title: str, stories: Sequence[int], view: View | None) -> None:
        """`view` is None for what a query found."""
        self._library = library
        self.title = title
        self.view = view
        self.stories = array("q", (story for story in stories if story > 0))
        self.heard = 0
        """How many headlines from the top were heard last."""

    def __len__(self) -> int:
        return len(self.stories)

    def page(self, start: int, size: int = _PAGE) -> list[tuple[int, Headline]]:
        """Return headlines with their numbers, from number `start` + 1; notes how far they go."""
        start = max(0, min(start, len(self.stories)))
        stories = self.stories[start : start + size]
        self.heard = start + len(stories)
        numbers = {story: start + place for place, story in enumerate(stories, 1)}
        return [(numbers[row.story], row) for row in self._library.load_headlines(stories)]

    def page_before(self) -> list[tuple[int, Headline]]:
        """Return the headlines before those that were heard last."""
        last = (self.heard - 1) // _PAGE * _PAGE
        return self.page(last - _PAGE)

    def find(self, number: int) -> Headline | None:
        """Return the headline with this number, if there is one and its story is still there."""
        rows = self._library.load_headlines(self.stories[number - 1 : number]) if number > 0 else []
        return rows[0] if rows else None

    def find_number(self, headline: Headline) -> int:
        """Return a headline's number, 0 where it is not in the list."""
        return self.stories.index(headline.story) + 1 if headline.story in self.stories else 0

    def find_unread(self, number: int, step: int) -> tuple[int, Headline] | None:
        """Return the next unread story behind a number, or with a step of -1 before it."""
        numbers = range(number + 1, len(self) + 1) if step > 0 else range(number - 1, 0, -1)
        for start in range(0, len(numbers), _BATCH):
            part = numbers[start : start + _BATCH]
            rows = {row.story: row for row in self._library.load_headlines([self.stories[each - 1] for each in part])}
            for each in part:
                row = rows.get(self.stories[each - 1])
                if row is not None and not row.read:
                    return each, row
        return None

    def find_words(self, number: int, words: str) -> tuple[int, Headline] | None:
        """Return the next headline behind a number whose title has these words."""
        for start in range(number, len(self), _BATCH):
            rows = self._library.load_headlines(self.stories[start : start + _BATCH])
            for row in rows:
                if words.casefold() in row.title.casefold():
                    return self.find_number(row), row
        return None
