"""Reading articles: heads with all that is shown beside them, bodies, and what they said before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import apsw

from newstui.errors import UsageError
from newstui.model import Article, Document, Edition, LanguageOrigin, Revision, Status, View
from newstui.store.columns import pack, read_enclosures, read_moment, read_strings
from newstui.store.connection import Connections
from newstui.store.documents import decode_document
from newstui.store.editions import NO_ARTICLE, list_editions
from newstui.store.lists import list_stories, load_headlines
from newstui.store.tags import find_story_tags

_PREFIX: Final = 4
"""How many characters of an id are enough to ask for it."""


class Articles:
    """The part of a Store that gives articles; each method is one transaction."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, article_id: str) -> Article | None:
        """The article with this id, or the only one whose id begins so (4 characters or more)."""
        with self._connections.reading() as connection:
            found = find_id(connection, article_id)
            return None if found is None else get_articles(connection, [found])[0]

    def get(self, article_id: str) -> Article:
        """The article with exactly this id; raises UsageError when there is none."""
        return self.get_many([article_id])[0]

    def get_many(self, ids: Sequence[str]) -> list[Article]:
        """The articles with these ids, in this order; raises UsageError for the first that is missing."""
        with self._connections.reading() as connection:
            return get_articles(connection, ids)

    def list_newest(self, view: View, limit: int, ladder: Sequence[str] = ()) -> list[Article]:
        """The newest stories of a view, each as the article that the ladder asks for."""
        with self._connections.reading() as connection:
            headlines = load_headlines(connection, list_stories(connection, view, limit), ladder)
            return get_articles(connection, [headline.id for headline in headlines])

    def get_document(self, article_id: str, *, feed: bool = False) -> Document:
        """The body that an article shows, or with `feed` what the feed said; raises UsageError when there is no article."""
        with self._connections.reading() as connection:
            return get_document(connection, article_id, feed=feed)

    def get_changed_at(self, article_id: str) -> datetime:
        """When what the article's feed says now was seen first; raises UsageError when there is no article."""
        with self._connections.reading() as connection:
            number = get_number(connection, article_id)
            return read_moment(
                int(connection.execute("SELECT changed_at FROM articles WHERE number = ?", (number,)).get)
            )

    def list_revisions(self, article_id: str) -> tuple[Revision, ...]:
        """What an article said before, the newest first."""
        with self._connections.reading() as connection:
            rows = connection.execute(
                "SELECT seen_at, title, summary, document, fulltext FROM revisions WHERE article = ? ORDER BY number DESC",
                (get_number(connection, article_id),),
            )
            return tuple(
                Revision(read_moment(seen_at), title, summary, decode_document(document), bool(fulltext))
                for seen_at, title, summary, document, fulltext in rows
            )


def find_id(connection: apsw.Connection, article_id: str) -> str | None:
    """The id itself where there is such an article, or the only id that begins so."""
    if not article_id.isascii():
        return None
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).get is not None:
        return article_id
    if len(article_id) < _PREFIX:
        return None
    rows = connection.execute(
        "SELECT id FROM articles WHERE id >= ?1 AND id < ?1 || char(1114111) ORDER BY id LIMIT 2", (article_id,)
    )
    found = [known for (known,) in rows]
    return found[0] if len(found) == 1 else None


def get_number(connection: apsw.Connection, article_id: str) -> int:
    """The article's number; raises UsageError when there is no such article."""
    for (number,) in connection.execute("SELECT number FROM articles WHERE id = ?", (article_id,)):
        return int(number)
    raise UsageError(NO_ARTICLE, id=article_id)


def get_articles(connection: apsw.Connection, ids: Sequence[str]) -> list[Article]:
    """The articles with these ids, in this order; raises UsageError for the first that is missing."""
    rows = connection.execute(
        """
        SELECT a.id, a.title, a.source, a.url, a.path, a.summary, a.authors, a.published, a.updated, a.language,
               a.language_origin, a.categories, a.enclosures, s.title, s.subscribed,
               st.read, st.starred, st.archived, st.arrived_at, st.hidden, st.folder, f.fetched_at, NOT f.prefer_feed, f.summary, a.image,
               a.overruled
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS a ON a.id = wanted.value
        LEFT JOIN sources AS s ON s.id = a.source
        LEFT JOIN statuses AS st ON st.id = a.id
        LEFT JOIN fulltexts AS f ON f.article = a.number
        """,
        (pack(ids),),
    )
    editions, tags = list_editions(connection, ids), find_story_tags(connection, ids)
    found = {row[0]: _read_article(row, editions[row[0]], tags.get(row[0], frozenset())) for row in rows}
    for article_id in ids:
        if article_id not in found:
            raise UsageError(NO_ARTICLE, id=article_id)
    return [found[article_id] for article_id in ids]


def get_document(connection: apsw.Connection, article_id: str, *, feed: bool = False) -> Document:
    """The body that an article shows: its full text, unless there is none or the feed's text is asked for."""
    rows = connection.execute(
        """
        SELECT document FROM fulltexts WHERE article = ?1 AND NOT prefer_feed AND NOT ?2
        UNION ALL
        SELECT document FROM bodies WHERE article = ?1
        """,
        (get_number(connection, article_id), feed),
    )
    for (document,) in rows:
        return decode_document(document)
    return Document()


def _read_article(row: tuple[Any, ...], editions: tuple[Edition, ...], tags: frozenset[str]) -> Article:
    article_id, title, source, url, path, summary, authors, published, updated, language, origin, *rest = row
    categories, enclosures, source_title, subscribed, read, starred, archived, arrived_at, hidden, folder, *page = rest
    fulltext_at, shows_fulltext, page_summary, image, overruled = page
    return Article(
        id=article_id,
        title=title,
        source=str(source) if subscribed else None,
        source_title=source_title,
        url=url,
        path=path,
        # The summary goes with its own text: the page's text does not say again what the page's summary says.
        summary=page_summary if shows_fulltext else summary,
        authors=read_strings(authors),
        published=read_moment(published),
        updated=read_moment(updated),
        language=language,
        language_origin=LanguageOrigin(origin) if origin else None,
        categories=read_strings(categories),
        enclosures=read_enclosures(enclosures),
        editions=editions,
        status=Status(
            bool(read),
            bool(starred),
            bool(archived),
            read_moment(arrived_at),
            bool(hidden),
            folder,
            tuple(sorted(tags)),
        ),
        fulltext_at=read_moment(fulltext_at),
        shows_fulltext=bool(shows_fulltext),
        image=image,
        overruled=overruled,
    )
