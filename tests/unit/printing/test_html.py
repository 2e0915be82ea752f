"""Articles as HTML: well-formed, escaped, asking nobody for anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newstui.i18n import set_language
from newstui.model import Article, Block, BlockKind, Document, Enclosure, Link, Reading, Span, SpanKind
from newstui.printing.html import write_html

URL = "https://news.example/ferry?a=1&b=2"
ARTICLE = Article(id="a", source="s", source_title="News", title="The <night> ferry", url=URL)


def make_reading(*blocks: Block, article: Article = ARTICLE) -> Reading:
    return Reading(article, Document(blocks, (Link("x", URL),)))


class Reader(HTMLParser):
    """Collects text, and fails for a tag that is not closed in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br", "hr"}:
            self.open.append(tag)
        assert not {name for name, _ in attrs} & {"src", "onclick"}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Block(BlockKind.HEADING, "A & B", 3), "<h3>A &amp; B</h3>"),
        (Block(BlockKind.HEADING, "Top", 1), "<h2>Top</h2>"),
        (Block(BlockKind.PARAGRAPH, "One\ntwo"), "<p>One<br>two</p>"),
        (Block(BlockKind.QUOTE, "“Yes”", 1), "<blockquote><p>“Yes”</p></blockquote>"),
        (Block(BlockKind.CODE, "a < b", info="c"), "<pre><code>a &lt; b</code></pre>"),
        (Block(BlockKind.TABLE, "a\tb\nc\td"), "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>"),
        (Block(BlockKind.IMAGE, "A ferry", info=URL), 'b=2">A ferry</a></figcaption>'),
        (Block(BlockKind.RULE, ""), "<hr>"),
        (
            Block(BlockKind.PARAGRAPH, "see here", spans=(Span(4, 8, SpanKind.LINK, 0), Span(4, 6, SpanKind.STRONG))),
            'see <a href="https://news.example/ferry?a=1&amp;b=2"><strong>he</strong>re</a>',
        ),
        (
            Block(BlockKind.PARAGRAPH, "abcd", spans=(Span(0, 3, SpanKind.EMPHASIS), Span(2, 4, SpanKind.STRONG))),
            "<p><em>ab<strong>c</strong></em>d</p>",
        ),
    ],
)
def test_blocks(block: Block, html: str) -> None:
    assert html in write_html(make_reading(block))


def test_items_that_follow_each_other_are_one_list() -> None:
    items = [Block(BlockKind.LIST_ITEM, text, 1, info=f"{number}.") for number, text in enumerate("ab", 1)]
    page = write_html(make_reading(*items, Block(BlockKind.LIST_ITEM, "c", 2, info="1."), Block(BlockKind.RULE, "")))
    assert page.count("<ol>") == page.count("</ol>") == 1
    assert '<li style="margin-left: 2em">c</li>' in page


def test_the_page_around_it() -> None:
    set_language("en")
    page = write_html(
        make_reading(
            Block(BlockKind.PARAGRAPH, "Text."),
            article=replace(
                ARTICLE,
                language="pt-BR",
                summary="In <short>.",
                authors=("Ann Author",),
                published=datetime(2026, 1, 6, 9, 30, tzinfo=UTC),
                enclosures=(Enclosure("https://news.example/a.mp3", "audio/mpeg", 3_000_000),),
            ),
        )
    )
    assert '<html lang="pt-BR">' in page
    text = read(page).text
    assert "The <night> ferry" in text
    assert "News · Ann Author" in text
    assert "In <short>." in text
    assert "audio/mpeg" in text


SPANS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 10), st.sampled_from([*SpanKind])).filter(
        lambda span: span[0] < span[1]
    )
)


@given(st.text("ab<>&\"'\n", min_size=10, max_size=10), SPANS)
def test_any_spans_give_well_formed_pages_with_all_of_the_text(
    text: str, spans: list[tuple[int, int, SpanKind]]
) -> None:
    marked = tuple(Span(start, end, kind, 0 if kind is SpanKind.LINK else None) for start, end, kind in spans)
    page = write_html(make_reading(Block(BlockKind.PARAGRAPH, text, spans=marked)))
    assert text.replace("\n", "") in read(page).text.replace("\n", "")
