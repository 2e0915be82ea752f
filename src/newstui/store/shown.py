"""What stands for each of many stories in lists: a column of the edition that the ladder shows, and its source."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import apsw

from newstui.store.columns import pack
from newstui.store.lists import choose_edition, last_story
from newstui.store.placements import ALL, EVERYTHING

_AT_ONCE: Final = 5000
_MANY: Final = 5
"""For a fifth of all stories and more it is faster to read the lists of the sources than the stories."""


def list_shown(
    connection: apsw.Connection, stories: Sequence[int], column: str, ladder: Sequence[str]
) -> Iterator[tuple[int, Any]]:
    """A column of the article that is shown of each story that is here; some 4 µs each."""
    for start in range(0, len(stories), _AT_ONCE):
        rows = connection.execute(
            f"SELECT a.story, a.{column}, a.sort_at, a.language"  # noqa: S608  the name of a column
            " FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.story = wanted.value",
            (pack(stories[start : start + _AT_ONCE]),),
        )
        for story, group in groupby(rows, itemgetter(0)):
            editions = list(group)
            if len(editions) > 1:
                editions.sort(key=itemgetter(2))
            yield story, editions[choose_edition([edition[3] for edition in editions], ladder)][1]


def find_homes(
    connection: apsw.Connection, stories: Sequence[int], ladder: Sequence[str]
) -> dict[int, int] | array[int]:
    """The number of each story's source by the story's: of the edition that is shown; 0 where there is none.

    A story that stands in the list of one source alone is at home there.
    """
    everything: int = connection.execute("SELECT stories FROM lists WHERE id = ?", (EVERYTHING,)).get
    if len(stories) * _MANY < everything:
        shown = list_shown(connection, stories, "source", ladder)
        return defaultdict(int, ((story, source or 0) for story, source in shown))
    homes = array("q", bytes(8 * (max(last_story(connection), max(stories, default=0)) + 1)))
    several: set[int] = set()
    for (source,) in list(connection.execute("SELECT id FROM sources")):
        listed = connection.execute("SELECT story FROM placements WHERE list = ? AND state = ?", (source, ALL))
        for (story,) in listed:
            if homes[story]:
                several.add(story)
            homes[story] = source
    uncertain = [story for story in stories if not homes[story] or story in several]
    for story in uncertain:
        homes[story] = 0
    for story, source in list_shown(connection, uncertain, "source", ladder):
        homes[story] = source or 0
    return homes
