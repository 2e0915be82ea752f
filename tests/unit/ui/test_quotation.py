from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newstui.i18n import current_language, set_language
from newstui.model import SUMMARY, TITLE, Article, Block, BlockKind, Document, Quote, QuoteKind, QuoteSpan
from newstui.ui.quotation import cite

ARTICLE = Article(
    id="a" * 13,
    title="Er sagt ‹Ja›",
    summary="Kein Wort",
    source_title="Das [Blatt]",
    url="https://blatt.example/a",
    published=datetime(2026, 3, 2, 12, 0, tzinfo=UTC),
    language="de",
)
DOCUMENT = Document((Block(BlockKind.PARAGRAPH, "X sagte: »Wir ‚gehen‘ heute« und ging."),))
QUOTE = Quote("Wir ‚gehen‘ heute", QuoteKind.SPEECH, (QuoteSpan(0, 10, 27),), speaker="Ada *X*")


@pytest.fixture(autouse=True)
def _speak_dutch() -> Iterator[None]:
    before = current_language()
    set_language("nl")
    yield
    set_language(before)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        ("auto", "‘Wir “gehen” heute’"),
        ("article", "„Wir ‚gehen‘ heute“"),
        ("written", "»Wir ‚gehen‘ heute«"),
        ("fr", "«\u202fWir “gehen” heute\u202f»"),
        ("es", "«Wir “gehen” heute»"),
        ("en", "“Wir ‘gehen’ heute”"),
        ("pt", "“Wir ‘gehen’ heute”"),
        ("de", "„Wir ‚gehen‘ heute“"),
        ("nl", "‘Wir “gehen” heute’"),
    ],
)
def test_marks(marks: str, words: str) -> None:
    assert cite(QUOTE, ARTICLE, DOCUMENT, marks=marks, form="plain") == words


@pytest.mark.parametrize(
    ("quote", "document", "words"),
    [
        (QUOTE, None, "„Wir ‚gehen‘ heute“"),
        (replace(QUOTE, spans=QUOTE.spans * 2), DOCUMENT, "„Wir ‚gehen‘ heute“"),
        (Quote("Ja", QuoteKind.SPEECH, (QuoteSpan(TITLE, 9, 11),)), DOCUMENT, "‹Ja›"),
        (Quote("Wort", QuoteKind.SPEECH, (QuoteSpan(SUMMARY, 5, 9),)), DOCUMENT, "„Wort“"),
        (Quote("Eine\nZeile", QuoteKind.SPEECH, (QuoteSpan(0, 0, 5),)), DOCUMENT, "„Eine Zeile“"),
    ],
)
def test_marks_as_written_where_they_are_known(quote: Quote, document: Document | None, words: str) -> None:
    assert cite(quote, ARTICLE, document, marks="written", form="plain") == words


@pytest.mark.parametrize(
    ("form", "article", "expected"),
    [
        ("text", ARTICLE, "„Wir ‚gehen‘ heute“ (Ada *X*, Das [Blatt], 2 mrt 2026, https://blatt.example/a)"),
        ("text", replace(ARTICLE, url=None, path="/a.txt"), "„Wir ‚gehen‘ heute“ (Ada *X*, Das [Blatt], 2 mrt 2026, /a.txt)"),
        ("text", replace(ARTICLE, url=None, source_title=None, published=None), "„Wir ‚gehen‘ heute“ (Ada *X*, Er sagt ‹Ja›)"),
        (
            "markdown",
            ARTICLE,
            "> „Wir ‚gehen‘ heute“\n>\n> — Ada \\*X\\*, [Das \\[Blatt\\]](<https://blatt.example/a>), 2 mrt 2026\n",
        ),
        (
            "markdown",
            replace(ARTICLE, url=None, path="/a.txt"),
            "> „Wir ‚gehen‘ heute“\n>\n> — Ada \\*X\\*, Das \\[Blatt\\], 2 mrt 2026, /a.txt\n",
        ),
    ],
)  # fmt: skip
def test_forms(form: str, article: Article, expected: str) -> None:
    assert cite(QUOTE, article, DOCUMENT, marks="de", form=form) == expected


def test_nobody_speaks() -> None:
    quote = replace(QUOTE, speaker=None)
    assert cite(quote, ARTICLE, None, marks="de", form="markdown").endswith(
        "> — [Das \\[Blatt\\]](<https://blatt.example/a>), 2 mrt 2026\n"
    )
    by_hand = replace(quote, speaker_text="Er")
    assert cite(by_hand, ARTICLE, None, marks="de", form="text").split("(")[1].startswith("Er, ")
