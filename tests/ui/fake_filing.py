"""Views, tags, rules and earlier wordings in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newstui.errors import UsageError
from newstui.library.keeping import Keeping
from newstui.library.revisions import Revisions
from newstui.library.rules import Rules, Trial, check_actions
from newstui.library.tags import Tags
from newstui.library.undo import Undo
from newstui.library.views import Filed, Views
from newstui.model import (
    Action,
    Block,
    BlockKind,
    Document,
    Notice,
    Revision,
    Rule,
    SavedView,
    Source,
    SourceSize,
    Tag,
    View,
)
from newstui.store.keeping import KeepLimits

if TYPE_CHECKING:
    from tests.ui.fake_library import FakeLibrary


class FakeViews(Views):
    """Views whose queries are words of headlines."""

    def __init__(self, library: FakeLibrary) -> None:
        self._fake = library
        self.saved: list[SavedView] = []

    def list_views(self) -> list[SavedView]:
        return list(self.saved)

    def list_filed(self) -> Filed:
        hidden = len(self._fake.list_stories(View(hidden=True)))
        return Filed(tuple(self.saved), tuple(self._fake.tags.list_tags()), {}, hidden)

    def add(self, name: str, query: str) -> tuple[SavedView, Undo]:
        if any(view.name == name for view in self.saved):
            raise UsageError("There is a view {name} already", name=name)
        view = SavedView(key=len(self.saved) + 1, name=name, query=query)
        self.saved.append(view)
        return view, Undo(lambda: self.saved.remove(next(each for each in self.saved if each.key == view.key)))

    def rename(self, name: str, new_name: str) -> tuple[SavedView, Undo]:
        before = list(self.saved)
        self.saved = [replace(view, name=new_name) if view.name == name else view for view in before]
        return self.saved[0], Undo(lambda: setattr(self, "saved", before))

    def remove(self, name: str) -> tuple[SavedView, Undo]:
        before = list(self.saved)
        (gone,) = (view for view in before if view.name == name)
        self.saved = [view for view in before if view.name != name]
        return gone, Undo(lambda: setattr(self, "saved", before))

    def recount(self, cancelled: Callable[[], bool] = lambda: False) -> list[SavedView]:
        count = [len(self._fake.list_stories(View(query=view.query, unread=True))) for view in self.saved]
        self.saved = [replace(view, unread=unread) for view, unread in zip(self.saved, count, strict=True)]
        return self.list_views()


class FakeTags(Tags):
    """The tags of the articles in memory."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def list_tags(self) -> list[Tag]:
        names = sorted({tag for reading in self._fake.list_readings() for tag in reading.article.status.tags})
        lists = {name: self._fake.load_headlines(self._fake.list_stories(View(tag=name))) for name in names}
        return [Tag(name, len(rows), sum(not row.read for row in rows)) for name, rows in lists.items()]

    def set_tags(self, article_id: str, tags: Iterable[str]) -> Undo:
        status = self._fake.status(article_id)
        self._fake._set_status(article_id, replace(status, tags=tuple(tags)))
        return Undo(lambda: self._fake._set_status(article_id, status), 1)


class FakeRules(Rules):
    """Rules that are listed and tried, and done with nothing."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library
        self.rules: list[Rule] = []
        self.notices: list[Notice] = []

    def list_rules(self) -> list[Rule]:
        return list(self.rules)

    def try_query(self, query: str) -> Trial:
        stories = self._fake.searching.list_stories(query)
        return Trial(len(stories), len(self._fake.list_stories(View())), tuple(stories))

    def add(self, query: str, actions: Sequence[Action]) -> tuple[Rule, Undo]:
        self._fake.searching.check_query(query)
        rule = Rule(key=len(self.rules) + 1, query=query, actions=check_actions(actions))
        self.rules.append(rule)
        return rule, Undo(lambda: self.remove(rule.key))

    def enable(self, key: int, enabled: bool) -> Rule:
        self.rules = [replace(rule, enabled=enabled) if rule.key == key else rule for rule in self.rules]
        return next(rule for rule in self.rules if rule.key == key)

    def remove(self, key: int) -> tuple[Rule, Undo]:
        before = list(self.rules)
        (gone,) = (rule for rule in before if rule.key == key)
        self.rules = [rule for rule in before if rule.key != key]
        return gone, Undo(lambda: setattr(self, "rules", before))

    def place(self, key: int, place: int) -> Undo:
        before = list(self.rules)
        (rule,) = (each for each in before if each.key == key)
        self.rules = [each for each in before if each is not rule]
        self.rules.insert(place - 1, rule)
        return Undo(lambda: setattr(self, "rules", before))

    def apply(self, key: int) -> Undo:
        (rule,) = (rule for rule in self.rules if rule.key == key)
        stories = self._fake.searching.list_stories(rule.query)
        ids = [row.id for row in self._fake.load_headlines(stories)]
        return self._fake.mark(ids, hidden=True)


class FakeKeeping(Keeping):
    """Every source takes as much."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library

    def measure(self, references: Sequence[str] | None = None) -> list[SourceSize]:
        return [SourceSize(key, 7, 12_345) for key in references or ()]

    def limits_of(self, source: Source) -> KeepLimits:
        return KeepLimits(days=source.keep_days or 0)

    def set_limits(self, reference: str, *, days: int | None, articles: int | None) -> Source:
        def find() -> Source:
            return next(source for source in self._fake.list_sources() if source.key == reference)

        self._fake._note(find(), keep_days=days, keep_articles=articles)
        return find()


class FakeRevisions(Revisions):
    """One earlier wording for the articles that are named in `changed`: its first paragraph was another."""

    def __init__(self, library: FakeLibrary) -> None:
        super().__init__(library)
        self._fake = library
        self.changed: set[str] = set()

    def list_wordings(self, article_id: str) -> list[Revision]:
        reading = self._fake.get_reading(article_id)
        article, at = reading.article, reading.article.published or self._fake.now()
        now = Revision(at + timedelta(hours=1), article.title, article.summary, reading.document)
        first = Block(BlockKind.PARAGRAPH, f"{reading.document.blocks[0].text} It was said.")
        document = Document((first, *reading.document.blocks[1:]))
        before = Revision(at, article.title, article.summary, document)
        return [now, before] if article_id in self.changed else [now]
