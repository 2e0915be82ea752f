"""Two editions side by side: opening, the cursor, the sides, what is copied and saved, and the way back."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from newstui.i18n import set_language
from newstui.model import Edition
from newstui.text.parallel import Passage, find_row
from newstui.ui.commands import Pane
from newstui.ui.compare.view import CompareView
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary
from tests.ui.stories import edition, long_library, mill_library


def title(view: CompareView) -> str:
    return str(view.border_title)


def block_under_cursor(view: CompareView) -> int:
    assert view.row is not None
    return view.row.left[0].block


async def test_rows_begin_at_one_height_from_100_columns_on() -> None:
    async with open_reader(mill_library("en", "de"), size=(100, 40)) as reader:
        await reader.press("enter", "c")
        assert reader.pane() is Pane.COMPARE
        assert title(reader.room.compare) == "English │ German"
        lines = reader.text().splitlines()
        for left, right in (
            ("Bread from the old mill", "Brot aus der alten Mühle"),
            ("After forty years", "Nach vierzig Jahren"),
            ("“We grind what", "„Wir mahlen, was"),
            ("“Nobody asked us,” said", "┄┄ not in this edition ┄┄"),
            ("In summer the mill", "Im Sommer ist die"),
        ):
            (line,) = [line for line in lines if left in line]
            assert right in line
            assert line.index(right) == 52


async def test_below_100_columns_a_paragraph_is_followed_by_its_counterpart() -> None:
    async with open_reader(mill_library("en", "de"), size=(99, 60)) as reader:
        await reader.press("enter", "c")
        lines = [line.strip("│▌ ") for line in reader.text().splitlines()]
        bread = lines.index("Bread from the old mill")
        assert "Brot aus der alten Mühle" in lines[bread + 1 : bread + 4]
        assert lines.index("┄┄ not in this edition ┄┄") > bread


async def test_one_cursor_moves_in_both_and_stays_when_the_view_changes() -> None:
    async with open_reader(long_library(30), size=(120, 24)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "j", "j", "j")
        assert block_under_cursor(view) == 2
        await reader.press("k")
        assert block_under_cursor(view) == 1
        await reader.press("G")
        assert block_under_cursor(view) == 29
        assert "29." in reader.text()
        await reader.press("g")
        assert view.cursor == 0
        for _ in range(12):
            await reader.press("j")
        height = view.height_of_cursor
        assert 0 < height < 20
        await reader.press("e")
        assert (block_under_cursor(view), view.height_of_cursor) == (11, height)
        assert len(view.rows) == 1 + 30 * 4
        await reader.press("j", "j", "e")
        assert block_under_cursor(view) == 11
        await reader.press("i")
        assert (block_under_cursor(view), title(view)) == (11, "German │ English")
        await reader.pilot.resize_terminal(80, 24)
        await reader.settle()
        assert "Die Flut von 110 kommt." in reader.text()


async def test_pages_and_the_wheel() -> None:
    async with open_reader(long_library(60), size=(120, 30)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "ctrl+f", "space")
        down = view.cursor
        assert down > 10
        await reader.press("ctrl+b")
        assert view.cursor < down
        view.scroll_to(y=200, animate=False)
        await reader.settle()
        await reader.press("j")
        assert view.height_of_cursor >= 0, "the cursor comes to where one looks"
        assert view.scroll_offset.y > 150


async def test_a_row_higher_than_the_screen_is_read_to_its_end() -> None:
    library = long_library(4)
    async with open_reader(library, size=(56, 12)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "j")
        seen = ""
        while block_under_cursor(view) == 0:
            seen += " ".join(reader.text().replace("│", "").replace("▌", "").split())
            await reader.press("j")
        for n in range(4):
            assert f"tide of {n} comes" in seen
            assert f"Flut von {n} kommt" in seen


async def test_a_click_chooses_the_pair() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c")
        lines = reader.text().splitlines()
        y = next(number for number, line in enumerate(lines) if "A loaf costs" in line)
        await reader.pilot.click(offset=(80, y))
        await reader.settle()
        assert block_under_cursor(reader.room.compare) == 2


async def test_escape_returns_to_the_paragraph() -> None:
    async with open_reader(long_library(60), size=(120, 30)) as reader:
        await reader.press("enter")
        reader.room.article.scroll_to_block(40, row=0)
        await reader.press("c")
        assert (block_under_cursor(reader.room.compare), reader.room.compare.height_of_cursor) == (40, 1)
        await reader.press("j", "j", "i")
        height = reader.room.compare.height_of_cursor
        await reader.press("escape")
        assert reader.pane() is Pane.ARTICLE
        assert reader.title == "Tides"
        article = reader.room.article
        line = next(y for y in range(article.size.height) if article.render_line(y).text.strip().startswith("42. The"))
        assert line == height, "at the height of the pair"
        await reader.press("c", "c")
        assert reader.pane() is Pane.ARTICLE, "the same key closes"


async def test_the_right_edition_changes_at_the_same_pair() -> None:
    async with open_reader(size=(120, 40)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "j", "j", "j", ">")
        assert (title(view), view.cursor) == ("English │ French", 3)
        await reader.press(">")
        assert title(view) == "English │ German"
        await reader.press("<", "L", "d")
        assert (title(view), view.cursor) == ("English │ German", 3)
        await reader.press("L", "e")
        assert title(view) == "German │ English", "the edition at the left comes to the right by swapping"
        await reader.press("escape")
        assert reader.title == "The night ferry comes back"


async def test_a_declared_edition_is_fetched() -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("enter", "c", "L", "n")
        assert title(reader.room.compare) == "English │ Dutch"
        assert sum(call.startswith("fetch_edition") for call in reader.library.calls) == 1
        await reader.press("<", "L", "n")
        assert title(reader.room.compare) == "English │ Dutch"
        assert sum(call.startswith("fetch_edition") for call in reader.library.calls) == 1, "it is here now"
        reader.library.offline = True
        await reader.press("L", "s")
        assert "Nothing more is known of this edition; press" in reader.said
        assert title(reader.room.compare) == "English │ Dutch"


@pytest.mark.parametrize(
    ("offline", "said"),
    [(False, "English and Dutch"), (True, "The edition in this language is not available offline: Dutch.")],
)
async def test_the_only_other_edition_is_fetched_when_it_is_wanted(offline: bool, said: str) -> None:
    library = FakeLibrary(offline=offline)
    mill = edition("en")
    declared = Edition("nl", url="https://mill.example/nl")
    library.add(replace(mill, article=replace(mill.article, editions=(declared,))))
    async with open_reader(library, size=(120, 40)) as reader:
        await reader.press("enter", "c")
        assert reader.said == said
        assert (reader.pane() is Pane.COMPARE) is not offline


async def test_an_article_that_was_alone_is_alone_again() -> None:
    async with open_reader(mill_library("en", "de"), size=(160, 45)) as reader:
        await reader.press("enter", "z", "c", "c")
        assert not reader.office.pane.shown(Pane.HEADLINES)
        await reader.press("z")
        assert reader.office.pane.shown(Pane.HEADLINES)


async def test_without_another_edition_it_is_said_what_helps() -> None:
    async with open_reader() as reader:
        await reader.press("c")
        assert reader.said == "No article is open."
        await reader.press("j", "enter", "c")
        assert reader.said == "There is no other edition to put beside this one; press T to tie one to it."
        assert reader.pane() is Pane.ARTICLE
        await reader.press("e")
        assert reader.said == "Two editions must stand side by side for that; press c first."


@pytest.mark.parametrize("key", ["escape", "c", "3", "4"])
async def test_the_article_is_where_the_cursor_was_however_one_leaves(key: str) -> None:
    async with open_reader(long_library(60), size=(120, 30)) as reader:
        await reader.press("enter", "c", "G", "k", key)
        lines = [reader.room.article.render_line(y).text.strip() for y in range(reader.room.article.size.height)]
        assert any(line.startswith("58. The") for line in lines)


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "tab", "shift+tab", "v", "n"])
async def test_leaving_by_another_way(key: str) -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "c", key)
        assert reader.pane() is not Pane.COMPARE
        assert not reader.office.pane.shown(Pane.COMPARE)
        assert reader.office.pane.widget.has_focus


async def test_quotations_that_correspond_have_one_colour() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c")
        colours = {words: colour_of(reader, words) for words in ("“We grind", "„Wir mahlen", "“Nobody", "A loaf")}
        assert colours["“We grind"] == colours["„Wir mahlen"]
        assert len(set(colours.values())) == 3


async def test_stepping_through_what_is_said_on_either_side() -> None:
    async with open_reader(mill_library("de", "en"), size=(120, 40)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "]")
        assert block_under_cursor(view) == 1
        await reader.press("]")
        assert view.row is not None
        assert view.row.left == ()
        await reader.press("]")
        assert reader.said == "This was the last quotation."
        await reader.press("[", "[")
        assert block_under_cursor(view) == 1
        assert reader.said == "This is the first quotation."


def colour_of(reader: Reader, words: str) -> object:
    for strip in reader.app.screen._compositor.render_strips():
        for segment in strip:
            if segment.text.startswith(words):
                assert segment.style is not None
                return segment.style.color
    raise AssertionError(words)


async def test_copying_the_pair() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c", "j", "j", "j", "C")
        assert reader.said == "The pair is copied."
        assert reader.app.clipboard == (
            "> “We grind what the village sows,” said the miller Lena Horn."
            " She learnt it from her grandfather in 1985.\n>\n"
            "> — [Bread from the old mill](<https://mill.example/en>) (English)\n\n"
            "> „Wir mahlen, was das Dorf sät“, sagte die Müllerin Lena Horn."
            " Gelernt hat sie es 1985 bei ihrem Großvater.\n>\n"
            "> — [Brot aus der alten Mühle](<https://mill.example/de>) (German)"
        )


async def test_saving_as_cards_and_as_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.dialogs.save.documents_folder", lambda: tmp_path)
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c", "X", "enter")
        file = tmp_path / "bread-from-the-old-mill.en-de.md"
        assert reader.said == f"Saved: {file}"
        assert "| In summer the mill will be open on 14 Sundays. | Im Sommer ist" in file.read_text(encoding="utf-8")
        await reader.press("X", "enter")
        assert "There is such a file already" in reader.text()
        await reader.press("backspace", "backspace")
        await reader.type("doc")
        await reader.press("enter")
        assert "The name must end in one of these: .md .tsv." in reader.text()
        await reader.press("backspace", "backspace", "backspace")
        await reader.type("tsv")
        await reader.press("enter")
        rows = list(csv.reader(file.with_suffix(".tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"))
        assert [len(row) for row in rows] == [4] * len(rows)
        assert ["Its stones weigh 900 kilograms each.", "Ihre Steine wiegen je 900 Kilogramm."] in [
            row[:2] for row in rows
        ], "sentences, though paragraphs are shown"
        assert {row[2] for row in rows} == {"Bread from the old mill"}
        assert {row[3] for row in rows} == {"https://mill.example/en"}


async def test_a_folder_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newstui.ui.dialogs.save.documents_folder", lambda: tmp_path / "none")
    async with open_reader(mill_library("en", "de"), size=(140, 40)) as reader:
        await reader.press("enter", "c", "X", "enter")
        assert "cannot be written" in str(reader.app.screen.query_one("#told", Static).content)


async def test_a_side_that_says_something_else_is_shown_anew() -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("enter", "c")
        assert "From our correspondent" not in reader.text()
        await reader.press("x")
        assert reader.pane() is Pane.COMPARE
        assert "From our correspondent" in reader.text()


async def test_the_interface_changes_its_language() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c")
        set_language("de")
        reader.main.translate()
        await reader.settle()
        assert title(reader.room.compare) == "Englisch │ Deutsch"


@pytest.mark.parametrize("language", ["ar", "ja"])
async def test_wide_characters_and_arabic_keep_the_columns(language: str) -> None:
    async with open_reader(mill_library("en", language), size=(120, 40), options={"bidi": "on"}) as reader:
        await reader.press("enter", "c")
        strips = reader.app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {120}
        edges = [column_of(strip.text, "│")[-1] for strip in strips[1:-3]]
        assert set(edges) == {119}


def column_of(text: str, mark: str) -> list[int]:
    from rich.cells import cell_len

    return [cell_len(text[:place]) for place, character in enumerate(text) if character == mark]


async def test_an_alignment_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    align = FakeLibrary.align

    def count(self: FakeLibrary, *sides: object) -> object:
        calls.append("align")
        return align(self, *sides)  # type: ignore[arg-type]

    monkeypatch.setattr(FakeLibrary, "align", count)
    async with open_reader(mill_library("en", "de"), size=(120, 40)) as reader:
        await reader.press("enter", "c", "escape", "c", "i", "e", "escape", "c")
        assert len(calls) == 1


async def test_long_editions_are_set_in_portions_and_completely() -> None:
    async with open_reader(long_library(400), size=(120, 30)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c")
        layout = view._layout
        assert layout is not None
        assert layout.complete
        assert view.virtual_size.height == len(layout.lines)
        starts = [layout.span(row)[0] for row in range(len(view.rows))]
        assert all(one < other for one, other in pairwise(starts))
        assert find_row(view.rows, Passage(399, 0, 1), on_left=True) == 400


async def test_words_are_found_in_both_editions() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 24)) as reader:
        view = reader.room.compare
        await reader.press("enter", "c", "slash")
        assert reader.main.query_one("#find", Input).placeholder == "Find in both editions"
        await reader.type("muhle")
        await reader.press("enter")
        assert reader.pane() is Pane.COMPARE
        assert view.has_focus
        total = view.hits
        assert reader.said == f"Place 1 of {total}"
        assert total > 1
        seen = []
        for _turn in range(total):
            seen.append(view.cursor)
            await reader.press("n")
        assert reader.said == f"Place 1 of {total}", "after the last comes the first"
        assert seen == sorted(seen)
        await reader.press("N")
        assert (view.cursor, reader.said) == (seen[-1], f"Place {total} of {total}")
        assert reader.room.article.current_hit is None
        await reader.press("escape")
        assert reader.pane() is Pane.COMPARE, "the first Escape ends the search"
        assert view.hits == 0
        await reader.press("escape")
        assert reader.pane() is Pane.ARTICLE


async def test_what_was_found_is_marked_in_both_columns() -> None:
    async with open_reader(mill_library("en", "de"), size=(120, 30)) as reader:
        await reader.press("enter", "c", "slash")
        await reader.type("12")
        view = reader.room.compare
        marked = [
            (segment.text, segment.style.bgcolor)
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.text == "12" and segment.style is not None
        ]
        assert len(marked) == 2
        assert len({colour for _, colour in marked}) == 2, "the current one stands out among the others"


async def test_a_place_far_down_in_a_row_is_brought_to_the_screen() -> None:
    async with open_reader(long_library(4), size=(56, 12)) as reader:
        await reader.press("enter", "c", "slash")
        await reader.type("flut von 33")
        await reader.press("enter")
        assert "Flut von 33" in reader.text()
        assert reader.said == "Place 1 of 1"


async def test_places_follow_when_the_editions_change() -> None:
    async with open_reader(mill_library("en", "de", "ja"), size=(120, 24)) as reader:
        view = reader.room.compare
        await reader.press("enter", "slash")
        await reader.type("mühle")
        await reader.press("enter")
        assert reader.said == "Not found."
        await reader.press("c", "slash")
        await reader.type("Mill")
        await reader.press("enter")
        english = view.hits
        await reader.press("greater_than_sign", "n")
        assert view.comparison is not None
        assert view.comparison.right.article.language == "ja"
        assert view.hits == english, "the right edition is another, the left one the same"
        assert reader.said.endswith(f" of {view.hits}")
        await reader.press("escape", "escape", "slash")
        await reader.type("Mill")
        await reader.press("enter", "c", "n")
        assert reader.said.endswith(f" of {view.hits}"), "what was found in the article is found beside it too"
        assert view.hits == english
