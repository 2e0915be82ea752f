"""The linear reader: what is typed, and what is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from newstui.errors import N_, FetchError
from newstui.i18n import INTERFACE_LANGUAGES, _, set_language
from newstui.library.connection import Connection
from newstui.model import Notice, View
from newstui.ui.commands import BY_NAME
from newstui.ui.linear.commands import COMMANDS, find_command
from newstui.ui.linear.console import Console
from newstui.ui.linear.reader import LinearReader, run_linear_reader
from newstui.ui.linear.refreshing import Background
from tests.ui.fake_library import NOW, FakeLibrary, settings, short_reading


def talk(
    *typed: str, library: FakeLibrary | None = None, view: View | None = None, options: dict[str, Any] | None = None
) -> list[str]:
    """What is said after the greeting and the first list."""
    says = StringIO()
    chosen = settings({"refresh.at_start": False} | (options or {}))
    hears = StringIO("".join(f"{line}\n" for line in typed))
    run_linear_reader(library or FakeLibrary(), chosen, view=view, hears=hears, says=says)
    return says.getvalue().splitlines()


def after(said: Sequence[str], line: str) -> list[str]:
    """What is said behind the last line that begins so."""
    at = max(number for number, each in enumerate(said) if each.startswith(line))
    return list(said[at + 1 :])


def test_the_first_lines_say_what_there_is() -> None:
    said = talk()
    assert said[0] == "newstui. Enter goes on, a number opens a story, ? lists all commands."
    assert said[1].startswith("All: ")
    assert said[2].startswith("1. The night ferry comes back. The Harbour Post, ")
    assert "not read yet" in said[2]
    assert said[2].endswith("Languages: English, German, French.")
    assert said[11].startswith("10. ")
    assert len(said) == 12  # nothing waits for a prompt, and nothing else is said


def test_an_article_is_heard_paragraph_by_paragraph() -> None:
    said = after(talk("1", *[""] * 15), "10. ")
    assert said[0] == "The night ferry comes back."
    assert said[1].startswith("The Harbour Post, ")
    assert "quotations, also in German, French" in said[2]
    assert said[3].startswith("Summary: After nine years")
    assert "Heading: The first crossing" in said
    assert "Heading: What it costs" in said
    assert [line for line in said if line.startswith("Quote")] == [
        "Quote, Ada Verhoeven: “We missed the sea more than we knew”,",
        "Quote, Jonas Brandt: “Nobody believed in it, and here we are”,",
    ]
    assert said[-1] == "End of the article. Enter opens the next unread one."


def test_back_and_all_and_top_and_where() -> None:
    library = FakeLibrary()
    first = after(talk("1", "", "", "", library=library), "Summary")
    assert after(talk("1", "t", "", "", "", "b", library=library), "Summary")[-1] == first[1]
    whole = after(talk("1", "t", "a"), "Summary")
    assert whole[: len(first)] == first
    assert whole[-1].startswith("End of the article.")
    where = talk("1", "t", "", "w")[-3:]
    assert where == ["The night ferry comes back.", f"Paragraph 1 of {where[1].split()[-1]}", "English."]
    assert talk("w")[-1].startswith("All: 10 of ")


def test_an_article_is_taken_up_where_it_was_left() -> None:
    library = FakeLibrary()
    said = talk("1", "", "", "q", "1", "", library=library)
    assert "You were at paragraph 3. Enter goes on there, t begins at the top." in said
    assert said[-1] == after(talk("1", "t", "", "", ""), "Summary")[-1]


def test_the_headlines_go_on_and_back() -> None:
    said = talk("", "b", "b")
    assert [line.split(".")[0] for line in said[2:] if line[0].isdigit()][10] == "11"
    assert said[-10:] == said[2:12]
    rest = talk("a")
    assert rest[-1] == "End of the list."
    assert rest[-2].startswith(f"{rest[1].split()[1]}. ")


def test_reading_marks_and_undo_takes_back() -> None:
    library = FakeLibrary()
    said = talk("2", "m", "s", "s", "u", "u", "m", library=library)
    assert after(said, "Summary")[-6:] == [
        "Marked as unread.",
        "Starred.",
        "The star is gone.",
        "Undone.",
        "Undone.",
        "Marked as read.",
    ]
    assert library.get_headline(library.load_headlines(library.list_stories(View()))[1].id).read


def test_everything_is_marked_at_once() -> None:
    library = FakeLibrary()
    unread = len(library.list_stories(View(unread=True)))
    said = talk("ma", "n", "ma", "u", "u", library=library)
    assert said[-5].endswith(" stories marked as read. u undoes it.")
    assert said[-4:] == [
        "Nothing unread follows.",
        "Everything here is read already.",
        "Undone.",
        "There is nothing to undo.",
    ]
    assert len(library.list_stories(View(unread=True))) == unread


def test_enter_alone_reads_everything() -> None:
    library = FakeLibrary()
    unread = [row.title for row in library.load_headlines(library.list_stories(View())) if not row.read]
    said = talk("n", *[""] * 500, library=library)
    assert [line[:-1] for line in said if line[:-1] in unread] == unread
    assert said[-1] == "Nothing unread follows."


def test_the_next_and_the_previous_unread() -> None:
    library = FakeLibrary()
    titles = [row.title for row in library.load_headlines(library.list_stories(View())) if not row.read]
    said = talk("n", "n", "p", library=library)
    assert [f"{title}." in said for title in titles[:3]] == [True, True, False]
    assert said[-1] == "Nothing unread comes before."


def test_another_language_keeps_the_paragraph() -> None:
    said = talk("1", "t", "", "", "la de", "w", "la fr")
    assert after(said, "The boat left") == [
        "German.",
        "Das Schiff legte um Mitternacht mit vierzig Menschen ab.",
        "Die Nachtfähre kehrt zurück.",
        "Paragraph 2 of 14.",
        "German.",
        "French.",
        "Le bateau est parti à minuit avec quarante personnes.",
    ]


def test_languages_are_offered_by_number() -> None:
    said = talk("1", "la", "1")
    offered = after(said, "Summary: After")
    assert offered[0] == "1. German. Die Nachtfähre kehrt zurück."
    assert "Type a number to choose." in offered
    assert after(said, "Type a number")[0] == "German."
    assert talk("1", "la xx")[-1].startswith("There is no edition in xx; there is de, fr")
    assert talk("1", "la", "99")[-1] == "There are 4 choices."
    assert talk("2", "la")[-1] == "This story is here in one language only."


def test_quotes_and_links() -> None:
    said = after(talk("1", "qu"), "Summary")
    assert said[0] == "Quote, Ada Verhoeven: We missed the sea more than we knew"
    assert talk("2", "qu")[-1] == "There are no quotations in this article."
    assert talk("2", "li")[-1] == "There are no links in this article."


def test_links_and_articles_are_opened_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("newstui.ui.outside.open_address", lambda url, _command: opened.append(url))
    assert talk("1", "o")[-1] == "Opened in the browser."
    said = talk("1", "li", "1")
    assert "Type a number to choose." in said
    assert said[-1] == "Opened in the browser."
    assert len(opened) == 2


def test_what_headlines_are_of_is_chosen() -> None:
    said = talk("so", "2")
    offered = said[12 : said.index("Type a number to choose.")]
    assert offered[:4] == ["1. All.", "2. Unread, 25 unread.", "3. Starred.", "4. Folder World, 14 unread."]
    assert "5. The Harbour Post, 7 unread." in offered
    assert after(said, "Type a number")[0] == "Unread: 25 headlines."


def test_finding() -> None:
    said = talk("f tram")
    assert after(said, "“tram”: ")[0].startswith("1. ")
    assert talk("f tram", "l")[-1] == said[-1]
    assert talk("f nothing-like-it")[-1] == "Nothing was found."
    assert after(talk("f tram", "f"), "All: ")[0].startswith("1. The night ferry")
    assert talk("f title:")[-1] != ""


def test_finding_here() -> None:
    assert talk("1", "t", "/forty people")[-1].startswith("The boat left at midnight with forty people")
    assert talk("1", "t", "/ forty people", "b")[-1] == "Heading: The first crossing"
    assert "tram" in talk("/ tram")[-1]
    assert talk("/ no such words")[-1] == "Nothing was found."
    assert talk("/")[-1] == "Type the words behind the command."


def test_a_refresh_is_said() -> None:
    library = FakeLibrary()
    library.failing = {"costa"}
    library.rules.notices.append(Notice("tram", ("Tram",)))
    library.arriving.append(short_reading("new", "News", "harbour", "The Harbour Post", "en", NOW))
    said = after(talk("r", library=library), "10. ")
    assert said[0] == "Refreshing 6 sources."
    assert said[1].startswith("La Costa: https://costa.example/feed: the server does not answer")
    assert said[2:] == ["1 new article.", "l lists the headlines anew.", "Tram"]
    assert talk("r", library=FakeLibrary(offline=True))[-1].startswith("Offline")


@pytest.mark.parametrize(
    ("connection", "refreshed"), [(Connection.OPEN, True), (Connection.NONE, False), (Connection.METERED, False)]
)
def test_at_the_start_what_is_due_is_refreshed_behind(connection: Connection, refreshed: bool) -> None:
    library = FakeLibrary()
    library.connection = connection
    talk(library=library, options={"refresh.at_start": True})
    assert ("refresh None force=False" in library.calls) is refreshed


def test_without_a_network_what_is_near_is_refreshed_and_the_rest_waits() -> None:
    library = FakeLibrary()
    library.connection = Connection.NONE
    library._sources[0] = replace(library._sources[0], url="http://localhost/feed")
    background = Background(library, settings())
    background.start()
    background._thread.join()  # type: ignore[union-attr]
    assert background.take() == ["Paused: no network."]
    assert background.take() == []
    assert library.calls[0] == f"refresh ['{library._sources[0].key}'] force=False"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FetchError(N_("{id}: broken"), id="a"), "a: broken"),
        (OSError("no"), "Something went wrong that should not: OSError: no"),
    ],
)
def test_what_fails_behind_is_a_line_too(error: Exception, said: str) -> None:
    class Broken(FakeLibrary):
        def refresh(self, *_arguments: Any, **_options: Any) -> Any:
            raise error

    background = Background(Broken(), settings())
    background.start()
    background._thread.join()  # type: ignore[union-attr]
    assert background.take() == [said]


def test_what_a_refresh_behind_brought_is_said_before_the_next_line() -> None:
    library = FakeLibrary()
    library.arriving.append(short_reading("new", "News", "harbour", "The Harbour Post", "en", NOW))

    class Slow(StringIO):
        """Somebody who types nothing until what goes on behind has ended, and then goes."""

        def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
            thread = reader._background._thread
            waiting, self.waited = not getattr(self, "waited", False), True
            if thread is not None:
                thread.join()
            return "w\n" if waiting else ""

    says = StringIO()
    reader = LinearReader(library, settings({"refresh.at_start": True}), Console(Slow(), says), None)
    reader.run()
    assert says.getvalue().splitlines()[-2:] == ["1 new article.", "l lists the headlines anew."]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FetchError(N_("{id}: broken"), id="a"), "a: broken"),
        (ZeroDivisionError("by zero"), "Something went wrong that should not: ZeroDivisionError: by zero"),
    ],
)
def test_errors_are_lines_and_the_conversation_goes_on(error: Exception, said: str) -> None:
    class Broken(FakeLibrary):
        def get_reading(self, article_id: str) -> Any:
            raise error

    assert talk("1", "zebra", library=Broken())[-2:] == [said, "“zebra” is no command. ? lists all of them."]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("999", "There are "),
        ("0", "There are "),
        ("s", "No article is open. Type the number of a headline first."),
        ("zebra", "“zebra” is no command. ? lists all of them."),
        ("re", "re may mean: Read or unread (m), Refresh all (r)."),
    ],
)
def test_what_cannot_be_done_is_said(typed: str, said: str) -> None:
    assert talk(typed)[-1].startswith(said)


def test_an_interruption_leaves_nothing() -> None:
    class Interrupted(StringIO):
        times = 0

        def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
            self.times += 1
            if self.times == 1:
                raise KeyboardInterrupt
            return ""

    says = StringIO()
    run_linear_reader(FakeLibrary(), settings({"refresh.at_start": False}), hears=Interrupted(), says=says)
    assert says.getvalue().splitlines()[-1] == "Type q to leave, ? for help."


def test_leaving_goes_back_one_step_and_then_ends() -> None:
    assert talk("1", "q", "q", "1")[-1].startswith("All: 10 of ")
    assert talk("1", "quit", "2")[-1].startswith("Summary")


def test_one_target_is_opened_at_once() -> None:
    library = FakeLibrary()
    view = View(sources=("maré",))
    alone = replace(view, query=None)
    said = talk(library=library, view=alone)
    assert said[1].startswith("What you opened: ")


def test_help_lists_every_command_with_its_help() -> None:
    said = talk("?")
    for command in COMMANDS:
        assert any(line.startswith(f"{command.key or 'Enter'}") and command.help in line for line in said)


def test_keys_and_titles_are_each_their_own_and_names_those_of_the_table() -> None:
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)
    shared = [command for command in COMMANDS if command.name in BY_NAME]
    assert len(shared) > 8
    for command in shared:
        assert find_command(command.title) == [command]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_command_can_be_typed_in_every_language(language: str) -> None:
    set_language(language)
    for command in COMMANDS:
        assert command in find_command(_(command.title))
        assert find_command(command.key) == [command]


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_it_speaks_every_language(language: str) -> None:
    set_language(language)
    said = talk("1", "", "", "", "w", "la", "1", "so", "1", "?", "x", "li", "qu", "s", "u", "ma", "f x", "q", "q")
    assert len(said) > 60
    assert not any("{" in line for line in said)


def test_no_line_is_a_control_sequence(tmp_path: Path) -> None:
    said = "".join(talk("1", "a", "?", "so"))
    assert {unicodedata.category(character)[0] for character in said} <= set("LMNPSZ")
