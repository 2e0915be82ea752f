"""What a search finds."""

from __future__ import annotations

from newstui.model.article import Article
from newstui.record import record


@record
class Snippet:
    """A piece of a text on one line; `marks` are the words that were found, code points into it, half-open, in order."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@record
class Excerpt:
    """The piece of a story in which a query is found; `language` is that of the edition which it is from."""

    language: str | None
    snippet: Snippet


@record(kw_only=True)
class SearchHit:
    """A story that was found.

    `article` is the edition that the reader's languages ask for, `found` the id of the one whose words were found, in
    whose `language` the snippet is. `title` is the shown article's, with its own marks. `score` is the higher the
    better, and 0 where a query asks for no words; hits with the same score stand newest first.
    """

    story: int
    article: Article
    found: str
    language: str | None
    title: Snippet
    snippet: Snippet
    score: float
    at: int
