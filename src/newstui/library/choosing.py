"""Choosing among the feeds that an address leads to: the one that is meant, or the user's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newstui.errors import N_, UsageError
from newstui.model import FeedCandidate

if TYPE_CHECKING:
    from newstui.library.finding import Findings


class SeveralFeedsError(UsageError):
    """An address leads to several feeds, and which one is meant is the user's choice among `candidates`."""

    def __init__(self, address: str, candidates: Sequence[FeedCandidate]) -> None:
        super().__init__(
            N_("{address}: {count} feeds were found; add one by its own address, or with --pick N, or --all"),
            address=address,
            count=len(candidates),
        )
        self.candidates = tuple(candidates)


def choose_feeds(address: str, findings: Findings, pick: int | None, *, every: bool) -> tuple[FeedCandidate, ...]:
    """Return what is to be added of what was found: number `pick` (from 1), every one, or the one that is meant.

    Raises SeveralFeedsError where the choice is the user's, UsageError for a number that there is not.
    """
    from newstui.sources.discovery import find_main_feed

    feeds = findings.feeds
    if every:
        return feeds
    if pick is not None:
        if not 1 <= pick <= len(feeds):
            raise UsageError(
                N_("{address}: there is no feed number {pick}; {count} were found"),
                address=address,
                pick=pick,
                count=len(feeds),
            )
        return (feeds[pick - 1],)
    main = find_main_feed(feeds)
    if main is None:
        raise SeveralFeedsError(address, feeds)
    return (main,)
