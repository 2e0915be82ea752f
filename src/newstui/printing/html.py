"""Articles as pages of HTML that stand alone: no scripts, no remote pictures, readable in print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from newstui.model import Article, Block, BlockKind, Reading, Span, SpanKind
from newstui.printing.lines import byline, enclosure_line

_TAGS: Final = {
    SpanKind.STRONG: "strong",
    SpanKind.EMPHASIS: "em",
    SpanKind.CODE: "code",
    SpanKind.STRIKE: "s",
}

_PAGE: Final = """<!DOCTYPE html>
<html{language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 38em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.5 Georgia, serif; }}
header p, figcaption, footer {{ color: #555; font-size: 0.85em; }}
pre {{ overflow-x: auto; }}
td {{ padding: 0.2em 0.8em 0.2em 0; vertical-align: top; }}
</style>
</head>
<body>
{body}</body>
</html>
"""
_ARTICLE: Final = """<article{attributes}>
<header>
<h1>{title}</h1>
<p>{byline}</p>
{summary}</header>
{body}
</article>
{footer}"""


def write_html(reading: Reading) -> str:
    """Return an article as a page in its language, with the address that it came from."""
    article = reading.article
    return _PAGE.format(language=_language(article), title=escape(article.title), body=_write_article(reading))


def write_html_collection(title: str, readings: Sequence[Reading]) -> str:
    """Return many articles as one page that begins with their titles; each is in its own language, under a heading.

    Every article's title is a heading of the first rank: a program that makes a book of the page makes it a chapter.
    """
    entries = [
        f'<li><a href="#a-{escape(reading.article.id)}">{escape(reading.article.title)}</a></li>'
        for reading in readings
    ]
    contents = "\n".join(["<nav>", "<ol>", *entries, "</ol>", "</nav>", ""])
    articles = "".join(
        _write_article(reading, f' id="a-{escape(reading.article.id)}"{_language(reading.article)}')
        for reading in readings
    )
    return _PAGE.format(language="", title=escape(title), body=contents + articles)


def _language(article: Article) -> str:
    return f' lang="{escape(article.language)}"' if article.language else ""


def _write_article(reading: Reading, attributes: str = "") -> str:
    article = reading.article
    links = [link.url for link in reading.document.links]
    address = (
        f'<a href="{escape(article.url)}">{escape(article.url)}</a>' if article.url else escape(article.path or "")
    )
    footer = [address, *(escape(enclosure_line(enclosure)) for enclosure in article.enclosures)]
    return _ARTICLE.format(
        attributes=attributes,
        title=escape(article.title),
        byline=escape(byline(article)),
        summary=f"<p><strong>{escape(article.summary)}</strong></p>\n" if article.summary else "",
        body="\n".join(_write_blocks(reading.document.blocks, links)),
        footer=f"<footer>{'<br>'.join(filter(None, footer))}</footer>\n" if any(footer) else "",
    )


def _write_blocks(blocks: Iterable[Block], links: Sequence[str]) -> Iterator[str]:
    """Yield each block; items of a list that follow each other are in one."""
    for is_list, group in groupby(blocks, key=lambda block: block.kind is BlockKind.LIST_ITEM):
        if is_list:
            yield from _write_list(list(group), links)
        else:
            yield from (_write_block(block, links) for block in group)


def _write_list(items: Sequence[Block], links: Sequence[str]) -> Iterator[str]:
    tag = "ol" if items[0].info else "ul"
    yield f"<{tag}>"
    for item in items:
        depth = (item.level or 1) - 1
        indent = f' style="margin-left: {2 * depth}em"' if depth else ""
        yield f"<li{indent}>{_write_text(item, links)}</li>"
    yield f"</{tag}>"


def _write_block(block: Block, links: Sequence[str]) -> str:
    text = _write_text(block, links)
    match block.kind:
        case BlockKind.HEADING:
            level = min(max(block.level or 2, 2), 6)
            return f"<h{level}>{text}</h{level}>"
        case BlockKind.QUOTE:
            return f"<blockquote><p>{text}</p></blockquote>"
        case BlockKind.CODE:
            return f"<pre><code>{escape(block.text)}</code></pre>"
        case BlockKind.TABLE:
            rows = (
                "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t")) for line in block.text.splitlines()
            )
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        case BlockKind.IMAGE:
            # A link, not the picture: the page asks no server for anything.
            caption = f'<a href="{escape(block.info)}">{text or escape(block.info)}</a>' if block.info else text
            return f"<figure><figcaption>{caption}</figcaption></figure>"
        case BlockKind.RULE:
            return "<hr>"
        case _:
            return f"<p>{text}</p>"


def _write_text(block: Block, links: Sequence[str]) -> str:
    """Put a tag at both ends of every span; where spans overlap, a later one ends with the one that holds it."""
    out, opened, at = [], list[tuple[int, str]](), 0
    for span in sorted(block.spans, key=lambda span: (span.start, -span.end)):
        tags = _span_tags(span, links)
        if tags is None:
            continue
        while opened and opened[-1][0] <= span.start:
            end, closing = opened.pop()
            out += [_escape_lines(block.text[at:end]), closing]
            at = end
        end = min(span.end, opened[-1][0]) if opened else span.end
        out += [_escape_lines(block.text[at : span.start]), tags[0]]
        at = span.start
        opened.append((end, tags[1]))
    while opened:
        end, closing = opened.pop()
        out += [_escape_lines(block.text[at:end]), closing]
        at = end
    return "".join([*out, _escape_lines(block.text[at:])])


def _span_tags(span: Span, links: Sequence[str]) -> tuple[str, str] | None:
    if span.kind is SpanKind.LINK and span.link is not None:
        return f'<a href="{escape(links[span.link])}">', "</a>"
    tag = _TAGS.get(span.kind)
    return (f"<{tag}>", f"</{tag}>") if tag else None


def _escape_lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
