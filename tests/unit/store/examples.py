"""Articles, sources and refreshes for the store's tests, made from as little as a test says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from newstui.errors import NewstuiError
from newstui.model import (
    Arrival,
    Block,
    BlockKind,
    Document,
    FeedState,
    ParsedArticle,
    RefreshResult,
    RefreshStatus,
    Source,
    SourceKind,
    View,
)
from newstui.store import Store
from newstui.text.identity import content_hash

NOW = datetime(2026, 1, 6, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def make_document(*paragraphs: str) -> Document:
    return Document(tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs))


def make_id(name: str) -> str:
    return f"{name:a<13}"


def make_arrival(name: str, language: str | None = None, *, body: str = "Text.", **given: Any) -> Arrival:
    """An article called `name`, published at NOW less an hour unless a test says otherwise."""
    given.setdefault("published", NOW - HOUR)
    given.setdefault("title", f"Title of {name}")
    article = ParsedArticle(guid=name, language=language, document=make_document(body), **given)
    return Arrival(make_id(name), (f"guid:{name}",), article, content_hash(article))


def add_feed(store: Store, name: str = "one", **given: Any) -> Source:
    return store.add_source(
        kind=SourceKind.FEED, title=name.title(), url=f"https://{name}.example/feed", now=NOW, **given
    )


def list_ids(store: Store, view: View | None = None) -> str:
    """The articles of a view, or of everything, by the first letter of their ids."""
    return "".join(row.id[0] for row in store.load_headlines(store.list_stories(view or View())))


def save(
    store: Store,
    source: Source,
    *arrivals: Arrival,
    seen: Sequence[str] = (),
    wanted: Sequence[str] = (),
    now: datetime = NOW,
    error: NewstuiError | None = None,
) -> None:
    status = RefreshStatus.FAILED if error else RefreshStatus.NEW if arrivals else RefreshStatus.UNCHANGED
    store.save_refresh(
        source.key,
        now=now,
        state=FeedState(source=source.key, url=source.url or ""),
        result=RefreshResult(source=source.key, status=status, error=error),
        arrivals=arrivals,
        seen=seen,
        wanted=wanted,
    )
