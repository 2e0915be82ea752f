"""Which stories a query is about at all: those of the lists, those that are hidden, those that were only looked at.

A condition speaks of `s`, a story.
"""

from __future__ import annotations

from typing import Any, Final

from newstui.record import record
from newstui.store.placements import ALL, EVERYTHING, HIDDEN
from newstui.text.query import Flag, Flagged, Query
from newstui.text.query.tree import list_leaves


@record
class Condition:
    """An SQL condition and its values."""

    sql: str
    values: tuple[Any, ...] = ()


IN_LIBRARY: Final = Condition(
    f"EXISTS (SELECT 1 FROM placements AS e WHERE e.list = {EVERYTHING} AND e.state = {ALL}"  # noqa: S608  numbers of ours
    " AND e.sort_at = s.sort_at AND e.story = s.id)"
)
"""A source that is subscribed to lists the story, or it is starred or tagged."""
HERE: Final = Condition(
    f"EXISTS (SELECT 1 FROM placements AS e WHERE e.list IN ({EVERYTHING}, {HIDDEN}) AND e.state = {ALL}"  # noqa: S608
    " AND e.sort_at = s.sort_at AND e.story = s.id)"
)
"""The same, or the story is hidden."""
VISIBLE: Final = Condition(
    f"NOT EXISTS (SELECT 1 FROM placements AS e WHERE e.list = {HIDDEN} AND e.state = {ALL}"  # noqa: S608
    " AND e.sort_at = s.sort_at AND e.story = s.id)"
)
"""The story is not hidden; it may be one that was only looked at."""


def asks_for_hidden(query: Query) -> bool:
    """Whether a query speaks of stories that are hidden, so that they may be found."""
    return any(leaf == Flagged(Flag.HIDDEN) for leaf in list_leaves(query))
