"""Whatever HTML comes in, what goes out is a document that nothing can act through and that has lost no text."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from newstui.model import BlockKind, Document, SpanKind
from newstui.sources.markup import fragment_text, parse_fragment, parse_plain

TAGS = (
    "p div b i a q ul ol li blockquote pre code h1 h3 table tr td th caption figure figcaption img br hr sup ruby rt "
    "math svg script form iframe dl dt dd span font noscript details summary base video object x-y o:p"
)
ATTRIBUTES = (
    "href='/a'",
    "href='javascript:x'",
    "href='mailto:a@b.c'",
    "href='#x'",
    "id=x",
    "name=x",
    "src='i.png'",
    "alt='wo rds'",
    "class='wp-caption'",
    "colspan=3",
    "lang=fr",
    "hidden",
    "width=1",
    "start=5",
)
texts = st.text(
    alphabet=st.one_of(st.sampled_from("ab \n\t\xa0\u00ad\x1b\x07\x9b\u202e&<>'\"]!-[é漢"), st.characters()),
    max_size=12,
)
tags = st.builds(
    lambda close, tag, attributes, end: f"<{close}{tag} {attributes}{end}",
    st.sampled_from(("", "", "/")),
    st.sampled_from(TAGS.split()),
    st.sampled_from(("", *ATTRIBUTES)),
    st.sampled_from((">", ">", ">", "/>", "")),
)
soup = st.lists(
    st.one_of(tags, texts, st.sampled_from(("<!--", "-->", "<![CDATA[", "]]>", "&#27;", "&nbsp;"))), max_size=30
).map("".join)

ORDINARY = "p div b i em strong span h2 ul ol li blockquote code a section font u"
words = st.text(alphabet="abc dé \n", max_size=20)


@st.composite
def well_formed(draw: st.DrawFn, depth: int = 4) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag = draw(st.sampled_from(ORDINARY.split()))
            parts.append(f"<{tag}>{draw(well_formed(depth - 1))}</{tag}>")
        else:
            parts.append(draw(words))
    return "".join(parts)


def check(document: Document) -> None:
    for block in document.blocks:
        assert block.text == block.text.rstrip()
        for letter in block.text:
            assert letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs")
            assert letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b"
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert (span.kind in (SpanKind.LINK, SpanKind.PLACE)) == (span.link is not None)
            assert span.kind is not SpanKind.LINK or 0 <= (span.link or 0) < len(document.links)
        assert block.text or block.kind in (BlockKind.IMAGE, BlockKind.RULE)
        assert block.level is None or 1 <= block.level <= 9
    for link in document.links:
        assert re.match(r"https?://|mailto:", link.url, re.IGNORECASE)
        assert not set(link.url) & set(" \n\t\x1b\u202e")
    places = [place for block in document.blocks for place in block.places]
    assert len(set(places)) == len(places)
    assert len({link.url for link in document.links}) == len(document.links)


@given(soup)
def test_any_soup_gives_a_sound_document(html: str) -> None:
    check(parse_fragment(html, "https://news.example/dir/page"))


@given(soup)
def test_any_soup_gives_one_clean_line(html: str) -> None:
    line = fragment_text(html)
    assert line == line.strip(" ")
    assert not set(line) & set("\n\t\x1b\x07\x9b\u202e")


@given(texts)
def test_any_plain_text_gives_a_sound_document(text: str) -> None:
    check(parse_plain(text))


@given(well_formed())
def test_no_ordinary_text_is_lost(html: str) -> None:
    shown = "".join(parse_fragment(html).plain_text().split())
    source = lxml_html.fragment_fromstring(html, create_parent="div").text_content()
    assert shown == "".join(source.split())
