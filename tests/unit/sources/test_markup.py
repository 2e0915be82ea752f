"""HTML to blocks: structure, white space, spans and links."""

from __future__ import annotations

import time

import pytest
from lxml import html as lxml_html

from newstui.model import Block, BlockKind, Document, Link, SpanKind
from newstui.sources.markup import fragment_text, parse_fragment, parse_tree, resolve_link

BASE = "https://news.example/a/b.html"


def shapes(html: str, base: str | None = BASE) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse_fragment(html, base).blocks]


def marked(document: Document) -> list[tuple[str, str]]:
    return [(s.kind.value, block.text[s.start : s.end]) for block in document.blocks for s in block.spans]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("no markup at all", [("paragraph", "no markup at all")]),
        ("first\n\nsecond &amp; last\nline", [("paragraph", "first"), ("paragraph", "second & last line")]),
        ("<p>one<p>two</p>three", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<p>  a \n\t b  <b> c</b>d </p>", [("paragraph", "a b cd")]),
        ("<p>10&nbsp;%, a\u202f:</p>", [("paragraph", "10\xa0%, a\u202f:")]),
        ("<p>sepa&shy;rate</p>", [("paragraph", "separate")]),
        ("<p>a<br>b</p>", [("paragraph", "a\nb")]),
        ("<p>a<br> <br/>b<br><br><br>c</p>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<p>&nbsp;</p><p> </p><p>x</p>", [("paragraph", "x")]),
        ("<h1>A</h1><h4>B<br>C</h4>", [("heading", "A"), ("heading", "B C")]),
        ("<h2>Part <a href='#p'>¶</a></h2>", [("heading", "Part")]),
        ("<hr><p>a</p><hr><hr><p>b</p><hr>", [("paragraph", "a"), ("rule", ""), ("paragraph", "b")]),
        ("<div>a<div>b</div>c</div>", [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<dl><dt>T</dt><dd>d</dd></dl>", [("paragraph", "T"), ("paragraph", "d")]),
        ("<pre>\n  x\n\ty</pre>", [("code", "  x\n\ty")]),
        ("a<!-- b -->c<?php d ?>e", [("paragraph", "ace")]),
        ("sa<!-- never closed > fe", [("paragraph", "sa fe")]),
        ("<b>1 < 2</b> and <3", [("paragraph", "1 < 2 and <3")]),
        ("<b>&amp;lt;</b> &copy &#146; &nosuch;", [("paragraph", "&lt; © ’ &nosuch;")]),
        ("<b>x</b><![CDATA[ kept ]]>", [("paragraph", "x kept")]),
        ("safe<embed src='/e'> text", [("paragraph", "safe text")]),
    ],
)
def test_text_becomes_blocks(html: str, expected: list[tuple[str, str]]) -> None:
    assert shapes(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<script>bad()</script>",
        "<style>p{}</style>",
        "<nav>Home | News</nav>",
        "<p hidden>bad</p>",
        "<p style='color: red; display : none'>bad</p>",
        "<span class='sr-only'>bad</span>",
        "<form><label>bad</label><input></form>",
        "<select><option>bad</select>",
        "<template><p>bad</p></template>",
        "<iframe src='https://ads.example/x'>bad</iframe>",
        "<svg width='16'><title>bad</title></svg>",
        "<title>bad</title>",
    ],
)
def test_what_is_not_text_to_read_is_left_out(html: str) -> None:
    assert shapes(f"<p>good</p>{html}<p>end</p>") == [("paragraph", "good"), ("paragraph", "end")]


def test_a_form_around_a_whole_page_is_no_form() -> None:
    assert shapes(f"<form><p>{'word ' * 200}</p></form>") == [("paragraph", ("word " * 200).strip())]


def test_lists_carry_numbers_and_levels() -> None:
    html = "<ul><li>a<li><p>b</p><p>c</p><ul><li>d</ul>e</ul><ol start=3><li>f<li value=9>g<li>h</ol>"
    blocks = parse_fragment(html).blocks
    assert [(b.kind, b.text, b.level, b.info) for b in blocks] == [
        (BlockKind.LIST_ITEM, "a", 1, None),
        (BlockKind.LIST_ITEM, "b\nc", 1, None),
        (BlockKind.LIST_ITEM, "d", 2, None),
        (BlockKind.PARAGRAPH, "e", None, None),
        (BlockKind.LIST_ITEM, "f", 1, "3."),
        (BlockKind.LIST_ITEM, "g", 1, "9."),
        (BlockKind.LIST_ITEM, "h", 1, "10."),
    ]


def test_quotations_nest_and_hold_other_blocks() -> None:
    html = "<blockquote>a<p>b</p><ul><li>c</ul><blockquote>d</blockquote></blockquote>e"
    assert [(b.kind.value, b.text, b.level) for b in parse_fragment(html).blocks] == [
        ("quote", "a", 1),
        ("quote", "b", 1),
        ("list_item", "c", 1),
        ("quote", "d", 2),
        ("paragraph", "e", None),
    ]


@pytest.mark.parametrize(
    ("html", "language"),
    [
        ("<pre class='language-python'>x</pre>", "python"),
        ("<pre><code class='hljs lang-JS'>x</code></pre>", "js"),
        ("<div class='highlight-source-c++'><pre>x</pre></div>", "c++"),
        ("<pre class='wide'>x</pre>", None),
    ],
)
def test_the_language_of_code_is_in_its_classes(html: str, language: str | None) -> None:
    assert parse_fragment(html).blocks == (Block(BlockKind.CODE, "x", info=language),)


def test_a_table_of_data_is_one_block() -> None:
    html = """<table><caption>Rain</caption>
      <tr><th>City<th>mm</tr>
      <tr><td> Bonn </td><td><a href=/b>12</a></td></tr>
      <tr><td></td><td>7<br>8</td></tr>
      <tr><td colspan=2>sum</td></tr></table>"""
    document = parse_fragment(html, BASE)
    assert [(b.kind.value, b.text) for b in document.blocks] == [
        ("paragraph", "Rain"),
        ("table", "City\tmm\nBonn\t12\n\t7 8\nsum"),
    ]
    assert marked(document) == [("strong", "City"), ("strong", "mm"), ("link", "12")]


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (
            "<tr><td rowspan=2>Mo<td>9<td>a</tr><tr><td>10<td>b</tr><tr><td>Tu<td>8<td>c</tr>",
            "Mo\t9\ta\n\t10\tb\nTu\t8\tc",
        ),
        ("<tr><td>x<td rowspan=2>y<td>z</tr><tr><td>1<td>2</tr>", "x\ty\tz\n1\t\t2"),
        ("<tr><td rowspan=2 colspan=2>x<td>y</tr><tr><td>1</tr><tr><td>a<td>b<td>c</tr>", "x\t\ty\n\t\t1\na\tb\tc"),
        ("<tr><td rowspan=0>x<td>y</tr><tr><td>1</tr><tr><td>2</tr>", "x\ty\n\t1\n\t2"),
        ("<tr><td rowspan=-1>x<td rowspan=1e9>y</tr><tr><td>1<td>2</tr>", "x\ty\n1\t2"),
        ("<tr><td>x<td colspan=2>y</tr><tr><td>1<td>2<td>3</tr>", "x\ty\t\n1\t2\t3"),
    ],
)
def test_cells_that_span_keep_the_others_in_their_columns(rows: str, text: str) -> None:
    (block,) = parse_fragment(f"<table><tr><th>A<th>B<th>C</tr>{rows}</table>").blocks
    assert [line.rstrip("\t") for line in block.text.split("\n")[1:]] == [
        line.rstrip("\t") for line in text.split("\n")
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><p>a</p></td></tr><tr><td>b</td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td><h2></h2>a</td><td></td></tr><tr><td></td><td>b</td></tr></table>",
        "<table><tr><td>a</td><td></td></tr><tr><td></td><td><table><tr><td>b</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_lays_out_is_paragraphs(html: str) -> None:
    assert shapes(html) == [("paragraph", "a"), ("paragraph", "b")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<img src=x.jpg alt='A bridge'>", [("A bridge", "https://news.example/a/x.jpg")]),
        ("<img src=x.jpg alt='IMG_1234.jpg'>", [("", "https://news.example/a/x.jpg")]),
        ("<img src='data:image/gif;base64,R0' data-src=/y.png>", [("", "https://news.example/y.png")]),
        ("<img srcset='/s.jpg 1x, /l.jpg 2x'>", [("", "https://news.example/s.jpg")]),
        ("<img src=p.gif width=1 height=1>", []),
        ("<img src=p.gif style='width:1px;height:1px'>", []),
        ("<img src=x.jpg><noscript><img src=x.jpg></noscript>", [("", "https://news.example/a/x.jpg")]),
        (
            "<figure><img src=x.jpg alt=a><figcaption>Cap</figcaption></figure>",
            [("Cap", "https://news.example/a/x.jpg")],
        ),
        (
            "<div class=wp-caption><img src=x.jpg><p class=wp-caption-text>Cap</div>",
            [("Cap", "https://news.example/a/x.jpg")],
        ),
        (
            "<figure><figcaption>Cap</figcaption><a href=/><img src=x.jpg></a></figure>",
            [("Cap", "https://news.example/a/x.jpg")],
        ),
        ("<svg><title>A map</title><g/></svg>", [("A map", None)]),
        ("<img src='javascript:x'>", []),
    ],
)
def test_images(html: str, expected: list[tuple[str, str | None]]) -> None:
    blocks = parse_fragment(html, BASE).blocks
    assert [(block.text, block.info) for block in blocks] == expected
    assert {block.kind for block in blocks} <= {BlockKind.IMAGE}


def test_an_image_in_a_sentence_stands_behind_it_and_an_emoji_in_it() -> None:
    html = "<p>see <img src=x.jpg alt=X> here <img class=emoji alt='🙂' src=e.png></p>"
    assert shapes(html) == [("paragraph", "see here 🙂"), ("image", "X")]


def test_a_caption_without_an_image_is_a_paragraph() -> None:
    assert shapes("<figure><blockquote>q</blockquote><figcaption>who</figcaption></figure>") == [
        ("quote", "q"),
        ("paragraph", "who"),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<b>a <strong>b</strong></b> c", [("strong", "a b")]),
        ("<i>a</i><em> b </em>", [("emphasis", "a"), ("emphasis", "b")]),
        ("<code>x</code> <s>y</s> <del>z</del>", [("code", "x"), ("strike", "y"), ("strike", "z")]),
        ("<b>a<div>b</div></b>", [("strong", "a"), ("strong", "b")]),
        ("<b></b><i> </i>x", []),
        ("<pre><code>x <b>y</b></code></pre>", [("strong", "y")]),
        ("<b><i>x</i></b>", [("strong", "x"), ("emphasis", "x")]),
    ],
)
def test_spans(html: str, expected: list[tuple[str, str]]) -> None:
    assert marked(parse_fragment(html)) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<a href='c'>x</a>", [Link("x", "https://news.example/a/c")]),
        ("<a href='//o.example/'>x</a>", [Link("x", "https://o.example/")]),
        ("<a href=' HTTPS://o.example/a b\n'>x</a>", [Link("x", "https://o.example/a%20b")]),
        ("<a href='mailto:a@b.example'>x</a>", [Link("x", "mailto:a@b.example")]),
        ("<a href='javascript:alert(1)'>x</a>", []),
        ("<a href='java\nscript:alert(1)'>x</a>", []),
        ("<a href='file:///etc/passwd'>x</a>", []),
        ("<a href='data:text/html,x'>x</a>", []),
        ("<a href='http://[broken'>x</a>", []),
        ("<a href='//[broken'>x</a>", []),
        ("<a href='#note'>x</a>", []),
        (
            "<a href='/1'>x</a> <a href='/2'>y</a> <a href='/1'>z</a>",
            [Link("x", "https://news.example/1"), Link("y", "https://news.example/2")],
        ),
        ("<a href='/1'></a>x", []),
        ("<base href='https://o.example/d/'><a href='e'>x</a>", [Link("x", "https://o.example/d/e")]),
    ],
)
def test_links(html: str, expected: list[Link]) -> None:
    assert list(parse_fragment(html, BASE).links) == expected


@pytest.mark.parametrize("address", ["http://[x.example/a", "http://x]/a", "http://a\u2100b.example/"])
@pytest.mark.parametrize("base", [None, BASE])
def test_a_host_that_is_none_is_no_link(address: str, base: str | None) -> None:
    assert resolve_link(address, base) is None


def test_a_link_without_a_base_stays_words() -> None:
    assert parse_fragment("<p><a href='/c'>x</a></p>") == Document((Block(BlockKind.PARAGRAPH, "x"),))


def test_a_link_over_several_blocks_is_one_link() -> None:
    document = parse_fragment("<a href='/c'><h2>Head</h2><p>Text</p><img src=i.jpg alt=Pic></a>", BASE)
    assert document.links == (Link("Head", "https://news.example/c"),)
    assert [(block.kind.value, block.spans[0].link) for block in document.blocks] == [
        ("heading", 0),
        ("paragraph", 0),
        ("image", 0),
    ]


@pytest.mark.parametrize(
    ("html", "language", "text"),
    [
        ("<q>a <q>b</q></q>", None, "“a ‘b’”"),
        ("<q>a</q>", "de", "„a“"),
        ("<q>a</q>", "de-CH", "«a»"),
        ("<div lang=fr><q>a</q></div>", "de", "«\u202fa\u202f»"),
        ("<q>“a”</q>", "de", "“a”"),
    ],
)
def test_quotation_marks_are_put_around_q(html: str, language: str | None, text: str) -> None:
    block = parse_fragment(html, language=language).blocks[0]
    assert block.text == text
    assert (block.spans[0].kind, block.spans[0].start, block.spans[0].end) == (SpanKind.QUOTE, 0, len(text))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("5 m<sup>2</sup>, H<sub>2</sub>O", "5 m², H₂O"),
        ("the 1<sup>st</sup>, x<sub>max</sub>", "the 1st, xmax"),
        ("word<sup><a href='#1'>1</a></sup>.", "word[1]."),
        ("word<a href='#1'><sup>1</sup></a>.", "word[1]."),
        ("word<sup><a href='#1'>[1]</a></sup>.", "word[1]."),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "漢(kan)字"),
        ("<math alttext='x squared'><mi>x</mi></math>", "x squared"),
        ("<math><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></math>", "x^2"),
        ("<math><mi>a</mi><mo>+</mo><mi>b</mi></math> end", "a+b end"),
    ],
)
def test_notation_in_a_line(html: str, text: str) -> None:
    assert parse_fragment(html).plain_text() == text


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (
            "<iframe src='https://www.youtube.com/embed/abc123def45?x=1'></iframe>",
            "https://www.youtube.com/watch?v=abc123def45",
        ),
        ("<iframe src='//player.vimeo.com/video/99'></iframe>", "https://vimeo.com/99"),
        ("<video><source src='/v.mp4'>Get a browser</video>", "https://news.example/v.mp4"),
        ("<audio src='/a.mp3'></audio>", "https://news.example/a.mp3"),
    ],
)
def test_players_are_links(html: str, url: str) -> None:
    document = parse_fragment(html, BASE)
    assert document.links == (Link(url, url),)
    assert document.plain_text() == url


def test_nothing_acts_on_a_terminal() -> None:
    html = (
        "<p title='\x1b]0;x\x07'>a&#27;[31mb\x1b[0mc&#x9b;2J\u202ed</p><pre>e&#8;\x07f</pre><img src=/i alt='&#x1b;g'>"
    )
    document = parse_fragment(html, BASE)
    assert not set(document.plain_text()) & set("\x1b\x07\x08\x9b\u202e")


def test_lone_surrogates_and_nul_do_no_harm() -> None:
    assert parse_fragment("<p>a\ud800b\x00c</p>").plain_text().startswith("a")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("A &amp; B", "A & B"),
        ("  two\n lines ", "two lines"),
        ("<b>A</b>\u00adB <script>x</script>", "AB"),
        ("a < b", "a < b"),
        ("<p>one</p><p>two</p>", "one two"),
        ("<img src='http://x.example/i.jpg' alt='no'>yes", "yes"),
        ("", ""),
    ],
)
def test_fragment_text_is_one_line(html: str, text: str) -> None:
    assert fragment_text(html) == text


def test_parse_tree_takes_any_element() -> None:
    tree = lxml_html.document_fromstring("<html><head><title>no</title></head><body><p>a<!-- c -->b</p>c</body></html>")
    assert [block.text for block in parse_tree(tree).blocks] == ["ab", "c"]
    assert parse_tree(tree.find("body")[0]).plain_text() == "ab"


def test_names_with_a_prefix_are_known() -> None:
    assert shapes("<html:p>a</html:p><xhtml:script>b</xhtml:script>") == [("paragraph", "a")]


@pytest.mark.parametrize(
    "tag",
    [
        "div",
        "b",
        "a href=/x",
        "p",
        "table",
        "ul><li",
        "q",
        "blockquote",
        "table><tr><td",
        "sup",
        "figure",
        "pre",
        "svg",
    ],
)
def test_depth_costs_no_more_than_length(tag: str) -> None:
    before = time.process_time()
    document = parse_fragment(f"<{tag}>" * 30_000 + "<p>the end", BASE)
    assert time.process_time() - before < 3
    assert tag == "svg" or document.plain_text().endswith("the end")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<blockquote>" * 1_900 + "<li>x" * 20_000, id="items in quotations"),
        pytest.param(
            "<figure><figcaption>c</figcaption>" * 1_900 + "<p>x" * 20_000 + "</figure>" * 1_900, id="figures"
        ),
        pytest.param("<div>" * 3_000 + "<script>" * 20_000, id="scripts too deep"),
        pytest.param("<div>" * 3_000 + "<!--" * 20_000, id="comments too deep"),
        pytest.param("<sup>" * 1_900 + "<i></i>" * 20_000 + "1", id="empty notes"),
        pytest.param("<q>" * 1_900 + "<i></i>" * 20_000 + "x", id="empty quotations"),
        pytest.param("<b><i><a href=/x><code>" * 400 + "<p>x" * 20_000, id="spans over paragraphs"),
        pytest.param("<table><tr><td>" * 600 + "<i>x</i>" * 20_000, id="tables"),
    ],
)
def test_no_combination_is_expensive(html: str) -> None:
    before = time.process_time()
    parse_fragment(html, BASE)
    assert time.process_time() - before < 4
