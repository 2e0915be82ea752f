"""A feed whose bytes are here already, taken in as a refresh would take it, without asking its server again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newstui.errors import NewstuiError
from newstui.library.tying import tie_arrivals

if TYPE_CHECKING:
    from newstui.fetch import FetchResponse
    from newstui.library.facade import Library
    from newstui.refresh import RefreshSettings
    from newstui.refresh.jobs import Parsed


def parse_answer(library: Library, url: str, answer: FetchResponse, language: str | None) -> Parsed:
    """Return what a server's answer holds for a source with this `url`; raises SourceError where it is no feed."""
    from newstui.refresh.jobs import FeedJob
    from newstui.refresh.parsers import Parsers

    settings = _settings(library)
    parsers = Parsers(settings)
    try:
        return parsers.parse(
            FeedJob(
                body=answer.body,
                url=answer.url,
                content_type=answer.headers.get("content-type"),
                scopes=(url,),
                language=language,
                limits=settings.limits,
                now=library.now(),
            )
        )
    finally:
        parsers.close()


def store_answer(library: Library, key: str, answer: FetchResponse, parsed: Parsed) -> None:
    """Store what was parsed as the first refresh of a source, or as one more of it."""
    from newstui.refresh.decide import decide
    from newstui.refresh.feeds import Outcome, conclude, hash_body
    from newstui.refresh.pages import choose_wanted

    store, now = library.store, library.now()
    (state,) = store.list_feed_states([key])
    known = store.find_known((identity for arrival in parsed.arrivals for identity in arrival.keys), dropped=True)
    decision = decide(parsed.arrivals, known, key)
    # Where permanent redirects have led is where it was subscribed to: there is nothing left to move.
    bare = replace(answer, body=b"", moved_to=None)
    outcome = Outcome(state=state, response=bare, body_hash=hash_body(answer.body), parsed=parsed)
    state, result = conclude(outcome, decision, now, _settings(library))
    feed, source = parsed.feed, store.find_source(key)
    store.save_refresh(
        key,
        now=now,
        state=state,
        result=result,
        title=feed.title if feed else None,
        site=feed.site if feed else None,
        language=feed.language if feed else None,
        arrivals=decision.arrivals,
        seen=decision.seen,
        wanted=choose_wanted(source.fulltext, decision.arrivals, known) if source else (),
    )
    tie_arrivals(store, result.arrived)
    library.rules.do_waiting()


def store_failure(library: Library, key: str, error: NewstuiError) -> None:
    """Note that a source could not be fetched, as a refresh would, so that it is asked again when that makes sense."""
    from newstui.refresh.decide import Decision
    from newstui.refresh.feeds import Outcome, conclude

    now = library.now()
    (state,) = library.store.list_feed_states([key])
    state, result = conclude(Outcome(state=state, error=error), Decision(), now, _settings(library))
    library.store.save_refresh(key, now=now, state=state, result=result)


def _settings(library: Library) -> RefreshSettings:
    from newstui.library.refreshing import fetch_settings
    from newstui.refresh import RefreshSettings

    return RefreshSettings(fetch=fetch_settings(library.settings), parsers=1)
