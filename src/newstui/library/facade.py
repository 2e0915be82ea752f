"""Library: everything that a reader can be asked for, over the store, the sources and the network.

Every method is synchronous and may be called from any thread; those that may take longer than a frame say so.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from pathlib import Path

from newstui.config import Settings
from newstui.model import (
    Document,
    Edition,
    Headline,
    Reading,
    RefreshResult,
    RefreshSummary,
    Source,
    View,
)
from newstui.paths import Paths


class Library:
    """A user's library. `ladder` is the languages in which stories are shown, the dearest first."""

    ladder: tuple[str, ...]
    offline: bool

    @classmethod
    def open(cls, paths: Paths, settings: Settings, *, offline: bool = False) -> Library:
        """Open (and on first use create) the library at `paths`; raises StoreError."""
        raise NotImplementedError

    def close(self) -> None:
        """Close every connection; what was marked is on disk already."""
        raise NotImplementedError

    # Lists

    def list_sources(self) -> list[Source]:
        """All subscribed sources in the user's order, with their kept counts; fast."""
        raise NotImplementedError

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        """The numbers of a view's stories, newest first: a snapshot. 100,000 take some 50 ms, `limit=200` one."""
        raise NotImplementedError

    def load_headlines(self, stories: Sequence[int]) -> list[Headline]:
        """The rows of these stories in the order asked, each in the ladder's first edition; 100 take some 3 ms.

        A story that has gone meanwhile is left out.
        """
        raise NotImplementedError

    def total_unread(self) -> int:
        """The number of unread stories, kept, not counted."""
        raise NotImplementedError

    # Reading

    def get_reading(self, article_id: str) -> Reading:
        """An article with its body, its quotations (found and stored if they were not) and its editions; some 5 ms.

        Raises UsageError if there is no such article.
        """
        raise NotImplementedError

    def get_document(self, article_id: str) -> Document:
        """An article's body alone."""
        raise NotImplementedError

    def list_editions(self, article_id: str) -> tuple[Edition, ...]:
        """The story's other editions: those that are here, those that are declared, those that are listed only."""
        raise NotImplementedError

    def find_counterpart(self, article_id: str, other_id: str, block: int) -> int:
        """The block of another edition that says what `block` says in this one; some 20 ms."""
        raise NotImplementedError

    # Status

    def mark(self, article_ids: Sequence[str], *, read: bool | None = None, starred: bool | None = None) -> Undo:
        """Change the status of stories, named by one edition each; None leaves as it is. Returns what undoes it."""
        raise NotImplementedError

    def mark_view(self, view: View, *, read: bool) -> Undo:
        """Mark everything that a view holds; some 0.4 s for 15,000."""
        raise NotImplementedError

    # Sources

    def add_source(
        self, address: str, *, title: str | None = None, folder: str | None = None, language: str | None = None
    ) -> Source:
        """Subscribe to a URL, a file or a directory; raises UsageError, SourceError, FetchError. May take seconds."""
        raise NotImplementedError

    def remove_source(self, reference: str) -> Source:
        """Unsubscribe by key, URL or path; what is starred stays. Raises UsageError if there is no such source."""
        raise NotImplementedError

    def open_targets(self, targets: Sequence[str]) -> View:
        """Take files, directories, addresses and article ids in without subscribing to them; the view that shows them."""
        raise NotImplementedError

    # Refresh

    def refresh(
        self,
        references: Sequence[str] | None = None,
        *,
        force: bool = False,
        on_start: Callable[[int], None] = lambda total: None,
        on_result: Callable[[RefreshResult], None] = lambda result: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> RefreshSummary:
        """Fetch and store what is due (with `force`, or named: whether due or not). Blocks; the callbacks run in its thread."""
        raise NotImplementedError


class Undo:
    """What undoes a change of status."""

    count: int
    """How many stories were changed."""

    def __call__(self) -> None:
        """Put everything back as it was."""
        raise NotImplementedError


def starter_sources() -> list[tuple[str, str, str]]:
    """The sources offered at the first start: (publisher, language, address)."""
    raise NotImplementedError


_ = Path
