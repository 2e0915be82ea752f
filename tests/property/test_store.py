"""Whatever happens to a library, its lists and counters say what its articles and statuses say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from newstui.model import Reason, Status, View
from newstui.store import Store
from newstui.store.keeping import KeepLimits
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save

NAMES = "abcdef"
IDS = [make_id(name) for name in NAMES]
FEEDS = ("one", "two", "three")

ids = st.sampled_from(IDS)
names = st.sampled_from(NAMES)
feeds = st.sampled_from(FEEDS)
folders = st.sampled_from([None, "F", "G"])
languages = st.sampled_from([None, "de", "en", "pt-BR"])
marks = st.sampled_from([None, True, False])
views = st.builds(
    View,
    sources=st.sampled_from([(), ("1",), ("1", "2"), ("2", "3", "9")]),
    folder=folders,
    unread=st.booleans(),
    starred=st.booleans(),
    language=st.sampled_from([None, "de", "pt"]),
    tag=st.sampled_from([None, "t", "u"]),
    hidden=st.sampled_from([False, False, False, True]),
)
tags = st.lists(st.sampled_from(["t", "T", "u"]), max_size=2)


class Library(RuleBasedStateMachine):
    """A library that all kinds of things happen to."""

    def __init__(self) -> None:
        super().__init__()
        self.store = Store(None)
        self.now = NOW

    def teardown(self) -> None:
        self.store.close()

    def statuses(self) -> dict[str, Status]:
        return {each: self.store.get_status(each) for each in IDS}

    def pass_time(self) -> None:
        self.now += timedelta(minutes=1)

    @rule(feed=feeds, folder=folders, subscribed=st.booleans())
    def add(self, feed: str, folder: str | None, *, subscribed: bool) -> None:
        add_feed(self.store, feed, folder=folder, subscribed=subscribed)

    @rule(feed=feeds, folder=folders, subscribed=st.booleans())
    def change(self, feed: str, folder: str | None, *, subscribed: bool) -> None:
        source = self.store.find_source(f"https://{feed}.example/feed")
        if source:
            self.store.update_source(source.key, folder=folder, subscribed=subscribed)

    @rule(feed=feeds)
    def remove(self, feed: str) -> None:
        source = self.store.find_source(f"https://{feed}.example/feed")
        if source:
            before = self.statuses()
            self.store.remove_source(source.key)
            assert self.statuses() == before, "statuses outlive their articles"

    @rule(
        feed=feeds,
        arrivals=st.lists(st.tuples(names, languages, st.integers(-3, 3), st.sampled_from("xy")), max_size=4),
        seen=st.lists(ids, max_size=2),
    )
    def refresh(self, feed: str, arrivals: list[tuple[str, str | None, int, str]], seen: list[str]) -> None:
        self.pass_time()
        source = self.store.find_source(f"https://{feed}.example/feed")
        if source:
            before = self.statuses()
            made = [
                make_arrival(name, language, body=body, published=NOW + hours * HOUR if hours else None)
                for name, language, hours, body in arrivals
            ]
            save(self.store, source, *made, seen=seen, now=self.now)
            after = self.statuses()
            for each, status in before.items():
                assert after[each] == replace(status, arrived_at=status.arrived_at or after[each].arrived_at)

    @rule(feed=feeds, dropped=st.lists(ids, max_size=3))
    def drop(self, feed: str, dropped: list[str]) -> None:
        source = self.store.find_source(f"https://{feed}.example/feed")
        if source:
            self.store.drop_articles(source.key, dropped)

    @rule(marked=st.lists(ids, max_size=3), read=marks, starred=marks, undo=st.booleans())
    def mark(self, marked: list[str], *, read: bool | None, starred: bool | None, undo: bool) -> None:
        self.pass_time()
        before, unread = self.statuses(), self.store.total_unread()
        changes = self.store.mark(marked, read=read, starred=starred, now=self.now)
        after = self.statuses()
        for each in marked:
            assert read is None or after[each].read == read
            assert starred is None or after[each].starred == starred
        assert {each for each in IDS if before[each] != after[each]} == {change.id for change in changes}
        if undo:
            redo = self.store.restore(changes, self.now)
            assert self.statuses() == before
            assert self.store.total_unread() == unread
            self.store.restore(redo, self.now)
            assert self.statuses() == after
            self.store.restore(changes, self.now)

    @rule(marked=st.lists(ids, max_size=3), hidden=marks, folder=folders, tag=tags, untag=tags, undo=st.booleans())
    def file(
        self,
        marked: list[str],
        *,
        hidden: bool | None,
        folder: str | None,
        tag: list[str],
        untag: list[str],
        undo: bool,
    ) -> None:
        before = self.statuses()
        changes = self.store.mark(marked, hidden=hidden, folder=folder, tag=tag, untag=untag, now=self.now)
        after = self.statuses()
        for each in marked:
            assert hidden is None or after[each].hidden == hidden
            assert folder is None or after[each].folder == folder
            assert {name.casefold() for name in tag} - {name.casefold() for name in untag} <= {
                name.casefold() for name in after[each].tags
            }
        assert {each for each in IDS if before[each] != after[each]} == {change.id for change in changes}
        if undo:
            redo = self.store.restore(changes, self.now)
            assert self.statuses() == before
            self.store.restore(redo, self.now)
            assert self.statuses() == after

    @rule(feed=feeds, articles=st.integers(0, 2), days=st.integers(0, 1), unread=st.booleans())
    def keep(self, feed: str, articles: int, days: int, *, unread: bool) -> None:
        source = self.store.find_source(f"https://{feed}.example/feed")
        if source:
            before = {each: self.store.articles.find(each) is not None for each in IDS}
            kept = {each for each in IDS if before[each] and self._is_kept(each)}
            limits = KeepLimits(days=days, articles=articles, unread=unread)
            count = self.store.keeping.count_disposable(source.key, limits, self.now + timedelta(days=2))
            assert self.store.keeping.drop_batch(source.key, limits, self.now + timedelta(days=2), 99) == count
            assert all(self.store.articles.find(each) for each in kept)

    def _is_kept(self, article_id: str) -> bool:
        """Whether the reader has starred or tagged one of the story's editions."""
        story = [article_id, *(edition.id for edition in self.store.editions.list_others(article_id) if edition.id)]
        return any((status := self.store.get_status(each)).starred or status.tags for each in story)

    @rule(view=views, read=st.booleans(), undo=st.booleans())
    def mark_view(self, view: View, *, read: bool, undo: bool) -> None:
        self.pass_time()
        before, stories = self.statuses(), self.store.list_stories(view)
        changes = self.store.mark_view(view, read=read, now=self.now)
        assert all(row.read == read for row in self.store.load_headlines(stories))
        assert self.store.mark_view(view, read=read, now=self.now) == ()
        if undo:
            self.store.restore(changes, self.now)
            assert self.statuses() == before

    @rule(one=ids, other=ids, reason=st.sampled_from([Reason.USER, Reason.NAME, Reason.MATCHED]))
    def tie(self, one: str, other: str, reason: Reason) -> None:
        if self.store.articles.find(one) and self.store.articles.find(other):
            tied = self.store.ties.tie(one, other, reason)
            together = one == other or other in {edition.id for edition in self.store.editions.list_others(one)}
            assert tied == together
            assert tied or reason is not Reason.USER

    @rule(one=ids)
    def untie(self, one: str) -> None:
        if self.store.articles.find(one):
            self.store.ties.untie(one)
            assert not any(edition.id for edition in self.store.editions.list_others(one))

    @invariant()
    def is_whole(self) -> None:
        assert [str(problem) for problem in self.store.check_integrity()] == []

    @invariant()
    def shows_each_story_once(self) -> None:
        stories = list(self.store.list_stories(View()))
        assert len(set(stories)) == len(stories)
        assert self.store.count_stories(View()) == len(stories)
        rows = self.store.load_headlines(stories, ["de", "en"])
        assert [row.story for row in rows] == stories
        assert [row.story for row in rows if not row.read] == list(self.store.list_stories(View(unread=True)))
        assert [row.story for row in rows if row.starred] == list(self.store.list_stories(View(starred=True)))
        assert [(row.at, row.story) for row in rows] == sorted(((row.at, row.story) for row in rows), reverse=True)


TestLibrary = Library.TestCase
TestLibrary.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
