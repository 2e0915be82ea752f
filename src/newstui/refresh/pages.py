"""Which pages are fetched for their full text, what is kept of a failure, and when to ask again: values in, values out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from newstui.errors import N_, FetchError, NewstuiError, SourceError
from newstui.model import Arrival, Document, FulltextFailure, FulltextRule, KnownArticle, WantedPage
from newstui.store.documents import unpack_document
from newstui.text.edition_links import leads_to_story

_WALLS: Final = {
    "paywall": N_("{url}: this page asks for a subscription; what the feed says stays as it is"),
    "consent": N_("{url}: this page asks for consent and does not show the article"),
    "challenge": N_("{url}: this page asks whether a person is reading and does not show the article"),
}
_FINAL: Final = frozenset({402, 410, 451})
"""Answers that will be the same tomorrow: payment required, gone, forbidden by law."""
_ATTEMPTS: Final = 4
_FIRST_WAIT: Final = timedelta(minutes=30)
_FACTOR: Final = 4
"""Each wait is so many times the one before: half an hour, two hours, eight hours."""


class WallError(SourceError):
    """A page shows something else in front of its article; `wall` is the value of a sources.page.Wall."""

    def __init__(self, wall: str, url: str) -> None:
        super().__init__(_WALLS[wall], url=url)
        self.wall = wall


def choose_wanted(
    rule: FulltextRule, arrivals: Iterable[Arrival], known: Mapping[str, KnownArticle]
) -> tuple[str, ...]:
    """Return the ids of those arrivals whose pages the rule asks for; what has not changed is not fetched again."""
    if rule is FulltextRule.NEVER:
        return ()
    from newstui.text.teaser import is_teaser  # noqa: PLC0415  most refreshes bring nothing new

    stored = {article.id: article.content_hash for article in known.values()}
    return tuple(
        arrival.id
        for arrival in arrivals
        if arrival.article.url
        and not arrival.article.path
        and stored.get(arrival.id) != arrival.content_hash
        and (rule is FulltextRule.ALWAYS or is_teaser(arrival.article.summary, unpack_document(arrival)))
    )


def choose_pages(due: Iterable[WantedPage], most: int, most_in_all: int) -> list[WantedPage]:
    """Return the pages to fetch in one refresh, of each source no more than `most`; the others wait for the next."""
    counts: Counter[str | None] = Counter()
    chosen = []
    for page in due:
        counts[page.source] += 1
        if counts[page.source] <= most:
            chosen.append(page)
    return chosen[:most_in_all]


def is_sent_home(asked: str, answered: str) -> bool:
    """Whether redirects led from an article's address to a site's front page, as they do when an article has gone."""
    found = urlsplit(answered)
    return found.path in {"", "/"} and not found.query and urlsplit(asked).path not in {"", "/"}


def says_enough(page: Document, feed: Document) -> bool:
    """Whether a page has text, and not much less of it than the feed has: then something else was taken for it."""
    from newstui.text.teaser import measure_text  # noqa: PLC0415  likewise

    return measure_text(page) > 0 and 2 * measure_text(page) >= measure_text(feed)


def list_identities(page: WantedPage, arrival: Arrival) -> tuple[str, ...]:
    """Return by what else the article is known: the address that redirects led to, if it can be a story's."""
    address = arrival.article.url
    return arrival.keys if address and leads_to_story(address, page.url) else ()


def plan_after_failure(page: WantedPage, error: NewstuiError, now: datetime, *, by_hand: bool) -> FulltextFailure:
    """Return what is kept of a failure.

    What the user asked for changes nothing about when a refresh asks; a page that was not even asked for, since its
    host wants to be left alone, has not failed.
    """
    retry_at = error.retry_at if isinstance(error, FetchError) else None
    http_status = error.http_status if isinstance(error, FetchError) else None
    if by_hand:
        return FulltextFailure(error, page.attempts, page.next_try, retry_at)
    if retry_at is not None and http_status is None:
        return FulltextFailure(error, page.attempts, retry_at, retry_at)
    attempts = page.attempts + 1
    is_final = http_status in _FINAL or (isinstance(error, WallError) and error.wall == "paywall")
    if is_final or attempts >= _ATTEMPTS:
        return FulltextFailure(error, attempts, None, retry_at)
    due = now + _FIRST_WAIT * _FACTOR ** (attempts - 1)
    return FulltextFailure(error, attempts, max(due, retry_at or due), retry_at)
