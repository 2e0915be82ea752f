"""Tags, hidden stories, saved views, rules and what articles said before, by their keys."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from newstui.errors import UsageError
from newstui.model import Action, ActionKind, Notice, View
from newstui.ui.dialogs.tags import LastTagSuggester, split_tags
from newstui.ui.panes.lines import Lines
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def row_keys(reader: Reader) -> list[str]:
    return [row.key for row in reader.room.sources.rows]


async def test_tags_are_given_completed_listed_and_undone() -> None:
    async with open_reader() as reader:
        first = reader.room.headlines.headline_at_cursor
        assert first is not None
        await reader.press("t")
        await reader.type("later, #Küste")
        await reader.press("enter")
        assert reader.library.status(first.id).tags == ("later", "Küste")
        assert reader.said == "Tagged: later, Küste"
        assert [key for key in row_keys(reader) if key.startswith("tag")] == ["tags", "tag:Küste", "tag:later"]
        await reader.press("j", "t")
        await reader.type("kü")
        await reader.press("right", "enter")
        second = reader.room.headlines.headline_at_cursor
        assert second is not None
        assert reader.library.status(second.id).tags == ("küste",), "what was typed stays as it was typed"
        await reader.press("u")
        assert reader.library.status(second.id).tags == ()
        await reader.press("t", "tab", "enter", "enter")
        assert reader.library.status(second.id).tags == ("Küste",), "from the list"
        await reader.press("1")
        reader.room.sources.go_to("tag:Küste")
        await reader.settle()
        assert len(reader.room.headlines.stories) == 2
        await reader.press("2", "t", "ctrl+u", "enter")
        assert reader.said == "It has no tags now."


@pytest.mark.parametrize(
    ("line", "suggested"),
    [("l", "later"), ("x, La", "x, Later"), ("x,  ku", "x,  kuste"), ("later", None), ("zz", None), ("x, ", None)],
)
async def test_the_last_tag_is_completed(line: str, suggested: str | None) -> None:
    found = await LastTagSuggester(["Küste", "later"]).get_suggestion(line)
    assert (found if found != line else None) == suggested


def test_a_line_of_tags() -> None:
    assert split_tags(" a, b,, a ,") == ["a", "b"]


async def test_a_story_is_hidden_and_shown_again() -> None:
    async with open_reader() as reader:
        before = len(reader.room.headlines.stories)
        hidden = reader.room.headlines.story_at_cursor
        await reader.press("comma", "h")
        assert len(reader.room.headlines.stories) == before - 1
        assert "hidden" in row_keys(reader)
        assert reader.said == "Hidden; press u to undo."
        await reader.press("u")
        assert len(reader.room.headlines.stories) == before
        await reader.press("g", "comma", "h", "1")
        reader.room.sources.go_to("hidden")
        await reader.settle()
        assert list(reader.room.headlines.stories) == [hidden]
        await reader.press("2", "comma", "h")
        assert reader.said == "Shown again."
        assert len(reader.library.list_stories(View())) == before


async def test_a_search_is_saved_as_a_view() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "v")
        assert reader.said.startswith("Press F to search first")
        await reader.press("F")
        await reader.type("storm")
        await reader.press("enter", "comma", "v")
        assert reader.app.screen.query_one(Input).value == "storm", "its words are a name already"
        await reader.press("backspace", "enter")
        assert "A view needs a name." in reader.text()
        await reader.type("Storms")
        await reader.press("enter")
        assert reader.said == "Saved as “Storms”."
        (view,) = reader.library.views.saved
        assert (view.query, view.unread) == (
            "storm",
            len(reader.library.list_stories(View(query="storm", unread=True))),
        )
        await reader.press("escape", "1")
        reader.room.sources.go_to("view:1")
        await reader.settle()
        titles = {row.title for row in reader.library.load_headlines(reader.room.headlines.stories)}
        assert titles == {"Storm closes two bridges", "Storm sluit twee bruggen"}
        await reader.press("comma", "v")
        reader.app.screen.query_one(Input).value = "Gales"
        await reader.press("enter")
        assert [saved.name for saved in reader.library.views.saved] == ["Gales"]
        assert "Gales" in reader.text()
        await reader.press("d")
        assert reader.library.views.saved == []
        assert reader.said == "Removed; press u to undo: “Gales”"
        assert "view:1" not in row_keys(reader)
        await reader.press("u")
        assert reader.said == "Undone."
        assert "view:1" in row_keys(reader)
        await reader.press("u")
        assert [saved.name for saved in reader.library.views.saved] == ["Storms"]


async def test_headings_cannot_be_chosen() -> None:
    library = FakeLibrary()
    library.views.add("Storms", "storm")
    async with open_reader(library) as reader:
        keys = row_keys(reader)
        assert keys[3:6] == ["views", "view:1", "sources"]
        await reader.press("1", "g", "j", "j", "j")
        assert reader.room.sources.key == "view:1"
        await reader.press("j")
        assert reader.room.sources.key == keys[6]


async def test_rules_are_added_tried_switched_off_and_removed() -> None:
    async with open_reader() as reader:
        await reader.press("F")
        await reader.type("storm")
        await reader.press("enter", "comma", "r", "enter")
        total = len(reader.library.list_stories(View()))
        found = len(reader.library.searching.list_stories("storm"))
        assert f"It would have been done with {found} of {total} stories." in reader.text()
        await reader.press("enter")
        assert "A rule must do something" in reader.text()
        await reader.press("tab", "enter")
        assert "[x] Hide the story" in reader.text()
        assert f"It would have hidden {found} of {total} stories." in reader.text()
        await reader.press("tab")
        await reader.type("weather, sky")
        assert f"It would have been done with {found} of {total} stories." in reader.text()
        await reader.press("enter")
        (rule,) = reader.library.rules.rules
        assert rule.actions == (
            Action(ActionKind.HIDE),
            *(Action(ActionKind.TAG, (tag,)) for tag in ("weather", "sky")),
        )
        assert "From now on: hide · tag “weather” · tag “sky”" in reader.text()
        await reader.press("g", "enter", "enter")
        assert f"It would have been done with {found} of {total} stories." in reader.text()
        await reader.press("enter", "down", "enter")
        assert not reader.library.rules.rules[0].enabled
        assert "switched off" in reader.text()
        await reader.press("enter", "down", "down", "enter")
        assert len(reader.library.list_stories(View(hidden=True))) == found
        await reader.press("enter", "down", "down", "down", "enter")
        assert reader.library.rules.rules == []
        await reader.press("escape")
        assert reader.said == "Removed: storm"
        await reader.press("u")
        assert [rule.query for rule in reader.library.rules.rules] == ["storm"]
        await reader.press("u")
        assert len(reader.library.list_stories(View(hidden=True))) == 0
        await reader.press("u")
        assert reader.library.rules.rules == []


async def test_rules_are_done_in_another_order() -> None:
    library = FakeLibrary()
    for query in ("storm", "sun"):
        library.rules.add(query, [Action(ActionKind.HIDE)])
    async with open_reader(library) as reader:
        await reader.press("comma", "r", "enter", "down", "down", "down")
        assert "A later rule sees what an earlier one has done." in reader.text()
        await reader.press("enter")
        assert [rule.query for rule in library.rules.list_rules()] == ["sun", "storm"]
        assert reader.text().index("sun") < reader.text().index("storm")
        await reader.press("escape", "u")
        assert [rule.query for rule in library.rules.list_rules()] == ["storm", "sun"]


async def test_a_mistake_in_a_rule_is_shown_at_its_place() -> None:
    async with open_reader() as reader:
        await reader.press("comma", "r", "enter", "enter")
        assert "A query is needed." in reader.text()
        await reader.type("titel:x")
        assert "No field titel:" in reader.text()
        await reader.press("enter", "escape")
        assert reader.library.rules.rules == []


async def test_what_has_changed_is_shown() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("=")
        assert reader.said == "This article has not changed since it was first seen."
        headline = reader.room.headlines.headline_at_cursor
        assert headline is not None
        library.revisions.changed.add(headline.id)
        await reader.press("=")
        lines = reader.app.screen.query_one(Lines)
        text = "\n".join(str(option.prompt) for option in lines.options)
        assert "[ It was said.]" in text
        assert "as they were" in text
        assert "→" in text
        await reader.press("escape")


async def test_what_rules_tell_is_shown_after_a_refresh() -> None:
    library = FakeLibrary()
    titles = ("[b]Storm", "Second", "Third", "Fourth", "Fifth")
    library.rules.notices = [Notice("storm", titles), Notice("sun", error=UsageError("a rule that cannot"))]
    async with open_reader(library) as reader:
        await reader.press("R")
        assert [notice.message for notice in reader.app._notifications] == ["[b]Storm · Second · Third (+2)"]
        told = [told.text for told in reader.room.status.messages.list_newest()]
        assert "[b]Storm · Second · Third (+2)" in told, "the toast goes, the message stays"
        await reader.press("!")
        assert "a rule that cannot" in reader.text()


async def test_a_source_says_what_it_takes() -> None:
    async with open_reader() as reader:
        await reader.press("1")
        reader.room.sources.go_to("source:hafen")
        await reader.settle()
        await reader.press("H")
        assert "7 articles · 13\N{NO-BREAK SPACE}kB" in reader.text()
        assert "everything is kept" in reader.text()
        reader.app.screen.query_one("#days", Input).value = "soon"
        reader.app.screen.query_one("#days", Input).focus()
        await reader.press("enter")
        assert "How long and how many are whole numbers." in reader.text()
        reader.app.screen.query_one("#days", Input).value = "30"
        await reader.press("enter", "H")
        assert "for 30 days" in reader.text()
