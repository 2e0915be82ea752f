"""The search index of a store: keeping it, and asking it.

What reads and answers queries is imported when it is first needed: a list is shown without it.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from newstui.store.connection import Connections
from newstui.store.unindexed import count_unindexed

if TYPE_CHECKING:
    from newstui.model.search import Excerpt, SearchHit
    from newstui.text.query import Query


class SearchIndex:
    """Finds stories by what queries ask. What waits for the index is not found by its words, but by all else.

    A ranked search that finds little looks into the longer words of titles too; lists in their own order, counts and
    rules take words as they are. `zone` says when a day begins.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def search(
        self,
        query: Query,
        *,
        ladder: Sequence[str] = (),
        limit: int = 50,
        after: SearchHit | None = None,
        now: datetime,
        zone: tzinfo = UTC,
    ) -> list[SearchHit]:
        """The best stories first, without words the newest first; with `after` those behind that one."""
        from newstui.store.hits import load_hits  # noqa: PLC0415  see above
        from newstui.store.search import Found, Search  # noqa: PLC0415

        last = None if after is None else Found(after.score, after.at, after.story, 0)
        with self._connections.reading() as connection:
            found = Search(connection, query, now, zone).list_ranked(limit, last)
            return load_hits(connection, query, found, ladder)

    def find_excerpt(self, query: Query, story: int, width: int) -> Excerpt | None:
        """The piece of a story, about so many columns wide, in which most of a query's words are found."""
        from newstui.store.hits import find_excerpt  # noqa: PLC0415  see above

        with self._connections.reading() as connection:
            return find_excerpt(connection, query, story, width)

    def list_stories(
        self, query: Query, *, ranked: bool = False, limit: int | None = None, now: datetime, zone: tzinfo = UTC
    ) -> array[int]:
        """The numbers of the stories, for load_headlines: newest first, or `ranked` the best first.

        Ranked ones are some thousand at most. With a `limit` the newest are those of them whose articles arrived last.
        """
        from newstui.store.search import RANKED, Search  # noqa: PLC0415

        with self._connections.reading() as connection:
            search = Search(connection, query, now, zone)
            found = search.list_ranked(limit or 2 * RANKED) if ranked else search.list_newest(limit)
            return array("q", (each.story for each in found))

    def list_titled(self, query: Query, limit: int, *, now: datetime, zone: tzinfo = UTC) -> array[int]:
        """The numbers of the best stories in whose titles the words of a query stand."""
        from newstui.store.search import Search  # noqa: PLC0415

        with self._connections.reading() as connection:
            return array("q", (each.story for each in Search(connection, query, now, zone).list_titled(limit)))

    def count_stories(self, query: Query, *, ceiling: int = 1000, now: datetime, zone: tzinfo = UTC) -> int:
        """How many stories a query finds, counted no further than one more than `ceiling`."""
        from newstui.store.search import Search  # noqa: PLC0415

        with self._connections.reading() as connection:
            return len(Search(connection, query, now, zone).list_newest(ceiling + 1))

    def choose_articles(self, query: Query, ids: Sequence[str], *, now: datetime, zone: tzinfo = UTC) -> list[str]:
        """Those of these articles that fulfil a query themselves: what a rule asks of what has arrived and is indexed."""
        from newstui.store.choosing import choose_articles  # noqa: PLC0415

        with self._connections.reading() as connection:
            return choose_articles(connection, query, ids, now, zone)

    def index_batch(self, limit: int = 300) -> int:
        """Index up to `limit` articles that wait for it, the newest first; the number done. 300 take some 60 ms."""
        from newstui.store.indexing import index_batch  # noqa: PLC0415

        with self._connections.writing() as connection:
            return index_batch(connection, limit)

    def count_unindexed(self) -> int:
        """How many articles wait: those that are new, or whose text or quotes have changed."""
        with self._connections.reading() as connection:
            return count_unindexed(connection)
