"""Statistics of a library, counted when somebody asks; 100,000 stories of 2,000 sources take some 0.4 s."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from newstui.i18n import _, format_decimal, format_number, language_name, ngettext
from newstui.model import Statistics, Tally, Voice

if TYPE_CHECKING:
    from newstui.library.facade import Library
    from newstui.store.statistics import Comings, ListCounts

PERIODS: Final = (7, 30, 90)
"""So many days are counted, as it is asked for."""
_MANY: Final = 10
"""So many a day are told without decimals."""
_CANDIDATES: Final = 500
"""The most quoted of a period are looked for among so many who are quoted most at all times."""


class Counting:
    """Counts what a library holds."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def count(self, days: int) -> Statistics:
        """Count the last `days` days in the reader's time zone, of which today is one; blocks."""
        library, store = self._library, self._library.store.statistics
        dates, bounds = _list_days(library.now(), days)
        titles = {source.key: source.title for source in library.list_sources()}
        sources = _tally(store.count_sources(bounds), titles)
        languages = store.count_languages(bounds)
        comings = store.count_comings(bounds)
        return Statistics(
            days=dates,
            by_day=store.count_everything(bounds).by_day,
            read_by_day=comings.read,
            unread_by_day=_trace_unread(comings, library.total_unread()),
            sources=sources,
            languages=_tally(languages, {tag: language_name(tag) for tag in languages}),
            silent=len(titles) - len(sources),
            stories=store.count_stories(),
            quotes=store.count_quotes(),
            voices=_hear_voices(library, bounds[0]),
        )


def _list_days(now: datetime, days: int) -> tuple[tuple[date, ...], tuple[datetime, ...]]:
    """Return the days of the reader's own time zone, and the moments between them with both ends."""
    today = now.astimezone().date()
    dates = tuple(today - timedelta(days=ago) for ago in reversed(range(days)))
    midnights = (datetime.combine(day, time()).astimezone() for day in (*dates, today + timedelta(days=1)))
    return dates, tuple(midnights)


def _tally(counts: Mapping[str, ListCounts], titles: Mapping[str, str]) -> tuple[Tally, ...]:
    """Return those that have brought something, the busiest first."""
    tallies = [
        Tally(name=name, title=titles[name], by_day=count.by_day, unread=count.unread)
        for name, count in counts.items()
        if name in titles and any(count.by_day)
    ]
    return tuple(sorted(tallies, key=lambda tally: (-tally.articles, tally.title.casefold())))


def _trace_unread(comings: Comings, now: int) -> tuple[int, ...]:
    """Return how many stories were unread at the end of each day, going back from how many there are now."""
    unread = [now]
    for came, read in zip(reversed(comings.came[1:]), reversed(comings.read[1:]), strict=True):
        unread.append(max(0, unread[-1] - came + read))
    return tuple(reversed(unread))


def _hear_voices(library: Library, since: datetime) -> tuple[Voice, ...]:
    speakers = {speaker.key: speaker for speaker in library.find_speakers("", _CANDIDATES)}
    quotes = library.store.statistics.count_quotes_since(list(speakers), since)
    voices = [Voice(speakers[key], count) for key, count in quotes.items()]
    return tuple(sorted(voices, key=lambda voice: (-voice.quotes, voice.speaker.name.casefold())))


def describe_statistics(figures: Statistics) -> str:
    """Say the figures of the whole period."""
    return " · ".join(list_figures(figures))


def list_figures(figures: Statistics) -> list[str]:
    """Say each figure of the whole period."""
    articles, days = sum(figures.by_day), len(figures.days)
    said = ngettext("{count} article", "{count} articles", articles).format(count=format_number(articles))
    period = ngettext("{count} day", "{count} days", days).format(count=format_number(days))
    parts = [_("{period}: {articles}").format(period=period, articles=said)]
    rate = articles / days
    parts.append(
        _("{count} a day").format(count=format_decimal(rate) if 0 < rate < _MANY else format_number(round(rate)))
    )
    sources = ngettext("{count} source", "{count} sources", len(figures.sources))
    parts.append(sources.format(count=format_number(len(figures.sources))))
    parts.append(_("{count} unread in all").format(count=format_number(figures.unread_by_day[-1])))
    if figures.quotes:
        quotes = ngettext("{count} quotation in all", "{count} quotations in all", figures.quotes)
        parts.append(quotes.format(count=format_number(figures.quotes)))
    return parts
