"""Sources, filters, marks over a list, and lists that change while they are read."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import timedelta

import pytest

from newstui.errors import FetchError
from newstui.model import Source, SourceKind, View
from newstui.ui.commands import Pane
from newstui.ui.panes.source_rows import SourceRow, list_rows
from newstui.ui.snapshots import keep_read
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


def _source(key: str, folder: str | None = None, unread: int = 0, *, subscribed: bool = True) -> Source:
    return Source(key=key, kind=SourceKind.FEED, title=key.upper(), folder=folder, unread=unread, subscribed=subscribed)


def test_rows() -> None:
    sources = [_source("a", "News", 2), _source("b"), _source("c", "art", 1), _source("d", "News", 3)]
    rows = list_rows([*sources, _source("x", subscribed=False)], 9)
    assert [(row.key, row.unread, row.depth) for row in rows] == [
        ("all", 9, 0),
        ("unread", 9, 0),
        ("starred", 0, 0),
        ("source:b", 0, 0),
        ("folder:art", 1, 0),
        ("source:c", 1, 1),
        ("folder:News", 5, 0),
        ("source:a", 2, 1),
        ("source:d", 3, 1),
    ]
    folded = list_rows(sources, 9, folded={"News"}, opened=SourceRow("opened", View(sources=("x",))))
    assert [row.key for row in folded] == [
        "opened", "all", "unread", "starred", "source:b", "folder:art", "source:c", "folder:News"
    ]  # fmt: skip
    assert folded[-1].folded is True


def test_a_feed_that_has_not_answered_for_long_is_stale() -> None:
    def is_stale(days: int | None, kind: SourceKind = SourceKind.FEED) -> bool:
        good = None if days is None else NOW - timedelta(days=days)
        row = SourceRow("source:a", View(), source=replace(_source("a"), kind=kind, last_good=good))
        return row.is_stale(NOW)

    assert [is_stale(13), is_stale(15), is_stale(None), is_stale(15, SourceKind.FILE)] == [False, True, False, False]
    assert not SourceRow("all", View()).is_stale(NOW)


async def test_marks_in_the_pane_of_sources() -> None:
    library = FakeLibrary()
    library.failing = {"costa"}
    library._sources[3] = replace(library._sources[3], last_good=NOW - timedelta(days=30))
    async with open_reader(library) as reader:
        await reader.press("R")
        lines = [line[:26] for line in reader.text().splitlines()]
        assert "│ Le Rivage          ~ 7 │" in lines
        assert "│ La Costa           ! 6 │" in lines


async def test_only_what_has_changed_is_drawn_anew() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("1", "G", "enter", "enter")
        row = reader.room.sources.row
        assert row is not None
        assert row.title == "De Havenkrant"
        assert [row.unread for row in reader.room.sources.rows][:2] == [25, 25]
        await reader.press("1", "k", "2", "enter")
        assert [row.unread for row in reader.room.sources.rows][:2] == [24, 24]
        hafen = next(line for line in reader.text().splitlines() if "Hafenblatt" in line)
        assert hafen[:30].split() == ["│", "Hafenblatt", "6", "│"]


async def test_another_list_begins_with_its_first_unread() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "1", "G", "k", "k", "2", "n")
        assert reader.title == "Council votes on the tram"
        await reader.press("1", "j", "2", "j", "space")
        assert reader.title == "Rat stimmt über die Straßenbahn ab"


@pytest.mark.parametrize(
    ("shown", "now", "kept"),
    [
        ([3, 2, 1], [3, 1], [3, 2, 1]),
        ([3, 2, 1], [4, 3], [4, 3, 2, 1]),
        ([3, 2, 1], [4, 2], [4, 3, 2, 1]),
        ([3, 2, 1], [], [3, 2, 1]),
        ([], [2, 1], [2, 1]),
        ([2, 1], [2, 1], [2, 1]),
    ],
)
def test_what_was_read_stays_to_be_seen(shown: list[int], now: list[int], kept: list[int]) -> None:
    assert list(keep_read(array("q", shown), array("q", now))) == kept


async def test_moving_over_the_sources_shows_their_headlines() -> None:
    async with open_reader() as reader:
        await reader.press("1", "G")
        assert str(reader.room.headlines.border_subtitle) == "De Havenkrant"
        assert len(reader.room.headlines.stories) == 6
        await reader.press("enter")
        assert reader.pane() is Pane.HEADLINES
        await reader.press("h")
        assert reader.pane() is Pane.SOURCES


async def test_a_folder_holds_its_sources_and_folds() -> None:
    async with open_reader() as reader:
        await reader.press("1")
        await reader.hold("j", 6)
        row = reader.room.sources.row
        assert row is not None
        assert row.title == "World"
        assert len(reader.room.headlines.stories) == 19
        assert "Hafenblatt" in reader.text().splitlines()[9]
        await reader.press("-")
        assert [row.key for row in reader.room.sources.rows][-1] == "folder:World"
        await reader.press("-")
        assert len(reader.room.sources.rows) == 10


async def test_filter_goes_round() -> None:
    async with open_reader() as reader:
        counts = []
        for _ in range(3):
            await reader.press("f")
            counts.append((len(reader.room.headlines.stories), str(reader.room.headlines.border_subtitle)))
        assert counts == [(25, "All · unread only"), (1, "All · starred only"), (37, "All")]


async def test_mark_all_read_and_undo() -> None:
    async with open_reader() as reader:
        await reader.press("A")
        assert reader.library.total_unread() == 0
        assert reader.said == "27 stories marked as read; press u to undo."
        assert "25" not in reader.text().splitlines()[1], "no count beside the sources any more"
        await reader.press("u")
        assert reader.library.total_unread() == 25


async def test_news_does_not_move_what_is_under_the_cursor() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("j", "j", "j")
        story = reader.room.headlines.story_at_cursor
        row_on_screen = reader.room.headlines.cursor - reader.room.headlines.scroll_offset.y
        for number in range(5):
            library.arriving.append(
                short_reading(
                    f"new{number}", f"News {number}", "costa", "La Costa", "es", NOW + timedelta(hours=number)
                )
            )
        await reader.press("R")
        assert reader.room.headlines.story_at_cursor == story
        assert reader.room.headlines.cursor == 8
        assert reader.room.headlines.cursor - reader.room.headlines.scroll_offset.y == row_on_screen
        assert reader.said == "5 new articles."


async def test_what_was_read_in_the_list_of_unread_stays_when_news_comes() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("f", "enter")
        before = list(reader.room.headlines.stories)
        library.arriving.append(short_reading("new", "News", "costa", "La Costa", "es", NOW + timedelta(hours=1)))
        await reader.press("R")
        assert list(reader.room.headlines.stories)[1:] == before


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["A", "f"], "Nothing unread here. Press f for the rest, R to look for"),
        (["j", "j", "j", "j", "s", "f", "f"], "Nothing starred here. Press s on an article to star it, f"),
    ],
)
async def test_an_empty_list_says_why_and_what_to_do(keys: list[str], said: str) -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press(*keys)
        assert said in " ".join(reader.text().split())


async def test_foreign_titles_are_never_markup() -> None:
    library = FakeLibrary()
    hostile = "[b]x [@click=app.quit]y[/] [/nope] ${z}"
    library._sources = [
        replace(source, title=hostile, folder=hostile if source.folder else None) for source in library._sources
    ]
    library.add(short_reading("h", hostile, "costa", hostile, "es", NOW))
    async with open_reader(library, size=(200, 50)) as reader:
        assert hostile[:20] in reader.text()
        await reader.press(
            "enter", "escape", "1", "G", "question_mark", "escape", "ctrl+p", "x", "escape", "d", "escape"
        )
        assert hostile[:20] in reader.text()


async def test_the_order_of_the_headlines_is_chosen_and_remembered() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        newest = list(reader.room.headlines.stories)
        await reader.press("O")
        await reader.type("oldest")
        await reader.press("enter")
        assert list(reader.room.headlines.stories) == newest[::-1]
        assert str(reader.room.headlines.border_subtitle) == "All · oldest first"
        assert reader.said == "The headlines are in another order: oldest first."
    async with open_reader(library) as reader:
        assert list(reader.room.headlines.stories) == newest[::-1]
        await reader.press("O")
        await reader.type("newest")
        await reader.press("enter")
        assert list(reader.room.headlines.stories) == newest


async def test_two_lines_for_a_headline_are_remembered() -> None:
    library = FakeLibrary()
    async with open_reader(library) as reader:
        await reader.press("j", "j", "comma", "d")
        assert (reader.room.headlines.density, reader.room.headlines.cursor) == (2, 2)
    async with open_reader(library) as reader:
        assert reader.room.headlines.density == 2
        await reader.press("comma", "d")
        assert reader.room.headlines.density == 1


async def test_what_is_above_or_below_the_cursor_is_marked_read_and_undone() -> None:
    async with open_reader() as reader:
        headlines = reader.room.headlines
        before = reader.library.total_unread()
        await reader.press("j", "j", "j")
        reader.main.action_command("list.mark-above")
        await reader.settle()
        above = reader.library.load_headlines(headlines.stories[:3])
        assert all(headline.read for headline in above)
        assert "to undo" in reader.said
        assert headlines.cursor == 3
        await reader.press("u")
        assert reader.library.total_unread() == before
        reader.main.action_command("list.mark-below")
        await reader.settle()
        assert all(headline.read for headline in reader.library.load_headlines(headlines.stories[4:]))
        assert reader.library.total_unread() <= 4


async def test_what_is_older_is_marked_read() -> None:
    async with open_reader() as reader:
        reader.main.action_command("list.mark-older")
        await reader.settle()
        await reader.type("older than 1 day")
        await reader.press("enter")
        rows = reader.library.load_headlines(reader.room.headlines.stories)
        old = [headline for headline in rows if headline.at < NOW - timedelta(days=1)]
        assert old
        assert all(headline.read for headline in old)
        assert any(not headline.read for headline in rows if headline not in old)


async def test_a_source_that_could_not_be_read_says_where_the_reason_is() -> None:
    library = FakeLibrary()
    library._sources = [
        replace(source, key="broken", last_error=FetchError("It is closed.")) if source.key == "costa" else source
        for source in library._sources
    ]
    async with open_reader(library, size=(140, 40)) as reader:
        reader.room.sources.go_to("source:broken")
        await reader.settle()
        assert "This source could not be read. Press H to see why, R to try" in " ".join(reader.text().split())


async def test_an_empty_source_without_a_network() -> None:
    library = FakeLibrary(offline=True)
    library._sources = [replace(source, key="new") if source.key == "costa" else source for source in library._sources]
    async with open_reader(library, size=(140, 40)) as reader:
        reader.room.sources.go_to("source:new")
        await reader.settle()
        assert "No articles here yet, and no network is used" in " ".join(reader.text().split())
