from __future__ import annotations

from pathlib import Path

import pytest

from newstui.model import Action, ActionKind
from newstui.store import Store
from tests.unit.cli.conftest import FEED, Shell


@pytest.fixture
def gazette(shell: Shell, feed: Path) -> Path:
    """A feed that is subscribed to, with two articles: “Bridge closed” and “Market opens”."""
    assert shell("add", feed).code == 0
    return feed


def publish(feed: Path, *titles: str) -> None:
    """Let the feed list more articles."""
    items = "".join(f"<item><title>{title}</title><guid>{title}</guid></item>" for title in titles)
    feed.write_text(FEED.replace("<item>", items + "<item>", 1), encoding="utf-8")


def titles(shell: Shell, *words: str) -> set[str]:
    return {row["title"] for row in shell("list", *words, "--json").rows}


def test_a_rule_is_tried_added_done_switched_off_and_removed(shell: Shell, gazette: Path) -> None:
    tried = shell("rules", "try", "title:bridge")
    assert tried.err == "It would have been done with 1 of 2 stories.\n"
    assert "Bridge closed" in tried.out
    added = shell("rules", "add", "title:bridge", "-market", "--hide", "--tag", "#local", "--notify")
    assert added.code == 0, added.err
    assert titles(shell) == {"Bridge closed", "Market opens"}, "what is here already is left alone"
    publish(gazette, "A new bridge", "A bridge at the market", "Sun")
    refreshed = shell("refresh")
    assert "title:bridge -market: A new bridge" in refreshed.err
    assert titles(shell) == {"Bridge closed", "Market opens", "A bridge at the market", "Sun"}
    assert [row["title"] for row in shell("search", "is:hidden", "--json").rows] == ["A new bridge"]
    (rule,) = shell("rules", "--json").rows
    assert rule["actions"] == [["hide"], ["notify"], ["tag", "local"]]
    assert (rule["query"], rule["enabled"], rule["matched"], rule["error"]) == ("title:bridge -market", True, 1, None)
    assert "switched off" in shell("rules", "off", rule["rule"]).out
    assert shell("rules", "on", rule["rule"]).code == 0
    assert shell("rules", "apply", rule["rule"]).err == "1 article changed\n"
    assert titles(shell) == {"Market opens", "A bridge at the market", "Sun"}
    assert shell("rules", "remove", rule["rule"]).err == "Removed: title:bridge -market\n"
    assert shell("rules").out == ""
    (hidden, _) = shell("search", "is:hidden", "--json").rows
    shell("mark", hidden["id"], "--show", "--untag", "local")
    assert len(titles(shell)) == 4


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        (("--hide",), "It would have hidden 1 of 2 stories."),
        (("--read",), "It would have marked 1 of 2 stories as read."),
        (("--star",), "It would have starred 1 of 2 stories."),
        (("--tag", "a", "--tag", "b"), "It would have tagged 1 of 2 stories."),
        (("--move", "F"), "It would have moved 1 of 2 stories."),
        (("--fulltext",), "It would have fetched the full text of 1 of 2 stories."),
        (("--notify",), "It would have told of 1 of 2 stories."),
        (("--run", "true"), "It would have run the command for 1 of 2 stories."),
        (("--hide", "--star"), "It would have been done with 1 of 2 stories."),
    ],
)
def test_what_a_rule_would_have_done_is_said_in_the_word_for_it(
    shell: Shell, gazette: Path, actions: tuple[str, ...], said: str
) -> None:
    assert shell("rules", "try", "title:bridge", *actions).err == said + "\n"
    rule = shell("rules", "add", "title:bridge", *actions)
    assert rule.code == 0
    assert shell("rules", "try", "1").err == said + "\n"
    assert len(titles(shell)) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("search", "a", "titel:x"),
        ("rules", "add", "a", "titel:x", "--hide"),
        ("rules", "try", "a", "titel:x"),
        ("rules", "try", "1"),
        ("rules", "apply", "1"),
        ("views", "add", "N", "a", "titel:x"),
        ("list", "--view", "Old"),
    ],
)
def test_a_mistake_is_shown_at_its_place_wherever_a_query_stands(
    shell: Shell, gazette: Path, words: tuple[str, ...]
) -> None:
    with Store(shell.home / "data" / "library.sqlite3") as store:
        store.rules.add("a titel:x", [Action(ActionKind.HIDE)])
        store.views.add("Old", "a titel:x")
    outcome = shell(*words)
    assert outcome.code == 2
    assert outcome.err.splitlines()[-2:] == ["  a titel:x", "    ^^^^^^"]


def test_rules_are_put_in_order(shell: Shell, gazette: Path) -> None:
    for query in ("one", "two"):
        shell("rules", "add", query, "--star")
    placed = shell("rules", "place", "2", "1").out
    assert placed.index("two") < placed.index("one")
    assert shell("rules", "place", "9", "1").code == 2


def test_quotations_are_looked_for_where_a_query_asks_for_them(shell: Shell, gazette: Path) -> None:
    text = "“We do not have the money for this bridge,” the mayor Anna Weber told the press in the evening."
    item = f"<item><title>Bridge</title><guid>q</guid><description>{text}</description></item>"
    gazette.write_text(FEED.replace("<item>", item + "<item>", 1), encoding="utf-8")
    shell("refresh")
    assert shell("rules", "try", 'speaker:"Anna Weber"', "--star").err.endswith(
        "It would have starred 1 of 3 stories.\n"
    )
    assert [row["title"] for row in shell("search", "quote:money has:quotes", "--json").rows] == ["Bridge"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rules", "add", "titel:x", "--hide"), "No field titel:"),
        (("rules", "try", "titel:x"), "No field titel:"),
        (("rules", "add", "x"), "A rule must do something"),
        (("rules", "add", "x", "--run", "a 'b"), "a quotation mark is never closed"),
        (("rules", "remove", "7"), "There is no rule 7"),
        (("views", "add", "X", "titel:x"), "No field titel:"),
        (("views", "remove", "X"), "There is no view X"),
        (("list", "--view", "X"), "There is no view X"),
        (("list", "--view", "X", "--folder", "F"), "put the rest into its query"),
        (("keep", "1", "--default", "--days", "3"), "--default stands alone"),
        (("show", "x", "--revisions", "--markdown"), "leave --markdown and --html out"),
    ],
)
def test_what_is_wrong_is_said(shell: Shell, words: tuple[str, ...], said: str) -> None:
    shell("add", "--title", "x", shell.home)
    outcome = shell(*words)
    assert outcome.code == 2
    assert said in outcome.err


def test_a_command_is_not_run_until_that_is_allowed(shell: Shell, gazette: Path) -> None:
    file = shell.home / "ran"
    added = shell("rules", "add", "bridge", "--run", f"touch {file}")
    assert "rules.run_commands = true" in added.err
    publish(gazette, "A new bridge")
    refreshed = shell("refresh")
    assert refreshed.code == 1
    assert "commands are not run until the configuration says so" in refreshed.err
    assert "Failed: " in shell("rules").out
    (shell.home / "config.toml").write_text("[rules]\nrun_commands = true\n")
    publish(gazette, "A new bridge", "Another bridge")
    assert shell("refresh").code == 0
    assert file.exists()
    assert "Failed: " not in shell("rules").out


def test_views(shell: Shell, gazette: Path) -> None:
    assert shell("views", "add", "Bridges", "title:bridge").err == "Saved as Bridges.\n"
    assert shell("views", "--json").rows == [{"view": "Bridges", "query": "title:bridge", "unread": 1}]
    assert titles(shell, "--view", "bridges") == titles(shell, "--view", "bridges", "--unread") == {"Bridge closed"}
    assert titles(shell, "--view", "bridges", "--starred") == set()
    assert shell("views", "rename", "Bridges", "Crossings").code == 0
    assert "Crossings" in shell("views").out
    shell("views", "remove", "crossings")
    assert shell("views").out == ""


def test_tags_and_folders(shell: Shell, gazette: Path) -> None:
    bridge, market = shell("list", "--json").rows
    assert shell("mark", bridge["id"], "--tag", "later", "--tag", "Köln").code == 0
    assert shell("mark", market["id"], "--tag", "LATER", "--folder", "Elsewhere").code == 0
    assert shell("tags", "--json").rows == [
        {"tag": "Köln", "stories": 1, "unread": 1},
        {"tag": "later", "stories": 2, "unread": 2},
    ]
    assert titles(shell, "--tag", "koln") == {"Bridge closed"}
    assert titles(shell, "--folder", "Elsewhere") == {"Market opens"}
    assert shell("list", "--json").rows[0]["tags"] == ["Köln", "later"]
    shell("mark", bridge["id"], "--untag", "Later")
    assert titles(shell, "--tag", "later") == {"Market opens"}


def test_cleaning(shell: Shell, gazette: Path) -> None:
    assert "Nothing has a limit" in shell("clean").err
    shell("mark", *(row["id"] for row in shell("list", "--json").rows), "--read")
    assert "1 article at most" in shell("keep", gazette, "--articles", 1).out
    planned = shell("clean", "--dry-run", "--json")
    assert ([row["dropped"] for row in planned.rows], planned.err) == ([1], "1 article would go\n")
    assert shell("clean").err == "1 article has gone\n"
    assert "everything is kept" in shell("keep", gazette, "--default").out
    publish(gazette, "Sun")
    assert shell("refresh", "--json").rows[-1]["new"] == 1
    assert titles(shell) == {"Bridge closed", "Sun"}, "what has gone does not come back"
    (size,) = shell("sources", "--sizes", "--json").rows
    assert size["articles"] == 2
    assert size["bytes"] > 0


def test_what_an_article_said_before(shell: Shell, gazette: Path) -> None:
    (bridge, market) = shell("list", "--json").rows
    gazette.write_text(FEED.replace("until the spring", "until the summer"), encoding="utf-8")
    shell("refresh")
    (paragraph,) = [
        row for row in shell("diff", bridge["id"], "--json").rows[0]["paragraphs"] if row["change"] != "same"
    ]
    assert [piece["text"] for piece in paragraph["pieces"] if piece["change"] != "same"] == ["spring", "summer"]
    text = shell("diff", bridge["id"]).out
    assert "[-spring-]{+summer+}" in text
    (earlier,) = shell("show", bridge["id"], "--revisions", "--json").rows
    assert "until the spring" in earlier["text"]
    assert "until the spring" in shell("show", bridge["id"], "--revisions").out
    assert "has not changed" in shell("show", market["id"], "--revisions").err
    assert "has not changed" in shell("diff", market["id"]).err
