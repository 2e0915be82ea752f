from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newstui.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Headline,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reading,
)
from newstui.ui.linear.wording import describe_block, describe_headline, describe_opening, is_heard, sentence

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def reading(*blocks: Block, quotes: tuple[Quote, ...] = ()) -> Reading:
    return Reading(Article(id="a", title="A title", language="en"), Document(blocks), quotes)


def quote(text: str, words: str, speaker: str | None = None, kind: QuoteKind = QuoteKind.SPEECH) -> Quote:
    start = text.index(words)
    return Quote(words, kind, (QuoteSpan(0, start, start + len(words)),), speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker", "lines"),
    [
        (
            "He said: “We go.” Then he went.",
            "We go.",
            "Ada",
            ["He said:", "Quote, Ada: “We go.”", "Then he went."],
        ),
        ("“We go”, he said.", "We go", None, ["Quote: “We go”,", "he said."]),
        ("« On y va », dit-elle.", "On y va", "Ada", ["Quote, Ada: « On y va »,", "dit-elle."]),
        ("„Wir gehen“.", "Wir gehen", "Ada", ["Quote, Ada: „Wir gehen“."]),
        ("'t Is goed, zei hij: 'We gaan'", "We gaan", "Ada", ["'t Is goed, zei hij:", "Quote, Ada: 'We gaan'"]),
        ("– Vamos, dijo.", "Vamos", "Ada", ["–", "Quote, Ada: Vamos,", "dijo."]),
    ],
)
def test_a_quotation_has_a_line_of_its_own(text: str, words: str, speaker: str | None, lines: list[str]) -> None:
    block = Block(BlockKind.PARAGRAPH, text)
    assert describe_block(reading(block, quotes=(quote(text, words, speaker),)), 0) == lines


def test_no_word_is_lost_or_said_twice() -> None:
    text = "“One,” said Ada, “and two.” Bob: “Three” and “four”."
    quotes = tuple(quote(text, words, "Ada") for words in ("One,", "and two.", "Three", "four"))
    lines = describe_block(reading(Block(BlockKind.PARAGRAPH, text), quotes=quotes), 0)
    assert " ".join(line.removeprefix("Quote, Ada: ") for line in lines) == text
    assert sum(line.startswith("Quote, Ada: ") for line in lines) == 4


def test_what_is_called_so_is_no_quotation() -> None:
    text = "The so-called “peace” held."
    quotes = (quote(text, "peace", kind=QuoteKind.TERM),)
    assert describe_block(reading(Block(BlockKind.PARAGRAPH, text), quotes=quotes), 0) == [text]


def test_a_quotation_over_two_paragraphs_goes_on() -> None:
    said = Quote("One. Two.", QuoteKind.SPEECH, (QuoteSpan(0, 1, 5), QuoteSpan(1, 1, 5)), "Ada")
    both = reading(Block(BlockKind.PARAGRAPH, "“One."), Block(BlockKind.PARAGRAPH, "“Two.” She left."), quotes=(said,))
    assert describe_block(both, 0) == ["Quote, Ada: “One."]
    assert describe_block(both, 1) == ["Quote goes on: “Two.”", "She left."]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Block(BlockKind.HEADING, "What it costs", level=2), ["Heading: What it costs"]),
        (Block(BlockKind.LIST_ITEM, "Bread"), ["Item: Bread"]),
        (Block(BlockKind.LIST_ITEM, "Bread", info="3."), ["3. Bread"]),
        (Block(BlockKind.QUOTE, "To be"), ["Quoted: To be"]),
        (Block(BlockKind.IMAGE, "A ferry", info="https://a.example/i.png"), ["Image: A ferry"]),
        (Block(BlockKind.CODE, "a = 1\n  b"), ["Code:", "a = 1", "  b"]),
        (
            Block(BlockKind.TABLE, "Name\tAge\nAda\t36\nBob\t\n\t9\tx"),
            ["Table: Name; Age", "Name: Ada; Age: 36", "Name: Bob", "Age: 9; x"],
        ),
    ],
)
def test_what_a_block_is_is_said(block: Block, lines: list[str]) -> None:
    assert describe_block(reading(block), 0) == lines


@pytest.mark.parametrize(
    ("block", "heard"),
    [
        (Block(BlockKind.RULE, ""), False),
        (Block(BlockKind.IMAGE, "", info="https://a.example/i.png"), False),
        (Block(BlockKind.PARAGRAPH, " "), False),
        (Block(BlockKind.PARAGRAPH, "x"), True),
    ],
)
def test_what_says_nothing_is_not_stopped_at(block: Block, heard: bool) -> None:
    assert is_heard(block) is heard


def test_a_headline_begins_with_what_it_says() -> None:
    row = Headline(
        story=1,
        id="a",
        title="Who pays?",
        source_title="The Post",
        at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
        language="en",
        languages=("en", "de"),
        starred=True,
    )
    assert (
        describe_headline(7, row, NOW)
        == "7. Who pays? The Post, 3 hours ago, not read yet, starred. Languages: English, German."
    )


def test_an_opening_counts() -> None:
    assert describe_opening(reading(), 1) == ["A title.", "English.", "1 paragraph."]


@pytest.mark.parametrize(("text", "said"), [("", ""), ("A", "A."), ("A?", "A?"), ("A.”", "A.”"), (" A ", "A.")])
def test_what_has_no_end_gets_one(text: str, said: str) -> None:
    assert sentence(text) == said
