"""Links within a text: footnotes and the way back, in HTML and in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from newstui.model import Document, SpanKind
from newstui.sources.files.footnotes import take_notes
from newstui.sources.files.markdown import read_markdown
from newstui.sources.markup import parse_fragment
from newstui.store.documents import decode_document, encode_document

PAGE = "https://news.example/a/b.html"


def leads(document: Document) -> list[tuple[str, str | None]]:
    """The words of each link within the document, and the text of the block that it leads to."""
    blocks = {place: block.text for block in document.blocks for place in block.places}
    return [
        (block.text[span.start : span.end], blocks.get(span.link or 0))
        for block in document.blocks
        for span in block.spans
        if span.kind is SpanKind.PLACE
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>Found<sup id='r1'><a href='#n1'>1</a></sup>.</p><ol><li id='n1'>The note. <a href='#r1'>↩</a></li></ol>",
            [("1", "The note. ↩"), ("↩", "Found[1].")],
        ),
        (
            "<p>Found<a href='#fn:1'><sup>1</sup></a>.</p><div id='fn:1'><p>The note.</p></div>",
            [("[1]", "The note.")],
        ),
        (
            "<p>Found<a epub:type='noteref' href='#n'>7</a>.</p><aside id='n' epub:type='footnote'>The note.</aside>",
            [("[7]", "The note.")],
        ),
        (
            "<p>Found<a role='doc-noteref' href='#n'>*</a>.</p><p><a name='n'></a>The note.</p>",
            [("*", "The note.")],
        ),
        (
            "<p>Found<sup><a role='doc-noteref' href='#n'>1</a></sup>.</p><p id='n'>The note.</p>",
            [("1", "The note.")],
        ),
        (f"<p>See <a href='{PAGE}#end'>below</a>.</p><h2 id='end'>The end</h2>", [("below", "The end")]),
        ("<p>See <a href='#%C3%A9t%C3%A9'>below</a>.</p><ul><li id='été'>Item</ul>", [("below", "Item")]),
        (
            "<p>See <a href='#t'>the table</a>.</p><table id='t'><tr><td>a<td>b<tr><td>c<td>d</table>",
            [("the table", "a\tb\nc\td")],
        ),
        ("<p>Back to <a href='#top'>the top</a>.</p>", []),
        ("<p>See <a href='#'>nothing</a>.</p><p id=''>Text</p>", []),
        ("<p id='a'>See <a href='https://other.example/#a'>there</a>.</p>", []),
        ("<p>See <a href='#a'>the end</a></p><p id='a'></p>", [("the end", "See the end")]),
        ("<p>See <a href='#a'>hidden</a>.</p><p id='a' hidden>Bad</p>", [("hidden", None)]),
    ],
)
def test_links_within_lead_to_their_block(html: str, expected: list[tuple[str, str | None]]) -> None:
    document = parse_fragment(html, PAGE)
    assert leads(document) == expected
    assert decode_document(encode_document(document)) == document


def test_a_link_to_another_place_of_the_page_is_a_link_where_the_place_is_not_in_the_text() -> None:
    document = parse_fragment(f"<p>See <a href='{PAGE}#comments'>the comments</a>.</p>", PAGE)
    assert leads(document) == []
    assert [link.url for link in document.links] == [f"{PAGE}#comments"]


def test_several_links_to_one_place_and_several_places_in_one_block() -> None:
    html = "<p><a href='#x'>a</a> <a href='#x'>b</a> <a href='#y'>c</a></p><p id='x'>X <span id='y'>Y</span></p>"
    assert leads(parse_fragment(html)) == [("a", "X Y"), ("b", "X Y"), ("c", "X Y")]


MARKDOWN = """# Title

Found in 1901[^a] and again.[^b] Not `[^a]` here, nor [^c].

[^b]: The second,
goes on.

    And a second paragraph.

[^a]: The *first*, see [^b].

```
[^a]: code
```

The end."""


def test_footnotes_of_markdown() -> None:
    document = read_markdown(MARKDOWN, Path("a.md"), "en").document
    texts = [block.text for block in document.blocks]
    assert texts == [
        "Found in 1901[1] and again.[2] Not [^a] here, nor [^c].",
        "[^a]: code",
        "The end.",
        "",
        "The first, see [2]. ↩",
        "The second, goes on.\nAnd a second paragraph. ↩",
    ]
    assert leads(document) == [
        ("1", texts[4]),
        ("2", texts[5]),
        ("2", texts[5]),
        ("↩", texts[0]),
        ("↩", texts[0]),
    ]


def test_a_text_without_notes_stays_as_it_is() -> None:
    text = "One [^1] and\n\n    [^1]: code that is indented\n"
    assert take_notes(text) == (text, {})
    assert [block.text for block in read_markdown(text, Path("a.md"), "en").document.blocks][:1] == ["One [^1] and"]
