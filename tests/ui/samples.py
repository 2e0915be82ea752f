"""Articles for the tests of this room."""

from __future__ import annotations

from datetime import UTC, datetime

from newstui.model import (
    Article,
    Block,
    BlockKind,
    Document,
    Enclosure,
    Link,
    Quote,
    QuoteKind,
    QuoteSpan,
    Reading,
    Span,
    SpanKind,
)

P = BlockKind.PARAGRAPH


def paragraph(text: str, *spans: Span) -> Block:
    return Block(P, text, spans=spans)


def span(text: str, words: str, kind: SpanKind, link: int | None = None) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), kind, link)


def quote(blocks: tuple[Block, ...], block: int, words: str, kind: QuoteKind = QuoteKind.SPEECH) -> Quote:
    start = blocks[block].text.index(words)
    return Quote(words, kind, (QuoteSpan(block, start, start + len(words)),))


def reading(
    *blocks: Block,
    title: str = "A title",
    summary: str | None = None,
    quotes: tuple[Quote, ...] = (),
    links: tuple[Link, ...] = (),
    enclosures: tuple[Enclosure, ...] = (),
) -> Reading:
    article = Article(id="a" * 13, title=title, summary=summary, source_title="The Paper", enclosures=enclosures)
    return Reading(article, Document(tuple(blocks), links), quotes)


def long_reading(paragraphs: int = 60, words: int = 60) -> Reading:
    """Paragraphs that each begin with their number; every fifth holds a quotation."""
    blocks = []
    for number in range(paragraphs):
        text = f"Paragraph {number}: " + "".join(f"word{word} " for word in range(words))
        blocks.append(paragraph(text + (f'and "said-{number}"' if number % 5 == 0 else "end.")))
    document = tuple(blocks)
    quotes = tuple(quote(document, number, f"said-{number}") for number in range(0, paragraphs, 5))
    return reading(*document, quotes=quotes)


def whole_reading() -> Reading:
    """One of everything."""
    text = "See the report [b]now[/b], he said: „Wir gehen“ and a so-called „Plan“."
    blocks = (
        Block(BlockKind.HEADING, "First", 2),
        paragraph(text, span(text, "report", SpanKind.LINK, 0), span(text, "now", SpanKind.STRONG)),
        Block(BlockKind.QUOTE, "A line that somebody wrote.", 1),
        Block(BlockKind.QUOTE, "And another one.", 1),
        Block(BlockKind.LIST_ITEM, "one", 1),
        Block(BlockKind.LIST_ITEM, "deeper", 2),
        Block(BlockKind.LIST_ITEM, "numbered", 1, info="3."),
        Block(BlockKind.TABLE, "Land\tNumber\nFrance\t12\nSpain\t7"),
        Block(BlockKind.CODE, "def f():\n\treturn 1"),
        Block(BlockKind.IMAGE, "A caption"),
        Block(BlockKind.RULE, ""),
        paragraph("日本政府は昨日、法律を決定しました。"),
        paragraph("قالت المتحدثة إن الوضع خطير"),
    )
    return Reading(
        Article(
            id="a" * 13,
            title="Title [@click=app.quit]click[/]",
            source_title="The Paper",
            authors=("Ann", "Bob"),
            published=datetime(2026, 1, 6, 9, 30, tzinfo=UTC),
            language="de",
            summary="What it is about.",
            enclosures=(Enclosure("https://example.org/a%20talk.mp3", "audio/mpeg", 14_200_000, 3750),),
        ),
        Document(blocks, (Link("report", "https://example.org/report"),)),
        (quote(blocks, 1, "Wir gehen"), quote(blocks, 1, "Plan", QuoteKind.TERM)),
    )
