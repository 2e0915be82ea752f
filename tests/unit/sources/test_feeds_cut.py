from __future__ import annotations

import pytest

from newstui.sources.feeds import parse_feed
from newstui.sources.feeds.cut import drop_cut_entry

RSS = "<rss version='2.0'><channel><title>T</title>{}"
ITEM = "<item><title>Title {0}</title><description>All of the text of number {0}.</description></item>"
WHOLE = RSS.format("\n".join(ITEM.format(number) for number in range(3))) + "</channel></rss>\n"


def test_what_breaks_off_loses_the_entry_in_which_it_does() -> None:
    for end in range(WHOLE.index("</item>") + 8, len(WHOLE)):
        cut = parse_feed(WHOLE[:end].encode())
        closed = WHOLE[:end].count("</item>")
        assert [article.title for article in cut.articles] == [f"Title {number}" for number in range(closed)]
        assert all(article.document.plain_text().endswith(".") for article in cut.articles)
        assert cut.is_cut is (WHOLE[:end].rfind("<item>") > WHOLE[:end].rfind("</item>"))


@pytest.mark.parametrize(
    "body",
    [
        WHOLE,
        WHOLE + "<!-- generated in 0.3 s -->",
        RSS.format("<item><title>a</title></item>") + "</channel>",
        RSS.format("<item><title>a</title><item><title>b</title>"),
        RSS.format(""),
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>a</title></entry></feed>",
        "<rdf:RDF><channel><items/></channel><item/></rdf:RDF>",
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry/></a:feed>",
        "",
    ],
)
def test_what_is_whole_stays_as_it_is(body: str) -> None:
    assert drop_cut_entry(body.encode()) == body.encode()


def test_atom_breaks_off_likewise() -> None:
    begin = "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><title>a</title></entry>"
    feed = parse_feed(f"{begin}\n<entry><id>2</id><title>b</title><content>The beginn".encode())
    assert [article.guid for article in feed.articles] == ["1"]
    assert feed.is_cut
