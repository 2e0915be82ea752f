"""What is new, what has changed, what is the same: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from newstui.model import Arrival, KnownArticle, ParsedArticle
from newstui.record import record
from newstui.text.identity import (
    article_id,
    content_hash,
    drop_worthless_guids,
    find_shared_urls,
    identity_keys,
    says_less,
    says_more,
)

_ZERO_DAY: Final = date(1970, 1, 1)
_FIRST_YEAR: Final = 1900
"""The first day of Unix's time, and all years before this, are a zero that some program took for a date."""

_LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)

_SKEW: Final = timedelta(days=1)
"""Clocks and time zones are wrong by this much; a date further in the future is not believed."""


@record
class Decision:
    """What to store: `arrivals` in the source's order, and the ids of articles that it lists unchanged.

    `new` and `updated` count arrivals; the others among them are unchanged articles that have another identity now.
    """

    arrivals: tuple[Arrival, ...] = ()
    seen: tuple[str, ...] = ()
    new: int = 0
    updated: int = 0


def list_arrivals(
    articles: Iterable[ParsedArticle], scopes: Sequence[str | None], now: datetime
) -> tuple[Arrival, ...]:
    """Return a source's articles with their identities, each once, as if all were new.

    `scopes` are the feed's addresses, its present one first: guids that mean something in the feed alone are looked
    for under each of them. Entries that share an identity are one article: the one that was updated last.
    """
    articles = drop_worthless_guids(articles)
    shared = find_shared_urls(articles)
    arrivals: list[Arrival | None] = []
    places: dict[str, int] = {}
    for article in articles:
        keys = tuple(dict.fromkeys(key for scope in scopes for key in identity_keys(article, scope, shared)))
        arrival = _make_arrival(keys, _believe_dates(article, now))
        for place in sorted({places[key] for key in keys if key in places}):
            twin = arrivals[place]
            if twin is not None:
                arrival = _merge(twin, arrival)
                arrivals[place] = None
        places |= dict.fromkeys(arrival.keys, len(arrivals))
        arrivals.append(arrival)
    return tuple(arrival for arrival in arrivals if arrival is not None)


def _make_arrival(keys: tuple[str, ...], article: ParsedArticle) -> Arrival:
    return Arrival(article_id(keys[0]), keys, article, content_hash(article))


def _believe_dates(article: ParsedArticle, now: datetime) -> ParsedArticle:
    """Return the article without dates that cannot be true."""
    published, updated = (
        moment if moment is not None and _is_credible(moment, now) else None
        for moment in (article.published, article.updated)
    )
    if (published, updated) == (article.published, article.updated):
        return article
    return replace(article, published=published, updated=updated)


def _is_credible(moment: datetime, now: datetime) -> bool:
    return moment.year >= _FIRST_YEAR and moment.date() != _ZERO_DAY and moment <= now + _SKEW


def _merge(first: Arrival, second: Arrival) -> Arrival:
    """Return one arrival for two entries of one article: the later one, with both entries' identities."""
    later = second if _last_touched(second.article) > _last_touched(first.article) else first
    return replace(later, id=first.id, keys=tuple(dict.fromkeys((*first.keys, *second.keys))))


def _last_touched(article: ParsedArticle) -> datetime:
    return max(article.updated or _LONG_AGO, article.published or _LONG_AGO)


def decide(arrivals: Iterable[Arrival], known: Mapping[str, KnownArticle], source: str) -> Decision:
    """Return what is to be stored of what a source lists, given the stored articles by identity.

    An article is changed when a reader would see a change that is more than a loss: one without its summary or its
    text, which it had before, keeps them; one that has only gained them is stored, and is no news. Where several sources list an article, the one it came by has the word.
    """
    stored: list[Arrival] = []
    seen: list[str] = []
    taken: set[str] = set()
    new = updated = 0
    for arrival in arrivals:
        found = [known[key] for key in arrival.keys if key in known]
        match = next((each for each in found if not each.dropped and each.id not in taken), None)
        if match is None:
            if arrival.id in taken or found:
                continue  # not kept, or a second entry for what another entry of this source stands for already
            new += 1
            stored.append(arrival)
            taken.add(arrival.id)
            continue
        taken.add(match.id)
        if _is_changed(arrival, match, source):
            updated += not says_more(arrival.content_hash, match.content_hash)
            stored.append(replace(arrival, id=match.id))
        elif all(key in known for key in arrival.keys):
            seen.append(match.id)
        else:
            stored.append(replace(arrival, id=match.id, content_hash=match.content_hash))
    return Decision(tuple(stored), tuple(seen), new, updated)


def _is_changed(arrival: Arrival, match: KnownArticle, source: str) -> bool:
    if match.source not in {None, source} or arrival.content_hash == match.content_hash:
        return False
    return not says_less(arrival.content_hash, match.content_hash)
