"""What the library holds, as its store knows it: lists, articles, statuses, speakers; nothing here reads or fetches."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, Unpack

from newstui.config import Settings
from newstui.errors import N_, NewstuiError, UsageError
from newstui.i18n import current_language
from newstui.library.undo import Undo
from newstui.model import (
    Article,
    Edition,
    Group,
    Heading,
    Headline,
    Order,
    Position,
    Source,
    StatusChange,
    View,
)
from newstui.model.heading import find_source_number, is_heading
from newstui.paths import Paths
from newstui.store import Store
from newstui.store.statuses import Marking

if TYPE_CHECKING:
    from newstui.library.tags import Tags
    from newstui.library.views import Views
    from newstui.model import Document, Speaker, SpokenQuote
    from newstui.store.name_verdicts import NameVerdicts

_SORTED: Final = (Order.SOURCE, Order.TITLE)
"""Orders for which everything has to be looked at before the first is known."""


def read_clock() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


class Holdings:
    """A user's store. `ladder` is the languages in which stories are shown, the dearest first; at least the interface's."""

    def __init__(
        self,
        store: Store,
        paths: Paths,
        settings: Settings,
        *,
        offline: bool = False,
        now: Callable[[], datetime] = read_clock,
    ) -> None:
        self.store = store
        self.paths = paths
        self.settings = settings
        self.offline = offline
        self.now = now
        self.ladder: tuple[str, ...] = settings.languages or (current_language(),)

    def take_settings(self, settings: Settings) -> None:
        """Let other settings hold from now on."""
        if settings.languages != self.settings.languages:
            self.ladder = settings.languages or (current_language(),)
        self.settings = settings

    @classmethod
    def open(cls, paths: Paths, settings: Settings, *, offline: bool = False) -> Self:
        """Open (and on first use create) the library at `paths`; raises StoreError."""
        return cls(Store(paths.library_file), paths, settings, offline=offline)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; what was marked is on disk already."""
        self.store.close()

    @property
    def read_only(self) -> bool:
        """Whether it can be read, but not changed: what would change it raises a ReadOnlyError, small things go unkept."""
        return self.store.read_only

    # Lists

    def list_sources(self) -> list[Source]:
        """All subscribed sources in the user's order, with their kept counts; fast."""
        return self.store.list_sources()

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        """The numbers of a view's stories in its order: a snapshot. 100,000 take some 50 ms, `limit=200` one.

        In the orders by source and by title both take as long as all, and so do groups of sources.

        Where the view asks for groups, headings stand between the stories as numbers that model.heading tells.
        Where it asks for editions, those that a story's row does not show stand beneath it, as numbers below zero.
        Raises QueryError for a view whose query cannot be read.
        """
        by_date = view.order in (Order.NEWEST, Order.OLDEST)
        whole = view.order in _SORTED or view.group is Group.SOURCE or (view.group is Group.DAY and not by_date)
        of_these = None if whole else limit
        stories = self._list_in_order(view, of_these)
        if view.group is not Group.NONE:
            oldest_first = view.order is Order.OLDEST
            stories = self.store.groups.arrange(stories, view.group, self.ladder, oldest_first=oldest_first)
        if of_these is None:
            stories = stories[:limit]
        return self.store.edition_rows.spread(stories, self.ladder) if view.editions else stories

    def _list_in_order(self, view: View, limit: int | None) -> array[int]:
        if not view.query and view.order is Order.UNREAD:
            return self.store.orders.list_unread_first(view, limit)
        if not view.query and view.order not in _SORTED:
            return self.store.list_stories(view, limit)
        if view.order is Order.NEWEST:
            return self._find_newest_first(view, limit)
        stories = self._find_newest_first(view, None) if view.query else self.store.list_stories(view)
        return self.store.orders.sort(stories, view.order, self.ladder)[:limit]

    def _find_newest_first(self, view: View, limit: int | None) -> array[int]:
        """The stories of a view that is a query."""
        if not view.newer_than:
            return self.views.list_stories(view, limit)
        newer = (story for story in self.views.list_stories(view) if story > view.newer_than)
        return array("q", islice(newer, limit))

    def last_story(self) -> int:
        """The number of the story that came last; 0 before the first one. Those that come later have higher ones."""
        return self.store.last_story()

    def load_headlines(self, stories: Sequence[int]) -> list[Headline]:
        """The rows of these stories in the order asked, each in the ladder's first edition; 100 take some 3 ms.

        A story that has gone meanwhile is left out.
        """
        headlines = self.store.load_headlines([story for story in stories if story > 0], self.ladder)
        if len(headlines) == len(stories):
            return headlines
        rows = {headline.key: headline for headline in headlines}
        editions = self.store.edition_rows.load(-row for row in stories if row < 0)
        rows |= {headline.key: headline for headline in editions.values()}
        return [rows[row] for row in stories if row in rows]

    def load_rows(self, rows: Sequence[int]) -> list[Headline | Heading]:
        """What stands in these rows of a list, headings of sources among the headlines."""
        headings = [row for row in rows if find_source_number(row) is not None]
        headlines = self.load_headlines([row for row in rows if not is_heading(row)])
        return [*headlines, *(self.store.groups.load(headings) if headings else ())]

    def count_unread(self, groups: Mapping[int, Sequence[int]]) -> list[Heading]:
        """The headings of groups with what is unread among their stories; 1,000 stories take some 2 ms."""
        return self.store.groups.count_unread(groups)

    def get_headline(self, article_id: str) -> Headline:
        """The row of an article's story with this edition shown; raises UsageError if there is no such article."""
        article = self.get_article(article_id)
        (headline,) = self.load_headlines([self.store.editions.get_story(article.id)])
        return replace(headline, id=article.id, title=article.title, language=article.language)

    def list_articles(self, view: View, limit: int) -> list[Article]:
        """The newest stories of a view, each as the article that the ladder asks for, with its editions."""
        if not view.query:
            return self.store.articles.list_newest(view, limit, self.ladder)
        return self.store.articles.get_many([row.id for row in self.load_headlines(self.list_stories(view, limit))])

    def total_unread(self) -> int:
        """The number of unread stories, kept, not counted."""
        return self.store.total_unread()

    @property
    def views(self) -> Views:
        """The saved views."""
        from newstui.library.views import Views

        return Views(self)

    @property
    def tags(self) -> Tags:
        """The reader's tags."""
        from newstui.library.tags import Tags

        return Tags(self)

    # Articles

    def get_article(self, article_id: str) -> Article:
        """An article without its body; a unique beginning of its id will do. Raises UsageError if there is none."""
        article = self.store.articles.find(article_id)
        if article is None:
            raise UsageError(N_("{id}: no such article; list shows the ids"), id=article_id)
        return article

    def get_document(self, article_id: str) -> Document:
        """An article's body alone."""
        return self.store.articles.get_document(article_id)

    def list_editions(self, article_id: str) -> tuple[Edition, ...]:
        """The story's other editions: those that are here, those that are declared, those that are listed only."""
        return self.store.editions.list_others(article_id)

    # Status

    def mark(self, article_ids: Sequence[str], **marking: Unpack[Marking]) -> Undo:
        """Change the status of stories, named by one edition each; what is not given stays. Returns what undoes it.

        Raises UsageError for what cannot be a tag.
        """
        return self.undo_marks(self.store.mark(article_ids, now=self.now(), **marking))

    def mark_stories(self, stories: Sequence[int], *, read: bool, older: datetime | None = None) -> Undo:
        """Mark stories by their numbers; with `older`, only those that were published before."""
        return self.undo_marks(self.store.mark_stories(stories, read=read, now=self.now(), older=older))

    def mark_view(self, view: View, *, read: bool) -> Undo:
        """Mark everything that a view holds; some 0.4 s for 15,000."""
        if not view.query:
            return self.undo_marks(self.store.mark_view(view, read=read, now=self.now()))
        wanted = replace(view, unread=view.unread or read, group=Group.NONE, editions=False)
        return self.mark_stories(self.list_stories(wanted), read=read)

    def undo_marks(self, changes: Sequence[StatusChange]) -> Undo:
        """What puts the status of articles back."""
        return Undo(lambda: self.store.restore(changes, self.now()), len(changes))

    def keep_places(self, places: Mapping[str, Position | None]) -> None:
        """Keep where the reader is in articles, by their ids; None lets one begin at its top again."""
        if not self.read_only:
            self.store.places.keep(places)

    def is_changed_elsewhere(self) -> bool:
        """Whether another process has changed the library since this was last asked, by one thread; some 20 µs."""
        return self.store.changes.have_come()

    # Small things that the interface remembers

    def recall(self, name: str) -> str | None:
        """What was to be remembered under a name."""
        return self.store.get_mark(f"interface.{name}")

    def remember(self, name: str, value: str | None) -> None:
        """Remember something under a name; None forgets it."""
        if not self.read_only:
            self.store.set_mark(f"interface.{name}", value)

    # Speakers

    @property
    def naming(self) -> NameVerdicts:
        """What the reader's own hand says of names: who is one person, and who is somebody else."""
        return self.store.verdicts

    def find_speakers(self, part: str = "", limit: int = 500) -> list[Speaker]:
        """Who is quoted most, or of those with names that have words that begin so, however spelt; some milliseconds."""
        return self.store.speakers.list_names(part, limit)

    def count_waiting_for_quotes(self) -> int:
        """In how many articles nobody has looked for quotations yet; some milliseconds where there are many."""
        from newstui.text.quotes import RULES_VERSION

        return self.store.quotes.count_unlooked(RULES_VERSION)

    def name_speakers(self, name: str) -> list[Speaker]:
        """Those whom a name means, who is quoted most first: a surname alone all who bear it."""
        return self.store.speakers.list_meant(name)

    def list_quotes_by(
        self, keys: Sequence[int], *, before: tuple[int, int] | None = None, limit: int = 100
    ) -> list[SpokenQuote]:
        """What speakers say, by their keys, the newest article first, whole articles until there are `limit` quotes.

        `before` is the `place` of the last quote of the page before.
        """
        return self.store.speakers.list_quotes_by(keys, before=before, limit=limit)

    # Health

    def check_integrity(self) -> tuple[NewstuiError, ...]:
        """Look through the whole library and return what is wrong; slow on a big one."""
        return self.store.check_integrity()

    def repair(self) -> None:
        """Work out every list and counter of the library again."""
        self.store.repair()
