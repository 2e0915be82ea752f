"""Quotations: stepping, looking, coming back, copying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newstui.model import Quote, QuoteKind, QuoteSpan
from newstui.ui.commands import Pane
from newstui.ui.quotation import cite
from tests.ui.driver import open_reader
from tests.ui.fake_library import FakeLibrary


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


async def test_enter_stays_at_a_quote() -> None:
    async with open_reader(size=(80, 24)) as reader:
        await reader.press("enter", "5", "j")
        there = reader.room.article.position()
        await reader.press("enter")
        assert reader.pane() is Pane.ARTICLE
        assert reader.room.article.current_quote == 1
        assert reader.room.article.position().block == there.block
        await reader.press("escape")
        assert reader.pane() is Pane.HEADLINES


async def test_copying_a_quote_with_its_source() -> None:
    async with open_reader() as reader:
        await reader.press("enter", "Y")
        assert reader.said == "No quotation is chosen: ] goes to the next one."
        await reader.press("]", "Y")
        assert reader.app.clipboard == (
            "“We missed the sea more than we knew”\n"
            "— Ada Verhoeven, The Harbour Post, Mar 2, 2026, https://ferry.example/en\n"
        )


async def test_an_article_in_which_nobody_is_quoted() -> None:
    async with open_reader(size=(140, 40)) as reader:
        await reader.press("]")
        assert reader.said == "No article is open."
        await reader.press("j", "enter", "]")
        assert reader.said == "Nobody is quoted in this article."
        assert "Nobody is quoted in this article." in reader.text()


@pytest.mark.parametrize(
    ("language", "typography", "marks"),
    [
        ("de", "article", "„Wir\u00a0x“"),
        ("fr", "article", "«\u202fWir\u00a0x\u202f»"),
        ("de-CH", "article", "„Wir\u00a0x“"),
        ("ja", "article", "“Wir\u00a0x”"),
        ("de", "es", "«Wir\u00a0x»"),
        (None, "article", "“Wir\u00a0x”"),
    ],
)
def test_marks(language: str | None, typography: str, marks: str) -> None:
    article = replace(FakeLibrary().get_reading("ferry-de").article, language=language, url=None, published=None)
    quote = Quote("Wir\u00a0x", QuoteKind.SPEECH, (QuoteSpan(0, 0, 5),))
    assert cite(quote, article, typography) == f"{marks}\n— Hafenblatt\n"
