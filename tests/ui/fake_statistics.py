"""Statistics of the library in memory: its own articles, counted plainly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from newstui.i18n import language_name
from newstui.library.statistics import Counting
from newstui.model import Article, Statistics, Tally, Voice

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeCounting(Counting):
    """Counts days in UTC; what is read has been so for ever."""

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library

    def count(self, days: int) -> Statistics:
        from tests.ui.fake_library import NOW

        fake = self._fake
        fake.calls.append(f"statistics {days}")
        today = NOW.date()
        dates = tuple(today - timedelta(days=ago) for ago in reversed(range(days)))

        def tally(name: str, title: str, articles: Iterable[Article]) -> Tally:
            within = [each for each in articles if each.published and each.published.date() in dates]
            found = Counter(each.published.date() for each in within if each.published)
            unread = sum(not each.status.read for each in within)
            return Tally(name=name, title=title, by_day=tuple(found[day] for day in dates), unread=unread)

        articles = [reading.article for reading in fake.list_readings()]
        titles = {source.key: source.title for source in fake.list_sources()}
        tags = sorted({each.language for each in articles if each.language})
        sources = [tally(key, title, [a for a in articles if a.source == key]) for key, title in titles.items()]
        languages = [tally(tag, language_name(tag), [a for a in articles if a.language == tag]) for tag in tags]
        articles = [each for each in articles if each.source in titles]
        everything = tally("", "", articles)
        return Statistics(
            days=dates,
            by_day=everything.by_day,
            read_by_day=(0,) * days,
            unread_by_day=(fake.total_unread(),) * days,
            sources=tuple(sorted((s for s in sources if s.articles), key=lambda each: -each.articles)),
            languages=tuple(sorted((s for s in languages if s.articles), key=lambda each: -each.articles)),
            silent=sum(not each.articles for each in sources),
            stories=len(articles),
            quotes=sum(speaker.quotes for speaker in fake.find_speakers()),
            voices=tuple(Voice(speaker, speaker.quotes) for speaker in fake.find_speakers()),
        )
