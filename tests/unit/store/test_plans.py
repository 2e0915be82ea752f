"""No statement reads more than it needs: the plan of each that the store runs is looked at.

A plan may scan what is as small as the number of sources (sources, lists, feeds, files, marks, views, rules) and the values that a
statement was given. It may never scan, nor sort, what grows with the articles.
"""

from __future__ import annotations

import re
from datetime import UTC
from pathlib import Path
from typing import TypeAlias

import apsw
import pytest

from newstui.errors import NewstuiError
from newstui.model import (
    Action,
    ActionKind,
    Edition,
    FulltextFailure,
    FulltextRule,
    Group,
    Order,
    Position,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reason,
    SourceKind,
    View,
)
from newstui.store import Store, lists
from newstui.store.fingerprints import Fingerprints
from newstui.store.index import SearchIndex
from newstui.store.keeping import KeepLimits
from newstui.store.rules import RuleOrder
from newstui.text.query import Flag, parse_query
from tests.unit.store.examples import HOUR, NOW, add_feed, make_arrival, make_id, save
from tests.unit.store.test_lists import all_views

SMALL = {
    "sources",
    "lists",
    "feeds",
    "files",
    "marks",
    "views",
    "rules",
    "s",
    "l",
    "f",
    "wanted",
    "json_each",
    "sqlite_sequence",
    "unindexed",
}
FOUND = re.compile(r"VIRTUAL TABLE INDEX \d+:[^:]*[M=L]")
"""What a full-text index looks up: by MATCH, by number, by LIKE."""
NEWER = "SEARCH newer USING INTEGER PRIMARY KEY (rowid>?)"
"""What has come since the last visit may be sorted: it is little."""
READ_WHOLE_FOR_A_REASON = ("Store.check_integrity", "Store.repair", "Counts.count_comings")
Plans: TypeAlias = dict[str, list[str]]
A, B = make_id("a"), make_id("b")


def run_everything(store: Store) -> None:
    """Call every method, each in the ways that run other plans."""
    source = add_feed(store, "one", folder="F")
    other = store.add_source(kind=SourceKind.FILE, title="T", path="/t", now=NOW, subscribed=False)
    with store.together():
        save(store, source, *(make_arrival(name, "de") for name in "abcd"))
    save(store, source, make_arrival("a", body="Other."), seen=[B])
    save(store, other, seen=[A])
    for view in all_views():
        for limit in (None, 5):
            store.list_stories(view, limit)
        store.count_stories(view)
    store.load_headlines([1, 2], ["de"])
    store.articles.list_newest(View(), 3, ["de"])
    store.total_unread()
    for call in (
        store.articles.find,
        store.articles.get,
        store.articles.get_document,
        store.articles.get_changed_at,
        store.articles.list_revisions,
        store.editions.list_others,
    ):
        call(A)
    store.editions.get_story(A)
    store.save_article(source.key, make_arrival("f"), now=NOW)
    store.articles.find("bbbb")
    store.articles.get_many([A, B])
    store.find_known(["guid:a"])
    store.list_feed_states()
    store.list_known_files(other.key)
    store.rename_article(A, keys=["guid:z"], path="/z")
    store.update_source(source.key, fulltext=FulltextRule.ALWAYS)
    save(store, source, make_arrival("e", url="https://one.example/e"), wanted=[make_id("e")])
    store.pages.want(source.key, [B], NOW)
    store.pages.list_due(NOW)
    store.pages.list_due(NOW, [source.key])
    store.pages.get([A, B])
    store.pages.note_failure(B, FulltextFailure(NewstuiError("No."), 1, NOW, NOW + HOUR))
    store.pages.find_failure(B)
    store.pages.list_waits(NOW)
    for body in ("Page.", "Other page."):
        store.pages.save(B, make_arrival("b", "fr", body=body, editions=(Edition("nl", url="https://x/"),)), now=NOW)
    save(store, source, make_arrival("b", body="Other."))
    store.pages.show_feed_text(B, prefer_feed=True)
    store.quotes.save(A, [Quote("q", QuoteKind.TERM, (QuoteSpan(0, 0, 1),))], 1)
    store.quotes.find(A, 1)
    store.quotes.list_unlooked(2, 5)
    store.quotes.count_unlooked(2)
    run_speakers(store)
    assert store.path is None or store.path.exists()
    assert not store.read_only
    store.list_languages()
    store.editions.list_addresses([A, B])
    store.editions.list_declaring([A, B])
    store.editions.list_translation_names([A, B])
    store.editions.list_translations(A, ["story", "b"])
    run_fingerprints(store.fingerprints)
    run_by_hand(store)
    run_statistics(store)
    run_searches(store.index)
    for number in range(21):
        add_feed(store, f"many{number}")
    store.index.search(parse_query("source:many -title"), now=NOW)
    run_views(store, source.key)
    run_rules(store)
    store.ties.tie(A, B, Reason.USER)
    store.ties.untie(A)
    store.ties.tie(A, B, Reason.USER)
    store.get_status(A)
    store.restore(store.mark([A], read=True, starred=True, now=NOW), NOW)
    store.restore(store.mark_view(View(), read=True, now=NOW), NOW)
    store.mark_view(View(folder="F"), read=False, now=NOW, before=NOW)
    store.mark_stories(store.list_stories(View()), read=True, now=NOW, older=NOW)
    store.list_sources(subscribed=None)
    store.list_folders()
    store.find_source("/t")
    store.update_source(source.key, folder="G")
    store.set_mark("a", "b")
    store.set_mark("a", None)
    store.get_mark("a")
    store.drop_articles(source.key, [make_id("d")])
    store.remove_source(source.key)


def run_speakers(store: Store) -> None:
    said = {
        name: [Quote("q", QuoteKind.SPEECH, (QuoteSpan(0, 0, 1),), name, "er", "sagt", 1.0)]
        for name in ("Macron", "Brigitte Macron", "Emmanuel Macron")
    }
    for _ in range(2):
        for article, name in zip((A, B, make_id("c")), said, strict=True):
            store.quotes.save_found({article: said[name] * (9 if name.startswith("E") else 1)}, 1)
    for part in ("", "mac", "emm mac", "makron"):
        store.speakers.list_names(part)
    store.speakers.renew_spellings()
    speakers = store.speakers.list_meant("Macron") + store.speakers.list_meant("Emmanuel Macron")
    store.speakers.list_quotes_by([speaker.key for speaker in speakers], before=(1 << 40, 0), limit=5)
    joined = store.verdicts.join(speakers[0].key, speakers[-1].key)
    store.verdicts.part(joined.key, joined.spellings[-1])


def run_statistics(store: Store) -> None:
    """All but count_comings, which reads the statuses whole, for somebody who has asked for just that."""
    bounds = [NOW - HOUR, NOW, NOW + HOUR]
    store.statistics.count_everything(bounds)
    store.statistics.count_sources(bounds)
    store.statistics.count_languages(bounds)
    store.statistics.count_stories()
    store.statistics.count_quotes()
    store.statistics.count_quotes_since([speaker.key for speaker in store.speakers.list_names()], NOW)


def run_by_hand(store: Store) -> None:
    store.ties.restore(store.ties.tie_by_hand(A, B))
    store.ties.restore(store.ties.untie(A))
    store.ties.list_apart(A)
    store.ties.keep_found(A, [Edition("pt", url="https://one.example/pt")])
    store.places.keep({A: Position(1), B: None})
    store.places.find(A)
    store.changes.have_come()
    store.edition_rows.spread(store.list_stories(View()), ("de",))
    store.edition_rows.load([1, 2])
    for order in Order:
        store.orders.sort(store.list_stories(View(order=order)), order, ("de",))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists, "_PIECE", 1)
        store.orders.list_unread_first(View(language="de"))
        store.list_stories(View(order=Order.OLDEST))
    for group in Group:
        store.groups.load(store.groups.arrange(store.list_stories(View(newer_than=1)), group, ("de",)))
    store.last_story()


def run_fingerprints(prints: Fingerprints) -> None:
    prints.begin(1, NOW)
    prints.sort_out()
    prints.is_waiting()
    prints.is_waiting(A)
    wanted = prints.list_wanted(5)
    prints.save([(each.id, 5, b"1234") for each in wanted])
    prints.list_unmatched(5)
    prints.list_near(NOW, NOW)
    prints.get_wording(A)
    prints.note_matched([each.id for each in wanted])


def run_views(store: Store, source: str) -> None:
    store.mark([A, B], tag=["x", "y"], folder="Elsewhere", hidden=True, now=NOW)
    store.restore(store.mark([A, B], untag=["y"], folder="", hidden=False, now=NOW), NOW)
    store.mark([A], hidden=False, now=NOW)
    view = store.views.add("V", "title", unread=3)
    store.views.rename(view.key, "W")
    store.views.keep_counts({view.key: 4})
    store.views.rewrite(view.key, "folder:F")
    store.views.list_folders()
    store.views.list_moved(["Elsewhere"])
    store.views.put_back(store.views.get("w"), store.views.remove(view.key))
    store.views.list_tags()
    store.views.count_folders()
    for limits in (KeepLimits(days=1), KeepLimits(articles=1), KeepLimits(days=1, articles=1, unread=True)):
        store.keeping.count_disposable(source, limits, NOW + 9 * HOUR)
        store.keeping.drop_batch(source, limits, NOW + 99 * HOUR, 1)
    store.find_known(["guid:a", "guid:b", "guid:c", "guid:d"], dropped=True)
    store.keeping.give_back_pages()
    store.keeping.measure([source])


def run_rules(store: Store) -> None:
    rule = store.rules.add("title", [Action(ActionKind.TAG, ("z",))])
    store.rules.enable(rule.key, False)
    store.rules.note_error(rule.key, None)
    store.rules.count(rule.key, 1, NOW)
    store.rules.rewrite(rule.key, "body", rule.actions)
    store.rules.place(rule.key, 1)
    assert store.rules.is_waiting()
    assert store.rules.list_waiting()
    queries = ("title", "lang:de -title", "tag:x", "source:one OR is:hidden")
    orders = [RuleOrder(rule.key, parse_query(query), {"tag": ["z"]}) for query in queries]
    assert store.rules.do_batch(orders, NOW, UTC)
    assert store.rules.get(rule.key).key == rule.key
    store.rules.skip_waiting()
    store.rules.put_back(*store.rules.remove(rule.key))
    store.rules.list_rules()


def run_searches(index: SearchIndex) -> None:
    index.count_unindexed()
    index.index_batch()
    parts = [
        "",
        "title",
        "titl",
        "-title",
        "title:tit*",
        "speaker:macron",
        "speaker:mac*",
        "source:one",
        "folder:f",
        "tag:x",
        "lang:de",
        "has:lang:fr",
        *(flag.value for flag in Flag),
        "after:2020",
        "before:2030",
        "(title OR is:read)",
    ]
    for query in (*parts, *(f"title {part}" for part in parts), *(f"lang:de -{part}" for part in parts if part)):
        tree = parse_query(query)
        hits = index.search(tree, now=NOW)
        index.search(tree, now=NOW, after=hits[-1] if hits else None)
        index.list_stories(tree, now=NOW)
        index.list_titled(tree, 5, now=NOW)
        index.find_excerpt(tree, 1, 80)
        index.count_stories(tree, now=NOW)
        index.choose_articles(tree, [A, B], now=NOW)


@pytest.fixture(scope="module")
def plans() -> Plans:
    """Every statement that the store runs, with the steps of its plan."""
    seen: dict[str, apsw.Bindings | None] = {}

    def note(_cursor: apsw.Cursor, sql: str, values: apsw.Bindings | None) -> bool:
        seen[sql] = values
        return True

    with Store(None) as store:
        connection = store._connections._first.connection
        connection.config(apsw.SQLITE_DBCONFIG_TRIGGER_EQP, 1)
        connection.exec_trace = note
        run_everything(store)
        connection.exec_trace = None
        return {
            # Steps without words head those of a trigger.
            sql: [detail for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values) if detail]
            for sql, values in seen.items()
            if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)", sql)
        }


def test_no_statement_reads_or_sorts_what_grows(plans: Plans) -> None:
    wrong = []
    for sql, steps in plans.items():
        scanned = {match[1] for step in steps if (match := re.match(r"SCAN (\w+)", step)) and not FOUND.search(step)}
        sorts = any("TEMP B-TREE" in step for step in steps) and not steps[0].startswith(NEWER)
        if scanned - SMALL or (not _is_small(steps) and sorts):
            wrong.append(f"{' '.join(sql.split())}\n    " + "\n    ".join(steps))
    assert sum(bool(steps) for steps in plans.values()) > 40
    assert not wrong, "\n".join(wrong)


def _is_small(steps: list[str]) -> bool:
    touched = {match[1] for step in steps if (match := re.match(r"(?:SCAN|SEARCH) (\w+)", step))}
    return touched <= SMALL


def test_lists_are_read_from_one_index_alone(plans: Plans) -> None:
    lists = [(sql, step) for sql, steps in plans.items() if "FROM placements AS p " in sql for step in steps]
    assert len(lists) > 5
    for sql, step in lists:
        assert re.match(
            r"SEARCH [pq] USING PRIMARY KEY \(list=\? AND state=\?|SEARCH q EXISTS USING PRIMARY KEY|CORRELATED|SCALAR",
            step,
        ), (sql, step)


def test_plans_do_not_depend_on_how_much_there_was_at_some_time(tmp_path: Path) -> None:
    """A store that was analysed while it was small would read everything when it has grown."""
    path = tmp_path / "library.db"
    with Store(path) as store:
        run_everything(store)
    connection = apsw.Connection(str(path))
    assert not connection.table_exists(None, "sqlite_stat1")
    connection.close()


def test_what_goes_with_a_row_is_found_by_an_index() -> None:
    """SQLite looks for the children of each row that is deleted, which is in no plan."""
    with Store(None) as store:
        connection = store._connections._first.connection
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        missing = []
        for table in tables:
            keys = connection.execute("SELECT info.'from' FROM pragma_foreign_key_list(?) AS info", (table,))
            for (column,) in list(keys):
                plan = connection.execute(f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE {column} = 1")
                missing += [f"{table}.{column}" for *_, step in plan if not step.startswith("SEARCH")]
    assert missing == []


def test_every_method_was_called(monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(None) as store:
        parts: set[type] = {Store, type(store.speakers), type(store.verdicts)}
        for part in vars(store).values():
            if type(part).__module__.startswith("newstui.store.") and part is not store._connections:
                parts.add(type(part))
        public = {f"{kind.__name__}.{name}" for kind in parts for name in vars(kind) if not name.startswith("_")}
        called: set[str] = set()
        for kind in parts:

            def watch(self: object, name: str, kind: type = kind) -> object:
                called.add(f"{kind.__name__}.{name}")
                return object.__getattribute__(self, name)

            monkeypatch.setattr(kind, "__getattribute__", watch, raising=False)
        run_everything(store)
    assert public - called - set(READ_WHOLE_FOR_A_REASON) == set()
