"""The short way through markup writes what the walk over a parser's tree writes, or it declines."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from newstui.model import Document
from newstui.sources.markup import fragment, parse_fragment, short
from newstui.sources.markup.short import write_shortly

BASE = "https://news.example/dir/page"
BLOCKS = "p p p h2 h6 li ul ol blockquote div figure figcaption article section header footer main"
PHRASES = "a a b strong em i cite del code kbd span u small abbr mark time sub q font"
VOID = (
    "<br>",
    "<br/>",
    "<br />",
    "<hr>",
    "<img src='i.png'>",
    "<wbr>",
    "<!-- c -->",
    "<!---->",
    "<!-->",
    "<!-- <p> -->",
)
ATTRIBUTES = (
    ' class="wp-caption aligncenter"',
    ' class="wp-caption-text"',
    ' class="sr-only"',
    ' class="x"',
    ' style="display: none"',
    ' style="color:red"',
    ' hidden=""',
    ' href="/a?b=1&amp;c=2"',
    ' href="/a?b=1&copy=2"',
    ' href="x&y"',
    ' href="#n1"',
    ' href="javascript:x"',
    ' href="mailto:a@b.example" title="&quot;T&quot;"',
    ' href="a  b\nc"',
    ' start="4"',
    ' value="7"',
    ' x="1" x="2"',
    " lang=fr",
    " ",
    "/",
)
IMAGES = (
    '<img src="i.png" alt="A  picture &amp; more" width="400"/>',
    '<img src="i.png">',
    '<img src="/emoji.png" alt="🎉" class="emoji" />',
    '<img src="https://pixel.wp.com/g.gif" width="1"/>',
    '<img alt="nothing"/>',
)
texts = st.one_of(
    st.sampled_from(("word", " two words ", "\n", "  ", "a\n\tb", "&nbsp;", "x&amp;y", "AT&T", "& so", "&#8217;", "&#x201C;q")),
    st.sampled_from(("&shy;in&shy;ner", "&#8203;", "&hellip;", "&copy", "&nosuch;", "&#151;", "&#7;", "&;", "5 < 6", "7 > 6", "&lt;p&gt;")),
    st.text(alphabet="ab \n\t\r\x0b\f\x00\x1b[1m\x9b\x85\u2028\u202e\u200b\u00ad\u00a0é漢\ud800&;<>\"'", max_size=8),
    st.text(alphabet="abc ", min_size=290, max_size=310).map(lambda text: f"long {text}"),
)  # fmt: skip
attributes = st.one_of(st.just(""), st.just(""), st.lists(st.sampled_from(ATTRIBUTES), max_size=2).map("".join))


@st.composite
def written(draw: st.DrawFn, depth: int = 4) -> str:
    """Markup that mostly nests well, whatever may stand in what."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        choice = draw(st.integers(0, 9))
        if choice < 5 and depth:
            tag = draw(st.sampled_from((BLOCKS if choice < 3 else PHRASES).split()))
            parts.append(f"<{tag}{draw(attributes)}>{draw(written(depth - 1))}</{tag}>")
        elif choice < 7:
            parts.append(draw(st.sampled_from((*VOID, *IMAGES))))
        else:
            parts.append(draw(texts))
    return "".join(parts)


def read_the_long_way(html: str) -> Document:
    with patch.object(short, "write_shortly", return_value=None):
        return parse_fragment(html, BASE, language="de")


@settings(deadline=None, max_examples=400)
@given(written())
def test_the_short_way_agrees_or_declines(html: str) -> None:
    found = write_shortly(html, BASE, "de")
    if found is None:
        event("declined")
    else:
        event("written")
        assert "<" not in html or found == read_the_long_way(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p>One.</p>\n<p>Two <a href="x">no</a>.</p>',
        "<h2>Head</h2><ul><li>a</li><li><b>b</b> c</li></ul><blockquote><p>q</p></blockquote>",
        '<figure class="wp-block-image"><img src="/i.jpg" alt="An image"/><figcaption>Who</figcaption></figure>',
        "Loose &amp; plain<br/>two lines <em>of <strong>it</strong></em><p>Then a paragraph</p>",
        '<div class="x"><p>In a box&nbsp;here</p><hr/><p><img src="a.png" alt="An alt"/> text</p></div>',
        "<!-- wp:paragraph -->\n<p>Blocks of WordPress</p>\n<!-- /wp:paragraph -->",
        "<p>“Quoted”</p><p></p><p> &#8211; dash</p>",
    ],
)
def test_the_short_way_is_taken(html: str) -> None:
    with patch.object(fragment, "_read_thoroughly", side_effect=AssertionError):
        document = parse_fragment(html, BASE)
    assert document == read_the_long_way(html)
    assert document.blocks
