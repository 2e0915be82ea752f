"""What came of fetching a feed, and what follows from it for the feed's state: values in, values out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import Final

from newstui.errors import FetchError, NewstuiError
from newstui.fetch import FetchResponse
from newstui.fetch.headers import find_freshness
from newstui.model import FeedState, RefreshResult, RefreshStatus
from newstui.model.feed import NO_REST
from newstui.record import record
from newstui.refresh.decide import Decision
from newstui.refresh.jobs import Parsed
from newstui.refresh.schedule import plan_after_change, plan_after_failure, plan_after_silence
from newstui.refresh.settings import RefreshSettings

_GONE: Final = 410


@record(kw_only=True)
class Outcome:
    """What came of fetching a feed: an error; or an answer, and with a new body what it held.

    `response` comes without its body, of which `body_hash` is kept.
    """

    state: FeedState
    response: FetchResponse | None = None
    body_hash: bytes | None = None
    parsed: Parsed | None = None
    error: NewstuiError | None = None


def hash_body(body: bytes) -> bytes:
    """Return 16 bytes by which a body that was parsed is known again."""
    return blake2b(body, digest_size=16).digest()


def list_scopes(state: FeedState, response: FetchResponse) -> tuple[str, ...]:
    """Return the addresses under which the feed's own guids are known: the present one, and one it moves to."""
    moved = _find_new_address(state, response)
    return (state.url,) if moved is None else (moved, state.url)


def conclude(
    outcome: Outcome, decision: Decision, now: datetime, settings: RefreshSettings
) -> tuple[FeedState, RefreshResult]:
    """Return the state to keep and the result to tell."""
    if outcome.error is not None or outcome.response is None:
        return _conclude_failure(outcome.state, outcome.error, now, settings)
    state = _note_answer(outcome.state, outcome.response, now)
    if outcome.parsed is None:
        asked = find_freshness(outcome.response.headers, now) or state.interval
        state = replace(state, next_due=plan_after_silence(now, outcome.state, asked, settings))
    else:
        state = _note_content(state, outcome, outcome.response, outcome.parsed, now, settings)
    return state, RefreshResult(
        source=state.source,
        status=RefreshStatus.NEW if decision.new or decision.updated else RefreshStatus.UNCHANGED,
        http_status=outcome.response.status or None,
        new=decision.new,
        updated=decision.updated,
        next_due=state.next_due,
        arrived=tuple(arrival.id for arrival in decision.arrivals),
    )


def _note_answer(state: FeedState, response: FetchResponse, now: datetime) -> FeedState:
    """Return the state after a good answer: the failures are over, and a move is noted or made."""
    moved = _find_new_address(state, response)
    return replace(
        state,
        url=moved or state.url,
        moved_to=None if moved or response.downgraded else response.moved_to,
        failures=0,
        gone=False,
        retry_at=None,
        last_fetch=now,
        last_good=now,
        home=_may_stay_home(state, response, moved),
    )


def _may_stay_home(state: FeedState, response: FetchResponse, moved: str | None) -> bool:
    """Whether the feed may lie in a private network from now on.

    What the first good answer came from decides: an address that is public then and leads home later has been turned
    against its reader. A feed that moves may be at home only where it was before.
    """
    if moved is not None:
        return state.home is not False and response.home
    return response.home if state.home is None else state.home


def _find_new_address(state: FeedState, response: FetchResponse) -> str | None:
    """Return where the feed has moved: where a permanent redirect led last time too, and no less safe than before."""
    if response.moved_to is None or response.downgraded or response.moved_to != state.moved_to:
        return None
    return response.moved_to


def _note_content(
    state: FeedState,
    outcome: Outcome,
    response: FetchResponse,
    parsed: Parsed,
    now: datetime,
    settings: RefreshSettings,
) -> FeedState:
    """Return the state after a body that was new and could be read."""
    waits = (parsed.feed.interval if parsed.feed else None, find_freshness(response.headers, now))
    rest = parsed.feed.rest if parsed.feed else NO_REST
    interval = max((wait for wait in waits if wait is not None), default=None)
    dates = [arrival.article.published for arrival in parsed.arrivals if arrival.article.published is not None]
    # An answer without validators leaves the last ones: "not that version" is still worth saying. Those of a feed that
    # broke off would keep the rest of it away.
    etag, last_modified = response.headers.get("etag"), response.headers.get("last-modified")
    if (etag is None and last_modified is None) or (parsed.feed is not None and parsed.feed.is_cut):
        etag, last_modified = state.etag, state.last_modified
    return replace(
        state,
        etag=etag,
        last_modified=last_modified,
        content_hash=outcome.body_hash,
        interval=interval,
        rest=rest,
        next_due=plan_after_change(now, dates, interval, rest, settings),
    )


def _conclude_failure(
    state: FeedState, error: NewstuiError | None, now: datetime, settings: RefreshSettings
) -> tuple[FeedState, RefreshResult]:
    """Return what follows from a failure; a feed that was not even asked has not failed."""
    http_status = error.http_status if isinstance(error, FetchError) else None
    retry_at = error.retry_at if isinstance(error, FetchError) else None
    skipped = retry_at is not None and http_status is None
    failures = state.failures if skipped else state.failures + 1
    gone = http_status == _GONE
    state = replace(
        state,
        failures=failures,
        gone=gone,
        retry_at=retry_at,
        last_fetch=state.last_fetch if skipped else now,
        next_due=None if gone else retry_at if skipped else plan_after_failure(now, failures, retry_at, settings),
    )
    return state, RefreshResult(
        source=state.source,
        status=RefreshStatus.SKIPPED if skipped else RefreshStatus.FAILED,
        http_status=http_status,
        error=error,
        next_due=state.next_due,
    )
