"""Searching the library: queries as they are typed, and the index kept up with what arrives."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newstui.library.holdings import Holdings
    from newstui.model.search import Excerpt, SearchHit
    from newstui.text.query import Query

_BATCH: Final = 300
"""So many articles are indexed at once: some 60 ms in which nobody else can write."""
_UNFINISHED: Final = re.compile(r"(?:^|[\s(|:-])(?!(?:AND|NOT)$)\w{4,}$")
"""A last word that may go on; shorter ones begin too many others."""


class Searching:
    """What a library is searched by. All methods block; none of the queries takes longer than some 50 ms."""

    def __init__(self, library: Holdings) -> None:
        self._library = library

    def check_query(self, text: str, *, typing: bool = False) -> Query:
        """Read a query; raises QueryError, with its place, where it cannot be read.

        With `typing` a last word that ends the text may go on.
        """
        from newstui.text.query import parse_query

        return parse_query(text, unfinished=typing and _UNFINISHED.search(text) is not None)

    def search(
        self, query: str | Query, limit: int = 50, *, typing: bool = False, after: SearchHit | None = None
    ) -> list[SearchHit]:
        """The best stories first, without words the newest first; `after` a hit those behind it. Raises QueryError."""
        library = self._library
        return library.store.index.search(
            self._read(query, typing=typing),
            ladder=library.ladder,
            limit=limit,
            after=after,
            now=library.now(),
            zone=self._zone(),
        )

    def list_stories(
        self, query: str | Query, limit: int | None = None, *, ranked: bool = False, typing: bool = False
    ) -> array[int]:
        """The numbers of the stories that a query finds, newest first or `ranked`: what `load_headlines` takes.

        With `typing` a last word that ends the text may go on. Raises QueryError.
        """
        return self._library.store.index.list_stories(
            self._read(query, typing=typing), ranked=ranked, limit=limit, now=self._library.now(), zone=self._zone()
        )

    def find_excerpt(self, query: str, story: int, width: int) -> Excerpt | None:
        """The piece of a story, about `width` columns, in which most of a query's words stand; some milliseconds.

        None where they stand nowhere but in its headline. Raises QueryError.
        """
        return self._library.store.index.find_excerpt(self._read(query), story, width)

    def list_titled(self, query: str | Query, limit: int) -> array[int]:
        """The numbers of the best stories in whose titles the words of a query stand: what a screen shows first.

        Some 10 ms also where "ab*" stands for thousands of words. Raises QueryError.
        """
        library = self._library
        return library.store.index.list_titled(self._read(query), limit, now=library.now(), zone=self._zone())

    def count_stories(self, query: str | Query, ceiling: int = 1000) -> int:
        """How many stories a query finds; one more than `ceiling` stands for all that are more."""
        return self._library.store.index.count_stories(
            self._read(query), ceiling=ceiling, now=self._library.now(), zone=self._zone()
        )

    def choose_articles(self, query: str | Query, ids: Sequence[str]) -> list[str]:
        """Those of these articles that fulfil a query: what a rule asks of what has arrived and is indexed."""
        return self._library.store.index.choose_articles(
            self._read(query), ids, now=self._library.now(), zone=self._zone()
        )

    def count_unindexed(self) -> int:
        """How many articles are not found by their words yet; fast."""
        return self._library.store.index.count_unindexed()

    def index_waiting(
        self,
        on_progress: Callable[[int], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> int:
        """Index what waits, the newest first, and return how many articles that were; some 0.2 ms each.

        In the background after each refresh, and once when the reader starts. `on_progress` is told how many are done.
        """
        done = 0
        while (
            not cancelled() and not self._library.read_only and (batch := self._library.store.index.index_batch(_BATCH))
        ):
            done += batch
            on_progress(done)
        return done

    def _read(self, query: str | Query, *, typing: bool = False) -> Query:
        return self.check_query(query, typing=typing) if isinstance(query, str) else query

    def _zone(self) -> tzinfo:
        return self._library.now().astimezone().tzinfo or UTC
