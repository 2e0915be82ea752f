"""A feed's articles in newsboat's cache to arrivals with their status; done in several processes where there are many."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from typing import Final

from newstui.model import Arrival, NewsboatArticle, ParsedArticle
from newstui.refresh.decide import list_arrivals
from newstui.store.documents import pack_arrivals
from newstui.text.identity import drop_worthless_guids, find_shared_urls, hash_in_part, identity_keys

_MANY: Final = 2_000
"""Articles from which on it is worth to start processes."""
_MOST_PROCESSES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionJob:
    """The articles of one feed, newest first; `key` is what the result is told by, `url` the feed's address here."""

    key: str
    url: str
    title: str | None
    language: str | None
    kept: tuple[NewsboatArticle, ...]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What a job came to: the articles that were not deleted, and by what the deleted ones would be known again.

    `read` and `starred` are ids of arrivals. Of each deleted article there are its identities, any of which may make
    its id when its feed brings it again.
    """

    key: str
    arrivals: tuple[Arrival, ...]
    read: frozenset[str]
    starred: frozenset[str]
    deleted: tuple[tuple[str, ...], ...]


def convert_all(jobs: Iterable[ConversionJob], articles: int) -> Iterator[Converted]:
    """Do jobs with so many `articles` in all, and yield what they come to in their order."""
    workers = min(_MOST_PROCESSES, os.cpu_count() or 1)
    if articles < _MANY or workers == 1:
        yield from map(convert, jobs)
        return
    # Fresh processes: one that is forked would share the store's open file.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = iter(jobs)
        under_way: deque[Future[Converted]] = deque(pool.submit(convert, job) for job in islice(waiting, 3 * workers))
        while under_way:
            converted = under_way.popleft().result()
            under_way.extend(pool.submit(convert, job) for job in islice(waiting, 1))
            yield converted


def convert(job: ConversionJob) -> Converted:
    """Do one job."""
    from newstui.sources.newsboat import make_articles

    kept = [each for each in job.kept if not each.deleted]
    deleted = [replace(each, content="") for each in job.kept if each.deleted]
    articles = make_articles(kept, job.url, feed_title=job.title, language=job.language)
    arrivals = {arrival.id: arrival for arrival in list_arrivals(articles, (job.url,), job.now)}
    places = {key: id_ for id_, arrival in arrivals.items() for key in arrival.keys}
    unread: set[str] = set()
    starred: set[str] = set()
    for each, keys in zip(kept, _list_keys(articles, job.url), strict=True):
        id_ = places[keys[0]]
        arrivals[id_] = replace(arrivals[id_], keys=tuple(dict.fromkeys((*arrivals[id_].keys, *keys))))
        # Of two entries that are one article, the one that was not read counts.
        if each.unread:
            unread.add(id_)
        if each.flags:
            starred.add(id_)
    # Nothing of these is stored but that they were read, so that their language need not be found.
    gone = make_articles(deleted, job.url, feed_title=job.title, language="und")
    return Converted(
        key=job.key,
        arrivals=pack_arrivals(map(_know_in_part, arrivals.values())),
        read=frozenset(arrivals) - unread,
        starred=frozenset(starred),
        deleted=tuple(keys for keys in _list_keys(gone, job.url) if places.keys().isdisjoint(keys)),
    )


def _know_in_part(arrival: Arrival) -> Arrival:
    """Let what the article's feed says of authors and files be no change: newsboat keeps little of it."""
    return replace(arrival, content_hash=hash_in_part(arrival.content_hash))


def _list_keys(articles: Iterable[ParsedArticle], url: str) -> list[tuple[str, ...]]:
    """Return the identities of a feed's articles in the same order, as list_arrivals gives them."""
    articles = drop_worthless_guids(articles)
    shared = find_shared_urls(articles)
    return [identity_keys(article, url, shared) for article in articles]
