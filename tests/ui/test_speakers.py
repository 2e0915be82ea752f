"""Who is quoted in the whole library, and from there into an article."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from newstui.model import Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan, Reading
from newstui.ui.commands import Pane
from newstui.ui.dialogs.spoken import SpokenDialog
from newstui.ui.panes.lines import Lines
from tests.ui.driver import open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading


async def test_from_a_name_to_a_quotation_in_its_article() -> None:
    async with open_reader(size=(100, 30)) as reader:
        await reader.press("G", "Q")
        shown = reader.text()
        assert "Ada Verhoeven" in shown
        assert "3 quotes · 3 articles · 1" in shown
        await reader.type("bra")
        assert "Ada Verhoeven" not in reader.text()
        await reader.press("enter")
        assert "Jonas Brandt" in reader.text()
        assert "Niemand hat daran geglaubt" in reader.text()
        await reader.press("j", "enter")
        assert reader.title == "Die Nachtfähre kehrt zurück"
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.article.current_quote == 1
        assert "Niemand hat daran geglaubt" in reader.text()
        assert reader.room.headlines.story_at_cursor == 1
        assert reader.library.status("ferry-de").read


async def test_escape_goes_back_one_step() -> None:
    async with open_reader() as reader:
        await reader.press("Q")
        await reader.type("ada")
        await reader.press("enter", "escape")
        assert "Ada Verhoeven" in reader.text()
        assert "Jonas Brandt" not in reader.text(), "what was typed stays"
        await reader.press("escape")
        assert reader.app.screen is reader.main
        assert reader.title is None


async def test_articles_that_nobody_has_looked_through_are_told_of() -> None:
    async with open_reader() as reader:
        reader.library.waiting_for_quotes = 1234
        await reader.press("Q")
        assert "Quotations are still being looked for in 1,234 articles." in reader.text()
        reader.library.waiting_for_quotes = 0
        await reader.type("a")
        assert "still being looked for" not in reader.text()


async def test_nobody() -> None:
    async with open_reader(FakeLibrary(empty=True)) as reader:
        await reader.press("Q")
        assert "Nobody is quoted yet." in reader.text()
        await reader.type("x")
        assert "Nothing is called that." in reader.text()
        await reader.press("enter", "escape")
        assert reader.app.screen is reader.main


async def test_escape_in_the_article_comes_back_to_the_same_place_in_the_list() -> None:
    async with open_reader(size=(100, 30)) as reader:
        await reader.press("Q")
        await reader.type("bra")
        await reader.press("enter", "j", "enter")
        assert reader.title == "Die Nachtfähre kehrt zurück"
        await reader.press("escape")
        dialog = reader.app.screen
        assert isinstance(dialog, SpokenDialog)
        assert dialog.query_one(Lines).key == "1"
        await reader.press("escape")
        assert reader.app.screen.query_one(Input).value == "bra"
        assert "Jonas Brandt" in reader.text()
        assert "Ada Verhoeven" not in reader.text()
        await reader.press("escape")
        assert reader.app.screen is reader.main
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES, "once is enough"


async def test_an_article_opened_in_between_is_left_as_ever() -> None:
    async with open_reader(size=(100, 30)) as reader:
        await reader.press("Q", "enter", "enter", "J", "escape")
        assert reader.app.screen is reader.main
        assert reader.pane() is Pane.HEADLINES


async def test_copying_from_the_list() -> None:
    async with open_reader(size=(100, 30)) as reader:
        await reader.press("Q", "enter", "j", "y")
        assert reader.app.clipboard.startswith(
            "“Wir haben das Meer mehr vermisst, als wir wussten” (Ada Verhoeven, Haf"
        )
        assert "The quotation is copied with its source." in reader.text()


async def test_two_are_one_and_one_is_two() -> None:
    async with open_reader(size=(100, 40)) as reader:
        await reader.press("Q")
        await reader.type("ada")
        await reader.press("enter", "x")
        assert "This person has one name only." in reader.text()
        await reader.press("=")
        assert "Who else is Ada Verhoeven?" in reader.text()
        await reader.type("jon")
        await reader.press("enter")
        assert "Niemand hat daran geglaubt" in reader.text()
        await reader.press("escape")
        assert "6 quotes" in reader.text()
        assert reader.library.naming.joined == {"Jonas Brandt": "Ada Verhoeven"}
        await reader.press("enter", "x")
        await reader.type("jon")
        await reader.press("enter")
        assert "Niemand hat daran geglaubt" not in reader.text()
        await reader.press("escape")
        assert "3 quotes" in reader.text()


async def test_who_has_the_same_last_name_is_offered_first() -> None:
    library = FakeLibrary()
    reading = library.get_reading("ferry-en")
    quotes = [replace(reading.quotes[0], speaker=name) for name in ("A. Brandt", "Zoë Brandt", "Ada Verhoeven")]
    library._readings["ferry-en"] = replace(reading, quotes=tuple(quotes))
    async with open_reader(library, size=(100, 40)) as reader:
        await reader.press("Q")
        await reader.type("zoë")
        await reader.press("enter", "=")
        lines = reader.app.screen.query_one(Lines)
        shown = [lines.render_line(y).text.split("  ")[0].strip() for y in range(4)]
        assert shown == ["A. Brandt", "Jonas Brandt", "Ada Verhoeven", ""]


def _talkative(count: int) -> Reading:
    reading = short_reading("talk", "A long talk", "harbour", "The Harbour Post", "en", NOW)
    blocks = [Block(BlockKind.PARAGRAPH, f"Word [b]{number}") for number in range(count)]
    quotes = [
        Quote(block.text, QuoteKind.SPEECH, (QuoteSpan(number, 0, len(block.text)),), speaker="[i]Zoë")
        for number, block in enumerate(blocks)
    ]
    return replace(reading, document=Document(tuple(blocks)), quotes=tuple(quotes))


async def test_pages_come_as_they_are_needed() -> None:
    library = FakeLibrary(empty=True)
    library.add(_talkative(230))
    async with open_reader(library, size=(60, 20)) as reader:
        await reader.press("Q", "enter")
        assert "Word [b]0" in reader.text(), "what others wrote is no markup"
        await reader.press("G", "G", "G", "enter")
        assert sum(call.startswith("list_quotes_by") for call in library.calls) == 3
        assert reader.room.article.current_quote == 229
        assert "Word [b]229" in reader.text()


async def test_space_turns_the_page_of_an_article_that_is_not_in_the_list() -> None:
    library = FakeLibrary()
    library.add(_talkative(100))
    async with open_reader(library, size=(80, 20)) as reader:
        await reader.press("slash")
        await reader.type("storm")
        await reader.press("enter", "Q")
        await reader.type("[i]")
        await reader.press("enter", "enter")
        assert reader.title == "A long talk"
        await reader.press("space")
        assert reader.title == "A long talk"
        assert reader.room.article.scroll_offset.y > 0
