"""Rules: what they do with what arrives, what they leave alone, and that one that fails stops no other."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from newstui.config import Settings
from newstui.errors import UsageError
from newstui.library import Library
from newstui.library.fulltext import Fulltexts
from newstui.model import Action, ActionKind, Notice, Rule, Source, View
from newstui.paths import Paths
from newstui.store import Store
from newstui.text.query import QueryError
from tests.unit.store.examples import NOW, add_feed, list_ids, make_arrival, make_id, save

HIDE, READ, STAR = Action(ActionKind.HIDE), Action(ActionKind.READ), Action(ActionKind.STAR)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    paths = Paths(tmp_path / "config.toml", tmp_path / "data", tmp_path / "cache")
    with Library(Store(None), paths, Settings(paths.config_file), offline=True, now=lambda: NOW) as library:
        yield library


@pytest.fixture
def source(library: Library) -> Source:
    """A source with one article that was here before any rule."""
    source = add_feed(library.store, folder="News")
    save(library.store, source, make_arrival("z", "en", title="Old bridge"))
    library.rules.do_waiting()
    return source


def arrive(library: Library, source: Source, **titles: str) -> tuple[Notice, ...]:
    """Let articles arrive, by the letters of their ids, and the rules be done with them."""
    save(library.store, source, *(make_arrival(name, "en", title=title) for name, title in titles.items()))
    return library.rules.do_waiting()


def test_what_arrives_is_dealt_with(library: Library, source: Source) -> None:
    rules = library.rules
    rules.add("title:football", [HIDE])
    rules.add("title:weather", [READ, Action(ActionKind.TAG, ("#Sky",))])
    rules.add("tag:sky storm", [STAR, Action(ActionKind.MOVE, ("Urgent",))])
    assert arrive(library, source, a="Football tonight", b="Weather: sun", c="Weather: storm", d="Bridge") == ()
    assert list_ids(library.store) == "bcdz"
    assert list_ids(library.store, View(hidden=True)) == "a"
    assert list_ids(library.store, View(unread=True)) == "dz"
    assert list_ids(library.store, View(tag="Sky")) == "bc"
    assert list_ids(library.store, View(starred=True)) == list_ids(library.store, View(folder="Urgent")) == "c"
    assert [rule.matched for rule in rules.list_rules()] == [1, 2, 1]
    assert rules.list_rules()[0].matched_at == NOW
    assert [article.id[0] for article in library.list_articles(View(query="is:hidden"), 9)] == ["a"]


@pytest.mark.parametrize(
    ("first", "query"),
    [
        (READ, "bridge is:read"),
        (READ, "-is:unread -has:audio"),
        (STAR, "is:starred bridge"),
        (HIDE, "is:hidden"),
        (HIDE, "bridge -has:lang:en"),
        (Action(ActionKind.TAG, ("zebra",)), "tag:zebra OR moon"),
        (Action(ActionKind.MOVE, ("Elsewhere",)), "folder:elsewhere"),
        (Action(ActionKind.MOVE, ("Elsewhere",)), "bridge -folder:news"),
    ],
)
def test_a_later_rule_sees_what_an_earlier_one_has_done(
    library: Library, source: Source, first: Action, query: str
) -> None:
    seen = Action(ActionKind.TAG, ("seen",))
    library.rules.add(query, [seen])
    library.rules.add("bridge", [first])
    library.rules.add(query, [seen])
    arrive(library, source, a="Bridge", b="Sun")
    assert [rule.matched for rule in library.rules.list_rules()] == [0, 1, 1]
    assert library.get_article(make_id("a")).status.tags[:1] == ("seen",)
    assert library.get_article(make_id("b")).status.tags == ()


def test_marks_of_several_rules_are_joined(library: Library, source: Source) -> None:
    def tag(*names: str) -> list[Action]:
        return [Action(ActionKind.TAG, (name,)) for name in names]

    library.rules.add("bridge", [*tag("one", "two"), Action(ActionKind.MOVE, ("First",))])
    library.rules.add("bridge", [*tag("Two", "three"), Action(ActionKind.MOVE, ("Last",)), READ])
    arrive(library, source, a="Bridge")
    status = library.get_article(make_id("a")).status
    assert (status.tags, status.folder, status.read) == (("one", "three", "two"), "Last", True)
    assert library.check_integrity() == ()


def test_what_was_here_and_what_changes_is_left_alone(library: Library, source: Source) -> None:
    library.rules.add("bridge", [HIDE])
    arrive(library, source, z="The old bridge again")
    assert list_ids(library.store) == "z"
    undo = library.rules.apply(library.rules.list_rules()[0].key)
    assert (undo.count, list_ids(library.store)) == (1, "")
    undo()
    assert list_ids(library.store) == "z"


def test_what_a_rule_does_with_what_was_here_is_counted(library: Library, source: Source) -> None:
    rule, _ = library.rules.add("bridge", [STAR])
    undo = library.rules.apply(rule.key)
    library.rules.apply(rule.key)
    assert [(each.matched, each.matched_at) for each in library.rules.list_rules()] == [(1, NOW)]
    undo()
    assert [(each.matched, each.matched_at) for each in library.rules.list_rules()] == [(0, None)]


def test_what_is_opened_by_hand_is_left_alone(library: Library) -> None:
    opened = add_feed(library.store, subscribed=False)
    library.rules.add("bridge", [HIDE])
    arrive(library, opened, a="Bridge")
    assert list_ids(library.store, View(sources=(opened.key,))) == "a"


def test_trying_changes_nothing(library: Library, source: Source) -> None:
    save(library.store, source, make_arrival("a", "en", title="Bridge"), make_arrival("b", "en", title="Sun"))
    library.searching.index_waiting()
    trial = library.rules.try_query("title:bridge")
    assert (trial.found, trial.total, len(trial.newest)) == (2, 3, 2)
    assert list_ids(library.store) == "abz"
    with pytest.raises(QueryError):
        library.rules.try_query("titel:x")


def test_rules_are_switched_off_removed_and_put_back(library: Library, source: Source) -> None:
    rules = library.rules
    first, _ = rules.add("title:a", [HIDE])
    second, undo_adding = rules.add("title:b", [HIDE])
    rules.enable(first.key, False)
    _, put_back = rules.remove(second.key)
    arrive(library, source, a="A", b="B")
    assert list_ids(library.store, View(hidden=True)) == ""
    put_back()
    rules.enable(first.key, True)
    assert [rule.query for rule in rules.list_rules()] == ["title:a", "title:b"]
    arrive(library, source, c="A", d="B")
    assert list_ids(library.store, View(hidden=True)) == "cd"
    undo_adding()
    assert [rule.query for rule in rules.list_rules()] == ["title:a"]
    with pytest.raises(UsageError, match="no rule 99"):
        rules.enable(99, True)


@pytest.mark.parametrize(("place", "queries"), [(1, "cab"), (2, "acb"), (3, "abc"), (99, "abc")])
def test_rules_are_done_in_the_order_that_is_asked_for(library: Library, place: int, queries: str) -> None:
    keys = {query: library.rules.add(query, [STAR])[0].key for query in "abc"}
    undo = library.rules.place(keys["c"], place)
    assert [rule.query for rule in library.rules.list_rules()] == list(queries)
    undo()
    assert [rule.query for rule in library.rules.list_rules()] == list("abc")
    with pytest.raises(UsageError, match="no rule 99"):
        library.rules.place(99, 1)


@pytest.mark.parametrize(
    ("query", "actions", "error"),
    [
        ("titel:x", [HIDE], QueryError),
        ("x", [], UsageError),
        ("x", [Action(ActionKind.TAG, ("#",))], UsageError),
        ("x", [Action(ActionKind.MOVE, (" ",))], UsageError),
        ("x", [Action(ActionKind.RUN)], UsageError),
    ],
)
def test_what_cannot_be_a_rule_is_refused(
    library: Library, query: str, actions: list[Action], error: type[Exception]
) -> None:
    with pytest.raises(error):
        library.rules.add(query, actions)
    assert library.rules.list_rules() == []


def test_a_rule_that_fails_stops_no_other(library: Library, source: Source) -> None:
    library.store.rules.add("titel:broken", [HIDE])
    library.rules.add("bridge", [Action(ActionKind.RUN, ("true",)), STAR])
    library.rules.add("bridge", [Action(ActionKind.NOTIFY)])
    notices = arrive(library, source, a="Bridge one", b="Bridge two")
    assert list_ids(library.store, View(starred=True)) == "ab"
    assert Notice("bridge", ("Bridge one", "Bridge two")) in notices
    failures = [str(notice.error) for notice in notices if notice.error]
    assert len(failures) == 2
    assert any("rules.run_commands = true" in failure and "config.toml" in failure for failure in failures)
    broken, running, telling = library.rules.list_rules()
    assert "No field titel" in str(broken.error)
    assert "run_commands" in str(running.error)
    assert telling.error is None


def test_speakers_and_quotes_are_looked_for_first(library: Library, source: Source) -> None:
    library.rules.add('speaker:"Anna Weber"', [STAR])
    text = "“We do not have the money for this bridge,” the mayor Anna Weber told the press in the evening."
    save(library.store, source, make_arrival("a", "en", body=text), make_arrival("b", "en"))
    library.rules.do_waiting()
    assert list_ids(library.store, View(starred=True)) == "a"


def test_nothing_waits_for_a_rule_that_is_cancelled(library: Library, source: Source) -> None:
    library.rules.add("bridge", [HIDE])
    save(library.store, source, make_arrival("a", "en", title="Bridge"))
    assert library.rules.do_waiting(lambda: True) == ()
    assert list_ids(library.store, View(hidden=True)) == ""
    library.rules.do_waiting()
    assert list_ids(library.store, View(hidden=True)) == "a", "it is done the next time"


def test_numbers_that_are_given_again_are_seen(library: Library, source: Source) -> None:
    library.rules.add("bridge", [HIDE])
    arrive(library, source, a="Sun", b="Moon")
    library.store.drop_articles(source.key, [make_id("a"), make_id("b")])
    arrive(library, source, c="Bridge")
    assert list_ids(library.store, View(hidden=True)) == "c"


@pytest.fixture
def script(tmp_path: Path) -> Callable[..., tuple[str, ...]]:
    """A command that writes its arguments and its environment, and ends as it is told."""

    def write(*arguments: str, status: int = 0) -> tuple[str, ...]:
        code = (
            "import os, sys\n"
            f"with open({str(tmp_path / 'out')!r}, 'a') as file:\n"
            "    print(sys.argv[1:], os.environ['NEWSTUI_TITLE'], os.environ['NEWSTUI_RULE'], sep='|', file=file)\n"
            f"sys.stderr.write('one\\nit broke\\n') if {status} else None\n"
            f"sys.exit({status})\n"
        )
        return (sys.executable, "-c", code, *arguments)

    return write


def test_a_command_gets_the_article_in_its_environment(
    library: Library, source: Source, tmp_path: Path, script: Callable[..., tuple[str, ...]]
) -> None:
    library.settings = library.settings.replace(**{"rules.run_commands": True})
    library.rules.add("bridge", [Action(ActionKind.RUN, script("{id}", "{url}", "{title}", "$HOME; x"))])
    assert arrive(library, source, a="--rm $(bridge)\n`x`") == ()
    id_, words = make_id("a"), (tmp_path / "out").read_text().strip()
    assert words == f"['{id_}', '', '{{title}}', '$HOME; x']|--rm $(bridge) `x`|bridge"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (None, "ended with status 3: it broke"),
        (("/nowhere/at/all",), "/nowhere/at/all cannot be run: No such file or directory"),
    ],
)
def test_a_command_that_fails_is_told(
    library: Library,
    source: Source,
    script: Callable[..., tuple[str, ...]],
    command: tuple[str, ...] | None,
    said: str,
) -> None:
    library.settings = library.settings.replace(**{"rules.run_commands": True})
    library.rules.add("bridge", [Action(ActionKind.RUN, command or script(status=3))])
    (notice,) = arrive(library, source, a="Bridge")
    assert said in str(notice.error)


def test_a_command_that_takes_too_long_is_ended(library: Library, source: Source) -> None:
    from newstui.library.commands import run_command

    arrive(library, source, a="Bridge")
    article = library.get_article(make_id("a"))
    rule = Rule(key=1, query="x", actions=())
    with pytest.raises(UsageError, match="ended after 0 seconds"):
        run_command((sys.executable, "-c", "import time; time.sleep(60)"), article, rule=rule, patience=0.2)
    with pytest.raises(UsageError, match="cannot be run"):
        run_command(("a\0b",), replace(article, title="x"), rule=rule)


def test_pages_are_fetched_of_what_has_one_and_was_not_read(
    library: Library, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(Fulltexts, "fetch_many", lambda _self, ids, **_: asked.extend(ids))
    library.rules.add("bridge", [Action(ActionKind.FULLTEXT)])
    arrivals = [make_arrival("a", url="https://one.example/a", title="Bridge"), make_arrival("b", title="Bridge")]
    save(library.store, source, *arrivals)
    library.rules.do_waiting()
    assert asked == [], "offline"
    library.offline = False
    save(library.store, source, make_arrival("c", url="https://one.example/c", title="Bridge"))
    library.rules.do_waiting()
    assert asked == [make_id("c")]


def test_what_is_taken_over_is_left_alone(library: Library, tmp_path: Path) -> None:
    library.rules.add("bridge", [HIDE])
    file = tmp_path / "urls"
    file.write_text("https://one.example/feed\n")
    save(library.store, add_feed(library.store), make_arrival("a", title="Bridge"))
    library.importing.take_over(file)
    assert library.rules.do_waiting() == ()
    assert list_ids(library.store) == "a"
