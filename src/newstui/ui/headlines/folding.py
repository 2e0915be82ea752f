"""FoldingList: a list whose groups can be folded, so that of a group nothing but its heading is seen."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable
from itertools import pairwise

from newstui.model.heading import VISIT, find_day, is_heading
from newstui.ui.headlines.place import find_row
from newstui.ui.headlines.row_list import RowList


class FoldingList(RowList):
    """Remembers as long as it lives which groups of which list are folded, and where the cursor was in each."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  Textual's word
        super().__init__(id=id, classes=classes)
        self._list_name = ""
        self._folded_of: dict[str, dict[int, int | None]] = {}

    @property
    def _folded(self) -> dict[int, int | None]:
        """The headings whose groups are folded in the list that is shown, each with the story to come back to."""
        return self._folded_of.setdefault(self._list_name, {})

    def fold(self, heading: int | None = None) -> bool:
        """Fold or unfold a group, without a heading that of the cursor; False where there is none."""
        heading = self._find_group(self.position) if heading is None else heading
        if heading is None:
            return False
        row = self._rows.index(heading)
        on_screen = max(0, row - self.scroll_offset.y // self.density)
        inside = self._find_group(self.position) == heading
        if heading not in self._folded:
            self._folded[heading] = self.story_at_cursor if inside else None
            story = heading if inside else self.story_at_cursor
        else:
            story = self._unfold(heading) if inside else self._rows[self.cursor]
        self._renew_rows(story, keep=(heading, on_screen))
        return True

    def fold_all(self) -> bool:
        """Fold all groups, or unfold them where all are folded; False where there are none."""
        groups = self._list_groups()
        if not groups:
            return False
        headings = [self._stories[place] for place in groups]
        current = self._find_group(self.position)
        on_screen = self.cursor - self.scroll_offset.y // self.density
        if all(heading in self._folded for heading in headings):
            story = self._unfold(current) if current is not None else self.story_at_cursor
            self._folded.clear()
        else:
            if current is not None and current not in self._folded:
                self._folded[current] = self.story_at_cursor
            self._folded.update({heading: None for heading in headings if heading not in self._folded})
            story = current
        self._renew_rows(story, keep=(story, on_screen))
        return True

    def step(self, delta: int) -> bool:
        """Move the cursor by one story, past groups that are folded; False where there is none."""
        row = self.cursor + delta
        while 0 <= row < len(self._rows) and is_heading(self._rows[row]):
            row += delta
        if not 0 <= row < len(self._rows):
            return False
        self.cursor = row
        return True

    def move_to_story(self, story: int) -> bool:
        """Put the cursor on a story, and unfold its group if need be; False if it is not in the list."""
        place = find_row(self._stories, story, self.cursor)
        heading = None if place is None else self._find_group(place)
        if heading in self._folded:
            self._folded.pop(heading)
            self._renew_rows(story)
            return True
        return super().move_to_story(story)

    def _unfold(self, heading: int) -> int | None:
        """Unfold a group, and return the story in it to come back to: where the cursor was, else the first."""
        story = self._folded.pop(heading)
        if story is None or find_row(self._stories, story) is None:
            place = find_row(self._stories, heading)
            story = None if place is None else self._stories[self._pass(self._stories, place, 1)]
        return story

    def _renew_rows(self, story: int | None, *, keep: tuple[int | None, int] | None = None) -> None:
        """Show what is to be seen now, with the cursor on a story, and a row of `keep` where it was on the screen."""
        place = find_row(self._stories, story, self.position)
        self._set_rows(place or 0)
        if keep is not None and (row := find_row(self._rows, keep[0])) is not None:
            self._scroll_to_row(row - keep[1])

    def _list_groups(self) -> list[int]:
        """The places of the headings that have a group."""
        return [place for place in self._headings if self._stories[place] != VISIT]

    def _find_group(self, place: int) -> int | None:
        """Return the heading of the group that a place of the list is in."""
        groups = self._list_groups()
        at = bisect_right(groups, place)
        return self._stories[groups[at - 1]] if at else None

    def _list_members(self, headings: Iterable[int]) -> dict[int, array[int]]:
        """The rows of the groups of days, by their headings."""
        groups = self._list_groups()
        ends = {self._stories[place]: (place + 1, end) for place, end in pairwise([*groups, len(self._stories)])}
        return {heading: self._stories[slice(*ends[heading])] for heading in headings if find_day(heading) is not None}

    def _list_shown(self) -> array[int]:
        return hide_folded(self._stories, self._list_groups(), self._folded) if self._folded else self._stories

    def _is_passed(self, row: int) -> bool:
        """The cursor stands on the headings of groups that are folded."""
        return super()._is_passed(row) and row not in self._folded


def hide_folded(stories: array[int], groups: list[int], folded: Container[int]) -> array[int]:
    """Return the rows that are seen; a line at the end of a group that is folded stays."""
    shown = stories[: groups[0]] if groups else stories
    for place, end in pairwise([*groups, len(stories)]):
        if stories[place] not in folded:
            shown += stories[place:end]
            continue
        shown.append(stories[place])
        if stories[end - 1] == VISIT:
            shown.append(VISIT)
    return shown
