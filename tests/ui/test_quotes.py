"""Quotations: stepping, looking, coming back, narrowing, grouping, copying."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newstui.config import Settings, load_settings
from newstui.model import Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan
from newstui.ui.commands import Pane
from newstui.ui.content import put_in_order
from newstui.ui.wrap import truncate
from tests.ui.driver import Reader, make_app, open_reader
from tests.ui.fake_library import NOW, FakeLibrary, short_reading

SPEECH, TERM = QuoteKind.SPEECH, QuoteKind.TERM


def quoting(*said: tuple[str, QuoteKind, str | None]) -> FakeLibrary:
    """A library whose newest article has a paragraph for each of these words, their kind and their speaker."""
    reading = short_reading("said", "What they said", "harbour", "The Harbour Post", "en", NOW)
    blocks: list[Block] = []
    quotes = []
    for words, kind, speaker in said:
        quotes.append(Quote(words, kind, (QuoteSpan(len(blocks), 1, 1 + len(words)),), speaker=speaker))
        blocks.append(Block(BlockKind.PARAGRAPH, f"“{words}”, {speaker} said. " + "The tide comes in. " * 20))
    library = FakeLibrary()
    library.add(replace(reading, document=Document(tuple(blocks)), quotes=tuple(quotes)))
    return library


def talk() -> FakeLibrary:
    """Two who speak in turn, a term, and somebody whom nobody names."""
    return quoting(
        ("We leave", SPEECH, "Ada Verhoeven"),
        ("Moby Dick", TERM, None),
        ("We stay", SPEECH, "Jonas Brandt"),
        ("We left", SPEECH, "Ada Verhoeven"),
        ("Nobody knows", SPEECH, None),
        ("We stayed", SPEECH, "Jonas Brandt"),
    )


def rows(reader: Reader) -> list[str]:
    """The pane's lines without its frame."""
    pane = reader.room.quotes
    lines = (pane.render_line(y).text.strip() for y in range(pane.scrollable_content_region.height))
    return [line for line in lines if line]


def heading(name: str, count: int, width: int = 32) -> str:
    return f"{name:<{width - len(str(count))}}{count}"


async def test_brackets_step_in_the_article_and_in_the_pane() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter", "]")
        assert reader.room.article.current_quote == 0
        assert reader.said == "Quotation 1 of 2: Ada Verhoeven"
        await reader.press("]")
        assert reader.room.article.current_quote == 1
        assert reader.room.quotes.key == "1"
        await reader.press("]")
        assert reader.said == "This was the last quotation."
        assert reader.room.article.current_quote == 1
        await reader.press("[")
        assert reader.room.quotes.key == "0"
        await reader.press("[")
        assert reader.said == "This is the first quotation."


async def test_looking_at_quotes_and_coming_back() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "5")
        top = reader.room.article.position()
        await reader.press("j")
        assert reader.room.article.current_quote == 1
        assert reader.room.article.position() != top
        await reader.press("escape")
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.article.position().block == top.block


async def test_the_pane_begins_with_the_quotation_that_is_read_next() -> None:
    async with open_reader(talk(), size=(80, 24)) as reader:
        await reader.press("enter")
        await reader.hold("j", 16)
        await reader.press("5")
        assert reader.room.quotes.index == 2
        await reader.press("escape", "G", "5")
        assert reader.room.quotes.index == 4, "it is on the last screen"
        await reader.press("k", "escape", "g", "]", "5")
        assert reader.room.quotes.index == 0, "the one that is chosen"


async def test_enter_goes_to_a_quote_and_back_to_where_one_was() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "j", "j", "5")
        here = reader.room.article.position()
        await reader.press("j", "enter")
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.article.current_quote == 1
        assert reader.said == "Press ⏎ to go back to where you were."
        there = reader.room.article.position()
        assert there != here
        await reader.press("enter")
        assert reader.pane() is Pane.QUOTES
        assert reader.room.quotes.index == 1, "the pane is where it was, too"
        assert reader.room.article.position() == here
        await reader.press("enter")
        assert reader.pane() is Pane.ARTICLE
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES


async def test_enter_in_an_article_that_nobody_went_to_a_quote_of_does_nothing() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "j")
        here = reader.room.article.position()
        await reader.press("enter")
        assert (reader.pane(), reader.room.article.position()) == (Pane.ARTICLE, here)
        await reader.press("5", "j", "enter", "J", "enter")
        assert reader.pane() is Pane.ARTICLE, "another article has no place to go back to"


async def test_the_pane_lists_who_says_what_and_counts_it() -> None:
    async with open_reader(talk(), size=(140, 40)) as reader:
        await reader.press("enter")
        assert rows(reader) == [
            "Ada Verhoeven", "We leave", "Moby Dick", "Jonas Brandt", "We stay",
            "Ada Verhoeven", "We left", "Speaker unknown", "Nobody knows", "Jonas Brandt", "We stayed",
        ]  # fmt: skip
        assert "5 quotes · 1 expression" in reader.text()


async def test_grouped_by_speaker_terms_come_last_and_the_order_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    library = talk()
    app = make_app(library)
    app._settings = Settings(file, {"refresh.at_start": False, "refresh.every": 0})
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        reader = Reader(app, pilot, library)
        await reader.settle()
        await reader.press("enter", "]", "]", "]", "B")
        assert rows(reader) == [
            heading("Ada Verhoeven", 2), "We leave", "We left", heading("Jonas Brandt", 2), "We stay", "We stayed",
            heading("Speaker unknown", 1), "Nobody knows", heading("Titles and expressions", 1), "Moby Dick",
        ]  # fmt: skip
        assert reader.room.quotes.index == 2, "the cursor stays on its quotation"
        assert reader.said == "By speaker."
        await reader.press("]")
        assert reader.room.quotes.index == 3, "stepping goes on in the order of the article"
    assert load_settings(file)["quotes.by_speaker"] is True


async def test_the_order_of_the_last_time_is_the_order_of_this_time() -> None:
    options = {"quotes.by_speaker": True, "quotes.expressions": False}
    async with open_reader(talk(), size=(140, 40), options=options) as reader:
        await reader.press("enter")
        assert rows(reader)[:3] == [heading("Ada Verhoeven", 2), "We leave", "We left"]
        assert "Moby Dick" not in rows(reader)
        await reader.press("B")
        assert reader.said == "In the order of the article."
        assert rows(reader)[0] == "Ada Verhoeven"


async def test_titles_and_expressions_are_hidden_and_stepped_over() -> None:
    async with open_reader(talk(), size=(140, 40)) as reader:
        await reader.press("enter", "E")
        assert reader.said == "Titles and expressions are hidden."
        assert "Moby Dick" not in rows(reader)
        await reader.press("]", "]")
        assert reader.said == "Quotation 2 of 5: Jonas Brandt"
        await reader.press("E")
        assert "Moby Dick" in rows(reader)
        await reader.press("[")
        assert reader.room.article.current_quote == 1


async def test_only_terms_and_those_hidden() -> None:
    async with open_reader(quoting(("Moby Dick", TERM, None)), size=(140, 40)) as reader:
        await reader.press("enter", "E")
        assert rows(reader) == ["Nobody is quoted in this", "article, but there are titles", "and expressions."]
        await reader.press("]", "w", "5", "enter", "y")
        assert reader.app.clipboard == "https://harbour.example/said"


async def test_one_speaker_alone_in_the_pane_and_in_the_article() -> None:
    async with open_reader(talk(), size=(140, 40)) as reader:
        await reader.press("enter", "w")
        assert reader.said == "Nobody’s words are chosen; press ] for the next quotation."
        await reader.press("]", "w")
        assert reader.said == "Only what one person says; press esc to show everything again: Ada Verhoeven"
        assert rows(reader) == ["We leave", "We left"]
        assert "Quotes · Ada Verhoeven" in reader.text()
        await reader.press("]")
        assert reader.said == "Quotation 2 of 2: Ada Verhoeven"
        assert reader.room.article.current_quote == 3
        await reader.press("]")
        assert reader.said == "This was the last quotation."
        await reader.press("escape")
        assert reader.pane() is Pane.ARTICLE, "Escape ends the filter first"
        assert len(rows(reader)) == 11
        await reader.press("]")
        assert reader.room.article.current_quote == 4
        await reader.press("w", "w")
        assert len(rows(reader)) == 11, "the same key ends it, too"


@pytest.mark.parametrize(("down", "speaker"), [(0, "Ada Verhoeven"), (2, "Jonas Brandt"), (4, "")])
async def test_filtering_by_the_speaker_under_the_cursor(down: int, speaker: str) -> None:
    async with open_reader(talk(), size=(80, 24)) as reader:
        await reader.press("enter", "5", *["j"] * down, "w")
        assert reader.room.quotes.choice.speaker == speaker
        await reader.press("j", "escape")
        assert reader.pane() is Pane.QUOTES
        assert len(reader.room.quotes.listed) == 6


async def test_another_article_has_all_its_speakers() -> None:
    library = talk()
    library.add(short_reading("other", "Another", "harbour", "The Harbour Post", "en", NOW - timedelta(minutes=1)))
    async with open_reader(library, size=(140, 40)) as reader:
        await reader.press("enter", "]", "w", "J", "K")
        assert reader.room.quotes.choice.speaker is None
        await reader.press("]", "]")
        assert reader.room.article.current_quote == 1


async def test_long_names_and_words_without_spaces_fit_a_narrow_pane() -> None:
    name = "الأمين العام للأمم المتحدة أنطونيو غوتيريش المتحدث باسم المجلس"
    words = "日本政府は昨日、新しい法律を決定しました。" * 12
    library = quoting(*[(words, SPEECH, name), ("short", SPEECH, "国連難民高等弁務官事務所代表の山田太郎さん")] * 150)
    async with open_reader(library, size=(80, 24)) as reader:
        await reader.press("enter", "5")
        pane = reader.room.quotes
        assert "300 quotes" in reader.text()
        for width in (24, 40):
            pane.parent.styles.width = width  # type: ignore[union-attr]
            await reader.settle()
            drawn = [pane.render_line(y) for y in range(10)]
            room = pane.scrollable_content_region.width - 2
            assert {line.cell_length for line in drawn} == {room + 2}
            assert drawn[0].text.strip() == put_in_order(truncate(name, room))
            assert drawn[4].text.rstrip().endswith("…"), "four lines of words at most"
            assert drawn[5].text.strip().startswith("国連難民")
        await reader.press("G")
        assert reader.room.article.current_quote == 299


async def test_copying_a_quote_with_its_source() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "Y")
        assert reader.said == "No quotation is chosen; press ] for the next one."
        await reader.press("]", "Y")
        copied = "“We missed the sea more than we knew” (Ada Verhoeven, The Harbour Post, Mar 2, 2026, https://ferry.example/en)"
        assert reader.app.clipboard == copied


async def test_one_key_copies_the_quotation_where_one_is_chosen_and_the_address_elsewhere() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("enter")
        assert "y Copy link" in reader.text()
        await reader.press("y")
        assert reader.app.clipboard == "https://ferry.example/en"
        await reader.press("]")
        assert "y Copy quote" in reader.text()
        await reader.press("y")
        assert reader.app.clipboard.startswith("“We missed")
        await reader.press("5", "j", "y")
        assert "y Copy quote" in reader.text()
        assert reader.app.clipboard.startswith("“Nobody believed")
        await reader.press("alt+y")
        assert reader.app.clipboard == "https://ferry.example/en"
        await reader.press("2", "y")
        assert reader.app.clipboard == "https://ferry.example/en"
        await reader.press("j", "enter")
        assert "y Copy link" in reader.text(), "another article has no quotation chosen"


async def test_copying_as_the_settings_say() -> None:
    options = {"quotation_marks": "fr", "quotes.copy_as": "plain"}
    async with open_reader(options=options) as reader:
        await reader.press("enter", "]", "y")
        assert reader.app.clipboard == "«\u202fWe missed the sea more than we knew\u202f»"


async def test_an_article_in_which_nobody_is_quoted() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("]")
        assert reader.said == "No article is open."
        await reader.press("j", "enter", "]")
        assert reader.said == "Nobody is quoted in this article."
        assert "Nobody is quoted in this article." in reader.text()
