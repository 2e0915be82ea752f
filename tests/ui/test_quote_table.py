"""The quotations of a story side by side in its languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.strip import Strip

from newstui.ui.commands import Pane
from newstui.ui.dialogs.quote_table import QuoteTableDialog
from newstui.ui.panes.lines import Lines
from tests.ui.driver import Reader, open_reader
from tests.ui.fake_library import FakeLibrary


def without_second_quote() -> FakeLibrary:
    """The French edition leaves out what Jonas Brandt says."""
    library = FakeLibrary()
    reading = library.get_reading("ferry-fr")
    library._readings["ferry-fr"] = replace(reading, quotes=reading.quotes[:1])
    return library


def lines_with(reader: Reader, words: str) -> list[str]:
    return [line for line in reader.text().splitlines() if words in line]


async def test_side_by_side_with_a_gap_where_an_edition_leaves_it_out() -> None:
    async with open_reader(without_second_quote(), size=(120, 40)) as reader:
        await reader.press("enter", "#")
        (head,) = lines_with(reader, "English")
        assert head.index("English") < head.index("German") < head.index("French")
        (names,) = lines_with(reader, "Ada Verhoeven")
        assert names.count("Ada Verhoeven") == 3
        (gap,) = lines_with(reader, "left out")
        assert gap.count("Jonas Brandt") == 2
        assert gap.index("left out") > head.index("French") - 3


async def test_one_below_the_other_where_there_is_no_room() -> None:
    async with open_reader(without_second_quote(), size=(80, 24)) as reader:
        await reader.press("enter", "#")
        assert "English  Ada Verhoeven" in reader.text()
        assert "German  Ada Verhoeven" in reader.text()
        (words,) = lines_with(reader, "We missed the sea")
        assert words.index("We missed") == lines_with(reader, "English  Ada")[0].index("English") + 2, (
            "words are indented"
        )
        await reader.press("j")
        assert "French  left out" in reader.text()
        await reader.pilot.resize_terminal(120, 40)
        await reader.settle()
        assert "English  Ada Verhoeven" not in reader.text()


async def test_many_languages_and_long_words_stay_in_their_columns() -> None:
    library = FakeLibrary()
    for tag in ("en", "de", "fr"):
        reading = library.get_reading(f"ferry-{tag}")
        quote = replace(
            reading.quotes[0], text="日本政府は昨日、新しい法律を決定しました。" * 3 + "Donaudampfschifffahrt" * 4
        )
        library._readings[f"ferry-{tag}"] = replace(reading, quotes=(quote,))
    for width, bars in ((100, 2), (60, 0)):
        async with open_reader(library, size=(width, 40)) as reader:
            await reader.press("enter", "#")
            lines = reader.app.screen.query_one(Lines)
            drawn = [lines.render_line(y).text for y in range(lines.size.height)]
            assert {line.count(" │ ") for line in drawn if "日本" in line} == {bars}
            assert {Strip([Segment(line)]).cell_length for line in drawn} == {lines.scrollable_content_region.width}


async def test_enter_opens_that_edition_at_that_quotation_and_escape_comes_back() -> None:
    async with open_reader(without_second_quote(), size=(120, 40)) as reader:
        await reader.press("enter", "#", "j", "tab", "enter")
        assert reader.title == "Die Nachtfähre kehrt zurück"
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.article.current_quote == 1
        await reader.press("escape")
        dialog = reader.app.screen
        assert isinstance(dialog, QuoteTableDialog)
        assert dialog.query_one(Lines).key == "1"
        await reader.press("tab", "enter")
        assert "This edition leaves the quotation out: French" in reader.text()
        await reader.press("shift+tab", "shift+tab", "k", "y")
        assert reader.app.clipboard.startswith("“We missed the sea")
        await reader.press("escape")
        assert reader.app.screen is reader.main
        assert reader.title == "Die Nachtfähre kehrt zurück"


async def test_copying_and_saving_the_table(tmp_path: Path) -> None:
    async with open_reader(without_second_quote(), size=(120, 40)) as reader:
        await reader.press("enter", "#", "Y")
        assert reader.app.clipboard.splitlines()[0] == "en\ten speaker\tde\tde speaker\tfr\tfr speaker"
        assert reader.app.clipboard.splitlines()[2].endswith("\tJonas Brandt\t\t")
        for name, said in (
            ("x", "The name must end in"),
            ("t.csv", "Saved: "),
            ("t.csv", "There is such a file already"),
        ):
            await reader.press("s", "ctrl+u")
            await reader.type(str(tmp_path / name))
            await reader.press("enter")
            assert said in reader.text()
            if said != "Saved: ":
                await reader.press("escape")
        await reader.press("s", "ctrl+u")
        await reader.type(str(tmp_path / "t.csv"))
        await reader.press("enter", "enter")
        assert (tmp_path / "t.csv").read_text().startswith("en,en speaker,de,de speaker,")
        await reader.press("s", "ctrl+u")
        await reader.type(str(tmp_path / "no" / "t.md"))
        await reader.press("enter")
        assert "cannot be written" in reader.text().replace("\n", " ")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_story_in_one_language_only_and_one_without_quotations(size: tuple[int, int]) -> None:
    library = FakeLibrary()
    reading = library.get_reading("ferry-en")
    library._readings["ferry-en"] = replace(reading, article=replace(reading.article, editions=()))
    async with open_reader(library, size=size) as reader:
        await reader.press("#")
        assert reader.said == "No article is open."
        await reader.press("enter", "#")
        assert "Only this edition of the story is here; in the article press L" in reader.text()
        assert "Ada Verhoeven" in reader.text()
        await reader.press("tab", "enter")
        assert reader.room.article.current_quote == 0
        await reader.press("escape", "escape", "2", "j", "enter", "#")
        assert "Nobody is quoted in this story." in reader.text()
        await reader.press("enter", "y", "Y", "s", "escape")
        assert reader.app.screen is reader.main


@pytest.mark.parametrize("words", ["Say that one of the names", "Close the dialog"])
async def test_what_is_done_in_dialogs_is_only_explained_in_the_help(words: str) -> None:
    async with open_reader() as reader:
        await reader.press("?")
        await reader.type(words)
        await reader.press("enter")
        assert reader.said == "This is done in a dialog, while one is open."
