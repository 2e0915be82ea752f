"""The reader's tags on stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from newstui.library.undo import Undo

if TYPE_CHECKING:
    from newstui.library.holdings import Holdings
    from newstui.model import Tag


class Tags:
    """The tags of a library. All methods block, for some milliseconds."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def list_tags(self) -> list[Tag]:
        """The tags that stories have, by name, with their kept counts."""
        return self._holdings.store.views.list_tags()

    def set_tags(self, article_id: str, tags: Iterable[str]) -> Undo:
        """Let an article's story have these tags and no others; raises UsageError for what cannot be a tag."""
        wanted = list(tags)
        gone = set(self._holdings.get_article(article_id).status.tags).difference(wanted)
        return self.tag([article_id], add=wanted, remove=gone)

    def tag(self, article_ids: Sequence[str], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Undo:
        """Add tags to stories, and take others away; raises UsageError for what cannot be a tag."""
        return self._holdings.mark(article_ids, tag=tuple(add), untag=tuple(remove))
