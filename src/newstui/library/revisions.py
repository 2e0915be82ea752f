"""What an article said before, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newstui.errors import N_, UsageError
from newstui.model import Revision

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.text.difference import Passage


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one wording to the next; when each was seen first."""

    older_at: datetime
    newer_at: datetime
    passages: tuple[Passage, ...]


class Revisions:
    """The earlier wordings of a library's articles: the latest twenty are kept. All methods block, some 10 ms."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def list_wordings(self, article_id: str) -> list[Revision]:
        """What an article says now and said before, the newest first; raises UsageError if there is no such article.

        Where its page is shown, what its page said; else what its feed said.
        """
        store, article = self._library.store, self._library.get_article(article_id)
        earlier = [
            each for each in store.articles.list_revisions(article.id) if each.fulltext == article.shows_fulltext
        ]
        changed_at = article.fulltext_at if article.shows_fulltext else store.articles.get_changed_at(article.id)
        document = store.articles.get_document(article.id)
        now = Revision(
            changed_at or self._library.now(), article.title, article.summary, document, article.shows_fulltext
        )
        return [now, *earlier]

    def compare(self, article_id: str, number: int = 1, to: int | None = None) -> Difference:
        """What changed from the wording `number` (0 is what it says now) to a later one, the next if none is given.

        Raises UsageError where there is no such wording.
        """
        wordings = self.list_wordings(article_id)
        later = number - 1 if to is None else to
        if len(wordings) == 1:
            raise UsageError(N_("{id}: this article has not changed since it was first seen"), id=article_id)
        if not 0 <= later < number < len(wordings):
            raise UsageError(
                N_("{id}: there is no earlier wording {number}; there are {count}"),
                id=article_id,
                number=number,
                count=len(wordings) - 1,
            )
        return compare_wordings(wordings[number], wordings[later])


def compare_wordings(older: Revision, newer: Revision) -> Difference:
    """What changed from one wording to another: title, summary, then the text."""
    from newstui.text.difference import compare_texts

    return Difference(older.seen_at, newer.seen_at, compare_texts(_list_texts(older), _list_texts(newer)))


def _list_texts(wording: Revision) -> Sequence[str]:
    def texts() -> Iterator[str]:
        yield wording.title
        yield wording.summary or ""
        for block in wording.document.blocks:
            yield block.text

    return [text for text in texts() if text]
