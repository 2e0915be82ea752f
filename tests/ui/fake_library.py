"""A library in memory: a few dozen articles in six languages, one story in several editions, with quotations."""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Unpack, cast

from newstui.config import Settings
from newstui.errors import N_, FetchError, StoreError, UsageError
from newstui.library import refreshing
from newstui.library.adding import Adding, Addition, Offer, Wishes
from newstui.library.connection import Connection
from newstui.library.facade import Library
from newstui.library.finding import Findings
from newstui.library.finding_editions import FoundEditions
from newstui.library.hand_ties import HandTies, UndoTie
from newstui.library.searching import Searching
from newstui.library.undo import Undo
from newstui.library.upkeep import Condition, Upkeep
from newstui.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Edition,
    FeedCandidate,
    FulltextResult,
    FulltextRule,
    Group,
    Heading,
    Headline,
    LanguageOrigin,
    Link,
    Order,
    Position,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reading,
    Reason,
    RefreshResult,
    RefreshStatus,
    RefreshSummary,
    Source,
    SourceKind,
    Span,
    SpanKind,
    Speaker,
    SpokenQuote,
    Status,
    View,
)
from newstui.model.heading import find_source_number, heading_of_day, heading_of_source, is_heading
from newstui.model.search import Excerpt, Snippet
from newstui.paths import Paths
from newstui.refresh.pages import WallError
from newstui.store import Store
from newstui.store.name_verdicts import NameVerdicts
from newstui.store.statuses import Marking
from newstui.text.query import Query
from tests.ui.fake_arranging import FakeArranging
from tests.ui.fake_filing import FakeKeeping, FakeRevisions, FakeRules, FakeTags, FakeViews
from tests.ui.fake_fulltexts import FakeFulltexts
from tests.ui.fake_health import FakeStore
from tests.ui.fake_images import FakeImages
from tests.ui.fake_statistics import FakeCounting

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)

_SOURCES = (
    ("harbour", "The Harbour Post", "en", "World"),
    ("hafen", "Hafenblatt", "de", "World"),
    ("haven", "De Havenkrant", "nl", "World"),
    ("rivage", "Le Rivage", "fr", None),
    ("costa", "La Costa", "es", None),
    ("maré", "A Maré", "pt", None),
)
_TITLES = {
    "en": ("Council votes on the tram", "Storm closes two bridges", "A library opens at night", "Fishers count seals"),
    "de": ("Rat stimmt über die Straßenbahn ab", "Sturm schließt zwei Brücken", "Bibliothek öffnet nachts"),
    "nl": ("Raad stemt over de tram", "Storm sluit twee bruggen", "Vissers tellen zeehonden"),
    "fr": ("Le conseil vote le tramway", "La tempête ferme deux ponts", "Une bibliothèque ouvre la nuit"),
    "es": ("El consejo vota el tranvía", "La tormenta cierra dos puentes", "Los pescadores cuentan focas"),
    "pt": ("O conselho vota o elétrico", "A tempestade fecha duas pontes", "Uma biblioteca abre à noite"),
}
_FERRY = {
    "en": (
        "The night ferry comes back",
        "After nine years the boat between the two towns sails again.",
        ("The first crossing", "The boat left at midnight with forty people on board.", "What it costs"),
        ("We missed the sea more than we knew", "Ada Verhoeven", "said"),
        ("Nobody believed in it, and here we are", "Jonas Brandt", "told reporters"),
    ),
    "de": (
        "Die Nachtfähre kehrt zurück",
        "Nach neun Jahren fährt das Schiff zwischen den beiden Städten wieder.",
        ("Die erste Überfahrt", "Das Schiff legte um Mitternacht mit vierzig Menschen ab.", "Was sie kostet"),
        ("Wir haben das Meer mehr vermisst, als wir wussten", "Ada Verhoeven", "sagte"),
        ("Niemand hat daran geglaubt, und nun sind wir hier", "Jonas Brandt", "sagte"),
    ),
    "fr": (
        "Le ferry de nuit revient",
        "Après neuf ans, le bateau relie de nouveau les deux villes.",
        ("La première traversée", "Le bateau est parti à minuit avec quarante personnes.", "Ce qu’elle coûte"),
        ("La mer nous manquait plus que nous ne le savions", "Ada Verhoeven", "dit"),
        ("Personne n’y croyait, et nous voilà", "Jonas Brandt", "dit"),
    ),
}


class FakeLibrary(Library):
    """Holds everything in dictionaries; `refresh_pause` is how long a source takes, `failing` the sources that fail.

    `page_pause` is how long a page takes, `walled` are the articles whose page cannot be had, `findable` the editions
    that are found when they are looked for.
    """

    def __init__(self, *, ladder: tuple[str, ...] = ("en",), empty: bool = False, offline: bool = False) -> None:
        self.ladder = ladder
        self.settings = settings()
        self.offline = offline
        self.protected = False
        self.paths = Paths(Path("config.toml"), Path("data"), Path("cache"))
        self.store = cast(Store, FakeStore(self))
        self.problems: list[StoreError] = []
        self.connection = Connection.OPEN
        self.now = lambda: NOW
        self.refresh_pause = 0.0
        self.matched = 0
        self.page_pause = 0.0
        self.walled: set[str] = set()
        self.findable: tuple[Edition, ...] = ()
        self.failing: set[str] = set()
        self.calls: list[str] = []
        self.arriving: list[Reading] = []
        self._searching = FakeSearching(self)
        self._naming = FakeNaming(self)
        self._views = FakeViews(self)
        self._rules = FakeRules(self)
        self._revisions = FakeRevisions(self)
        self.waiting_for_quotes = 0
        self._images = FakeImages(self)
        self._lock = threading.RLock()
        self._remembered: dict[str, str] = {}
        self.version = self._seen = 1
        self._sources: list[Source] = []
        self._stories: dict[int, list[str]] = {}
        self._readings: dict[str, Reading] = {}
        self._feed_texts: dict[str, Document] = {}
        if not empty:
            self._fill()

    # What is in it

    def _fill(self) -> None:
        for key, title, language, folder in _SOURCES:
            self._sources.append(
                Source(
                    key=key, kind=SourceKind.FEED, title=title, language=language, folder=folder,
                    url=f"https://{key}.example/feed", last_status="unchanged",
                )
            )  # fmt: skip
        self._add_ferry()
        number = 0
        for turn in range(6):
            for key, source_title, language, _folder in _SOURCES:
                titles = _TITLES[language]
                number += 1
                self.add(
                    short_reading(
                        f"a{number:03}", titles[turn % len(titles)], key, source_title, language,
                        NOW - timedelta(hours=3 * number), read=number % 3 == 0, starred=number == 4,
                    )
                )  # fmt: skip

    def _add_ferry(self) -> None:
        editions = [
            Edition(tag, _FERRY[tag][0], f"ferry-{tag}", f"https://ferry.example/{tag}", available=True)
            for tag in _FERRY
        ]
        editions.append(Edition("nl", url="https://ferry.example/nl"))
        editions.append(Edition("es", reason=Reason.LISTED))
        for tag in _FERRY:
            others = tuple(edition for edition in editions if edition.language != tag)
            self.add(_ferry(tag, others), story=1)

    def add(self, reading: Reading, *, story: int | None = None) -> int:
        """Put an article in; the story's number, a new one if none is given."""
        with self._lock:
            number = story if story is not None else max(self._stories, default=0) + 1
            self._stories.setdefault(number, []).append(reading.article.id)
            self._readings[reading.article.id] = reading
            return number

    def _headline(self, story: int) -> Headline:
        ids = self._stories[story]
        rank = {tag: place for place, tag in enumerate(self.ladder)}
        ids = sorted(ids, key=lambda id_: rank.get(self._readings[id_].article.language or "", 99))
        article = self._readings[ids[0]].article
        return Headline(
            story=story,
            id=article.id,
            title=article.title,
            source_title=article.source_title or "",
            at=article.published or NOW,
            language=article.language,
            languages=tuple(self._readings[id_].article.language or "" for id_ in ids),
            declared=tuple(edition.language for edition in article.editions if not edition.available),
            read=any(self._readings[id_].article.status.read for id_ in ids),
            starred=any(self._readings[id_].article.status.starred for id_ in ids),
        )

    def _matches(self, story: int, view: View) -> bool:
        headline = self._headline(story)
        articles = [self._readings[id_].article for id_ in self._stories[story]]
        folders = {source.key: source.folder for source in self._sources}
        words = (view.query or "").casefold().split()
        return (
            any(article.status.hidden for article in articles) == view.hidden
            and (view.tag is None or any(view.tag in article.status.tags for article in articles))
            and all(word in headline.title.casefold() for word in words)
            and story > view.newer_than
            and (not view.unread or not headline.read)
            and (not view.starred or headline.starred)
            and (not view.sources or any(article.source in view.sources for article in articles))
            and (view.folder is None or any(folders.get(article.source or "") == view.folder for article in articles))
            and (view.language is None or view.language in headline.languages)
        )

    # Library

    @property
    def searching(self) -> FakeSearching:
        return self._searching

    @property
    def views(self) -> FakeViews:
        return self._views

    @property
    def tags(self) -> FakeTags:
        return FakeTags(self)

    @property
    def rules(self) -> FakeRules:
        return self._rules

    @property
    def revisions(self) -> FakeRevisions:
        return self._revisions

    @property
    def keeping(self) -> FakeKeeping:
        return FakeKeeping(self)

    @property
    def arranging(self) -> FakeArranging:
        return FakeArranging(self)

    @property
    def statistics(self) -> FakeCounting:
        return FakeCounting(self)

    def list_readings(self) -> list[Reading]:
        """Everything that can be read."""
        with self._lock:
            return list(self._readings.values())

    @property
    def ties(self) -> FakeTies:
        return FakeTies(self)

    @property
    def fulltexts(self) -> FakeFulltexts:
        return FakeFulltexts(self)

    @property
    def images(self) -> FakeImages:
        return self._images

    def close(self) -> None:
        self.calls.append("close")

    def list_sources(self) -> list[Source]:
        with self._lock:
            return [
                replace(
                    source,
                    articles=len(self.list_stories(View(sources=(source.key,)))),
                    unread=len(self.list_stories(View(sources=(source.key,), unread=True))),
                )
                for source in self._sources
            ]

    def list_stories(self, view: View, limit: int | None = None) -> array[int]:
        with self._lock:
            stories = [story for story in self._stories if self._matches(story, view)]
            stories.sort(key=lambda story: self._headline(story).at, reverse=True)
            headlines = {story: self._headline(story) for story in stories}
            match view.order:
                case Order.OLDEST:
                    stories.reverse()
                case Order.UNREAD:
                    stories.sort(key=lambda story: headlines[story].read)
                case Order.SOURCE:
                    stories.sort(key=lambda story: headlines[story].source_title)
                case Order.TITLE:
                    stories.sort(key=lambda story: headlines[story].title)
            stories = self._group(stories, view)[:limit]
            return array("q", self._spread(stories) if view.editions else stories)

    def _group(self, stories: list[int], view: View) -> list[int]:
        if view.group is Group.NONE:
            return stories
        groups: dict[int, list[int]] = {}
        for story in stories:
            headline = self._headline(story)
            day = heading_of_day(headline.at.astimezone().toordinal())
            heading = day if view.group is Group.DAY else heading_of_source(self._source_number(headline.source_title))
            groups.setdefault(heading, []).append(story)
        descending = view.order is Order.OLDEST and view.group is Group.DAY
        titles = {heading: row.title for heading in groups for row in self._load_headings([heading])}
        return [
            row
            for heading in sorted(groups, key=lambda row: titles.get(row, row), reverse=descending)
            for row in (heading, *groups[heading])
        ]

    def _source_number(self, title: str) -> int:
        return next((number for number, source in enumerate(self._sources, 1) if source.title == title), 0)

    def _load_headings(self, rows: Sequence[int]) -> list[Heading]:
        sources = {heading_of_source(number): source for number, source in enumerate(self.list_sources(), 1)}
        return [
            Heading(row, sources[row].title, sources[row].unread) if row in sources else Heading(row, "")
            for row in rows
            if find_source_number(row) is not None
        ]

    def load_rows(self, rows: Sequence[int]) -> list[Headline | Heading]:
        with self._lock:
            return [*self.load_headlines([row for row in rows if not is_heading(row)]), *self._load_headings(rows)]

    def count_unread(self, groups: Mapping[int, Sequence[int]]) -> list[Heading]:
        with self._lock:
            return [
                Heading(heading, "", sum(not self._headline(row).read for row in rows if row > 0))
                for heading, rows in groups.items()
            ]

    def last_story(self) -> int:
        return max(self._stories, default=0)

    def _spread(self, stories: Sequence[int]) -> list[int]:
        rows: list[int] = []
        for story in stories:
            if is_heading(story):
                rows.append(story)
                continue
            shown = self._headline(story).id
            rows += [story, *(-self._number(id_) for id_ in self._stories[story] if id_ != shown)]
        return rows

    def _number(self, id_: str) -> int:
        return list(self._readings).index(id_) + 1

    def load_headlines(self, stories: Sequence[int]) -> list[Headline]:
        with self._lock:
            return [
                self._headline(row) if row > 0 else self._edition_row(-row)
                for row in stories
                if row in self._stories or (row < 0 and not is_heading(row))
            ]

    def _edition_row(self, number: int) -> Headline:
        article = list(self._readings.values())[number - 1].article
        story = next(story for story, ids in self._stories.items() if article.id in ids)
        return replace(
            self._headline(story),
            id=article.id,
            title=article.title,
            source_title=article.source_title or "",
            language=article.language,
            languages=(article.language or "",),
            declared=(),
            beneath=number,
            opened=article.status.read,
        )

    def total_unread(self) -> int:
        return len(self.list_stories(View(unread=True)))

    def get_reading(self, article_id: str) -> Reading:
        with self._lock:
            self.calls.append(f"get_reading {article_id}")
            if article_id not in self._readings:
                raise UsageError(N_("{id}: no such article"), id=article_id)
            reading = self._readings[article_id]
            editions = tuple(
                replace(edition, read=bool(edition.id in self._readings and self.status(edition.id).read))
                for edition in reading.article.editions
            )
            return replace(reading, article=replace(reading.article, editions=editions))

    def find_editions(self, article_id: str, *, cancelled: Callable[[], bool] = refreshing.never) -> FoundEditions:
        self.calls.append(f"find_editions {article_id}")
        time.sleep(self.page_pause)
        if article_id in self.walled:
            raise FetchError(N_("{url}: the server answers 500"), url="https://ferry.example/robots.txt")
        if cancelled() or not self.findable:
            return FoundEditions()
        with self._lock:
            reading = self._readings[article_id]
            editions = (*reading.article.editions, *self.findable)
            self._readings[article_id] = replace(reading, article=replace(reading.article, editions=editions))
        return FoundEditions(self.findable)

    def fetch_edition(self, article_id: str, url: str) -> str:
        self.calls.append(f"fetch_edition {article_id} {url}")
        time.sleep(self.page_pause)
        with self._lock:
            story = next(story for story, ids in self._stories.items() if article_id in ids)
            declared = next(edition for edition in self._readings[article_id].article.editions if edition.url == url)
            if url in self.walled:
                raise WallError("paywall", url)
            id_ = f"fetched-{declared.language}"
            here = replace(declared, id=id_, available=True)
            for other in self._stories[story]:
                reading = self._readings[other]
                editions = tuple(here if edition.url == url else edition for edition in reading.article.editions)
                self._readings[other] = replace(reading, article=replace(reading.article, editions=editions))
            own = self._readings[article_id]
            article = replace(
                own.article,
                id=id_,
                title=f"{own.article.title} ({declared.language})",
                url=url,
                language=declared.language,
                editions=(
                    Edition(own.article.language or "", own.article.title, article_id, own.article.url, available=True),
                ),
            )
            self.add(replace(own, article=article), story=story)
            return id_

    def get_headline(self, article_id: str) -> Headline:
        with self._lock:
            story = next((story for story, ids in self._stories.items() if article_id in ids), None)
            if story is None:
                raise UsageError(N_("{id}: no such article"), id=article_id)
            return replace(self._headline(story), id=article_id, title=self._readings[article_id].article.title)

    @property
    def naming(self) -> FakeNaming:
        return self._naming

    def count_waiting_for_quotes(self) -> int:
        return self.waiting_for_quotes

    def find_speakers(self, part: str = "", limit: int = 500) -> list[Speaker]:
        found = []
        for key, (name, *others) in self._naming.people().items():
            own = [each for each in self._list_spoken() if each.quote.speaker in (name, *others)]
            articles = len({each.article.id for each in own})
            latest = max(each.at for each in own)
            words = " ".join((name, *others)).casefold().split()
            if any(word.startswith(part.casefold()) for word in words):
                spellings = (name, *others)
                found.append(
                    Speaker(key=key, name=name, quotes=len(own), articles=articles, latest=latest, spellings=spellings)
                )
        return found[:limit]

    def list_quotes_by(
        self, keys: Sequence[int], *, before: tuple[int, int] | None = None, limit: int = 100
    ) -> list[SpokenQuote]:
        self.calls.append(f"list_quotes_by {before}")
        names = {name for key, names in self._naming.people().items() if key in keys for name in names}
        own = [each for each in self._list_spoken() if each.quote.speaker in names]
        return [each for each in own if before is None or each.place > before][:limit]

    def _list_spoken(self) -> list[SpokenQuote]:
        with self._lock:
            return [
                SpokenQuote(
                    quote=quote, article=reading.article, at=reading.article.published or NOW, place=(number, place)
                )
                for number, reading in enumerate(self._readings.values())
                for place, quote in enumerate(reading.quotes)
            ]

    def is_changed_elsewhere(self) -> bool:
        before, self._seen = self._seen, self.version
        return before != self.version

    def recall(self, name: str) -> str | None:
        return self._remembered.get(name)

    @property
    def read_only(self) -> bool:
        return self.protected

    def remember(self, name: str, value: str | None) -> None:
        if value is None:
            self._remembered.pop(name, None)
        else:
            self._remembered[name] = value

    def keep_places(self, places: Mapping[str, Position | None]) -> None:
        with self._lock:
            self.calls.append(f"keep_places {len(places)}")
            for id_, place in places.items():
                self._readings[id_] = replace(self._readings[id_], place=place)

    def mark(self, article_ids: Sequence[str], **marking: Unpack[Marking]) -> Undo:
        read, starred = marking.get("read"), marking.get("starred")
        with self._lock:
            if marking.get("hidden") is not None:
                return self._hide(article_ids, hidden=bool(marking.get("hidden")))
            self.calls.append(f"mark {','.join(article_ids)} read={read} starred={starred}")
            chosen = [ids for ids in self._stories.values() if set(ids) & set(article_ids)]
            whole = [id_ for ids in chosen for id_ in ids]
            # What is taken back is taken back from all editions of the story.
            undo = self._mark(article_ids if read else whole, read, None)
            undo_star = self._mark(article_ids if starred else whole, None, starred)
            return FakeUndo(self, undo_star._before | undo._before)

    def _hide(self, article_ids: Sequence[str], *, hidden: bool) -> FakeUndo:
        before = {id_: self.status(id_) for id_ in article_ids}
        for id_, status in before.items():
            self._set_status(id_, replace(status, hidden=hidden))
        return FakeUndo(self, before)

    def mark_view(self, view: View, *, read: bool) -> Undo:
        with self._lock:
            stories = self.list_stories(replace(view, group=Group.NONE, editions=False))
            return self._mark([id_ for story in stories for id_ in self._stories[story]], read, None)

    def mark_stories(self, stories: Sequence[int], *, read: bool, older: datetime | None = None) -> Undo:
        with self._lock:
            chosen = [story for story in stories if older is None or self._headline(story).at < older]
            return self._mark([id_ for story in chosen for id_ in self._stories[story]], read, None)

    def _mark(self, ids: Sequence[str], read: bool | None, starred: bool | None) -> FakeUndo:
        before = {id_: self._readings[id_].article.status for id_ in ids}
        for id_, status in before.items():
            self._set_status(
                id_,
                replace(
                    status,
                    read=status.read if read is None else read,
                    starred=status.starred if starred is None else starred,
                ),
            )
        changed = {id_: status for id_, status in before.items() if self.status(id_) != status}
        return FakeUndo(self, changed)

    def _set_status(self, id_: str, status: Status) -> None:
        reading = self._readings[id_]
        self._readings[id_] = replace(reading, article=replace(reading.article, status=status))

    def status(self, article_id: str) -> Status:
        """An article's status as it is stored."""
        return self._readings[article_id].article.status

    def add_source(
        self, address: str, *, title: str | None = None, folder: str | None = None, language: str | None = None
    ) -> Source:
        with self._lock:
            key = f"added{len(self._sources)}"
            source = Source(
                key=key, kind=SourceKind.FEED, title=title or address, url=address, folder=folder, language=language
            )
            self._sources.append(source)
            self.add(short_reading(f"{key}-1", f"First from {source.title}", key, source.title, language or "en", NOW))
            return source

    def change_stories(self, ids: Sequence[str], *, together: bool) -> FakeUndoTie:
        """Put the stories of articles together, or take the one article out of its own."""
        with self._lock:
            before = {story: list(members) for story, members in self._stories.items()}
            readings = dict(self._readings)
            touched = [story for story, members in before.items() if set(members) & set(ids)]
            count = len(touched) if sum(len(before[story]) for story in touched) > 1 else 0
            if together:
                self._stories[min(touched)] = [id_ for story in touched for id_ in self._stories.pop(story)]
            elif count:
                self._stories[touched[0]] = [id_ for id_ in before[touched[0]] if id_ not in ids]
                self._stories[max(self._stories) + 1] = list(ids)
            for members in self._stories.values():
                for id_ in members:
                    self._tie_readings(id_, members)

            def restore() -> None:
                with self._lock:
                    self._stories, self._readings = before, readings

            return FakeUndoTie(restore, count)

    def _tie_readings(self, id_: str, members: Sequence[str]) -> None:
        reading = self._readings[id_]
        elsewhere = tuple(edition for edition in reading.article.editions if not edition.available)
        here = tuple(
            Edition(other.language or "", other.title, other.id, other.url, available=True, reason=Reason.USER)
            for other in (self._readings[member].article for member in members if member != id_)
        )
        if {each.id for each in here} != {each.id for each in reading.article.editions if each.available}:
            self._readings[id_] = replace(reading, article=replace(reading.article, editions=here + elsewhere))

    @property
    def adding(self) -> FakeAdding:
        return FakeAdding(self)

    @property
    def upkeep(self) -> FakeUpkeep:
        return FakeUpkeep(self)

    def repair(self) -> None:
        self.calls.append("repair")
        self.problems = []

    def remove_source(self, reference: str) -> Source:
        with self._lock:
            source = next(source for source in self._sources if source.key == reference)
            self._sources.remove(source)
            for story, ids in list(self._stories.items()):
                kept = [
                    id_ for id_ in ids if self._readings[id_].article.source != reference or self.status(id_).starred
                ]
                if kept:
                    self._stories[story] = kept
                else:
                    del self._stories[story]
            return source

    def open_welcome(self) -> View:
        self.add(short_reading("welcome", "Welcome to newstui", "welcome", "newstui", "en", NOW))
        return View(sources=("welcome",))

    def tie_and_index(self, *, cancelled: Callable[[], bool] = refreshing.never) -> int:
        self.calls.append("tie and index")
        return self.matched

    def find_quotes_in_arrivals(
        self,
        *,
        aside: bool = False,
        on_progress: Callable[[int, int], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> int:
        self.calls.append(f"find quotes aside={aside}")
        return 0

    def tell_connection(self) -> Connection:
        return self.connection

    def refresh(
        self,
        references: Sequence[str] | None = None,
        *,
        force: bool = False,
        on_start: Callable[[int], None] = lambda _total: None,
        on_result: Callable[[RefreshResult], None] = lambda _result: None,
        on_fulltext: Callable[[FulltextResult], None] = lambda _result: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> RefreshSummary:
        self.calls.append(f"refresh {references} force={force}")
        sources = [source for source in self._sources if references is None or source.key in references]
        on_start(len(sources))
        new = failed = done = 0
        for source in sources:
            if cancelled():
                break
            time.sleep(self.refresh_pause)
            result = self._refresh_one(source)
            new, failed, done = new + result.new, failed + (result.error is not None), done + 1
            on_result(result)
        return RefreshSummary(
            total=done, new=new, updated=0, failed=failed, seconds=0.0, notices=tuple(self.rules.notices)
        )

    def _note(self, source: Source, **changes: Any) -> None:
        with self._lock:
            self._sources = [replace(other, **changes) if other.key == source.key else other for other in self._sources]

    def _refresh_one(self, source: Source) -> RefreshResult:
        if source.key in self.failing:
            error = FetchError(N_("{url}: the server does not answer"), url=source.url)
            self._note(source, last_status="failed", last_error=error)
            return RefreshResult(source=source.key, status=RefreshStatus.FAILED, title=source.title, error=error)
        self._note(source, last_status="unchanged", last_error=None)
        arrived = [reading for reading in self.arriving if reading.article.source == source.key]
        for reading in arrived:
            self.arriving.remove(reading)
            self.add(reading)
        status = RefreshStatus.NEW if arrived else RefreshStatus.UNCHANGED
        ids = tuple(reading.article.id for reading in arrived)
        return RefreshResult(source=source.key, status=status, title=source.title, new=len(arrived), arrived=ids)


class FakeAdding(Adding):
    """Knows several.example with its feeds, broken ones, and slow.example, which is looked at until it is cancelled."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def look(
        self,
        address: str,
        *,
        on_step: Callable[[str], None] = refreshing.ignore,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> Offer:
        on_step(f"https://{address}")
        while "slow" in address:
            if cancelled():
                raise FetchError(N_("{url}: cancelled"), url=address)
            time.sleep(0.01)
        if "broken" in address:
            raise FetchError(N_("{url}: no feed was found there"), url=address)
        sources = {source.url: source for source in self._fake.list_sources() if source.url}
        if address == "several.example":
            feeds = [
                FeedCandidate(url=f"https://several.example/{tag}", title=f"[b]Feed {tag}", kind="rss", language=tag)
                for tag in ("de", "fr", "nl")
            ]
            subscribed = {feed.url: sources[feed.url] for feed in feeds if feed.url in sources}
            return Offer(address=address, findings=Findings(tuple(feeds)), subscribed=subscribed)
        return Offer(address=address, known=sources.get(address))

    def take(
        self,
        offer: Offer,
        feed: FeedCandidate | None = None,
        wishes: Wishes | None = None,
        *,
        cancelled: Callable[[], bool] = refreshing.never,
    ) -> Addition:
        if offer.known is not None:
            return Addition(offer.known, known=True)
        wishes = wishes or Wishes()
        address = feed.url if feed else offer.address
        if address in self._fake.failing:
            raise FetchError(N_("{url}: the server does not answer"), url=address)
        source = self._fake.add_source(address, title=wishes.title, folder=wishes.folder, language=wishes.language)
        if "down" in address:
            self._fake._note(source, last_error=FetchError(N_("{url}: it is down"), url=address))
            source = next(other for other in self._fake.list_sources() if other.key == source.key)
        return Addition(source, unlooked="unlooked" in address)


class FakeUpkeep(Upkeep):
    """Says two sentences about every source."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def list_conditions(self, sources: Sequence[Source]) -> dict[str, Condition]:
        return {
            source.key: Condition(sentences=("Last good: yesterday", f"Failed: [b]{source.title} is closed"))
            for source in sources
        }

    def change(
        self, key: str, *, title: str, folder: str | None, language: str | None, fulltext: FulltextRule
    ) -> Source:
        source = self._find(key)
        self._fake._note(source, title=title or source.url, folder=folder, language=language, fulltext=fulltext)
        return self._find(key)

    def move(self, key: str, folder: str | None) -> Source:
        self._fake._note(self._find(key), folder=folder)
        return self._find(key)

    def _find(self, key: str) -> Source:
        return next(source for source in self._fake.list_sources() if source.key == key)


class FakeSearching(Searching):
    """Finds words in headlines; a query is read as ever, and `searched` are those that were."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library
        self.searched: list[str] = []

    def index_waiting(
        self, on_progress: Callable[[int], None] = lambda _: None, cancelled: Callable[[], bool] = lambda: False
    ) -> int:
        return 0

    def list_stories(
        self, query: str | Query, limit: int | None = None, *, ranked: bool = False, typing: bool = False
    ) -> array[int]:
        assert isinstance(query, str)
        self.check_query(query, typing=typing)
        self.searched.append(query)
        words = query.casefold().split()
        stories = self._fake.list_stories(View())
        titles = {headline.story: headline.title.casefold() for headline in self._fake.load_headlines(stories)}
        return array("q", [story for story in stories if all(word in titles[story] for word in words)][:limit])

    def find_excerpt(self, query: str, story: int, width: int) -> Excerpt | None:
        (headline,) = self._fake.load_headlines([story])
        at = headline.title.casefold().find(query.casefold())
        return Excerpt("pt", Snippet(headline.title, ((at, at + len(query)),))) if at >= 0 else None

    def list_titled(self, query: str | Query, limit: int) -> array[int]:
        return self.list_stories(str(query).replace("*", ""), limit)


class FakeTies(HandTies):
    """Ties stories that are in memory; the likeliest candidates are those in other languages."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def list_candidates(self, article_id: str, words: str = "", limit: int = 30) -> list[Headline]:
        own = self._fake.get_headline(article_id)
        stories = self._fake.searching.list_stories(words) if words else self._fake.list_stories(View())
        rows = [row for row in self._fake.load_headlines(stories) if row.story != own.story]
        return [row for row in rows if words or row.language not in own.languages][:limit]

    def tie(self, article_id: str, other_id: str) -> UndoTie:
        return self._fake.change_stories([article_id, other_id], together=True)

    def untie(self, article_id: str) -> UndoTie:
        return self._fake.change_stories([article_id], together=False)


class FakeUndoTie(UndoTie):
    """Puts stories back as they were."""

    def __init__(self, restore: Callable[[], None], count: int) -> None:
        self._restore = restore
        self.count = count

    def __call__(self) -> None:
        self._restore()


class FakeNaming(NameVerdicts):
    """Takes every name for a person's; `joined` says which names are another one's."""

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library
        self.joined: dict[str, str] = {}

    def people(self) -> dict[int, tuple[str, ...]]:
        """The names of each speaker, by key."""
        names = sorted({each.quote.speaker for each in self._fake._list_spoken() if each.quote.speaker})
        return {
            key: (name, *(other for other in names if self.joined.get(other) == name))
            for key, name in enumerate(names)
            if name not in self.joined
        }

    def join(self, speaker: int, other: int) -> Speaker:
        people = self.people()
        for name in people[other]:
            self.joined[name] = people[speaker][0]
        return next(each for each in self._fake.find_speakers() if each.key == speaker)

    def part(self, speaker: int, name: str) -> Speaker:
        del self.joined[name]
        return next(each for each in self._fake.find_speakers() if each.key == speaker)


class FakeUndo(Undo):
    """Puts statuses back."""

    def __init__(self, library: FakeLibrary, before: dict[str, Status]) -> None:
        self._fake = library
        self._before = before
        self.count = len(before)

    def __call__(self) -> None:
        for id_, status in self._before.items():
            self._fake._set_status(id_, status)


def short_reading(
    id_: str,
    title: str,
    source: str,
    source_title: str,
    language: str,
    at: datetime,
    *,
    read: bool = False,
    starred: bool = False,
) -> Reading:
    """An article of a few paragraphs without quotations."""
    paragraphs = [f"{title}, part {number}. " + "The tide comes in and goes out again. " * 6 for number in range(1, 4)]
    return Reading(
        Article(
            id=id_,
            title=title,
            source=source,
            source_title=source_title,
            url=f"https://{source}.example/{id_}",
            summary=f"What happened, and why it matters ({language}).",
            published=at,
            language=language,
            language_origin=LanguageOrigin.DECLARED,
            status=Status(read=read, starred=starred, arrived_at=at),
        ),
        Document(tuple(Block(BlockKind.PARAGRAPH, text.strip()) for text in paragraphs)),
    )


def _ferry(tag: str, others: tuple[Edition, ...]) -> Reading:
    title, summary, (first, text, second), *said = _FERRY[tag]
    blocks = [Block(BlockKind.HEADING, first, 2), Block(BlockKind.PARAGRAPH, text)]
    quotes = []
    for words, speaker, cue in said:
        paragraph = f"“{words}”, {cue} {speaker}."
        quotes.append(
            Quote(
                words, QuoteKind.SPEECH, (QuoteSpan(len(blocks), 1, 1 + len(words)),),
                speaker=speaker, speaker_text=speaker, cue=cue, confidence=0.9,
            )
        )  # fmt: skip
        blocks.append(Block(BlockKind.PARAGRAPH, paragraph))
        blocks += [Block(BlockKind.PARAGRAPH, f"{text} {summary} " * 3) for _ in range(4)]
    blocks.append(Block(BlockKind.HEADING, second, 2))
    link = "ferry.example"
    blocks.append(Block(BlockKind.PARAGRAPH, link, spans=(Span(0, len(link), SpanKind.LINK, 0),)))
    return Reading(
        Article(
            id=f"ferry-{tag}",
            title=title,
            source={"en": "harbour", "de": "hafen", "fr": "rivage"}[tag],
            source_title={"en": "The Harbour Post", "de": "Hafenblatt", "fr": "Le Rivage"}[tag],
            url=f"https://ferry.example/{tag}",
            summary=summary,
            authors=("Mila Costa",),
            published=NOW - timedelta(hours=1),
            language=tag,
            language_origin=LanguageOrigin.DECLARED,
            editions=others,
        ),
        Document(tuple(blocks), (Link(link, "https://ferry.example/"),)),
        tuple(quotes),
    )


def settings(
    options: Mapping[str, Any] = MappingProxyType({}), keys: Mapping[str, str] = MappingProxyType({})
) -> Settings:
    """Settings under which nothing is fetched by itself; `keys` is the user's own keymap."""
    return Settings(values={"refresh.at_start": False, "refresh.every": 0, **options}, keys=keys)
