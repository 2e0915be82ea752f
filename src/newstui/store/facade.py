"""The store: everything that is kept, behind one object that any thread may use.

Every method is synchronous and is one transaction, or with `together` part of one. Every one may raise StoreError,
which names the file and the mend.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, Unpack

from newstui.errors import StoreError
from newstui.model import (
    FeedState,
    Headline,
    KnownArticle,
    KnownFile,
    RefreshResult,
    Source,
    Status,
    StatusChange,
    View,
)
from newstui.store import (
    feeds,
    lists,
    marks,
    sources,
    statuses,
)
from newstui.store.parts import Parts
from newstui.store.sources import NewSource, SourceChanges
from newstui.store.statuses import Marking

if TYPE_CHECKING:
    from newstui.model import Arrival
    from newstui.store.health import Tell


class Store(Parts):
    """A library's file, or a library in memory when `path` is None.

    One connection a thread, opened when a thread first asks; `close()` closes all of them. Several Stores, also in
    several processes, may use one file side by side: readers never wait, writers wait for each other up to `patience`
    seconds.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every thread's connection; a closed store raises StoreError when it is used."""
        self._connections.close()

    @property
    def read_only(self) -> bool:
        """Whether the library can be read, but not changed."""
        return self._connections.read_only

    @property
    def path(self) -> Path | None:
        """The library's file; None where it is in memory."""
        return self._connections.path

    # Sources

    def add_source(self, *, now: datetime, **about: Unpack[NewSource]) -> Source:
        """Add a source behind the others of its folder.

        One with the same URL or path is not added twice: it is returned as it is, subscribed to if that was asked.
        """
        with self._connections.writing() as connection:
            return sources.add_source(connection, now=now, **about)

    def list_sources(self, *, subscribed: bool | None = True) -> list[Source]:
        """Sources in the user's order: those without a folder, then folder by folder; None: subscribed to or not."""
        with self._connections.reading() as connection:
            return sources.list_sources(connection, subscribed=subscribed)

    def list_folders(self) -> list[str]:
        """The names of the folders that hold a source that is subscribed to, in their order."""
        with self._connections.reading() as connection:
            return sources.list_folders(connection)

    def find_source(self, reference: str) -> Source | None:
        """The source with this key, URL or path."""
        with self._connections.reading() as connection:
            return sources.find_source(connection, reference)

    def update_source(self, key: str, **changes: Unpack[SourceChanges]) -> Source:
        """Change what is given and return the source as it is now; raises UsageError when there is none."""
        with self._connections.writing() as connection:
            return sources.update_source(connection, key, changes)

    def remove_source(self, key: str) -> None:
        """Forget a source and its articles, but for those starred or listed by another source; statuses stay."""
        from newstui.store import removal  # noqa: PLC0415

        with self._connections.writing() as connection:
            removal.remove_source(connection, key)

    # Refreshing

    def list_feed_states(self, keys: Sequence[str] | None = None) -> list[FeedState]:
        """What is known about these sources between two fetches, in their order; None: about all subscribed ones."""
        with self._connections.reading() as connection:
            return feeds.list_feed_states(connection, keys)

    def list_known_files(self, source: str) -> list[KnownFile]:
        """The files of a directory as they were when they were last read, by path."""
        with self._connections.reading() as connection:
            return feeds.list_known_files(connection, sources.number_of(connection, source))

    def find_known(self, keys: Iterable[str], *, dropped: bool = False) -> dict[str, KnownArticle]:
        """The stored articles by those of these identities that lead to one; with `dropped` also what was not kept."""
        from newstui.store.arrivals import find_known  # noqa: PLC0415

        with self._connections.reading() as connection:
            return find_known(connection, keys, dropped=dropped)

    def together(self) -> AbstractContextManager[None]:
        """Let all that this thread does meanwhile be one transaction, which should be short; a failed part is undone."""
        return self._connections.together()

    def save_refresh(
        self,
        source: str,
        *,
        now: datetime,
        state: FeedState,
        result: RefreshResult,
        title: str | None = None,
        site: str | None = None,
        language: str | None = None,
        arrivals: Sequence[Arrival] = (),
        seen: Sequence[str] = (),
        wanted: Sequence[str] = (),
        files: Sequence[KnownFile] | None = None,
    ) -> None:
        """Store what a refresh of one source brought, all of it or nothing.

        `arrivals` are new or changed articles in the source's own order, newest first; what a changed one said before
        is kept as a revision. `seen` are the ids of unchanged ones that this source lists too. `title`, `site` and
        `language` fill what the source does not have; a `state.url` that differs moves the subscription. `files` are
        those that a directory holds now; None leaves what is known of them. `wanted` are the ids of those whose pages a
        refresh is to fetch.
        """
        from newstui.store.arrivals import save_arrivals  # noqa: PLC0415
        from newstui.store.documents import pack_arrivals  # noqa: PLC0415
        from newstui.store.pages import want_pages  # noqa: PLC0415

        packed = pack_arrivals(arrivals)
        with self._connections.writing() as connection:
            number = sources.number_of(connection, source)
            feeds.save_feed(connection, number, state, result)
            feeds.fill_source(connection, number, title=title, site=site, language=language)
            save_arrivals(connection, number, packed, seen, now)
            want_pages(connection, number, wanted, now)
            if files is not None:
                feeds.save_known_files(connection, number, files)

    def save_article(self, source: str, arrival: Arrival, *, now: datetime) -> None:
        """Store one article, new or changed, that a source lists from now on, outside of any refresh."""
        from newstui.store.arrivals import save_arrivals  # noqa: PLC0415
        from newstui.store.documents import pack_arrivals  # noqa: PLC0415

        packed = pack_arrivals([arrival])
        with self._connections.writing() as connection:
            save_arrivals(connection, sources.number_of(connection, source), packed, (), now)

    def rename_article(self, article_id: str, *, keys: Sequence[str], path: str) -> None:
        """Note that a file has a new path: its article keeps its id and status, and is found by these keys too."""
        from newstui.store.arrivals import rename_article  # noqa: PLC0415
        from newstui.store.articles import get_number  # noqa: PLC0415

        with self._connections.writing() as connection:
            rename_article(connection, get_number(connection, article_id), keys, path)

    def drop_articles(self, source: str, ids: Sequence[str]) -> None:
        """Take articles out of a source's list: those that no other source lists and nobody starred are forgotten."""
        from newstui.store import removal  # noqa: PLC0415

        with self._connections.writing() as connection:
            removal.drop_articles(connection, source, ids)

    # Lists

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        """The numbers of the stories in a view, newest first: a snapshot, for load_headlines."""
        with self._connections.reading() as connection:
            return lists.list_stories(connection, view, limit)

    def load_headlines(self, stories: Sequence[int], ladder: Sequence[str] = ()) -> list[Headline]:
        """Rows for these stories in this order, each in the first edition that the ladder asks for.

        A story that was removed since its number was listed has no row.
        """
        with self._connections.reading() as connection:
            return lists.load_headlines(connection, stories, ladder)

    def last_story(self) -> int:
        """The number of the story that came last; 0 before the first one. Those that come later have higher ones."""
        with self._connections.reading() as connection:
            return lists.last_story(connection)

    def count_stories(self, view: View) -> int | None:
        """How many stories a view holds, where a counter knows: one source, a folder or everything; unread, starred."""
        with self._connections.reading() as connection:
            return lists.count_stories(connection, view)

    def total_unread(self) -> int:
        """How many stories of all subscribed sources are unread."""
        with self._connections.reading() as connection:
            return lists.count_stories(connection, View(unread=True)) or 0

    def list_languages(self) -> list[str]:
        """The languages in which there are stories."""
        with self._connections.reading() as connection:
            return lists.list_languages(connection)

    # Statuses

    def get_status(self, article_id: str) -> Status:
        """What the reader did with an article, also when the article is not here."""
        with self._connections.reading() as connection:
            return statuses.get_status(connection, article_id)

    def mark(self, ids: Iterable[str], *, now: datetime, **marking: Unpack[Marking]) -> tuple[StatusChange, ...]:
        """Change statuses and return what they were, of those that changed.

        A mark counts for the story: what is taken back is so for all its editions. An id without an article keeps its
        mark until the article arrives. Raises UsageError for what cannot be a tag.
        """
        with self._connections.writing() as connection:
            return statuses.mark_articles(connection, ids, marking, now)

    def mark_view(
        self, view: View, *, read: bool, now: datetime, before: datetime | None = None
    ) -> tuple[StatusChange, ...]:
        """Mark every story of a view, in all its editions; with `before`, only those that had arrived by then."""
        with self._connections.writing() as connection:
            return statuses.mark_view(connection, view, read=read, now=now, before=before)

    def mark_stories(
        self, stories: Iterable[int], *, read: bool, now: datetime, older: datetime | None = None
    ) -> tuple[StatusChange, ...]:
        """Mark stories in all their editions; with `older`, only those that were published before."""
        with self._connections.writing() as connection:
            return statuses.mark_stories(connection, stories, read=read, now=now, older=older)

    def restore(self, changes: Sequence[StatusChange], now: datetime) -> tuple[StatusChange, ...]:
        """Put statuses back to what they were before a mark, and return what undoes this."""
        with self._connections.writing() as connection:
            return statuses.restore_statuses(connection, changes, now)

    # Small things and health

    def get_mark(self, name: str) -> str | None:
        """A small piece of state: the last visit, and the like."""
        with self._connections.reading() as connection:
            return marks.get_mark(connection, name)

    def set_mark(self, name: str, value: str | None) -> None:
        """Keep a small piece of state; None forgets it."""
        with self._connections.writing() as connection:
            marks.set_mark(connection, name, value)

    def check_integrity(self, tell: Tell = lambda _done, _total: True) -> tuple[StoreError, ...]:
        """Look through the whole file, recount every counter and return what is wrong; slow on a big library.

        `tell` is told how many stories of how many are done; what it returns False to ends there.
        """
        from newstui.store import health  # noqa: PLC0415

        with self._connections.reading() as connection:
            return tuple(health.find_problems(connection, self._connections.shown, tell))

    def repair(self) -> None:
        """Work out every list and counter again from the articles and statuses, and rebuild the indexes."""
        from newstui.store import health  # noqa: PLC0415

        with self._connections.writing() as connection:
            health.repair(connection)
