"""HTML of a whole page to an article: main text, title, authors, dates, language, editions."""

from __future__ import annotations

from newstui.model import ParsedArticle
from newstui.sources.markup import parse_tree
from newstui.text.clean import clean_line


def read_page(
    html: bytes,
    *,
    url: str | None,
    path: str | None = None,
    content_type: str | None = None,
    link_header: str | None = None,
) -> ParsedArticle:
    """Return the article that a page shows; one without an article still gives its title and what text it has.

    `url` is where the page was fetched from, None for a saved one, whose own canonical address counts then.
    `content_type` and `link_header` are the answer's headers, `link_header` several joined by commas (RFC 8288).
    """
    from lxml import html as lxml_html

    del content_type, link_header
    tree = lxml_html.document_fromstring(html)
    return ParsedArticle(
        guid=path or url,
        url=url,
        path=path,
        title=clean_line(tree.findtext(".//title") or "") or (url or path or ""),
        document=parse_tree(tree.find("body") if tree.find("body") is not None else tree, url),
    )
