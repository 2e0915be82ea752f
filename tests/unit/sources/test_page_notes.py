"""Notes of whole pages: the marks lead to them, they lead back, and nothing is left of how that is done."""

from __future__ import annotations

import pytest

from newstui.model import Document
from newstui.sources.page import read_page
from newstui.store.documents import decode_document, encode_document
from tests.unit.sources.test_places import leads

URL = "https://paper.example/2026/bridge.html"
_WORDS = (
    "The council met on Tuesday to speak about the harbour and its new bridge, which has been planned for eleven years "
    "and was put off again after the flood of last spring, when half of the quay had to be closed for months"
)

WIKI = (
    """<h1 id="firstHeading">Bridge</h1><div class="mw-parser-output"><p>{0}<sup id="cite_ref-1" class="reference">
    <a href="#cite_note-1"><span>&#91;</span>1<span>&#93;</span></a></sup>.</p><p>{0}<sup id="cite_ref-S_2-0"
    class="reference"><a href="#cite_note-S-2"><span>&#91;</span>2<span>&#93;</span></a></sup>.</p><p>{0} still<sup
    id="cite_ref-S_2-1" class="reference"><a href="#cite_note-S-2"><span>&#91;</span>2<span>&#93;</span></a></sup>.</p>
    <h2 id="References">References</h2><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b>
    <a href="#cite_ref-1">^</a></b></span> <span class="reference-text"><a href="https://other.example/a">No bridge</a>,
    2019</span></li><li id="cite_note-S-2"><span class="mw-cite-backlink">^ <a href="#cite_ref-S_2-0"><sup>a</sup></a>
    <a href="#cite_ref-S_2-1"><sup>b</sup></a></span> <span class="reference-text">Harbours, p. 12.</span></li></ol></div>
    """,
    [
        ("[1]", "^ No bridge, 2019"),
        ("[2]", "^ [a][b] Harbours, p. 12."),
        ("[2]", "^ [a][b] Harbours, p. 12."),
        ("^", "{0}[1]."),
        ("[a]", "{0}[2]."),
        ("[b]", "{0} still[2]."),
    ],
)
NEWSLETTER = (
    """<article class="newsletter-post"><h1>Bridge</h1><div class="body markup"><p>{0}<a class="footnote-anchor"
    id="footnote-anchor-1" href="#footnote-1" target="_self">1</a>.</p><p>{0}.</p><p>{0}.</p><div class="footnote">
    <a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" target="_self">1</a><div class="footnote-content">
    <p>As the mayor likes to say.</p></div></div></div></article>""",
    [("[1]", "As the mayor likes to say. ↩"), ("↩", "{0}[1].")],
)
BLOG = (
    """<article class="post hentry"><h1>Bridge</h1><div class="entry-content"><p>{0}<sup data-fn="ab-1" class="fn">
    <a href="https://paper.example/2026/bridge.html#ab-1" id="ab-1-link">1</a></sup>.</p><p>{0}.</p><p>{0}.</p>
    <ol class="wp-block-footnotes"><li id="ab-1">From 1911. <a href="#ab-1-link" aria-label="Back">↩︎</a></li></ol></div>
    </article>""",
    [("1", "From 1911. ↩︎"), ("↩︎", "{0}[1].")],
)
MARKDOWN = (
    """<article><h1>Bridge</h1><p>{0}<sup id="fnref:1" role="doc-noteref"><a href="#fn:1">1</a></sup>.</p><p>{0}<a
    href="#fn2" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p><p>{0}.</p><div class="footnotes"><hr><ol><li id="fn:1">
    <p>One. <a href="#fnref:1" role="doc-backlink">↩</a></p></li><li id="fn2"><p>Two, a.</p><p>Two, b.</p></li></ol></div>
    </article>""",
    [("1", "One. ↩"), ("[2]", "Two, a.\nTwo, b. ↩"), ("↩", "{0}[1]."), ("↩", "{0}[2].")],
)
WORD = (
    """<article><h1>Bridge</h1><p>{0}<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><p>{0}<a href="#star"><sup>*</sup></a>.</p>
    <p>{0}.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p></div><p id="star">* Since 1911.</p>
    </article>""",
    [("[1]", "The note. ↩"), ("*", "* Since 1911. ↩"), ("↩", "{0}[1]."), ("↩", "{0}*.")],
)
CONTENTS = (
    """<article><h1>Bridge</h1><p>See <a href="#end">below</a>, and <a href="#gone">elsewhere</a>. {0}.</p><p>{0}.</p>
    <h2 id="end">What comes</h2><p>{0}.</p></article>""",
    [("below", "What comes")],
)


_COUNTED = ("First", "Then", "Last")
"""Paragraphs begin differently: one that stands there twice is taken for a repetition."""


def read(body: str, url: str | None = URL) -> Document:
    """The page with paragraphs of words in the place of "{0}"."""
    body = body.replace(">\n    ", ">").replace("\n    ", " ")
    for begins in _COUNTED:
        body = body.replace("{0}", f"{begins}: {_WORDS}", 1)
    page = f"<!DOCTYPE html><html lang=en><head><title>Bridge</title></head><body>{body}</body></html>"
    return read_page(page.encode(), url=url).document


def fold(text: str | None) -> str | None:
    """What was read, with "{0}" in the place of words."""
    for begins in _COUNTED:
        text = text and text.replace(f"{begins}: {_WORDS}", "{0}")
    return text


@pytest.mark.parametrize("url", [URL, None])
@pytest.mark.parametrize(
    ("body", "expected"),
    [WIKI, NEWSLETTER, BLOG, MARKDOWN, WORD, CONTENTS],
    ids=["wiki", "newsletter", "blog", "markdown", "word", "contents"],
)
def test_marks_lead_to_notes_and_notes_back(body: str, expected: list[tuple[str, str]], url: str | None) -> None:
    document = read(body if url else body.replace(URL, ""), url)
    assert sorted((words, fold(text)) for words, text in leads(document)) == sorted(expected)
    text = document.plain_text()
    assert "⸜" not in text
    assert "places.invalid" not in str(document.links)
    assert text.count(_WORDS) == 3
    assert decode_document(encode_document(document)) == document


def test_notes_are_numbered_as_their_marks_are() -> None:
    items = [(block.info, block.text) for block in read(WIKI[0]).blocks if block.info]
    assert items == [("1.", "^ No bridge, 2019"), ("2.", "^ [a][b] Harbours, p. 12.")]


@pytest.mark.parametrize(
    "body",
    [
        "<ol><li><a href='#one'>1</a></li></ol><p>{0}.</p><p>{0}.</p><p>{0}.</p><div id='one'><h2>One</h2><p>Text.</p></div>",
        "<p>{0}<sup><a href='#n'>1</a></sup>.</p><p>{0}.</p><p>{0}.</p>",
        "<p id='n'>{0}<sup><a href='#n'>1</a></sup>.</p><p>{0}.</p><p>{0}.</p>",
        "<p>{0}⸜1⸝<sup id='m'><a href='#n'>1</a></sup>.</p><p>{0}.</p><p>{0}.</p><p id='n'>Note <a href='#m'>^</a></p>",
        "<p>{0}.</p><p>{0}.</p><p>{0}.</p><nav><a href='#n'>1</a></nav><p id='n' class='footnote'></p>",
    ],
    ids=["contents", "no such place", "leads to itself", "the sign is in the text", "an empty place"],
)
def test_what_is_no_note_is_not_put_behind_the_text(body: str) -> None:
    document = read(f"<article><h1>Bridge</h1>{body}</article>")
    assert document.plain_text().count(_WORDS) == 3
    assert not any(block.kind == "rule" for block in document.blocks)
    assert "places.invalid" not in str(document.links)


def test_notes_of_what_is_no_part_of_the_main_text_stay_out() -> None:
    aside = "<aside class='sidebar'><p>Ad<sup id=a><a href='#z'>9</a></sup></p></aside>"
    notes = "<ol><li id=z>Terms apply. <a href='#a'>↩</a></li></ol>"
    document = read("<article><h1>Bridge</h1><p>{0}.</p><p>{0}.</p><p>{0}.</p></article>" + aside + notes)
    assert "Terms" not in document.plain_text()
